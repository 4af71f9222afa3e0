internal import SortieSchema

/// Totals that their parts add up to: "18 strikes … 16 in Iraq, 11 of which near Mosul … five others … two in Syria", "39
/// people … 27 in the one … eleven in the other … another man".
extension Totals {
  /// For each draft the total that it is a part of, where the numbers of strikes or of dead prove it.
  ///
  /// A total is followed by its parts, each with parts of its own or without, until their numbers add up to it exactly;
  /// a sum that is not exact proves nothing.
  static func provenBySums(_ drafts: [Draft]) -> [Int: Int] {
    var totals = proven(drafts, by: strikes, least: 3, skips: 0)
    totals.merge(proven(drafts, by: dead, least: 6, skips: 2)) { known, _ in known }
    return totals
  }

  /// - Parameters:
  ///   - figure: the number that has to add up; nil for a draft that tells none.
  ///   - least: the smallest total that a sum proves anything of.
  ///   - skips: how many drafts without a number may stand between the parts.
  private static func proven(_ drafts: [Draft], by figure: (Draft) -> Int?, least: Int, skips: Int) -> [Int: Int] {
    var proven: [Int: Int] = [:]
    var index = 0
    while index < drafts.count {
      if let run = parts(of: index, in: drafts, by: figure, least: least, skips: skips) {
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

  private static func parts(
    of total: Int, in drafts: [Draft], by figure: (Draft) -> Int?, least: Int, skips: Int
  ) -> Run? {
    guard let whole = figure(drafts[total]), whole >= least else { return nil }
    var run = Run(totals: [:], end: total + 1)
    var (sum, count, skipped) = (0, 0, 0)
    while sum < whole, run.end < drafts.count, count < mostParts {
      let part = run.end
      guard let own = figure(drafts[part]) else {
        skipped += 1
        run.end += 1
        if skipped > skips { return nil }
        continue
      }
      guard own < whole, belong(drafts[part], to: drafts[total]) else { return nil }
      sum += own
      count += 1
      run.totals[part] = total
      run.end = part + 1
      if sum < whole, let inner = parts(of: part, in: drafts, by: figure, least: least, skips: skips) {
        run.totals.merge(inner.totals) { known, _ in known }
        run.end = inner.end
      }
    }
    return sum == whole && count >= 2 ? run : nil
  }

  private static func strikes(_ draft: Draft) -> Int? {
    guard draft.scope != .cumulative, let count = draft.strikes?.value, count.min == count.max else { return nil }
    return count.min
  }

  /// All dead of a draft, rivals' tolls left out.
  private static func dead(_ draft: Draft) -> Int? {
    guard draft.scope != .cumulative else { return nil }
    let tolls = draft.casualties.filter { $0.value.relation != .rival }.compactMap { $0.value.killed?.bestFigure }
    return tolls.isEmpty ? nil : tolls.reduce(0, +)
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
