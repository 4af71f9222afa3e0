internal import SortieSchema

/// Numbers, tolls and things hit of two drafts.
extension SameAction.Pair {
  /// "Three strikes destroyed two nodes … three strikes destroyed a bridge": lists that share nothing, each with numbers.
  private var tellsOtherTargets: Bool {
    let (a, b) = (record.targets.map(\.value), draft.targets.map(\.value))
    guard !record.isHeadline, !draft.isHeadline, !draft.isDefinite, !a.isEmpty, !b.isEmpty,
      a.allSatisfy({ $0.count != nil }), b.allSatisfy({ $0.count != nil })
    else { return false }
    return !b.contains { target in a.contains { $0.type == target.type } }
  }

  /// "A raid killed 27, the monitor said … the coalition said its aircraft had made 22 strikes on Sunday": what an
  /// official count holds is not the one raid that others tell of.
  private var isOfficialCount: Bool {
    guard let strikes = draft.strikes?.value.min, strikes > 1, draft.ownsDate, !draft.isDefinite,
      draft.casualties.isEmpty, !record.casualties.isEmpty, record.strikes == nil, !record.isHeadline,
      !record.claims.isEmpty, !draft.claims.isEmpty
    else { return false }
    return draft.claims.allSatisfy { $0.value.kind == .official }
      && !record.claims.contains { $0.value.kind == .official }
  }

  /// Numbers of strikes and of sorties.
  mutating func compareNumbers() -> String? {
    if isOfficialCount { return "an official count" }
    for (a, b) in [(record.strikes, draft.strikes), (record.sorties, draft.sorties)] {
      guard let a = a?.value, let b = b?.value else { continue }
      if a.min == b.min, a.max == b.max {
        if tellsOtherTargets { return "other targets" }
        add((a.min ?? 0) > 1 ? 3 : 1, "same number")
      } else if a.min != 1 || a.max != 1 || !draft.isDefinite {
        // "A strike killed three … the jet made four raids, killing three": one of them was told first.
        if sharesToll, a.isOne || b.isOne { continue }
        return "another number"
      }
    }
    return nil
  }

  /// Tolls may rise from one telling to the next, and rivals tell their own.
  mutating func compareTolls() -> String? {
    var sameToll = false
    var otherToll = false
    for a in record.casualties {
      for b in draft.casualties where a.value.who == b.value.who || a.value.who == .people || b.value.who == .people {
        guard let (x, y) = Self.alike(a.value, b.value) else { continue }
        if x.min == y.min || x.min.map({ $0 + 1 }) == y.min || y.min.map({ $0 + 1 }) == x.min
          || record.isHeadline && rounds(x, y) || draft.isHeadline && rounds(y, x)
        {
          sameToll = true
        } else {
          otherToll = true
        }
      }
    }
    if sameToll {
      sharesToll = true
      add(3, "same toll")
    } else if otherToll, !(draft.addsToToll && draft.isDefinite) {
      let claimants = (Set(record.claims.map(\.value.claimant)), Set(draft.claims.map(\.value.claimant)))
      // Who only gives a toll of what was told gives a rival one, whoever told it.
      let isRival =
        (!claimants.0.isEmpty || !draft.hasAction) && !claimants.1.isEmpty && claimants.0.isDisjoint(with: claimants.1)
      // A second toll without a place, day or side of its own is of the same action.
      let isUpdate =
        draft.places.isEmpty && (draft.isDefinite || !draft.ownsDate && !draft.ownsOperator && !draft.isAnother)
      if isInside || isDayOfPeriod || !isRival && !isUpdate {
        return "another toll"
      }
    }
    return nil
  }

  /// The dead of both, or the wounded of both where one tells no dead.
  private static func alike(_ a: Casualty, _ b: Casualty) -> (Count, Count)? {
    if let x = a.killed, let y = b.killed { return (x, y) }
    if let x = a.wounded, let y = b.wounded { return (x, y) }
    return nil
  }

  /// Whether a heading's "over 500" is a body's 545, or its "dozens" a body's 60.
  private func rounds(_ heading: Count, _ body: Count) -> Bool {
    guard heading.max == nil, let floor = heading.min, let told = body.min else { return false }
    return told >= floor && (told <= floor + floor / 4 || heading.vague && told <= 5 * floor)
  }

  /// The same kind of thing, in the same number.
  mutating func compareTargets() {
    for b in draft.targets {
      for a in record.targets where a.value.type == b.value.type || areOneLoss(a.value, b.value) {
        if record.kind == .interception, draft.kind == .interception {
          add(2, "the same aircraft lost")
        } else if a.value.count?.min == b.value.count?.min {
          add(b.value.count == nil ? 1 : 2, "same target")
          // "A hospital in Idlib province … the hospital in Millis".
          if draft.tellsThingAgain, isInside, record.targets.count == 1 { add(2, "a thing told before") }
        }
      }
    }
  }

  /// "A Syrian warplane" and "the aircraft" that were shot down.
  private func areOneLoss(_ a: Target, _ b: Target) -> Bool {
    record.kind == .interception && draft.kind == .interception && a.isSameLoss(as: b)
  }
}
