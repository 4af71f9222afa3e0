internal import PCRE2
internal import SortiePatterns

/// What one reading of texts works with: the memory of its searches, and the patterns it has used so far.
struct Workspace: ~Copyable, Sendable {
  var scratch = MatchScratch()
  /// By the number of the pattern.
  private var compiled: [(pattern: CompiledPattern?, uses: Int)] = []
  /// What was done so far.
  var work = Work()

  /// From so many searches on a pattern is worth its machine code.
  private static let fewSearches = 4

  /// The pattern ready to search with.
  mutating func compiled(_ pattern: Pattern) throws(PatternError) -> CompiledPattern {
    work.patternsTried += 1
    while compiled.count <= pattern.number { compiled.append((nil, 0)) }
    if compiled[pattern.number].uses >= Self.fewSearches, let done = compiled[pattern.number].pattern { return done }
    compiled[pattern.number].uses += 1
    let isFrequent = compiled[pattern.number].uses >= Self.fewSearches
    let made = try pattern.compiled(forManySearches: isFrequent)
    if isFrequent { compiled[pattern.number].pattern = made }
    return made
  }

  /// The byte range of the first match that starts at or after `start`; nil when there is none.
  mutating func firstMatch(
    of pattern: CompiledPattern, in bytes: [UInt8], from start: Int = 0, to end: Int? = nil
  ) throws(PatternError) -> Range<Int>? {
    work.searches += 1
    return try scratch.firstMatch(of: pattern, in: bytes, from: start, to: end)
  }
}

/// How much was done to read texts, in figures that are the same on every machine.
struct Work: Equatable, Sendable {
  /// Sentences whose words were looked at, each time they were.
  var sentences = 0
  /// Names that the gazetteer found in them.
  var names = 0
  /// Patterns that nothing ruled out beforehand.
  var patternsTried = 0
  /// Searches with them; a pattern that matched is searched again behind its match.
  var searches = 0
}
