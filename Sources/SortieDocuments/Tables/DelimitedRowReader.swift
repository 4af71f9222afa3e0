internal import SortieSchema

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
    var value: [UInt8] = []
    var map = SourceMap()
    func take(_ byte: UInt8, _ offset: Int) {
      value.append(byte)
      map.append(1, from: offset)
    }
    if try byte() == UInt8(ascii: "\"") {
      index += 1
      while true {
        guard let byte = try byte() else { throw InputProblem.unclosedQuote }
        index += 1
        if byte == UInt8(ascii: "\"") {
          guard try self.byte() == UInt8(ascii: "\"") else { break }
          value.append(byte)
          map.append(1, standingFor: base + index - 1..<base + index + 1)
          index += 1
          continue
        }
        if byte == 0x0A { line += 1 }
        take(byte, base + index - 1)
        guard value.count <= limit else { throw InputProblem.tooLarge(limit: limit) }
      }
    }
    while let byte = try byte(), byte != delimiter, byte != 0x0A {
      index += 1
      // A carriage return belongs to the line's end.
      if byte == 0x0D, try self.byte() == 0x0A || self.byte() == nil { continue }
      take(byte, base + index - 1)
      guard value.count <= limit else { throw InputProblem.tooLarge(limit: limit) }
    }
    return TableCell(bytes: value, sourceMap: map)
  }

  private mutating func byte() throws -> UInt8? {
    while index >= bytes.count {
      guard !isAtEnd else { return nil }
      if try source.read(upTo: BytesInMemory.chunk, onto: &bytes) == 0 { isAtEnd = true }
      if base == 0, index == 0, bytes.starts(with: ByteMarks.utf8) { index = ByteMarks.utf8.count }
    }
    return bytes[index]
  }

  private mutating func release() {
    guard index >= BytesInMemory.chunk else { return }
    bytes.removeSubrange(0..<index)
    base += index
    index = 0
  }
}
