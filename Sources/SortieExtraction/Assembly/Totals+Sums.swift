internal import SortieSchema

/// Totals that their parts add up to: "18 strikes … 16 in Iraq, 11 of which near Mosul … five others … two in Syria".
extension Totals {
  /// For each draft the total that it is a part of, where the numbers of strikes prove it.
  ///
  /// A total is followed by its parts, each with parts of its own or without, until their numbers add up to it exactly;
  /// a sum that is not exact proves nothing.
  static func provenBySums(_ drafts: [Draft]) -> [Int: Int] {
    provenByTargets(drafts).merging(provenByTolls(drafts)) { _, tolls in tolls }
      .merging(provenByStrikes(drafts)) { _, strikes in strikes }
  }

  /// "Struck nine positions … two attacks hit five positions, three attacks four strongpoints": things hit that add up
  /// exactly, behind their sum.
  private static func provenByTargets(_ drafts: [Draft]) -> [Int: Int] {
    var proven: [Int: Int] = [:]
    for total in drafts.indices where proven[total] == nil {
      guard drafts[total].targetTotal != nil, let figure = targets(drafts[total]), figure > 2 else { continue }
      var sum = 0
      var parts: [Int] = []
      for part in drafts.indices.suffix(from: total + 1) {
        guard sum < figure, parts.count < mostParts, let own = targets(drafts[part]), own < figure,
          drafts[part].kind == drafts[total].kind, belong(drafts[part], to: drafts[total])
        else { break }
        sum += own
        parts.append(part)
      }
      guard sum == figure, parts.count >= 2 else { continue }
      for part in parts { proven[part] = total }
    }
    return proven
  }

  /// How many things a draft tells to be hit; nil where it leaves out a number.
  private static func targets(_ draft: Draft) -> Int? {
    guard draft.scope != .cumulative, !draft.targets.isEmpty else { return nil }
    let counts = draft.targets.map { target in
      target.value.count.flatMap { $0.min == $0.max ? $0.min : nil }
    }
    guard counts.allSatisfy({ $0 != nil }) else { return nil }
    return counts.compactMap(\.self).reduce(0, +)
  }

  /// "36 sorties, including 4 for intelligence gathering": the text says of what they are a part. What is told so need not
  /// be all parts of the total.
  static func toldAsParts(_ drafts: [Draft]) -> [Int: Int] {
    var proven: [Int: Int] = [:]
    for part in drafts.indices where drafts[part].isToldAsPart {
      guard let own = drafts[part].sorties?.value.bestFigure else { continue }
      proven[part] = drafts.indices.prefix(part).last { total in
        !drafts[total].isToldAsPart && !drafts[total].isCumulative
          && drafts[total].sentences.contains { drafts[part].sentences.contains($0) }
          && drafts[total].sorties?.value.bestFigure ?? 0 > own
      }
    }
    return proven
  }

  private static func provenByStrikes(_ drafts: [Draft]) -> [Int: Int] {
    var proven: [Int: Int] = [:]
    var index = 0
    while index < drafts.count {
      if let run = parts(of: index, in: drafts) {
        proven.merge(run.totals) { known, _ in known }
        index = run.end
      } else {
        index += 1
      }
    }
    return proven
  }

  /// The drafts after a total that add up to it.
  private struct Run {
    /// The total of each part, those of parts of parts among them.
    var totals: [Int: Int]
    /// Index after the last part.
    var end: Int
  }

  /// How many parts a total has at most.
  private static let mostParts = 12

  private static func parts(of total: Int, in drafts: [Draft]) -> Run? {
    guard let figure = strikes(drafts[total]), figure > 2 else { return nil }
    var run = Run(totals: [:], end: total + 1)
    var sum = 0
    var count = 0
    while sum < figure, run.end < drafts.count, count < mostParts {
      let part = run.end
      guard let own = strikes(drafts[part]), own < figure, belong(drafts[part], to: drafts[total]) else { return nil }
      sum += own
      count += 1
      run.totals[part] = total
      run.end = part + 1
      if sum < figure, let inner = parts(of: part, in: drafts) {
        run.totals.merge(inner.totals) { known, _ in known }
        run.end = inner.end
      }
    }
    return sum == figure && count >= 2 ? run : nil
  }

  /// "Strikes killed 42 … 19 in Saraqib and another 23 in Ehsim", "26 … 16 … 15 … in total 57": dead that add up exactly,
  /// before or behind their sum.
  private static func provenByTolls(_ drafts: [Draft]) -> [Int: Int] {
    var proven: [Int: Int] = [:]
    for total in drafts.indices where proven[total] == nil {
      guard let figure = dead(drafts[total]), figure > 2 else { continue }
      for run in [Array((total + 1)..<drafts.count), Array((0..<total).reversed())] {
        var sum = 0
        var parts: [Int] = []
        for part in run {
          guard sum < figure, parts.count < mostParts, proven[part] == nil, let own = dead(drafts[part]), own < figure,
            belong(drafts[part], to: drafts[total]), !isSamePlace(drafts[part], drafts[total])
          else { break }
          sum += own
          parts.append(part)
        }
        guard sum == figure, parts.count >= 2, !parts.contains(where: { proven.values.contains($0) }) else { continue }
        for part in parts { proven[part] = total }
        break
      }
    }
    return proven
  }

  /// All dead that a draft tells of one claimant; nil where it tells rivals or a range.
  private static func dead(_ draft: Draft) -> Int? {
    guard draft.scope != .cumulative, !draft.casualties.contains(where: { $0.value.relation == .rival }) else {
      return nil
    }
    let killed = draft.casualties.compactMap(\.value.killed)
    guard let first = killed.first?.min, killed.allSatisfy({ $0.max == nil || $0.max == $0.min }) else { return nil }
    // "26 people, 14 soldiers and 12 militiamen": the first is the sum of the others.
    let others = killed.dropFirst().compactMap(\.min).reduce(0, +)
    return others == first ? first : first + others
  }

  private static func isSamePlace(_ a: Draft, _ b: Draft) -> Bool {
    !a.places.isEmpty && a.places.count == b.places.count
      && a.places.allSatisfy { place in
        place.value.level >= 3 && b.places.contains { PlaceRelations.isSame(place.value, $0.value) }
      }
  }

  private static func strikes(_ draft: Draft) -> Int? {
    guard draft.scope != .cumulative, let count = draft.strikes?.value, count.min == count.max else { return nil }
    return count.min
  }

  /// Whether nothing but the number speaks against a part: side, day or country.
  private static func belong(_ part: Draft, to total: Draft) -> Bool {
    if !part.operators.isEmpty, !total.operators.isEmpty, part.operators.isDisjoint(with: total.operators) {
      return false
    }
    if let start = part.date?.value.start, let end = part.date?.value.end, let from = total.date?.value.start,
      let to = total.date?.value.end, start < from || end > to
    {
      return false
    }
    guard !part.places.isEmpty, !total.places.isEmpty else { return true }
    return part.places.contains { inner in
      total.places.contains { PlaceRelations.areCompatible($0.value, inner.value) }
    }
  }
}
