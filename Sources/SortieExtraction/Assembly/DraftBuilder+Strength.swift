internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// Whether a clause tells an action of aircraft.
extension DraftBuilder {
  enum Strength: Int, Comparable {
    case none, continuation, weak, air
    static func < (a: Strength, b: Strength) -> Bool { a.rawValue < b.rawValue }
  }

  func strength(_ clause: Clause, follows: Bool) -> Strength {
    let hasContent = clause.segments.contains { $0.hasContent }
    let hasPlace = clause.segments.contains { !$0.places.isEmpty || $0.samePlace }
    if clause.sawAirWord { return .air }
    let flies = clause.participants.contains { $0.value.class != nil || $0.value.airForce != nil }
    if flies, hasContent || clause.hasAction || clause.hasVerb || clause.flight != nil || clause.firesWeapon {
      return .air
    }
    // "The strikes" after rockets of armed groups are theirs.
    if clause.hasAction, clause.isDefinite, state.afterGround, clause.participants.isEmpty { return .none }
    if clause.hasAction, !(clause.isWeakWord && (clause.hasAirWeapon || clause.hasAirMissile)) {
      if clause.isWeakWord {
        // "The attack" takes up an air action told before; any other may be anybody's.
        if clause.isOfCoalition { return .weak }
        return clause.isDefinite && (follows || state.sinceAction <= 2) ? .continuation : .none
      }
      return .weak
    }
    let sides = clause.participants.contains { $0.value.operator != Participant.unknownOperator }
    if sides, clause.segments.contains(where: { !$0.targets.isEmpty }), state.sinceAction < 99 || clause.hasAirWeapon {
      return clause.hasGround ? .none : .weak
    }
    // What a coalition in the air hits, it hits with aircraft.
    if sides, !clause.hasGround,
      clause.segments.contains(where: { !$0.targets.isEmpty || $0.casualties.contains { $0.value.killed != nil } }),
      clause.participants.contains(where: { phrases.gazetteer.airForces[id: $0.value.operator]?.kind == "coalition" })
    {
      return .weak
    }
    if clause.bombs, !clause.hasGround, hasContent || hasPlace, clause.participants.contains(where: isState) {
      return .weak
    }
    if clause.hasAirWeapon, hasContent || hasPlace { return .air }
    // "The crew tracked the truck, before engaging with a Hellfire": of the flight told before, where there is one.
    if clause.hasAirMissile, hasContent || hasPlace {
      return clause.isWeakWord || state.sinceAction > 1 ? .air : .continuation
    }
    // "State media blamed Israel" for what was told last; "accused it of bombing the airport" tells it.
    if clause.blames { return clause.hasVerb && hasPlace ? .weak : state.sinceAction <= 1 ? .continuation : .none }
    // What a service's own release lists as hit at a place, it hit.
    if state.sourceSide != nil, hasPlace, !clause.hasGround, state.sinceAction <= 2,
      clause.segments.contains(where: { !$0.targets.isEmpty && !$0.places.isEmpty })
    {
      return .weak
    }
    // "A day after the monitor put the dead of the month at 3,000": of no action that was told.
    if clause.isBackground, follows, clause.segments.contains(where: { !$0.casualties.isEmpty }) {
      return .continuation
    }
    if clause.isBackground || clause.isCumulative { return .none }
    if hasContent, follows || state.sinceAction <= 2 { return .continuation }
    if !clause.segments.allSatisfy({ $0.munitions.isEmpty }), state.sinceAction <= 1 { return .continuation }
    return .none
  }

  /// Bytes between those who fire and the verb: " have reportedly ".
  private static let longestVerbGap = 17

  /// A shoot-down that no aircraft made: by air defences, or by fighters, who have none.
  func isShotFromGround(_ clause: Clause) -> Bool {
    guard let flight = clause.flight, flight.kind == .interception else { return false }
    if let guns = clause.airDefence {
      if !flight.isPassive, (0...Self.longestVerbGap).contains(flight.range.lowerBound - guns.upperBound) {
        return true
      }
      let agents = clause.participants.filter {
        $0.range.lowerBound >= flight.range.upperBound && $0.range.upperBound <= guns.lowerBound
      }
      if flight.isPassive, guns.lowerBound >= flight.range.upperBound,
        agents.allSatisfy({ $0.value.class == nil && $0.value.aircraft == nil })
      {
        return true
      }
    }
    if clause.participants.contains(where: { $0.value.class != nil || $0.value.aircraft != nil }) { return false }
    return clause.hasAirDefence
      || !clause.participants.isEmpty && clause.participants.allSatisfy { isGroup($0.value.operator) }
  }

  /// Whether a state or a coalition took part, which have air forces.
  private func isState(_ participant: Sourced<Participant>) -> Bool {
    let side = participant.value.operator
    return side != Participant.unknownOperator && !isGroup(side)
  }

  /// Coalitions and groups have ids; states have codes of two letters.
  func isGroup(_ side: String) -> Bool { phrases.gazetteer.groups[id: side]?.kind == "armed-group" }

  /// No single action has killed so many: such a toll is of the whole war, whatever the sentence says.
  private static let tollOfWar = 5000

  /// "Hundreds" are seldom the dead of one action.
  static let tollOfCampaign = 200

  /// "Have struck 93 times since 2015": so many strikes by somebody who flies.
  func tellsTimes(_ clause: Clause) -> Bool {
    clause.segments.contains { $0.strikes != nil } && !clause.participants.isEmpty
  }

  func tellsTollOfWar(_ clause: Clause) -> Bool {
    clause.segments.contains { segment in
      segment.casualties.contains { toll in
        guard let count = toll.value.killed ?? toll.value.wounded, let least = count.min else { return false }
        return least >= Self.tollOfWar || count.vague && least >= Self.tollOfWar / 5
      }
    }
  }

  /// Whether clauses may open a record or state an absence, whatever the sentences before them have told.
  ///
  /// Of what those told only the things that "them" takes up can make an action of a clause that is none by itself.
  func mayTellAction(_ clauses: [Clause]) -> Bool {
    clauses.contains { clause in
      guard !clause.isEmpty || clause.isNegated else { return false }
      if clause.isNegated, !positive(clause) { return clause.denied == nil }
      return strength(clause, follows: true) >= .weak
    }
  }

  /// A negation in a clause that tells an action of its own beside it.
  func positive(_ clause: Clause) -> Bool {
    clause.segments.contains { $0.strikes != nil || $0.sorties != nil }
  }
}
