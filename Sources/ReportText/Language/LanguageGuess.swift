/// The language that a text is written in, told by its letters and its small words.
///
/// Made for one question: whether rules for English may read a text. Where that is doubtful the answer is nil, and a text
/// in which a good part is English counts as English, so that no English text is ever kept from being read.
public struct LanguageGuess: Hashable, Sendable {
  /// As a tag of two letters (ISO 639-1); nil where the text is too short or too mixed to tell.
  public let language: String?

  /// Words of Latin letters that must be seen before another language than English is believed.
  private static let enoughWords = 30
  /// So many English words show that English is there, whatever else is.
  private static let englishWords = 8

  /// Whether the text is certainly in another language than English.
  public var isForeign: Bool { language != nil && language != "en" }

  /// Looks at no more than a few kilobytes, spread over the text.
  public init(_ text: [UInt8]) {
    let slices = Self.slices(of: text)
    var words = FunctionWordCounts()
    for slice in slices {
      words.add(text[slice])
      // English prose says so within its first sentences.
      guard words.english < Self.englishWords || !words.isEnglish else {
        language = "en"
        return
      }
    }
    var scripts = ScriptCounts()
    for slice in slices { scripts.add(text[slice]) }
    if let script = scripts.language(in: text) {
      // A few names in Latin letters, or a sentence?
      language = words.hasEnglishSentence ? nil : script
    } else if scripts.isLatin, words.count >= Self.enoughWords, !words.hasEnglishSentence {
      language = words.language
    } else {
      language = nil
    }
  }

  /// The language of a text that is certainly in another than English; nil for all others.
  ///
  /// As `isForeign` has it, but a text is looked at no further than to the first words in a row that read like English:
  /// behind them no text is foreign.
  public static func foreign(_ text: [UInt8]) -> String? {
    var words = FunctionWordCounts()
    for slice in slices(of: text) {
      words.add(text[slice], stopsAtEnglish: true)
      if words.hasEnglishSentence { return nil }
    }
    let guess = LanguageGuess(text)
    return guess.isForeign ? guess.language : nil
  }

  /// Whether letters of other alphabets stand at the start of a text, which costs next to nothing to see.
  public static func beginsInOtherScript(_ text: [UInt8]) -> Bool {
    let start = text.prefix(256)
    let high = start.count { $0 >= 0xC9 }
    return high * 5 > start.count
  }

  private static func slices(of text: [UInt8]) -> [Range<Int>] {
    let length = 1_024
    guard text.count > 6 * length else { return [0..<text.count] }
    return (0..<6).map { number in
      let start = number * (text.count - length) / 5
      return start..<start + length
    }
  }
}
