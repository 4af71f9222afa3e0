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
    if draft.isOfNobody || takeUpFlight(&draft) { return }
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

  private func fillPlaces(_ draft: inout Draft) {
    guard draft.places.isEmpty, draft.refersToPlace || draft.isDefinite || draft.followsSoon || !draft.hasAction,
      !draft.isCumulative
    else { return }
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
    if draft.claims.isEmpty, source?.kind != .official, source?.kind != .monitor, let sole { draft.claims = [sole] }
    guard draft.claims.isEmpty, var source, source.kind == .official || source.kind == .monitor else { return }
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
