internal import SortieSchema

/// A heading tells what the body tells again; only what it alone tells stays.
enum Headings {
  static func dropCovered(_ drafts: [Draft]) -> [Draft] {
    drafts.enumerated().filter { index, draft in
      guard draft.isHeadline else { return true }
      return !drafts.enumerated().contains { other, body in other != index && !body.isHeadline && covers(body, draft) }
    }.map(\.element)
  }

  private static func covers(_ body: Draft, _ heading: Draft) -> Bool {
    if !body.operators.isEmpty, !heading.operators.isEmpty, body.operators.isDisjoint(with: heading.operators) { return false }
    let types = (body.participants.compactMap(\.value.aircraft), heading.participants.compactMap(\.value.aircraft))
    if !types.0.isEmpty, !types.1.isEmpty, !types.0.contains(where: { a in types.1.contains { SameAction.related(a, $0) } }) { return false }
    if heading.places.isEmpty { return true }
    if body.places.isEmpty { return heading.places.allSatisfy { $0.value.level <= 2 } }
    return body.places.contains { a in heading.places.contains { PlaceRelations.areCompatible(a.value, $0.value) } }
  }
}
