internal import SortieSchema

/// Decides whether two drafts tell the same action.
///
/// A conflict in one slot settles it: other days, other places, other numbers. Without one, what both share adds up.
enum SameAction {
  /// Why two drafts were joined or kept apart, for the trace.
  struct Verdict {
    /// Nil: something contradicts.
    var score: Int?
    var reason: String
  }

  /// From this on two drafts that both tell an action are one.
  static let threshold = 3

  static func judge(_ record: Draft, _ draft: Draft) -> Verdict {
    var score = 0
    var reasons: [String] = []
    func add(_ points: Int, _ reason: String) {
      score += points
      reasons.append(reason)
    }
    if draft.isAnother, !record.isHeadline { return Verdict(score: nil, reason: "another action") }
    if record.isCumulative != draft.isCumulative { return Verdict(score: nil, reason: "a running total") }
    let becomesStrike = draft.kind == .strike && (record.kind == .patrol || record.kind == .reconnaissance) && draft.isBare
    if record.kind != draft.kind, record.kind != .other, draft.kind != .other, draft.hasAction, !becomesStrike {
      return Verdict(score: nil, reason: "another kind of action")
    }
    // Days.
    if draft.ownsDate, record.date != nil, let a = record.date?.value, let b = draft.date?.value {
      switch overlap(a, b) {
      case false?: return Verdict(score: nil, reason: "another day")
      case true?: if a.start == b.start, a.end == b.end { add(1, "same day") }
      case nil:
        // Two days that could not be reckoned are two if they are told by other words.
        if record.ownsDate, a.start == nil, b.start == nil, a.text != b.text { return Verdict(score: nil, reason: "another day") }
      }
    }
    // Sides.
    if draft.ownsOperator, record.ownsOperator {
      if record.operators.isDisjoint(with: draft.operators) { return Verdict(score: nil, reason: "another side") }
      if record.operators.count > 1, draft.operators.count > 1, record.operators != draft.operators, !record.isHeadline,
        !record.operators.isSubset(of: draft.operators), !draft.operators.isSubset(of: record.operators)
      {
        return Verdict(score: nil, reason: "joint with another side")
      }
      add(record.operators.count > 1 && record.operators == draft.operators ? 2 : 1, "same side")
    }
    // Aircraft.
    let types = (Set(record.participants.compactMap(\.value.aircraft)), Set(draft.participants.compactMap(\.value.aircraft)))
    if !types.0.isEmpty, !types.1.isEmpty {
      let shared = types.0.filter { a in types.1.contains { related(a, $0) } }
      let isWhole = shared.count == types.0.count && types.1.allSatisfy { b in types.0.contains { related($0, b) } }
      guard isWhole || !shared.isEmpty && (record.isHeadline || draft.isDefinite || draft.isHeadline) else {
        return Verdict(score: nil, reason: "other aircraft")
      }
      add(1, "same aircraft")
    }
    // Places.
    var isInside = false
    if !record.places.isEmpty, !draft.places.isEmpty {
      var best: Int?
      for a in record.places {
        for b in draft.places {
          if PlaceRelations.isSame(a.value, b.value) {
            best = max(best ?? 0, a.value.level >= 3 ? 3 : a.value.level == 2 ? 2 : 1)
          } else if PlaceRelations.areCompatible(a.value, b.value) {
            best = max(best ?? 0, 0)
          }
        }
      }
      guard let best else { return Verdict(score: nil, reason: "another place") }
      isInside = best == 0
      if best > 0, bearings(record) == bearings(draft) { add(best, "same place") }
    } else if draft.refersToPlace {
      add(1, "the place told before")
    }
    // Numbers.
    for (a, b) in [(record.strikes, draft.strikes), (record.sorties, draft.sorties)] {
      guard let a = a?.value, let b = b?.value else { continue }
      if a.min == b.min, a.max == b.max {
        add((a.min ?? 0) > 1 ? 3 : 1, "same number")
      } else if a.min != 1 || a.max != 1 || !draft.isDefinite {
        return Verdict(score: nil, reason: "another number")
      }
    }
    // Tolls.
    var sameToll = false
    var otherToll = false
    for a in record.casualties {
      for b in draft.casualties where a.value.who == b.value.who || a.value.who == .people || b.value.who == .people {
        guard let x = a.value.killed ?? a.value.wounded, let y = b.value.killed ?? b.value.wounded else { continue }
        if x.min == y.min || x.min.map({ $0 + 1 }) == y.min || y.min.map({ $0 + 1 }) == x.min { sameToll = true } else { otherToll = true }
      }
    }
    if sameToll {
      add(3, "same toll")
    } else if otherToll {
      let claimants = (Set(record.claims.map(\.value.claimant)), Set(draft.claims.map(\.value.claimant)))
      let isRival = !claimants.0.isEmpty && !claimants.1.isEmpty && claimants.0.isDisjoint(with: claimants.1)
      // A second toll without a place, day or side of its own is of the same action.
      let isUpdate = draft.places.isEmpty && (draft.isDefinite || !draft.ownsDate && !draft.ownsOperator && !draft.isAnother)
      if isInside || !isRival && !isUpdate {
        return Verdict(score: nil, reason: "another toll")
      }
    }
    // Things.
    for b in draft.targets {
      for a in record.targets where a.value.type == b.value.type {
        if a.value.count?.min == b.value.count?.min { add(b.value.count == nil ? 1 : 2, "same target") }
      }
    }
    if draft.isDefinite { add(3, "an action told before") }
    if record.isHeadline {
      add(1, "told in the heading")
      if !types.0.isEmpty, types.0 == types.1 { add(1, "by the same aircraft") }
    }
    if draft.sentence - record.lastSentence <= 1 { add(draft.isDefinite ? 2 : 1, "next to it") }
    return Verdict(score: score, reason: reasons.joined(separator: ", "))
  }

  /// Whether two dates can be one; nil where either is unknown.
  static func overlap(_ a: SortieDate, _ b: SortieDate) -> Bool? {
    guard let start = a.start ?? a.end, let end = a.end ?? a.start, let from = b.start ?? b.end, let to = b.end ?? b.start else { return nil }
    return start <= to && from <= end
  }

  /// A family and its variant are one type; two variants are not.
  static func related(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let (short, long) = a.utf8.count < b.utf8.count ? (a, b) : (b, a)
    guard long.hasPrefix(short), let next = long.dropFirst(short.count).first else { return false }
    // Mi-2 is no Mi-24.
    return !next.isNumber
  }

  private static func bearings(_ draft: Draft) -> Set<String> { Set(draft.places.compactMap(\.value.place.bearing)) }
}
