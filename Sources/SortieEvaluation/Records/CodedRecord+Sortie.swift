public import SortieSchema

extension CodedRecord {
  /// What is scored of a record that the program gave.
  public init(_ sortie: Sortie) {
    id = sortie.id
    partOf = sortie.partOf
    kind = Choice(sortie.kind.rawValue)
    status = Choice(sortie.status.rawValue)
    scope = Choice(sortie.scope.rawValue)
    date = Choice(sortie.date.flatMap { Days(start: $0.start?.description, end: $0.end?.description) })
    participants = sortie.participants.map {
      Participant(
        operator: $0.operator, aircraft: $0.aircraft, class: $0.class?.rawValue, count: $0.count.flatMap(Bounds.init))
    }
    sorties = Choice(sortie.counts.sorties.flatMap(Bounds.init))
    strikes = Choice(sortie.counts.strikes.flatMap(Bounds.init))
    targetTotal = Choice(sortie.counts.targets.flatMap(Bounds.init))
    departure = Choice(sortie.departure?.name)
    places = sortie.places.map { Place(name: $0.name, country: $0.country) }
    targets = sortie.targets.map {
      Target(type: $0.type, count: $0.count.flatMap(Bounds.init), effect: $0.effect?.rawValue, owner: $0.owner)
    }
    casualties = sortie.casualties.map {
      Casualty(
        who: $0.who.rawValue, killed: $0.killed.flatMap(Bounds.init), wounded: $0.wounded.flatMap(Bounds.init))
    }
    munitions = sortie.munitions.map { Munition(name: $0.name) }
    claims = sortie.claims.map { Claim(claimant: $0.claimant, stance: $0.stance.rawValue) }
    evidence = sortie.evidence
    confidence = sortie.confidence
  }
}

extension CodedRecord.Bounds {
  fileprivate init?(_ count: Count) { self.init(min: count.min, max: count.max) }
}
