/// The bytes of a text, valid UTF-8 from here on, checked once.
///
/// Every offset in every later stage is an offset into them, and so into the text as read: a byte that is no UTF-8 is
/// replaced by one other byte, never removed.
public struct ValidText: Sendable {
  public let bytes: [UInt8]
  /// How many bytes were no UTF-8 and were replaced by `?`.
  public let replacedByteCount: Int

  public init(_ bytes: [UInt8]) {
    var valid = bytes
    replacedByteCount = UTF8Repair.repair(&valid)
    self.bytes = valid
  }

  /// Whether it has no sentence at all, only white space and bullets.
  public var isBlank: Bool {
    for byte in bytes where (byte | 0x20) &- 0x61 < 26 { return false }
    var splitter = SentenceSplitter(bytes: bytes, rules: .none)
    return splitter.next() == nil
  }
}

/// A text as it was read, with its paragraphs and sentences.
public struct ReportText: Sendable {
  public let valid: ValidText
  public var bytes: [UInt8] { valid.bytes }
  /// In the order of the text; they do not overlap, and what lies between them is white space.
  public let sentences: [Sentence]

  public init(_ text: ValidText, rules: SentenceRules) {
    valid = text
    var splitter = SentenceSplitter(bytes: text.bytes, rules: rules)
    var sentences: [Sentence] = []
    while let sentence = splitter.next() { sentences.append(sentence) }
    self.sentences = sentences
  }

  /// A text that nobody asks for its sentences.
  public init(unsplit text: ValidText) {
    valid = text
    sentences = []
  }

  public init(_ bytes: [UInt8], rules: SentenceRules) {
    self.init(ValidText(bytes), rules: rules)
  }

  public init(_ text: String, rules: SentenceRules) {
    self.init(Array(text.utf8), rules: rules)
  }

  /// The words of a range. Made for messages, not for loops.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}

/// One sentence, heading or list item.
public struct Sentence: Hashable, Sendable {
  /// What the line is: a sentence of prose, a heading, an item of a list.
  public enum Kind: Sendable { case prose, heading, listItem }

  /// UTF-8 byte offsets, without the white space and the bullet around it.
  public let range: Range<Int>
  /// Counted from 0; sentences of one paragraph share it.
  public let paragraph: Int
  public let kind: Kind

  public init(range: Range<Int>, paragraph: Int, kind: Kind) {
    self.range = range
    self.paragraph = paragraph
    self.kind = kind
  }
}

/// What ends no sentence, told by the language's own data.
public struct SentenceRules: Sendable {
  /// Lower-case words that are written with a full stop inside sentences: `gen`, `lt`, `u.s`, without the last stop.
  public let abbreviations: Set<String>
  /// Those of them that end none only where a number follows: `jan`, `no`.
  public let beforeNumbers: Set<String>

  public init(abbreviations: Set<String>, beforeNumbers: Set<String>) {
    self.abbreviations = abbreviations
    self.beforeNumbers = beforeNumbers
  }

  public static let none = SentenceRules(abbreviations: [], beforeNumbers: [])
}
