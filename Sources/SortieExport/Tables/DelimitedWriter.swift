import SortieSchema

/// Writes rows of cells with a character between them, quoted as RFC 4180 says.
public struct DelimitedWriter: Sendable {
  let delimiter: UInt8
  /// What ends a row: CR LF in CSV, LF in TSV.
  let lineEnd: [UInt8]
  /// Leaves cells of text as they are, even where a spreadsheet would run them.
  let isRaw: Bool
  /// Begins with a byte order mark and keeps text that a spreadsheet would take for a number or a date.
  let isForSpreadsheet: Bool

  public init(delimiter: UInt8, lineEnd: [UInt8], isRaw: Bool, isForSpreadsheet: Bool = false) {
    self.delimiter = delimiter
    self.lineEnd = lineEnd
    self.isRaw = isRaw
    self.isForSpreadsheet = isForSpreadsheet
  }

  public func header(_ names: [String], into buffer: inout [UInt8]) {
    if isForSpreadsheet { buffer.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
    for (index, name) in names.enumerated() {
      if index > 0 { buffer.append(delimiter) }
      buffer.append(contentsOf: name.utf8)
    }
    buffer.append(contentsOf: lineEnd)
  }

  /// Appends rows of `width` cells each.
  public func rows(_ cells: [Cell], width: Int, into buffer: inout [UInt8]) {
    var column = 0
    for cell in cells {
      if column > 0 { buffer.append(delimiter) }
      self.cell(cell, into: &buffer)
      column += 1
      if column == width {
        buffer.append(contentsOf: lineEnd)
        column = 0
      }
    }
  }

  func cell(_ cell: Cell, into buffer: inout [UInt8]) {
    switch cell {
    case .empty: return
    case .text(let text): self.text(text, into: &buffer)
    case .integer(let value): DecimalText.append(value, to: &buffer)
    case .number(let value): DecimalText.append(value, to: &buffer)
    case .flag(let value): buffer.append(contentsOf: value ? Self.trueBytes : Self.falseBytes)
    case .date(let date): DecimalText.append(date, to: &buffer)
    }
  }

  private static let trueBytes = Array("true".utf8)
  private static let falseBytes = Array("false".utf8)

  /// Cells are copied whole and looked through once; only those that need it are written again.
  func text(_ text: String, into buffer: inout [UInt8]) {
    let start = buffer.count
    buffer.append(contentsOf: text.utf8)
    guard start < buffer.count else { return }
    if isForSpreadsheet || !Self.isPlainStart(buffer[start]) { makeSafe(from: start, in: &buffer) }
    var index = start
    let end = buffer.count
    while index < end {
      let byte = buffer[index]
      // Letters and digits, nearly all there is, are none of what needs quotes.
      if byte < 0x30 || byte == 0x3B, needsQuotes(byte) { return quote(from: start, in: &buffer) }
      index += 1
    }
  }

  private func needsQuotes(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
  }

  /// Whether no spreadsheet takes a cell that begins so for a formula.
  private static func isPlainStart(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private func makeSafe(from start: Int, in buffer: inout [UInt8]) {
    if !isRaw, FormulaGuard.needsApostrophe(buffer, from: start) {
      buffer.insert(FormulaGuard.apostrophe, at: start)
    }
    if isForSpreadsheet, SpreadsheetGuess.wouldConvert(buffer[start...]) {
      buffer.insert(contentsOf: [UInt8(ascii: "="), UInt8(ascii: "\"")], at: start)
      buffer.append(UInt8(ascii: "\""))
    }
  }

  private func quote(from start: Int, in buffer: inout [UInt8]) {
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
