/// The words of a target or a munition in the singular, without those that tell nothing of the kind of thing.
struct TargetWords: Hashable, Sendable {
  private let words: [String]
  private let set: Set<String>

  init(_ text: String) {
    words = FoldedLetters.words(FoldedLetters.fold(text))
      .filter { !TargetEquivalences.emptyWords.contains($0) }
      .map { $0.utf8.count > 3 && $0.hasSuffix("s") && !$0.hasSuffix("ss") ? String($0.dropLast()) : $0 }
    set = Set(words)
  }

  /// The same head (the last word), one's words all in the other, or half of all words in common.
  func agrees(with other: TargetWords) -> Bool {
    guard let head = words.last, let otherHead = other.words.last else { return false }
    if head == otherHead || set.isSubset(of: other.set) || other.set.isSubset(of: set) { return true }
    return 2 * set.intersection(other.set).count >= set.union(other.set).count
  }

  func sharesWord(with other: TargetWords) -> Bool { !set.isDisjoint(with: other.set) }
}
