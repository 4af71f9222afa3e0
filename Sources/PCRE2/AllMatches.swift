extension MatchScratch {
  /// Calls `body` with every match in turn, left to right, none overlapping; it asks the scratch for groups and
  /// returns whether to go on. Nothing is kept, so memory does not grow with the text.
  ///
  /// After an empty match the search goes on at the same place for a match that is not empty, as Perl does.
  /// - Parameter range: where matches may lie, the whole by default; see `firstMatch` for what they may look at.
  public mutating func forEachMatch(
    of pattern: CompiledPattern, in bytes: Span<UInt8>, range: Range<Int>? = nil,
    _ body: (Range<Int>, borrowing MatchScratch) -> Bool
  ) throws(PatternError) {
    let range = range ?? 0..<bytes.count
    var start = range.lowerBound
    var options: MatchOptions = []
    while let match = try firstMatch(of: pattern, in: bytes, from: start, to: range.upperBound, options: options) {
      guard body(match, self) else { return }
      options = match.isEmpty ? .notEmptyAtStart : []
      start = match.upperBound
    }
  }

  /// As above, over an array, which is borrowed and not copied.
  public mutating func forEachMatch(
    of pattern: CompiledPattern, in bytes: [UInt8], range: Range<Int>? = nil,
    _ body: (Range<Int>, borrowing MatchScratch) -> Bool
  ) throws(PatternError) {
    try forEachMatch(of: pattern, in: bytes.span, range: range, body)
  }

  /// The byte ranges of all matches, left to right, none overlapping.
  public mutating func allMatches(
    of pattern: CompiledPattern, in bytes: [UInt8], range: Range<Int>? = nil
  ) throws(PatternError) -> [Range<Int>] {
    var found: [Range<Int>] = []
    try forEachMatch(of: pattern, in: bytes, range: range) { match, _ in
      found.append(match)
      return true
    }
    return found
  }
}
