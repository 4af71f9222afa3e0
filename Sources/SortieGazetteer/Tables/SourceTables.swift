/// The rows of all tables as they stand in the files, checked.
struct SourceTables: Sendable {
  struct Row: Equatable, Sendable {
    var fields: [String]
    var file: String
    var line: Int
    var columns: [Int]

    func error(_ column: Int, _ problem: TableError.Problem) -> TableError {
      TableError(file: file, line: line, column: column < columns.count ? columns[column] : 1, problem: problem)
    }
  }

  /// Indexed by `Table.rawValue`.
  var rows = [[Row]](repeating: [], count: Table.allCases.count)
  /// Place names that are English words as well.
  var englishWords: [String] = []

  init() {}

  /// Reads files by their names (`aircraft.csv` …); all faults are collected.
  init(files: [GazetteerFile]) throws(TableErrors) {
    var errors: [TableError] = []
    for file in files {
      let base = file.name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map { String($0) } ?? file.name
      if let table = Table.named(byFile: file.name) {
        rows[Int(table.rawValue)] += Self.read(file, columns: table.columns, &errors)
      } else if base == "english-words.csv" {
        englishWords += Self.read(file, columns: ["word", "source"], &errors).map { $0.fields[0] }
      } else {
        errors.append(TableError(file: file.name, line: 1, column: 1, problem: .unknownTable(base)))
      }
    }
    for table in Table.allCases { TableChecks.check(table, rows[Int(table.rawValue)], &errors) }
    if !errors.isEmpty { throw TableErrors(errors: errors) }
  }

  subscript(table: Table) -> [Row] {
    get { rows[Int(table.rawValue)] }
    set { rows[Int(table.rawValue)] = newValue }
  }

  /// Rows with their fields in the order of `columns`, whatever the order in the file.
  private static func read(_ file: GazetteerFile, columns: [String], _ errors: inout [TableError]) -> [Row] {
    let (lines, faults) = DelimitedRows.read(file)
    errors += faults
    guard let header = lines.first else {
      if faults.isEmpty { errors.append(TableError(file: file.name, line: 1, column: 1, problem: .emptyFile)) }
      return []
    }
    var order = [Int?](repeating: nil, count: columns.count)
    for (index, name) in header.fields.enumerated() {
      let problem: TableError.Problem
      if let column = columns.firstIndex(of: name) {
        if order[column] == nil {
          order[column] = index
          continue
        }
        problem = .repeatedColumn(name)
      } else {
        problem = .unknownColumn(name)
      }
      errors.append(TableError(file: file.name, line: header.line, column: header.columns[index], problem: problem))
    }
    for (column, place) in order.enumerated() where place == nil {
      errors.append(
        TableError(file: file.name, line: header.line, column: 1, problem: .missingColumn(columns[column])))
    }
    guard errors.allSatisfy({ $0.file != file.name || $0.line != header.line }) else { return [] }
    var rows: [Row] = []
    for line in lines.dropFirst() {
      guard line.fields.count == header.fields.count else {
        errors.append(
          TableError(
            file: file.name, line: line.line, column: 1,
            problem: .wrongFieldCount(expected: header.fields.count, found: line.fields.count)))
        continue
      }
      rows.append(
        Row(
          fields: order.map { $0.map { line.fields[$0] } ?? "" }, file: file.name, line: line.line,
          columns: order.map { $0.map { line.columns[$0] } ?? 1 }))
    }
    return rows
  }
}
