internal import PCRE2
internal import ReportText
internal import SortiePatterns
internal import SortieSchema

/// Looks whether a text tells an action at all, by its sentences with a trigger alone.
///
/// Most texts with a trigger tell none: a mission, a flight or a strike of quite another kind. Only a clause that tells
/// an action by its own words opens a record, whatever stands around it; where no sentence with a trigger has one, the
/// sentences between need no reading.
struct ActionSearch {
  let extractor: Extractor
  let gate: TriggerGate
  let text: ValidText
  let document: DocumentInfo

  /// What was read of a text that may tell an action.
  struct Findings {
    /// By where they begin.
    var readings: [Int: Cascade.Reading] = [:]
    /// Nil where it was not asked for.
    var furniture: Furniture?
  }

  /// What was read on the way; nil where no sentence tells an action.
  /// - Parameter trigger: where the first trigger stands.
  func run(from trigger: Int, workspace: inout Workspace) -> Findings? {
    let bytes = text.bytes
    var trigger = trigger
    let words = Words(text: ReportText(unsplit: text), language: extractor.language)
    let reader = SentenceReader(cascade: extractor.cascade, gazetteer: extractor.gazetteer, words: words)
    var found = Findings()
    var splitter = SentenceSplitter(bytes: bytes, rules: extractor.language.sentenceRules)
    while true {
      splitter.skip(toParagraphOf: trigger)
      var end = bytes.count
      while let sentence = splitter.next() {
        guard sentence.range.upperBound > trigger else { continue }
        end = sentence.range.upperBound
        if found.furniture == nil, sentence.range.lowerBound < Furniture.end(title: document.title) {
          found.furniture = Furniture.read(
            words.text, title: document.title, published: document.published, words: words,
            cascade: extractor.cascade, patterns: extractor.patterns.patterns(ofStage: CascadeStages.furniture),
            workspace: &workspace)
        }
        // A trigger that runs into the next sentence is none.
        guard gate.isTriggered(bytes, sentence.range) else { break }
        workspace.work.triggers += 1
        let pieces = found.furniture?.pieces(sentence) ?? [(sentence.range, false)]
        for (range, _) in pieces {
          let reading = reader.read(range, goal: .action, workspace: &workspace)
          if reading.isAbandoned { continue }
          found.readings[range.lowerBound] = reading
          if mayTell(reading, range, words: words) { return found }
        }
        break
      }
      guard let next = gate.firstTrigger(bytes, end..<bytes.count) else { return nil }
      trigger = next
    }
  }

  private func mayTell(_ reading: Cascade.Reading, _ range: Range<Int>, words: Words) -> Bool {
    if !reading.exhausted.isEmpty { return true }
    guard Goal.action.isReached(by: reading.sentence.everPresent) else { return false }
    let phrases = PhraseReader(words: words, gazetteer: extractor.gazetteer, nodes: reading.nodes)
    let state = DocumentState(anythingToldOn: document.published)
    var clauses = ClauseReader(phrases: phrases, reading: reading, sentence: range, state: state)
    let told = clauses.clauses()
    return DraftBuilder(
      phrases: phrases, sentence: range, index: 0, paragraph: 0, isHeading: false, isLead: false, state: state
    ).mayTellAction(told)
  }
}
