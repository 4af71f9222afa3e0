internal import SortieGazetteer
internal import SortiePatterns
internal import TextScan

/// Says whether a text can tell of flying or striking at all: most texts hold no such word and need no reading.
///
/// One pass over the bytes, without a copy. A trigger is a stem at the start of a word, whatever its case: of the word
/// table `triggers`, of the names of aircraft, munitions and air arms; or a designation, one to four letters with
/// digits behind them, as in Su-24 and F16. Cyrillic letters count too, since designations are typed with them.
struct TriggerGate: Sendable {
  private let table: TriggerTable

  init(_ stems: [String]) {
    table = TriggerTable(stems)
  }

  /// The word table of a language with the names of a gazetteer; nil where the patterns have no table of triggers, so
  /// that every text is read.
  init?(_ library: PatternLibrary, gazetteer: Gazetteer) {
    guard var stems = library.lexicon("triggers")?.keys else { return nil }
    if let classes = library.lexicon("aircraft-classes") { stems += classes.keys }
    stems += gazetteer.flightNames
    self.init(stems)
  }

  /// Whether a trigger begins in the range.
  func isTriggered(_ text: [UInt8], _ range: Range<Int>) -> Bool { firstTrigger(text, range) != nil }

  /// Where the first trigger begins.
  func firstTrigger(_ text: [UInt8], _ range: Range<Int>) -> Int? { table.firstTrigger(in: text, range) }
}
