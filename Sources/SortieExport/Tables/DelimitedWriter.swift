import SortieSchema
internal import TextScan

/// Writes rows of cells with a character between them, quoted as RFC 4180 says.
///
/// It holds no array, nor anything else whose holders are counted: it is handed on for every cell.
public struct DelimitedWriter: Sendable {
  /// What ends a row: CR LF in CSV, LF in TSV.
  public enum LineEnd: Sendable { case crlf, lf }

  let delimiter: UInt8
  let lineEnd: LineEnd
  /// Leaves cells of text as they are, even where a spreadsheet would run them.
  let isRaw: Bool
  /// Begins with a byte order mark and keeps text that a spreadsheet would take for a number or a date.
  let isForSpreadsheet: Bool

  public init(delimiter: UInt8, lineEnd: LineEnd, isRaw: Bool, isForSpreadsheet: Bool = false) {
    self.delimiter = delimiter
    self.lineEnd = lineEnd
    self.isRaw = isRaw
    self.isForSpreadsheet = isForSpreadsheet
  }

  /// Appends the names of the columns as the first row.
  public func header(_ names: [String], into buffer: inout [UInt8]) {
    if isForSpreadsheet { buffer.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
    for (index, name) in names.enumerated() {
      if index > 0 { buffer.append(delimiter) }
      buffer.append(contentsOf: name.utf8)
    }
    endRow(in: &buffer)
  }

  func endRow(in buffer: inout [UInt8]) {
    if lineEnd == .crlf { buffer.append(0x0D) }
    buffer.append(0x0A)
  }

  /// Appends a row of cells of text.
  public func row(_ cells: [String], into buffer: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { buffer.append(delimiter) }
      let start = buffer.count
      buffer.append(contentsOf: cell.utf8)
      finishText(from: start, in: &buffer)
    }
    endRow(in: &buffer)
  }

  /// Makes a cell of the text that stands from `start` to the end of the buffer.
  ///
  /// It is looked through once; only what needs it is written again.
  func finishText(from start: Int, in buffer: inout [UInt8]) {
    guard start < buffer.count else { return }
    if isForSpreadsheet || !Self.isPlainStart(buffer[start]) { makeSafe(from: start, in: &buffer) }
    let text = start..<buffer.count
    guard text.count < Self.short else {
      if ByteSearch.first(delimiter, or: Self.mark, in: buffer, text) != nil
        || ByteSearch.first(0x0A, or: 0x0D, in: buffer, text) != nil
      {
        quote(from: start, in: &buffer)
      }
      return
    }
    for index in text {
      let byte = buffer[index]
      // Letters and digits, nearly all there is, are none of what needs quotes.
      if byte < 0x30 || byte == 0x3B, needsQuotes(byte) { return quote(from: start, in: &buffer) }
    }
  }

  /// Shorter text is looked through faster than a search by vectors begins.
  private static let short = 24
  /// What stands around a cell, and twice for itself inside of it.
  private static let mark = UInt8(ascii: "\"")

  private func needsQuotes(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Self.mark || byte == 0x0A || byte == 0x0D
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
    if ByteSearch.first(Self.mark, in: buffer, start..<buffer.count) == nil {
      buffer.insert(Self.mark, at: start)
    } else {
      let plain = Array(buffer[start...])
      buffer.removeSubrange(start...)
      buffer.append(Self.mark)
      for byte in plain {
        if byte == Self.mark { buffer.append(byte) }
        buffer.append(byte)
      }
    }
    buffer.append(Self.mark)
  }
}
