/// What a search for a name found, with the keys by which it was found.
public struct SearchResult: Equatable, Sendable {
  /// One entry that has the name.
  public struct Hit: Equatable, Sendable {
    public let table: Table
    public let id, name: String
    public let aspect: Aspect
    public let tier: KeyTier
    /// 0…1.
    public let score: Double
    /// What tells it from its namesakes: feature, province and country of a place, else empty.
    public let place: String
  }

  /// The name as it is compared: exact, *fold*, *mid* and its consonants; nil for names of other scripts.
  public let exact: String
  public let fold, mid, loose: String?
  public let hits: [Hit]
}

extension Gazetteer {
  /// Looks a name up under all its keys, best first.
  public func search(_ name: String) -> SearchResult {
    let bytes = Array(name.utf8)
    var lookup = NameLookup(self, name: bytes)
    var candidates = lookup.candidates()
    if candidates.isEmpty { candidates = lookup.looseCandidates() }
    let keys = PlaceRunKeys.keys(of: bytes)
    let letters = PlaceRunKeys.letters(of: name)
    return SearchResult(
      exact: NameLetters(bytes).folded.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " "),
      fold: letters?.fold, mid: letters?.mid,
      loose: keys.map { String(decoding: TransliterationKey.consonants($0.mid), as: UTF8.self) },
      hits: candidates.map { candidate in
        SearchResult.Hit(
          table: candidate.table, id: field(candidate.table, candidate.index, 0),
          name: field(candidate.table, candidate.index, 1), aspect: candidate.aspect, tier: candidate.tier,
          score: candidate.score,
          place: candidate.table == .place
            ? [4, 5, 7].map { field(.place, candidate.index, $0) }.filter { !$0.isEmpty }.joined(separator: ", ") : "")
      })
  }
}
