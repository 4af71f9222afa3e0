internal import SortieGazetteer
internal import SortieSchema

/// Fills slots that a clause leaves open with what the text told before, or with whom the text speaks for.
struct Inheritance {
  let sourceSide: String?
  let source: PhraseReader.Speaker?
  /// Official bodies that the text names.
  let named: [PhraseReader.Speaker]
  /// Who alone asserts anything in the text.
  let sole: Sourced<Claim>?
  /// The states that the text names, ISO 3166 alpha-2.
  let countries: Set<String>
  let gazetteer: Gazetteer

  func fill(_ draft: inout Draft) {
    fillDate(&draft)
    fillTypes(&draft)
    fillOperators(&draft)
    draft.participants = once(draft.participants)
    fillPlaces(&draft)
    fillOwners(&draft)
    fillClaims(&draft)
  }

  /// Each side, type and number once.
  private func once(_ participants: [Sourced<Participant>]) -> [Sourced<Participant>] {
    var result: [Sourced<Participant>] = []
    for participant in participants {
      let value = participant.value
      let isKnown = result.contains { known in
        known.value.operator == value.operator && known.value.aircraft == value.aircraft
          && known.value.class == value.class && known.value.count == value.count
      }
      if !isKnown { result.append(participant) }
    }
    return result
  }

  private func fillDate(_ draft: inout Draft) {
    guard draft.date == nil, !draft.isCumulative, !draft.isHabitual, let date = draft.contextDate else { return }
    draft.date = date
  }

  /// "The aircraft", "the jets" of a text that told one type are of that type.
  private func fillTypes(_ draft: inout Draft) {
    if takeUpFlight(&draft) { return }
    let types = Set(draft.contextParticipants.compactMap(\.value.aircraft))
    guard types.count == 1, let told = draft.contextParticipants.first(where: { $0.value.aircraft != nil }),
      draft.participants.count == 1,
      draft.participants[0].value.aircraft == nil, draft.participants[0].value.class == .aircraft,
      draft.participants[0].value.operator == Participant.unknownOperator
        || draft.participants[0].value.operator == told.value.operator
    else { return }
    draft.participants[0].value.aircraft = told.value.aircraft
    draft.participants[0].value.class = told.value.class
    if draft.participants[0].value.operator == Participant.unknownOperator {
      draft.participants[0].value.operator = told.value.operator
      draft.participants[0].value.basis = .inferred
    }
  }

  /// "Our aircraft" after a mixed pair are that pair.
  private func takeUpFlight(_ draft: inout Draft) -> Bool {
    guard let sourceSide, draft.participants.count == 1, let told = draft.participants.first?.value,
      told.aircraft == nil, told.class == .aircraft, told.count == nil,
      told.operator == Participant.unknownOperator || told.operator == sourceSide
    else { return false }
    let flight = draft.contextParticipants.filter { $0.value.aircraft != nil }
    guard flight.count == 2, flight.count == draft.contextParticipants.count,
      flight.allSatisfy({ $0.value.operator == Participant.unknownOperator || $0.value.operator == sourceSide })
    else { return false }
    draft.participants = flight
    return true
  }

  private func fillOperators(_ draft: inout Draft) {
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
    let codes = operators(for: draft)
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
        if sourceSide != nil, types.count == 1, draft.sorties != nil || draft.strikes != nil {
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

  private func fillUnknown(_ draft: inout Draft) {
    guard draft.participants.isEmpty else { return }
    draft.participants = [Sourced(Participant(operator: Participant.unknownOperator), draft.anchor, by: "inferred")]
  }

  private func operators(for draft: Draft) -> [String] {
    if let sourceSide, flies(draft, sourceSide) { return [sourceSide] }
    if let teller = draft.tellerSide { return [teller] }
    for munition in draft.munitions {
      if let row = gazetteer.munitions[id: munition.by], row.category == "barrel-bomb", let origin = row.origin {
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
        if let side = gazetteer.claimants.first(where: { $0.name == claim.value.claimant })?.country, !side.isEmpty,
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
    if codes.isEmpty, let flier = onlyFlier(of: draft) { return [flier] }
    return codes.isEmpty ? sourceSide.map { [$0] } ?? [] : codes
  }

  /// Whether an armed group was hit, which nobody's officials would call an action against themselves.
  private func hitsEnemy(_ draft: Draft) -> Bool {
    draft.targets.contains { target in
      target.value.owner.map { gazetteer.groups[id: $0]?.kind == "armed-group" } ?? false
    }
  }

  /// Whether aircraft hit something, and nothing of civilians, of which nobody speaks who did it.
  private func isUnopposed(_ draft: Draft) -> Bool {
    !draft.participants.isEmpty && !draft.targets.isEmpty
      && draft.targets.allSatisfy { $0.value.owner != PhraseReader.civilians }
      && draft.casualties.allSatisfy { $0.value.who != .civilians }
  }

  /// Whether a state is not known to lack the types of a draft: "a pair of Rafales" is nobody's who has none.
  private func mayFly(_ draft: Draft, _ side: String) -> Bool {
    guard side.count == 2 else { return true }
    return draft.participants.allSatisfy { participant in
      guard let name = participant.value.aircraft, let row = gazetteer.aircraft.first(where: { $0.name == name }) else {
        return true
      }
      return row.isFlown(by: side) ?? true
    }
  }

  /// The only state of those that the text names that flies the types of the draft, or the only one that does at all.
  private func onlyFlier(of draft: Draft) -> String? {
    let types = draft.participants.compactMap(\.value.aircraft)
    guard !types.isEmpty, types.count == draft.participants.count else { return nil }
    let year = (draft.date ?? draft.contextDate)?.value.start?.year
    var fliers: Set<String>?
    for type in types {
      guard let row = gazetteer.aircraft.first(where: { $0.name == type }), !row.operators.isEmpty else { return nil }
      let own = Set(row.operators.filter { operation in year.map { operation.holds(in: $0) } ?? true }.map(\.code))
      fliers = fliers.map { $0.intersection(own) } ?? own
    }
    guard let fliers else { return nil }
    let told = fliers.intersection(countries)
    if told.count == 1 { return told.first }
    return fliers.count == 1 ? fliers.first : nil
  }

  /// Whether a type of the draft is flown by the side that publishes the text.
  private func flies(_ draft: Draft, _ side: String) -> Bool {
    draft.participants.contains { flies($0.value, side) }
  }

  private func flies(_ participant: Participant, _ side: String) -> Bool {
    guard let name = participant.aircraft else { return false }
    return gazetteer.aircraft.first { $0.name == name }?.isFlown(by: side) ?? false
  }

  private func fillPlaces(_ draft: inout Draft) {
    guard draft.places.isEmpty, draft.refersToPlace || draft.isDefinite || !draft.hasAction, !draft.isCumulative else {
      return
    }
    draft.places = draft.contextPlaces
  }

  /// Whether an owner is an enemy told by name.
  static func isNamed(_ owner: String) -> Bool {
    owner != PhraseReader.civilians && owner != PhraseReader.unnamedMilitants
  }

  /// A list of things belongs to one enemy unless it says otherwise.
  private func fillOwners(_ draft: inout Draft) {
    let told = draft.targets.compactMap(\.value.owner)
    let owner =
      told.first(where: Self.isNamed) ?? draft.contextOwner.flatMap { Self.isNamed($0) ? $0 : nil }
      ?? told.first { $0 == PhraseReader.unnamedMilitants }
    guard let owner else { return }
    for index in draft.targets.indices
    where draft.targets[index].value.owner == nil || draft.targets[index].value.owner == PhraseReader.unnamedMilitants {
      draft.targets[index].value.owner = owner
    }
  }

  /// The only one who asserts anything in the text, where it is an official body or a monitor.
  static func soleClaimant(of drafts: [Draft]) -> Sourced<Claim>? {
    let asserted = drafts.flatMap(\.claims).filter { $0.value.stance == .asserts }
    guard let first = asserted.first, first.value.kind == .official || first.value.kind == .monitor,
      asserted.allSatisfy({ $0.value.claimant == first.value.claimant })
    else { return nil }
    return first
  }

  private func fillClaims(_ draft: inout Draft) {
    if draft.claims.isEmpty, source?.kind != .official, let sole { draft.claims = [sole] }
    guard draft.claims.isEmpty, var source, source.kind == .official else { return }
    // A command that publishes a coalition's release speaks for the coalition's own staff, where the text names it.
    if draft.operators.count == 1, let side = draft.operators.first, side.count > 2, source.side != side,
      let staff = named.first(where: { $0.side == side })
    {
      source = staff
    }
    draft.claims = [
      Sourced(Claim(claimant: source.name, kind: source.kind), draft.anchor, by: "document.source")
    ]
  }
}
