internal import SortieSchema

/// The bytes are no log of copies.
public struct CopyLogError: Error, CustomStringConvertible {
  public let offset: Int

  public var description: String { "the log of copies is damaged at byte \(offset)" }
}

/// What a register remembers, text after text, as bytes that can be appended to.
///
/// Numbers are little-endian; strings and lists stand behind their length, 32 bits.
struct CopyLog: Sendable {
  struct Entry {
    let document: String
    let published: CalendarDate?
    let digests: [TextDigest]
    /// Nil where the text was not read, or is a reprint.
    var sketch: TextSketch?
  }

  private(set) var bytes: [UInt8] = []

  mutating func append(_ entry: Entry) {
    append(entry.document)
    append(entry.published?.description ?? "")
    append(UInt32(entry.digests.count))
    for digest in entry.digests {
      append(digest.high)
      append(digest.low)
    }
    append(UInt32(entry.sketch?.minima.count ?? 0))
    guard let sketch = entry.sketch else { return }
    for value in sketch.minima { append(value) }
    append(UInt32(sketch.facts.count))
    for fact in sketch.facts { append(fact) }
  }

  private mutating func append(_ text: String) {
    append(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func append(_ value: some FixedWidthInteger) {
    var rest = value
    for _ in 0..<value.bitWidth / 8 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// Gives the entries of a log one after the other.
  static func read(_ bytes: [UInt8], each: (Entry) -> Void) throws(CopyLogError) {
    var reader = Reader(bytes: bytes)
    while reader.position < bytes.count { each(try reader.entry()) }
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0

    mutating func entry() throws(CopyLogError) -> Entry {
      let document = try text()
      let day = try text()
      let published = CalendarDate(iso: day)
      guard day.isEmpty || published != nil else { throw CopyLogError(offset: position) }
      var digests: [TextDigest] = []
      for _ in 0..<(try count(of: 16)) { digests.append(TextDigest(high: try number(), low: try number())) }
      var entry = Entry(document: document, published: published, digests: digests)
      let length = try count(of: 4)
      guard length > 0 else { return entry }
      guard length == TextSketch.length else { throw CopyLogError(offset: position) }
      var minima: [UInt32] = []
      for _ in 0..<length { minima.append(try number()) }
      var facts: Set<UInt64> = []
      for _ in 0..<(try count(of: 8)) { facts.insert(try number()) }
      entry.sketch = TextSketch(document: document, published: published, minima: minima, facts: facts)
      return entry
    }

    private mutating func text() throws(CopyLogError) -> String {
      let count = try count(of: 1)
      defer { position += count }
      return String(decoding: bytes[position..<position + count], as: UTF8.self)
    }

    /// A number of things of so many bytes each, which have to be there.
    private mutating func count(of size: Int) throws(CopyLogError) -> Int {
      let count = Int(try number() as UInt32)
      guard count <= (bytes.count - position) / size else { throw CopyLogError(offset: position) }
      return count
    }

    private mutating func number<Number: FixedWidthInteger>() throws(CopyLogError) -> Number {
      let size = Number.bitWidth / 8
      guard position + size <= bytes.count else { throw CopyLogError(offset: position) }
      var value: Number = 0
      for index in (position..<position + size).reversed() { value = value << 8 | Number(bytes[index]) }
      position += size
      return value
    }
  }
}

extension TextDigest {
  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }
}

extension TextSketch {
  init(document: String, published: CalendarDate?, minima: [UInt32], facts: Set<UInt64>) {
    self.document = document
    self.published = published
    self.minima = minima
    self.facts = facts
  }
}
