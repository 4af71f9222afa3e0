internal import SortieSchema

/// Tells totals from their parts, so that nobody adds them up.
enum Totals {
  /// How many records lie between a total and its parts at most.
  private static let reach = 60

  /// Sets `scope` and `summary` of the drafts of a text.
  static func relate(_ drafts: inout [Draft]) {
    // One strike some time last month is no total.
    for index in drafts.indices
    where drafts[index].isCumulative || isBalanceOfMonth(drafts[index])
      || isLong(drafts[index].date?.value) && drafts[index].strikes?.value.isOne != true
    {
      drafts[index].scope = .cumulative
    }
    let proven = provenBySums(drafts)
    let complete = Set(proven.values)
    for (part, total) in proven { drafts[part].summary = total }
    let told = toldAsParts(drafts)
    for (part, total) in told { drafts[part].summary = total }
    for total in complete.union(told.values) { drafts[total].scope = .summary }
    let keys = drafts.map { PartKey($0) }
    // The narrowest total that a part fits into is its own.
    for part in drafts.indices
    where drafts[part].scope != .cumulative && proven[part] == nil && told[part] == nil {
      var best: (index: Int, breadth: Int)?
      for total in max(0, part - reach)..<min(drafts.count, part + reach + 1)
      where total != part && drafts[total].scope != .cumulative && !complete.contains(total)
        && told[total] == nil
      {
        guard keys[part].mayBePart(of: keys[total]), isPart(drafts[part], of: drafts[total], comesAfter: part > total)
        else { continue }
        let breadth = breadth(drafts[total])
        if best == nil || breadth < best!.breadth || breadth == best!.breadth && total > best!.index {
          best = (total, breadth)
        }
      }
      drafts[part].summary = best?.index
    }
    let known = Dictionary(grouping: drafts.indices.filter { drafts[$0].summary != nil }) { drafts[$0].summary }
    for total in drafts.indices {
      guard let parts = known[total] else { continue }
      if complete.contains(total) {
        takeDate(of: parts, for: total, in: &drafts)
        continue
      }
      if addsUp(drafts[total], parts.map { drafts[$0] }) {
        drafts[total].scope = .summary
        takeDate(of: parts, for: total, in: &drafts)
      } else {
        for part in parts where told[part] == nil { drafts[part].summary = nil }
      }
    }
    breakCycles(&drafts)
    takeKinds(in: &drafts)
    takeSides(in: &drafts)
  }

  /// Flights of which some struck are a total of strikes.
  private static func takeKinds(in drafts: inout [Draft]) {
    for part in drafts.indices where drafts[part].kind == .strike {
      if let total = drafts[part].summary, drafts[total].kind == .other { drafts[total].kind = .strike }
    }
  }

  /// A part of no told side was flown by those who flew the total.
  private static func takeSides(in drafts: inout [Draft]) {
    for part in drafts.indices where drafts[part].operators.isEmpty {
      guard let total = drafts[part].summary, drafts[total].operators.count == 1,
        let side = drafts[total].operators.first
      else { continue }
      if drafts[part].participants.isEmpty {
        drafts[part].participants = [Sourced(Participant(operator: side), drafts[part].anchor, by: "inferred")]
      }
      for index in drafts[part].participants.indices {
        drafts[part].participants[index].value.operator = side
        drafts[part].participants[index].value.basis = .inferred
      }
    }
  }

  /// A total without a day has the days of its parts.
  private static func takeDate(of parts: [Int], for total: Int, in drafts: inout [Draft]) {
    guard drafts[total].date == nil else { return }
    let dates = parts.compactMap { drafts[$0].date }
    guard let first = dates.first, dates.count == parts.count,
      dates.allSatisfy({ $0.value.start == first.value.start && $0.value.end == first.value.end })
    else { return }
    drafts[total].date = first
  }

  /// Dead or strikes of a month, told without a place, that are more than one action makes.
  private static func isBalanceOfMonth(_ draft: Draft) -> Bool {
    guard draft.date?.value.precision == .month, draft.places.allSatisfy({ $0.value.level <= 1 }) else { return false }
    return draft.casualties.contains { ($0.value.killed?.min ?? 0) >= mostOfOneAction }
      || (draft.strikes?.value.min ?? 0) >= mostOfOneAction
  }

  /// What no single action kills, but for a few.
  private static let mostOfOneAction = 100

  private static func isLong(_ date: SortieDate?) -> Bool {
    guard let start = date?.start, let end = date?.end else { return false }
    return end.dayNumber - start.dayNumber >= 27 && date?.precision != .month
  }

  private static func breadth(_ draft: Draft) -> Int {
    let level = draft.finestLevel ?? 0
    return (4 - level) * 100_000 + (draft.strikes?.value.min ?? draft.casualties.first?.value.killed?.min ?? 0)
  }

  /// A part has a finer place or a smaller number than its total, the same side and a day within it.
  private static func isPart(_ part: Draft, of total: Draft, comesAfter: Bool) -> Bool {
    guard part.kind == total.kind || part.kind == .strike && total.kind == .other else { return false }
    if let a = part.date?.value, let b = total.date?.value {
      guard let start = a.start ?? a.end, let from = b.start, let to = b.end else { return false }
      guard from <= start, (a.end ?? start) <= to else { return false }
    } else if part.date != nil && part.ownsDate, total.date == nil {
      return false
    }
    // Numbers may not exceed those of the total.
    var isSmaller = false
    func fits(_ figure: Int?, _ whole: Int?) -> Bool {
      guard let whole else { return true }
      if let figure {
        if figure > whole { return false }
        if figure < whole { isSmaller = true }
      } else if whole > 1 {
        isSmaller = isSmaller || comesAfter && part.sorties == nil
      }
      return true
    }
    guard fits(part.strikes?.value.bestFigure, total.strikes?.value.bestFigure),
      fits(part.sorties?.value.bestFigure, total.sorties?.value.bestFigure),
      fits(part.targetTotal?.value.bestFigure, total.targetTotal?.value.bestFigure)
    else { return false }
    let dead = (dead(part), dead(total))
    if let a = dead.0, let b = dead.1 {
      if a.most > b.sum { return false }
      if a.most < b.most || a.most < b.sum { isSmaller = true }
    }
    guard isSmaller || dead.1 != nil && comesAfter else { return false }
    // Sides are looked at last but for places: most pairs are told apart by less.
    let (sides, others) = (part.operators, total.operators)
    if !sides.isEmpty, !others.isEmpty, sides.isDisjoint(with: others) { return false }
    // Places: inside, and not the same point.
    if total.places.isEmpty {
      return !part.places.isEmpty && (total.strikes != nil || total.sorties != nil) && isSmaller
    }
    // "Nine missions. Weapons were used during two of them."
    if total.kind == .other, part.kind == .strike, let a = part.sorties?.value.bestFigure,
      let b = total.sorties?.value.bestFigure
    {
      return a < b && comesAfter
    }
    guard !part.places.isEmpty else { return false }
    let inside = part.places.allSatisfy { inner in
      total.places.contains {
        PlaceRelations.contains($0.value, inner.value)
          || total.places.count > 1 && PlaceRelations.isSame($0.value, inner.value)
      }
    }
    let sameButFiner =
      isSmaller
      && part.places.allSatisfy { inner in
        total.places.contains {
          PlaceRelations.isSame($0.value, inner.value) && $0.value.place.bearing == nil
            && inner.value.place.bearing != nil
        }
      }
    return inside || sameButFiner
  }

  /// The greatest toll of dead that a draft tells, and the sum of all; nil where it tells none.
  private static func dead(_ draft: Draft) -> (most: Int, sum: Int)? {
    var found: (most: Int, sum: Int)?
    for toll in draft.casualties {
      guard let killed = toll.value.killed?.bestFigure else { continue }
      found = (max(found?.most ?? killed, killed), (found?.sum ?? 0) + killed)
    }
    return found
  }

  /// One part alone makes no total unless numbers say so.
  private static func addsUp(_ total: Draft, _ parts: [Draft]) -> Bool {
    func sum(_ value: (Draft) -> Int?) -> Int { parts.reduce(0) { $0 + (value($1) ?? 0) } }
    if let strikes = total.strikes?.value, let most = strikes.max ?? strikes.min, strikes.max != nil {
      if sum({ $0.strikes?.value.min }) > most { return false }
    }
    if parts.count >= 2 { return true }
    if let figure = total.strikes?.value.bestFigure { return figure > 1 }
    return total.sorties != nil || total.targetTotal != nil
      || (total.casualties.first?.value.killed?.bestFigure ?? 0) > 1
  }

  private static func breakCycles(_ drafts: inout [Draft]) {
    for index in drafts.indices {
      var seen: Set<Int> = [index]
      var next = drafts[index].summary
      while let current = next {
        if !seen.insert(current).inserted {
          drafts[index].summary = nil
          break
        }
        next = drafts[current].summary
      }
    }
  }
}
