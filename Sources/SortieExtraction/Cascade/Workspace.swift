internal import PCRE2
internal import SortiePatterns
internal import TextScan

/// What one reading of texts works with: the memory of its searches, and the patterns it has used so far.
struct Workspace: ~Copyable, Sendable {
  var scratch = MatchScratch()
  /// The words of the sentence that is read, by which patterns are ruled out.
  var held = HeldWords()
  /// Where patterns may begin in it.
  var starts = Starts()
  /// Those of the pattern that is searched with, and behind them room for more.
  private var places: [UInt32] = []
  private(set) var placeCount = 0
  /// By the number of the pattern, twice: as it is, and anchored.
  private var compiled: [(pattern: CompiledPattern?, uses: Int)] = []
  /// What was done so far.
  var work = Work()
  /// Whether patterns are to be counted and timed one by one, in `figures` by their numbers.
  var isMeasured = false
  var figures: [ReadingMeter.PatternFigures?] = []

  /// From so many searches on a pattern is worth its machine code.
  private static let fewSearches = 4

  /// The pattern ready to search with.
  /// - Parameter anchored: matches begin where the search begins.
  mutating func compiled(_ pattern: Pattern, anchored: Bool = false) throws(PatternError) -> CompiledPattern {
    work.patternsTried += 1
    let index = 2 * pattern.number + (anchored ? 1 : 0)
    while compiled.count <= index { compiled.append((nil, 0)) }
    if compiled[index].uses >= Self.fewSearches, let done = compiled[index].pattern { return done }
    compiled[index].uses += 1
    let isFrequent = compiled[index].uses >= Self.fewSearches
    let made = try pattern.compiled(forManySearches: isFrequent, anchored: anchored)
    if isFrequent { compiled[index].pattern = made }
    return made
  }

  /// Whether there are places from `start` up to `end` at which the pattern of a number may begin; `nextMatch` tries them.
  mutating func findPlaces(of number: Int, from start: Int, through end: Int) -> Bool {
    placeCount = starts.findPlaces(of: number, from: start, through: end, into: &places)
    return placeCount > 0
  }

  /// Drops the places found that lie further on; false where none is left.
  mutating func dropPlaces(behind last: Int) -> Bool {
    while placeCount > 0, places[placeCount - 1] > last { placeCount -= 1 }
    return placeCount > 0
  }

  /// The byte range of the next match of an anchored pattern at one of the places found.
  /// - Parameter place: where among them the search begins and, after it, goes on.
  mutating func nextMatch(
    of pattern: CompiledPattern, in bytes: [UInt8], from position: Int, to end: Int? = nil, place: inout Int
  ) throws(PatternError) -> Range<Int>? {
    while place < placeCount, places[place] < position { place += 1 }
    let before = place
    work.searches += 1
    defer { work.attempts += place - before }
    return try scratch.firstMatch(of: pattern, in: bytes, to: end, at: places, count: placeCount, from: &place)
  }

  /// The byte range of the first match that starts at or after `start`; nil when there is none.
  mutating func firstMatch(
    of pattern: CompiledPattern, in bytes: [UInt8], from start: Int = 0, to end: Int? = nil
  ) throws(PatternError) -> Range<Int>? {
    work.searches += 1
    return try scratch.firstMatch(of: pattern, in: bytes, from: start, to: end)
  }
}

extension Workspace {
  /// The first match of a pattern in a stretch of a text that is looked at by itself, counted from where that begins.
  mutating func match(
    _ pattern: Pattern, _ bytes: [UInt8], _ range: Range<Int>
  ) throws(PatternError) -> Range<Int>? {
    let compiled = try compiled(pattern)
    work.searches += 1
    return try scratch.firstMatch(of: compiled, in: bytes.span.extracting(range))
  }
}

/// How much was done to read texts, in figures that are the same on every machine.
struct Work: Equatable, Sendable {
  /// Sentences whose words were looked at, each time they were.
  var sentences = 0
  /// Sentences with a trigger that were looked through for an action.
  var triggers = 0
  /// Names that the gazetteer found in them.
  var names = 0
  /// Patterns that nothing ruled out beforehand.
  var patternsTried = 0
  /// Searches with them; a pattern that matched is searched again behind its match.
  var searches = 0
  /// Places at which searches tried their pattern, where it is known how its matches begin.
  var attempts = 0

  mutating func add(_ other: Work) {
    sentences += other.sentences
    triggers += other.triggers
    names += other.names
    patternsTried += other.patternsTried
    searches += other.searches
    attempts += other.attempts
  }
}
