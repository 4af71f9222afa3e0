internal import SortieSchema

/// Records that turned out to tell one action only when all was told of both.
extension Merger {
  /// How many sentences apart one action may be told twice without a word that takes it up.
  private static let reachOfTwins = 6

  /// Joins records that tell the same thing hit at the same place, where nothing tells them apart.
  mutating func joinTwins() {
    var kept: [Int] = []
    for index in records.indices {
      guard let twin = kept.suffix(Self.reach).last(where: { Self.areTwins(records[$0], records[index]) }) else {
        kept.append(index)
        continue
      }
      note(records[index].anchor, "joined to record \(twin + 1): the same thing hit at the same place")
      join(records[index], into: twin)
    }
    keep(kept)
  }

  private static func areTwins(_ a: Draft, _ b: Draft) -> Bool {
    guard b.sentence - a.lastSentence <= reachOfTwins, !a.isHeadline, !b.isHeadline, !b.isAnother, !a.isRow, !b.isRow,
      !a.isCumulative, !b.isCumulative, a.kind == b.kind,
      b.targets.contains(where: { target in a.targets.contains { $0.value.type == target.value.type } }),
      b.places.contains(where: { place in
        a.places.contains { place.value.level >= 3 && PlaceRelations.isSame($0.value, place.value) }
      })
    else { return false }
    return SameAction.judge(a, b).score != nil
  }
}
