internal import SortieSchema

/// A heading tells what the body tells again; only what it alone tells stays.
enum Headings {
  /// Drops headings that a body record repeats, after they filled what it lacks.
  static func dropCovered(_ drafts: [Draft]) -> [Draft] {
    var drafts = drafts
    var dropped: Set<Int> = []
    for heading in drafts.indices where drafts[heading].isHeadline {
      let bodies = drafts.indices.filter { $0 != heading && !drafts[$0].isHeadline }
      let covering = bodies.filter { covers(drafts[$0], drafts[heading]) }
      if let untyped = covering.first(where: { isUntyped(drafts[$0]) && sharesPlace(drafts[$0], drafts[heading]) }) {
        fillAircraft(&drafts[untyped], from: drafts[heading])
      }
      if !covering.isEmpty {
        dropped.insert(heading)
      } else if let placeless = bodies.first(where: {
        drafts[$0].places.isEmpty && haveSameTypes(drafts[$0], drafts[heading])
      }) {
        drafts[placeless] = Merger.joined(drafts[placeless], drafts[heading], fillsOnly: true)
        dropped.insert(heading)
      }
    }
    return drafts.indices.filter { !dropped.contains($0) }.map { drafts[$0] }
  }

  private static func types(_ draft: Draft) -> Names { Names(draft.participants.lazy.compactMap(\.value.aircraft)) }

  private static func isUntyped(_ draft: Draft) -> Bool { draft.participants.allSatisfy(\.value.tellsNoAircraft) }

  private static func haveSameTypes(_ a: Draft, _ b: Draft) -> Bool { !types(a).isEmpty && types(a) == types(b) }

  private static func sharesPlace(_ a: Draft, _ b: Draft) -> Bool {
    a.places.contains { place in b.places.contains { PlaceRelations.isSame(place.value, $0.value) } }
  }

  private static func fillAircraft(_ body: inout Draft, from heading: Draft) {
    let typed = heading.participants.filter { $0.value.aircraft != nil }
    guard !typed.isEmpty, body.operators.isEmpty || heading.operators.isEmpty || body.operators == heading.operators
    else { return }
    let side = body.operators.first
    body.participants = typed.map { participant in
      var participant = participant
      if let side, participant.value.operator == Participant.unknownOperator { participant.value.operator = side }
      return participant
    }
  }

  private static func covers(_ body: Draft, _ heading: Draft) -> Bool {
    if !body.operators.isEmpty, !heading.operators.isEmpty, body.operators.isDisjoint(with: heading.operators) {
      return false
    }
    let types = (types(body), types(heading))
    if !types.0.isEmpty, !types.1.isEmpty,
      !types.0.contains(where: { a in types.1.contains { SameAction.related(a, $0) } })
    {
      return false
    }
    if heading.places.isEmpty { return true }
    if body.places.isEmpty { return heading.places.allSatisfy { $0.value.level <= 2 } }
    return body.places.contains { a in heading.places.contains { PlaceRelations.areCompatible(a.value, $0.value) } }
  }
}

extension Participant {
  /// Neither a type nor a class of its own nor a number.
  var tellsNoAircraft: Bool { aircraft == nil && (self.class == nil || self.class == .aircraft) && count == nil }
}
