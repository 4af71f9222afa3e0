internal import ReportText

extension String {
  /// The same letters in memory of their own.
  func separated() -> String { String(decoding: Array(utf8), as: UTF8.self) }
}

/// A table of words, such as the numbers from "one" to "a dozen", with what each stands for.
///
/// Lookups mind neither case nor how words are joined: hyphens and white space are one, and so are apostrophes.
public struct Lexicon: Hashable, Sendable {
  /// A wording and what it stands for.
  public struct Entry: Hashable, Sendable {
    public let key: String
    public let value: String
  }

  /// As listed in the file.
  public private(set) var entries: [Entry] = []
  /// Finds the number of an entry by its folded words.
  private var table = WordTable()

  /// As listed in the file.
  public var keys: [String] { entries.map(\.key) }

  init() {}

  /// The same words with memory of their own, so that two threads that look words up do not count references to the same
  /// things.
  func separated() -> Lexicon {
    var copy = Lexicon()
    for entry in entries { _ = copy.add(entry.key.separated(), entry.value.separated()) }
    return copy
  }

  /// Makes room for so many words.
  mutating func reserve(_ count: Int) {
    entries.reserveCapacity(count)
    table.reserve(count)
  }

  /// - Returns: false, with nothing added, when the same words are there already.
  mutating func add(_ key: String, _ value: String) -> Bool {
    let bytes = Array(key.utf8)
    var folding = ASCIIFolding(bytes, 0..<bytes.count)
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    while let byte = folding.next() { folded.append(byte) }
    if folding.metOtherLetters { folded = Array(Self.fold(key).utf8) }
    guard !folded.isEmpty, table.add(folded) else { return false }
    entries.append(Entry(key: key, value: value))
    return true
  }

  /// What these words stand for.
  public subscript(words: String) -> String? {
    let bytes = Array(words.utf8)
    return self[bytes, 0..<bytes.count]
  }

  /// What the words in a range of a text stand for.
  public subscript(text: [UInt8], range: Range<Int>) -> String? { number(text, range).map { entries[$0].value } }

  /// Whether the words in a range of a text are in the table.
  public func contains(_ text: [UInt8], _ range: Range<Int>) -> Bool { number(text, range) != nil }

  private func number(_ text: [UInt8], _ range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
    var folding = ASCIIFolding(text, range)
    if let number = table.number(&folding) { return number }
    guard folding.metOtherLetters else { return nil }
    // What Unicode knows of letters is asked for only where there are other than those of ASCII.
    var exact = ASCIIFolding(exactly: Array(Self.fold(String(decoding: text[range], as: UTF8.self)).utf8))
    return table.number(&exact)
  }

  private static func fold(_ words: String) -> String {
    var folded = ""
    var joint = false
    for scalar in words.lowercased().unicodeScalars {
      switch scalar {
      case "-", "\u{2010}", "\u{2011}": joint = true
      case _ where scalar.properties.isWhitespace: joint = true
      default:
        if joint && !folded.isEmpty { folded.append(" ") }
        joint = false
        folded.unicodeScalars.append(scalar == "\u{2019}" ? "'" : scalar)
      }
    }
    return folded
  }

  /// The alternation of all keys, the longest first, so that "twenty-five" is not read as "twenty".
  var regex: String {
    let sorted = entries.enumerated().sorted { left, right in
      (right.element.key.utf8.count, left.offset) < (left.element.key.utf8.count, right.offset)
    }
    return sorted.map { Self.regex(of: $0.element.key) }.joined(separator: "|")
  }

  private static func regex(of key: String) -> String {
    var regex = ""
    for word in key.unicodeScalars.split(whereSeparator: \.properties.isWhitespace) {
      if !regex.isEmpty { regex += "\\s+" }
      for scalar in word {
        switch scalar {
        case "-", "\u{2010}", "\u{2011}": regex += "[-\\x{2010}\\x{2011}\\s]"
        case "'", "\u{2019}": regex += "['\\x{2019}]"
        case _ where scalar.isASCII && !(scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)):
          regex += "\\"
          regex.unicodeScalars.append(scalar)
        default: regex.unicodeScalars.append(scalar)
        }
      }
    }
    return regex
  }
}
