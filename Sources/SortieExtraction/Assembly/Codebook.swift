internal import SortieSchema

/// What gets a record: an air action with at least one of a day, a place finer than a country, a number.
enum Codebook {
  static func codes(_ draft: Draft) -> Bool {
    // Without a number a running total is the background of a campaign.
    if draft.isCumulative, !hasNumber(draft) { return false }
    if !draft.hasContent, !draft.ownsDate, !draft.places.contains(where: { $0.value.level >= 2 }) { return false }
    if draft.places.isEmpty, !draft.hasContent, !draft.participants.contains(where: { $0.value.count != nil }) {
      return false
    }
    if tellsNothingOfItsOwn(draft) { return false }
    if draft.date?.value.start != nil, draft.date?.value.precision != .year,
      draft.ownsDate || draft.hasContent || !draft.places.isEmpty
    {
      return !draft.isHabitual || hasNumber(draft) || !draft.targets.isEmpty
    }
    if draft.places.contains(where: { $0.value.level >= 1 }) { return !draft.isHabitual || hasNumber(draft) }
    return hasNumber(draft)
  }

  /// "It came shortly after another strike by the army": a side, and nothing by which one would know the action again.
  private static func tellsNothingOfItsOwn(_ draft: Draft) -> Bool {
    draft.kind == .strike && !draft.ownsDate && !hasNumber(draft) && draft.targets.isEmpty && draft.munitions.isEmpty
      && draft.places.allSatisfy { $0.value.level < 2 }
      && draft.participants.allSatisfy { $0.value.aircraft == nil && $0.value.count == nil }
  }

  private static func hasNumber(_ draft: Draft) -> Bool {
    draft.strikes.map { ($0.value.min ?? $0.value.max ?? 0) > 1 } ?? false || draft.sorties != nil
      || draft.targetTotal != nil
      || !draft.casualties.isEmpty || draft.participants.contains { ($0.value.count?.min ?? 0) > 1 }
      || draft.targets.contains { ($0.value.count?.min ?? 0) > 1 }
      || draft.munitions.contains { ($0.value.count?.min ?? 0) > 1 }
  }
}
