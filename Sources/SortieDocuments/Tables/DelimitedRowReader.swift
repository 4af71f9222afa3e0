internal import SortieSchema
internal import TextScan

/// Cuts comma- or tab-separated values (RFC 4180) into rows without holding more of them than one row and one chunk.
struct DelimitedRowReader {
  private var source: any ByteSource
  private let delimiter: UInt8
  private let limit: Int
  private var bytes: [UInt8] = []
  private var index = 0
  /// Where in the file `bytes` begins.
  private var base = 0
  private var isAtEnd = false
  private var line = 1
  /// Where the last row begins.
  private(set) var rowLine = 1

  init(_ source: any ByteSource, delimiter: UInt8, limit: Int) {
    self.source = source
    self.delimiter = delimiter
    self.limit = limit
  }

  /// The next row; nil behind the last one. Empty lines are no rows.
  /// - Throws: `InputProblem.unclosedQuote` where the file ends in a quoted field.
  mutating func next() throws -> TableRow? {
    while true {
      release()
      guard try byte() != nil else { return nil }
      rowLine = line
      var row = TableRow(cells: [], line: line)
      var isOpen = true
      while isOpen {
        let cell = try cell()
        row.cells.append(cell)
        switch try byte() {
        case delimiter: index += 1
        case nil: isOpen = false
        default:
          index += 1
          line += 1
          isOpen = false
        }
      }
      if row.cells.count > 1 || row.cells.first?.bytes.isEmpty == false { return row }
    }
  }

  private mutating func cell() throws -> TableCell {
    var cell = OpenCell()
    if try byte() == Self.quote {
      index += 1
      try readQuoted(into: &cell)
    }
    try readPlain(into: &cell)
    return TableCell(bytes: cell.bytes, sourceMap: cell.map)
  }

  /// Reads up to and with the quote that closes the cell.
  private mutating func readQuoted(into cell: inout OpenCell) throws {
    while true {
      guard try byte() != nil else { throw InputProblem.unclosedQuote }
      let end = ByteSearch.first(Self.quote, in: bytes, index..<bytes.count) ?? bytes.count
      line += bytes[index..<end].count { $0 == 0x0A }
      try take(to: end, into: &cell)
      guard end < bytes.count else { continue }
      index += 1
      guard try byte() == Self.quote else { return }
      cell.bytes.append(Self.quote)
      cell.map.append(1, standingFor: base + index - 1..<base + index + 1)
      index += 1
    }
  }

  /// Reads up to what ends the cell. A carriage return before the line's end belongs to that.
  private mutating func readPlain(into cell: inout OpenCell) throws {
    while try byte() != nil {
      let found = ByteSearch.first(delimiter, or: 0x0A, in: bytes, index..<bytes.count)
      var end = found ?? bytes.count
      let endsInReturn = end > index && bytes[end - 1] == 0x0D
      if found == nil, !isAtEnd {
        // What follows a carriage return is not known yet.
        if endsInReturn { end -= 1 }
        if end > index { try take(to: end, into: &cell) } else { try more() }
        continue
      }
      let isLineEnd = found.map { bytes[$0] == 0x0A } ?? true
      try take(to: endsInReturn && isLineEnd ? end - 1 : end, into: &cell)
      index = end
      return
    }
  }

  private mutating func take(to end: Int, into cell: inout OpenCell) throws {
    cell.bytes.append(contentsOf: bytes[index..<end])
    cell.map.append(end - index, from: base + index)
    index = end
    guard cell.bytes.count <= limit else { throw InputProblem.tooLarge(limit: limit) }
  }

  private struct OpenCell {
    var bytes: [UInt8] = []
    var map = SourceMap()
  }

  private static let quote = UInt8(ascii: "\"")

  private mutating func byte() throws -> UInt8? {
    while index >= bytes.count {
      guard !isAtEnd else { return nil }
      try more()
      if base == 0, index == 0, bytes.starts(with: ByteMarks.utf8) { index = ByteMarks.utf8.count }
    }
    return bytes[index]
  }

  private mutating func more() throws {
    if try source.read(upTo: BytesInMemory.chunk, onto: &bytes) == 0 { isAtEnd = true }
  }

  private mutating func release() {
    guard index >= BytesInMemory.chunk else { return }
    bytes.removeSubrange(0..<index)
    base += index
    index = 0
  }
}
