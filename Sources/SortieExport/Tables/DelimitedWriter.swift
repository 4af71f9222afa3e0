import SortieSchema

/// Writes rows of cells with a character between them, quoted as RFC 4180 says.
struct DelimitedWriter: Sendable {
  let delimiter: UInt8
  /// What ends a row: CR LF in CSV, LF in TSV.
  let lineEnd: [UInt8]
  /// Leaves cells of text as they are, even where a spreadsheet would run them.
  let isRaw: Bool

  func header(_ columns: [Column], into buffer: inout [UInt8]) {
    for (index, column) in columns.enumerated() {
      if index > 0 { buffer.append(delimiter) }
      buffer.append(contentsOf: column.name.utf8)
    }
    buffer.append(contentsOf: lineEnd)
  }

  func row(_ row: RecordRow, _ columns: [Column], into buffer: inout [UInt8]) {
    var isFirst = true
    for column in columns {
      if !isFirst { buffer.append(delimiter) }
      isFirst = false
      cell(column.value(row), into: &buffer)
    }
    buffer.append(contentsOf: lineEnd)
  }

  func cell(_ cell: Cell, into buffer: inout [UInt8]) {
    switch cell {
    case .empty: return
    case .text(let text): self.text(text, into: &buffer)
    case .integer(let value): DecimalText.append(value, to: &buffer)
    case .number(let value): DecimalText.append(value, to: &buffer)
    case .flag(let value): buffer.append(contentsOf: (value ? "true" : "false").utf8)
    case .date(let date): DecimalText.append(date, to: &buffer)
    }
  }

  /// Cells are copied whole and looked through once; only those that need it are written again in quotes.
  private func text(_ text: String, into buffer: inout [UInt8]) {
    let start = buffer.count
    buffer.append(contentsOf: text.utf8)
    if !isRaw, FormulaGuard.needsApostrophe(buffer, from: start) {
      buffer.insert(FormulaGuard.apostrophe, at: start)
    }
    var needsQuotes = false
    for index in start..<buffer.count {
      let byte = buffer[index]
      if byte == delimiter || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D {
        needsQuotes = true
        break
      }
    }
    guard needsQuotes else { return }
    let plain = Array(buffer[start...])
    buffer.removeSubrange(start...)
    buffer.append(UInt8(ascii: "\""))
    for byte in plain {
      if byte == UInt8(ascii: "\"") { buffer.append(byte) }
      buffer.append(byte)
    }
    buffer.append(UInt8(ascii: "\""))
  }
}
