internal import ReportText

extension String {
  /// The same letters in memory of their own.
  func separated() -> String { String(decoding: Array(utf8), as: UTF8.self) }
}

/// A table of words, such as the numbers from "one" to "a dozen", with what each stands for.
///
/// Lookups mind neither case nor how words are joined: hyphens and white space are one, and so are apostrophes.
public struct Lexicon: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public let key: String
    public let value: String
  }

  /// As listed in the file.
  public private(set) var entries: [Entry] = []
  private var values: [String: String] = [:]

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

  /// - Returns: false, with nothing added, when the same words are there already.
  mutating func add(_ key: String, _ value: String) -> Bool {
    let folded = Self.fold(key)
    guard !folded.isEmpty, values.updateValue(value, forKey: folded) == nil else { return false }
    entries.append(Entry(key: key, value: value))
    return true
  }

  /// What these words stand for.
  public subscript(words: String) -> String? { values[Self.isFolded(words) ? words : Self.fold(words)] }

  /// Whether folding would change nothing, as is the rule for words that were folded before.
  private static func isFolded(_ words: String) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in words.utf8 {
      switch byte {
      case UInt8(ascii: " "): if previous == byte { return false }
      case 0x80..., 0x41...0x5A, 0x09...0x0D, UInt8(ascii: "-"): return false
      default: break
      }
      previous = byte
    }
    return previous != UInt8(ascii: " ") || words.isEmpty
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
