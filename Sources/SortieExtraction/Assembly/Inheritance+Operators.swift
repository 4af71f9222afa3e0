internal import SortieGazetteer
internal import SortieSchema

/// Who flew, where the clause does not say.
extension Inheritance {
  func fillOperators(_ draft: inout Draft) {
    if draft.operators.count == 1, let side = draft.operators.first {
      // Classes of one sentence are flown by the one side that it names.
      for index in draft.participants.indices
      where draft.participants[index].value.operator == Participant.unknownOperator {
        let own = sourceSide.flatMap { flies(draft.participants[index].value, $0) ? $0 : nil }
        draft.participants[index].value.operator = own ?? side
        draft.participants[index].value.basis = .inferred
      }
    }
    guard draft.operators.isEmpty else { return }
    let codes = draft.isOfNobody ? [] : operators(for: draft)
    guard !codes.isEmpty else {
      return fillUnknown(&draft)
    }
    if draft.participants.isEmpty {
      draft.participants = codes.map { code in
        var participant = Participant(operator: code, basis: .inferred)
        // A service's own bulletin goes on with the type that it told.
        let types = draft.contextParticipants.filter {
          $0.value.aircraft != nil && ($0.value.operator == code || $0.value.operator == Participant.unknownOperator)
        }
        if sourceSide != nil, types.count == 1 {
          participant.aircraft = types[0].value.aircraft
          participant.class = types[0].value.class
        }
        return Sourced(participant, draft.anchor, by: "inferred")
      }
    } else {
      draft.participants = codes.flatMap { code in
        draft.participants.map { participant in
          var participant = participant
          participant.value.operator = code
          participant.value.basis = .inferred
          return participant
        }
      }
    }
  }

  /// Where an outlet of a state tells of its own aircraft alone, those that nobody names are its own too.
  func nameFliers(_ drafts: inout [Draft]) {
    guard let home = source?.side, source?.kind != .official, !drafts.isEmpty,
      drafts.allSatisfy({ $0.operators.isEmpty || $0.operators.count == 1 && $0.operators.first == home }),
      drafts.contains(where: { !$0.operators.isEmpty })
    else { return }
    for index in drafts.indices
    where drafts[index].operators.isEmpty && !drafts[index].isOfNobody && mayFly(drafts[index], home) {
      for position in drafts[index].participants.indices {
        drafts[index].participants[position].value.operator = home
        drafts[index].participants[position].value.basis = .inferred
      }
    }
  }

  func fillUnknown(_ draft: inout Draft) {
    guard draft.participants.isEmpty else { return }
    draft.participants = [Sourced(Participant(operator: Participant.unknownOperator), draft.anchor, by: "inferred")]
  }

  func operators(for draft: Draft) -> [String] {
    if let sourceSide, flies(draft, sourceSide) { return [sourceSide] }
    if let teller = draft.tellerSide { return [teller] }
    for munition in draft.munitions {
      if let row = gazetteer.munitions[id: munition.by], row.category == "barrel-bomb", let origin = row.origin,
        draft.places.allSatisfy({ $0.value.place.country.map { $0 == origin } ?? countries.contains(origin) })
      {
        return [origin]
      }
    }
    var codes: [String] = []
    // A running total may be of others than the text tells of last.
    for participant in draft.isCumulative ? [] : draft.contextParticipants
    where participant.value.operator != Participant.unknownOperator && !codes.contains(participant.value.operator)
      && mayFly(draft, participant.value.operator)
    {
      codes.append(participant.value.operator)
    }
    if codes.isEmpty, sourceSide == nil {
      // Numbers of flights that a side's own officials give are of its own flights, and so are types that it flies.
      let tellsNumbers = draft.sorties != nil || draft.strikes.map { !$0.value.isOne } ?? false
      for claim in draft.claims where claim.value.stance == .asserts && claim.value.kind == .official {
        if let side = gazetteer.claimant(named: claim.value.claimant)?.country, !side.isEmpty,
          tellsNumbers || flies(draft, side)
            || (hitsEnemy(draft) || isUnopposed(draft)) && !gazetteer.isHome(country: side)
        {
          return [side]
        }
      }
    }
    // "Two helicopters that took off from Yuksekova", in a text that quotes the staff of that country.
    if codes.isEmpty, let home = draft.departure?.value.country, named.contains(where: { $0.side == home }) {
      return [home]
    }
    // "The Royal Air Force … two Tornados … Typhoons": types without a side are of the one told before that has them.
    if codes.isEmpty, !draft.isCumulative, let side = draft.contextSide, flies(draft, side) { return [side] }
    if codes.isEmpty, let flier = onlyFlier(of: draft) { return [flier] }
    return codes.isEmpty ? sourceSide.map { [$0] } ?? [] : codes
  }

  /// Whether an armed group was hit, which nobody's officials would call an action against themselves.
  func hitsEnemy(_ draft: Draft) -> Bool {
    draft.targets.contains { target in
      target.value.owner.map { gazetteer.groups[id: $0]?.kind == "armed-group" } ?? false
    }
  }

  /// Whether aircraft hit something, and nothing of civilians, of which nobody speaks who did it.
  func isUnopposed(_ draft: Draft) -> Bool {
    !draft.participants.isEmpty && !draft.targets.isEmpty
      && draft.targets.allSatisfy { $0.value.owner != PhraseReader.civilians }
      && draft.casualties.allSatisfy { $0.value.who != .civilians }
  }

  /// Whether a state is not known to lack the types of a draft: "a pair of Rafales" is nobody's who has none.
  func mayFly(_ draft: Draft, _ side: String) -> Bool {
    guard side.count == 2 else { return true }
    return draft.participants.allSatisfy { participant in
      guard let name = participant.value.aircraft, let row = gazetteer.aircraft(named: name) else {
        return true
      }
      return row.isFlown(by: side) ?? true
    }
  }

  /// The only state of those that the text names that flies the types of the draft, or the only one that does at all and
  /// builds them: lists of who has bought a type are long and never whole.
  func onlyFlier(of draft: Draft) -> String? {
    let types = draft.participants.compactMap(\.value.aircraft)
    guard !types.isEmpty, types.count == draft.participants.count else { return nil }
    let year = (draft.date ?? draft.contextDate)?.value.start?.year
    var fliers: Set<String>?
    var builders: Set<String> = []
    for type in types {
      guard let row = gazetteer.aircraft(named: type), !row.operators.isEmpty else { return nil }
      let own = Set(row.operators.filter { operation in year.map { operation.holds(in: $0) } ?? true }.map(\.code))
      if let builder = row.origin { builders.insert(builder) }
      fliers = fliers.map { $0.intersection(own) } ?? own
    }
    guard let fliers else { return nil }
    let told = fliers.intersection(countries)
    if told.count == 1 { return told.first }
    return fliers.count == 1 && builders.isSubset(of: fliers) ? fliers.first : nil
  }

  /// Whether a type of the draft is flown by the side that publishes the text.
  func flies(_ draft: Draft, _ side: String) -> Bool {
    draft.participants.contains { flies($0.value, side) }
  }

  func flies(_ participant: Participant, _ side: String) -> Bool {
    guard let name = participant.aircraft else { return false }
    return gazetteer.aircraft(named: name)?.isFlown(by: side) ?? false
  }
}
