import SortieExport

/// Rows of delimited text (RFC 4180), for what users bring along.
enum CSVRows {
  struct Fault: EndingError, CustomStringConvertible {
    let file: String
    let line: Int
    let message: String

    var status: ExitStatus { .noInput }
    var description: String { "\(file):\(line):1: error: \(message)" }
  }

  /// Rows by the names of the columns in the first line; empty lines are no rows.
  static func read(_ bytes: [UInt8], file: String) throws(Fault) -> [[String: String]] {
    let table = try table(of: bytes, file: file)
    let names = table.header.map { $0.lowercased() }
    return table.rows.map { Dictionary(zip(names, $0)) { first, _ in first } }
  }

  /// The first line and the rows below it, each with as many cells; empty lines are no rows.
  static func table(
    of bytes: [UInt8], delimiter: UInt8 = 0x2C, file: String
  ) throws(Fault) -> (header: [String], rows: [[String]]) {
    let lines = try fields(of: bytes, delimiter: delimiter, file: file)
    guard let header = lines.first?.fields else {
      throw Fault(file: file, line: 1, message: "the file has no header line")
    }
    let rows = try lines.dropFirst().map { row throws(Fault) in
      guard row.fields.count == header.count else {
        throw Fault(
          file: file, line: row.line, message: "\(row.fields.count) fields where the header has \(header.count)")
      }
      return row.fields
    }
    return (header, rows)
  }

  /// A cell without what only keeps spreadsheets from changing it.
  static func plain(_ cell: String) -> String {
    if cell.hasPrefix("=\""), cell.hasSuffix("\""), cell.utf8.count > 2 { return String(cell.dropFirst(2).dropLast()) }
    return FormulaGuard.restored(cell)
  }

  private static func fields(
    of bytes: [UInt8], delimiter: UInt8, file: String
  ) throws(Fault) -> [(line: Int, fields: [String])] {
    var rows: [(line: Int, fields: [String])] = []
    var row: [String] = []
    var field: [UInt8] = []
    var line = 1
    var rowLine = 1
    var isQuoted = false
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    // What stood in quotes, a carriage return at its end included, is kept as it is.
    var quotedCount = 0
    func endField() {
      if field.count > quotedCount, field.last == 0x0D { field.removeLast() }
      row.append(String(decoding: field, as: UTF8.self))
      field = []
      quotedCount = 0
    }
    func endRow() {
      endField()
      if row != [""] { rows.append((rowLine, row)) }
      row = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A { line += 1 }
      if isQuoted {
        if byte != 0x22 {
          field.append(byte)
        } else if index < bytes.count, bytes[index] == 0x22 {
          field.append(0x22)
          index += 1
        } else {
          isQuoted = false
          quotedCount = field.count
        }
        continue
      }
      switch byte {
      case 0x22 where field.isEmpty: isQuoted = true
      case delimiter: endField()
      case 0x0A:
        endRow()
        rowLine = line
      default: field.append(byte)
      }
    }
    guard !isQuoted else { throw Fault(file: file, line: rowLine, message: "a quoted field is not closed") }
    if !field.isEmpty || !row.isEmpty { endRow() }
    return rows
  }
}
