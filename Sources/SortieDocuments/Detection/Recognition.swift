/// The first bytes of an input, by which its kind is told.
public struct Opening: Sendable {
  public static let length = 1 << 16

  public let bytes: [UInt8]
  /// Whether these are all bytes of the input.
  public let isWhole: Bool

  /// The bytes as UTF-8 where they are in an encoding in which even letters of ASCII take two; else as they are.
  private let text: [UInt8]

  public init(bytes: [UInt8], isWhole: Bool) {
    self.bytes = bytes
    self.isWhole = isWhole
    let isWide =
      ByteMarks.wideEncoding(bytes) != nil
      || bytes.prefix(16).contains(0) && ByteStatistics(bytes).wideEncoding(count: bytes.count) != nil
    text = isWide ? DecodedText(bytes).text : bytes
  }

  /// The bytes behind a byte order mark and white space.
  var words: ArraySlice<UInt8> {
    let start = text.starts(with: ByteMarks.utf8) ? ByteMarks.utf8.count : 0
    return text[start...].drop { ByteMarks.isBlank($0) }
  }

  /// Whether a word stands in the first 2,000 bytes of the words, in whatever case.
  func holds(_ text: StaticString) -> Bool {
    let wanted = Array(text.description.utf8)
    let head = words.prefix(2_000).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return head.indices.contains { head[$0...].starts(with: wanted) }
  }

  /// Whether the words begin so, in whatever case.
  func begins(with text: StaticString) -> Bool {
    let wanted = text.description.utf8
    return words.count >= wanted.count
      && zip(words, wanted).allSatisfy { ($0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0) == $1 }
  }
}

/// How sure the bytes make a reader that an input is of its kind.
public enum Recognition: Int, Comparable, Sendable {
  /// Such an input begins otherwise, whatever its name says.
  case impossible
  /// Nothing speaks for it: the name decides.
  case possible
  /// It looks like one, where the name tells nothing else.
  case likely
  /// Nothing else begins so, whatever the name says.
  case certain

  public static func < (a: Recognition, b: Recognition) -> Bool { a.rawValue < b.rawValue }
}
