/// A claimant by its known key, or by its words where nobody has listed it.
struct ClaimantKey: Hashable, Sendable {
  private let words: Set<String>
  private let name: String

  init(_ claimant: String) {
    let folded = FoldedLetters.fold(claimant)
      .replacing(Array("u.s.".utf8), with: Array("us".utf8))
      .replacing(Array("defense".utf8), with: Array("defence".utf8))
    var said = FoldedLetters.words(folded)
    if said.count > 1, said[0] == "the" || said[0] == "a" { said.removeFirst() }
    let spelled = said.joined(separator: " ")
    if let key = Self.keys[spelled] {
      name = key
      words = [key]
    } else {
      name = spelled
      words = Set(said)
    }
  }

  /// One key, or of one nation with three fifths of all words in common.
  func agrees(with other: ClaimantKey) -> Bool {
    if name == other.name { return true }
    let nations = ClaimantEquivalences.nationalities
    guard words.intersection(nations) == other.words.intersection(nations) else { return false }
    return 5 * words.intersection(other.words).count >= 3 * max(1, words.union(other.words).count)
  }

  private static let keys: [String: String] = {
    var keys: [String: String] = [:]
    for claimant in ClaimantEquivalences.claimants {
      for name in claimant.names { keys[name] = claimant.key }
    }
    return keys
  }()
}
