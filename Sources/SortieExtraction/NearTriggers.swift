internal import ReportText

/// Which sentences of a text are read: those around the ones with a trigger.
struct NearTriggers {
  private var isNear: [Bool]

  /// How many sentences before and behind a trigger are read. What an action takes up was told before it: a day, a place,
  /// a speaker; behind it stand its tolls and denials. What lies further off changes no record of the corpus.
  private static let reach = (before: 12, behind: 6)

  /// A list or table that begins within that reach is read to its end, up to so many sentences.
  private static let longestList = 60

  /// - Returns: nil where a text is so short that all of it is read.
  init?(_ text: ReportText, gate: TriggerGate) {
    guard text.sentences.count > Self.reach.behind else { return nil }
    isNear = [Bool](repeating: false, count: text.sentences.count)
    var done = 0
    for (number, sentence) in text.sentences.enumerated() where gate.isTriggered(text.bytes, sentence.range) {
      var end = min(isNear.count, number + Self.reach.behind + 1)
      while end < isNear.count, end - number <= Self.longestList, Self.isOfList(text.sentences[end], text.bytes) {
        end += 1
      }
      for index in max(done, number - Self.reach.before)..<end { isNear[index] = true }
      done = end
    }
  }

  func holds(_ sentence: Int) -> Bool { isNear[sentence] }

  /// Whether a sentence is an item, a heading between items or the row of a table.
  private static func isOfList(_ sentence: Sentence, _ bytes: [UInt8]) -> Bool {
    sentence.kind != .prose || bytes[sentence.range].contains(TableColumns.separator)
  }
}
