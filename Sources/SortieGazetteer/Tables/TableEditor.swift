/// Adds rows to the text of a table without touching the others.
public enum TableEditor {
  /// The table with one more row, at its place by id; `values` by column, the others empty.
  ///
  /// Throws when the id is taken, a column is unknown, or the row breaks a rule of its table.
  public static func adding(
    _ values: [String: String], to file: GazetteerFile
  ) throws(TableErrors) -> [UInt8] {
    guard let table = Table.named(byFile: file.name) else {
      throw TableErrors(errors: [TableError(file: file.name, line: 1, column: 1, problem: .unknownTable(file.name))])
    }
    let (lines, faults) = DelimitedRows.read(file)
    if !faults.isEmpty { throw TableErrors(errors: faults) }
    guard let header = lines.first else {
      throw TableErrors(errors: [TableError(file: file.name, line: 1, column: 1, problem: .emptyFile)])
    }
    let unknown = values.keys.filter { !header.fields.contains($0) }.sorted()
    if !unknown.isEmpty {
      throw TableErrors(
        errors: unknown.map { TableError(file: file.name, line: 1, column: 1, problem: .unknownColumn($0)) })
    }
    let fields = header.fields.map { values[$0] ?? "" }
    let id = values["id"] ?? ""
    let idColumn = header.fields.firstIndex(of: "id") ?? 0
    let line = lines.dropFirst().first { idColumn < $0.fields.count && $0.fields[idColumn] > id }?.line
    var texts = file.text.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    if texts.last == [] { texts.removeLast() }
    let isCRLF = texts[0].last == 0x0D
    var new = Array(CSVText.line(fields).utf8.dropLast())
    if isCRLF { new.append(0x0D) }
    texts.insert(new, at: line.map { $0 - 1 } ?? texts.count)
    let result = texts.reduce(into: [UInt8]()) { $0 += $1 + [0x0A] }
    // What comes out must be a table that loads.
    let checked = try SourceTables(files: [GazetteerFile(name: file.name, text: result)])
    precondition(checked[table].count == lines.count, "a row was lost")
    return result
  }
}
