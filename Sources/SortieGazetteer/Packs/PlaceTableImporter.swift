/// Turns a user's own table of places into places of a pack, by a mapping of columns.
public struct PlaceTableImporter: Sendable {
  /// The user's column for each column of `places.csv`; `name`, `latitude` and `longitude` are needed.
  public let columns: [String: String]
  /// What stands in a column of `places.csv` that the user's table does not have, as `country` → `UA`.
  public let constants: [String: String]
  /// Begins the ids that are made where the table has none.
  public let prefix: String

  public init(columns: [String: String], constants: [String: String] = [:], prefix: String = "own") {
    self.columns = columns
    self.constants = constants
    self.prefix = prefix
  }

  /// The rows of `places.csv`, sorted by id; all faults are collected.
  public func rows(_ file: GazetteerFile) throws(TableErrors) -> [[String]] {
    let (lines, faults) = DelimitedRows.read(file)
    var errors = faults
    guard let header = lines.first else {
      throw TableErrors(
        errors: faults.isEmpty ? [TableError(file: file.name, line: 1, column: 1, problem: .emptyFile)] : faults)
    }
    func fail(_ line: Int, _ column: Int, _ problem: TableError.Problem) {
      errors.append(TableError(file: file.name, line: line, column: column, problem: problem))
    }
    var order = [Int?](repeating: nil, count: Table.place.columns.count)
    for (own, theirs) in columns.sorted(by: { $0.key < $1.key }) {
      guard let column = Table.place.column(own) else {
        fail(header.line, 1, .unknownColumn(own))
        continue
      }
      guard let index = header.fields.firstIndex(of: theirs) else {
        fail(header.line, 1, .missingColumn(theirs))
        continue
      }
      order[column] = index
    }
    for name in constants.keys.sorted() where Table.place.column(name) == nil {
      fail(header.line, 1, .unknownColumn(name))
    }
    for name in ["name", "latitude", "longitude"] where columns[name] == nil {
      fail(header.line, 1, .missingColumn(name))
    }
    guard errors.isEmpty else { throw TableErrors(errors: errors) }
    var rows: [SourceTables.Row] = []
    for line in lines.dropFirst() {
      guard line.fields.count == header.fields.count else {
        fail(line.line, 1, .wrongFieldCount(expected: header.fields.count, found: line.fields.count))
        continue
      }
      var fields = order.enumerated().map { column, index in
        index.map { line.fields[$0].trimmed } ?? constants[Table.place.columns[column]] ?? ""
      }
      if fields[0].isEmpty { fields[0] = "\(prefix)-\(line.line)" }
      if fields[4].isEmpty { fields[4] = "site" }
      if fields[12].isEmpty { fields[12] = file.name }
      rows.append(
        SourceTables.Row(
          fields: fields, file: file.name, line: line.line, columns: order.map { $0.map { line.columns[$0] } ?? 1 }))
    }
    TableChecks.check(.place, rows, &errors)
    guard errors.isEmpty else { throw TableErrors(errors: errors) }
    return rows.map(\.fields).sorted { $0[0] < $1[0] }
  }

  /// A mapping for the columns of a table that are called as those of `places.csv`.
  public static func columnsNamedAlike(in file: GazetteerFile) -> [String: String] {
    let header = DelimitedRows.read(file).rows.first?.fields ?? []
    return Dictionary(Table.place.columns.filter(header.contains).map { ($0, $0) }) { first, _ in first }
  }

  /// A pack, compiled.
  public func pack(_ file: GazetteerFile) throws(TableErrors) -> Gazetteer {
    var tables = SourceTables()
    tables[.place] = try rows(file).map { SourceTables.Row(fields: $0, file: "", line: 0, columns: []) }
    return Gazetteer(tables: tables)
  }
}

/// The text of `places.csv` for rows that an importer gives.
public enum PlaceTableText {
  /// The rows as a table of places, with its header.
  public static func csv(_ rows: [[String]]) -> String { CSVText.table(Table.place.columns, rows) }
}
