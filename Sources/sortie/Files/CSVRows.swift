/// Rows of comma-separated values (RFC 4180), for lists of names that users bring along.
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
    var rows = try fields(of: bytes, file: file)
    guard !rows.isEmpty else { throw Fault(file: file, line: 1, message: "the file has no header line") }
    let names = rows.removeFirst().fields.map { $0.lowercased() }
    return try rows.map { row throws(Fault) in
      guard row.fields.count == names.count else {
        throw Fault(
          file: file, line: row.line, message: "\(row.fields.count) fields where the header has \(names.count)")
      }
      return Dictionary(zip(names, row.fields)) { first, _ in first }
    }
  }

  private static func fields(of bytes: [UInt8], file: String) throws(Fault) -> [(line: Int, fields: [String])] {
    var rows: [(line: Int, fields: [String])] = []
    var row: [String] = []
    var field: [UInt8] = []
    var line = 1
    var rowLine = 1
    var isQuoted = false
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func endField() {
      if !isQuoted, field.last == 0x0D { field.removeLast() }
      row.append(String(decoding: field, as: UTF8.self))
      field = []
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
        }
        continue
      }
      switch byte {
      case 0x22 where field.isEmpty: isQuoted = true
      case 0x2C: endField()
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
