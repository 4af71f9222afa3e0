internal import SortieSchema

/// How sure a record is, from what it rests on.
///
/// What was told in the clause counts for, what was taken over from the context against. The last step lays the sum on
/// the share of right slots that was measured on coded texts: 0.6 at the low end, 0.83 at the high one. It is an
/// expectation for the slots of such a record, no promise for a single one.
enum Confidence {
  static func of(_ draft: Draft) -> Double {
    var value = 0.55
    if draft.ownsDate { value += 0.1 }
    if draft.ownsOperator { value += 0.1 }
    if draft.places.contains(where: { $0.value.place.id != nil && $0.value.level >= 3 }) { value += 0.1 }
    if draft.strikes != nil || draft.sorties != nil { value += 0.08 }
    if draft.participants.contains(where: { $0.value.aircraft != nil }) { value += 0.05 }
    if !draft.claims.isEmpty { value += 0.02 }
    if !draft.hasAction { value -= 0.15 }
    if draft.isHeadline { value -= 0.1 }
    if draft.isHabitual { value -= 0.1 }
    if draft.participants.isEmpty { value -= 0.1 }
    if draft.places.isEmpty { value -= 0.1 }
    if draft.casualties.count > 2 { value -= 0.1 }
    let expected = 0.45 + 0.42 * min(0.99, max(0.05, value))
    return (expected * 100).rounded() / 100
  }
}
