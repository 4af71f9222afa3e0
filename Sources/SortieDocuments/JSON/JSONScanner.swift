/// Cuts JSON into values without holding more of it than one value and one chunk.
///
/// It looks at brackets, quotes and escapes alone; whoever reads a value finds what is wrong inside of it.
struct JSONScanner {
  private var source: any ByteSource
  private(set) var bytes: [UInt8] = []
  private(set) var index = 0
  /// Where in the input `bytes` begins.
  private(set) var base = 0
  private var isAtEnd = false
  private let limit: Int

  /// Line and column of `lineOffset`; both counted from 1.
  private var line = 1
  private var column = 1
  private var lineOffset = 0

  init(_ source: any ByteSource, limit: Int) {
    self.source = source
    self.limit = limit
  }

  /// The first byte that is not blank, which stays where it is; nil at the end.
  mutating func peek() throws -> UInt8? {
    while true {
      while index < bytes.count {
        if !ByteMarks.isBlank(bytes[index]) { return bytes[index] }
        index += 1
      }
      guard try more() else { return nil }
    }
  }

  mutating func skip(_ count: Int = 1) { index += count }

  /// Passes over a byte order mark at the start.
  mutating func skipMark() throws {
    while bytes.count < ByteMarks.utf8.count, try more() {}
    if bytes.starts(with: ByteMarks.utf8) { index = ByteMarks.utf8.count }
  }

  /// Passes over one value, which begins at `index`.
  /// - Returns: its range in `bytes`, which holds until the next call; nil where it is cut off.
  mutating func value() throws -> Range<Int>? {
    release()
    let start = index
    var depth = 0
    var isQuoted = false
    while true {
      while index < bytes.count {
        let byte = bytes[index]
        if isQuoted {
          index += 1
          if byte == UInt8(ascii: "\\") {
            guard try index < bytes.count || more() else { return nil }
            index += 1
          } else if byte == UInt8(ascii: "\"") {
            isQuoted = false
            if depth == 0 { return start..<index }
          }
          continue
        }
        switch byte {
        case UInt8(ascii: "\""): isQuoted = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          // A bracket too many ends a bare word before it.
          if depth == 0 { return start..<index }
          depth -= 1
          if depth == 0 {
            index += 1
            return start..<index
          }
        case UInt8(ascii: ","), UInt8(ascii: ":"):
          if depth == 0 { return start..<index }
        default:
          if depth == 0, ByteMarks.isBlank(byte), index > start { return start..<index }
        }
        index += 1
      }
      guard bytes.count - start <= limit else { throw InputProblem.tooLarge(limit: limit) }
      guard try more() else { return depth == 0 && !isQuoted && index > start ? start..<index : nil }
    }
  }

  /// Line and column of an offset at or behind the start of the last value.
  func position(of offset: Int, in name: String) -> InputPosition {
    var line = line
    var column = column
    for byte in bytes[lineOffset..<min(offset, bytes.count)] {
      if byte == 0x0A {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return InputPosition(input: name, line: line, column: column)
  }

  /// Counts lines from here on, which nothing before it asks for any more.
  mutating func countLines(to offset: Int) {
    guard offset >= lineOffset else { return }
    let here = position(of: offset, in: "")
    (line, column, lineOffset) = (here.line, here.column, offset)
  }

  /// Drops what lies before `index`.
  private mutating func release() {
    countLines(to: index)
    if index >= BytesInMemory.chunk {
      bytes.removeSubrange(0..<index)
      base += index
      index = 0
    }
    lineOffset = index
  }

  private mutating func more() throws -> Bool {
    guard !isAtEnd else { return false }
    if try source.read(upTo: BytesInMemory.chunk, onto: &bytes) == 0 { isAtEnd = true }
    return !isAtEnd
  }
}
