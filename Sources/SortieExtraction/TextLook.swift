internal import ReportText

/// What can be seen of a text without reading operations out of it.
public struct TextLook: Hashable, Sendable {
  public let sentences: Int
  /// Words that make the text worth reading, as they are written, some of them; empty where nothing would be read.
  public let triggers: [String]
  /// As a tag of two letters (ISO 639-1); nil where it cannot be told.
  public let language: String?
}

extension Extractor {
  private static let shownTriggers = 8

  public func look(at bytes: [UInt8]) -> TextLook {
    let text = ReportText(bytes, rules: language.sentenceRules)
    var triggers: [String] = []
    var position = 0
    while let gate, triggers.count < Self.shownTriggers,
      let start = gate.firstTrigger(text.bytes, position..<text.bytes.count)
    {
      var end = start
      while end < text.bytes.count, text.bytes[end] > 0x20 { end += 1 }
      let word = String(decoding: text.bytes[start..<end].prefix(40), as: UTF8.self)
      if !triggers.contains(word) { triggers.append(word) }
      position = max(end, start + 1)
    }
    return TextLook(
      sentences: text.sentences.count, triggers: triggers, language: LanguageGuess(text.bytes).language)
  }
}
