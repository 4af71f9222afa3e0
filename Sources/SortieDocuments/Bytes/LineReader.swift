internal import TextScan

/// Cuts a source into lines without holding more of it than one line and one chunk.
struct LineReader {
  private var source: any ByteSource
  private var buffer: [UInt8] = []
  /// Where the line that is next begins, and how far the buffer was searched for its end.
  private var start = 0
  private var searched = 0
  private var isAtEnd = false

  /// Where in the source `bytes` begins.
  private(set) var base = 0
  /// How many lines were given.
  private(set) var line = 0

  init(_ source: any ByteSource) { self.source = source }

  /// The bytes in which the range given by `next` lies.
  var bytes: [UInt8] { buffer }

  /// The range of the next line in `bytes`, without its line feed; nil after the last one.
  ///
  /// A line feed at the very end begins no further line.
  mutating func next() throws -> Range<Int>? {
    while true {
      if let feed = ByteSearch.first(0x0A, in: buffer, searched..<buffer.count) {
        let range = start..<feed
        searched = feed + 1
        start = searched
        line += 1
        return range
      }
      searched = buffer.count
      if isAtEnd {
        guard start < buffer.count else { return nil }
        let range = start..<buffer.count
        start = buffer.count
        line += 1
        return range
      }
      if start > 0 {
        buffer.removeSubrange(0..<start)
        base += start
        searched -= start
        start = 0
      }
      if try source.read(upTo: BytesInMemory.chunk, onto: &buffer) == 0 { isAtEnd = true }
    }
  }
}
