/// What must hold for the rows of a table, beyond their form.
enum TableChecks {
  static func check(_ table: Table, _ rows: [SourceTables.Row], _ errors: inout [TableError]) {
    var lineOfID: [String: Int] = [:]
    for row in rows {
      for (column, name) in [(0, "id"), (1, "name")] where row.fields[column].trimmed.isEmpty {
        errors.append(row.error(column, .emptyField(name)))
      }
      if let first = lineOfID[row.fields[0]] {
        errors.append(row.error(0, .duplicateID(row.fields[0], firstLine: first)))
      } else {
        lineOfID[row.fields[0]] = row.line
      }
      if let field = row.fields.firstIndex(where: { $0.utf8.count > 0xFFFF }) {
        errors.append(row.error(field, .tooLong(table.columns[field])))
      }
      switch table {
      case .aircraft: checkAircraft(row, &errors)
      case .airForce:
        checkValue(row, 2, ["state", "air-force", "naval-air", "coalition", "group"], &errors)
      case .munition: checkValue(row, 4, ["yes", "no", ""], &errors)
      case .place: checkPlace(row, &errors)
      case .group, .claimant, .targetType: break
      }
    }
    if table != .place { checkNames(rows, table, &errors) }
    if table == .aircraft {
      for row in rows where !row.fields[2].isEmpty && lineOfID[row.fields[2]] == nil {
        errors.append(row.error(2, .unknownID(row.fields[2])))
      }
    }
  }

  /// A name belongs to one row of a table, but that a type may share its family's.
  private static func checkNames(_ rows: [SourceTables.Row], _ table: Table, _ errors: inout [TableError]) {
    var owners: [[UInt8]: Int] = [:]
    for (number, row) in rows.enumerated() {
      for (name, aspect) in TableCompiler.names(of: row, table) where aspect == .name {
        let letters = Array(NameLetters(Array(name.utf8)).folded.joined())
        guard let other = owners.updateValue(number, forKey: letters), other != number else { continue }
        let isFamily =
          table == .aircraft
          && (row.fields[2] == rows[other].fields[0] || rows[other].fields[2] == row.fields[0]
            || !row.fields[2].isEmpty && row.fields[2] == rows[other].fields[2])
        if isFamily { continue }
        let column = name == row.fields[1] ? 1 : table.column("aliases") ?? 1
        errors.append(row.error(column, .aliasOwnedTwice(name, otherID: rows[other].fields[0])))
      }
    }
  }

  private static func checkValue(
    _ row: SourceTables.Row, _ column: Int, _ allowed: [String], _ errors: inout [TableError]
  ) {
    if !allowed.contains(row.fields[column]) {
      errors.append(row.error(column, .unknownValue(row.fields[column], allowed: allowed.filter { !$0.isEmpty })))
    }
  }

  private static func checkAircraft(_ row: SourceTables.Row, _ errors: inout [TableError]) {
    checkValue(row, 6, ["yes", "no"], &errors)
    for item in row.fields[8].listed where OperatorYears(item) == nil {
      errors.append(row.error(8, .badYears(item)))
    }
  }

  private static func checkPlace(_ row: SourceTables.Row, _ errors: inout [TableError]) {
    for (column, limit) in [(8, 90.0), (9, 180.0)] where !row.fields[column].isEmpty {
      guard let value = Double(row.fields[column]), value.isFinite else {
        errors.append(row.error(column, .badNumber(row.fields[column])))
        continue
      }
      if abs(value) > limit { errors.append(row.error(column, .outOfRange(row.fields[column]))) }
    }
    if row.fields[8].isEmpty != row.fields[9].isEmpty {
      errors.append(
        row.error(row.fields[8].isEmpty ? 8 : 9, .emptyField(row.fields[8].isEmpty ? "latitude" : "longitude")))
    }
    if !row.fields[10].isEmpty, Int(row.fields[10]).map({ $0 < 0 }) ?? true {
      errors.append(row.error(10, .badNumber(row.fields[10])))
    }
  }
}
