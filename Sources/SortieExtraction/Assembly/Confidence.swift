internal import SortieSchema

/// How sure a record is, from what it rests on.
///
/// The weights were set so that on the development corpus records at 0.9 and more are right in 95 % of their slots; what
/// was told in the clause counts for, what was taken over from the context against.
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
    return (min(0.99, max(0.05, value)) * 100).rounded() / 100
  }
}
