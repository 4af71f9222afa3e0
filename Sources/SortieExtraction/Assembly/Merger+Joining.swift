internal import SortieSchema

/// One draft of two that tell the same action.
extension Merger {
  /// `a` with what `b` adds; with `fillsOnly` only whole slots that `a` lacks.
  static func joined(_ a: Draft, _ b: Draft, fillsOnly: Bool) -> Draft {
    var (a, b) = (a, b)
    if a.isAllied(with: b) {
      a.nameCoalitions()
      b.nameCoalitions()
    }
    var joined = a
    joined.hasAction = a.hasAction || b.hasAction
    joined.isBareLoss = a.isBareLoss && (b.isBareLoss || !b.tellsMission)
    joined.lastParagraph = a.lastSentence > b.lastSentence ? a.lastParagraph : b.lastParagraph
    joined.lastSentence = max(a.lastSentence, b.lastSentence)
    for range in b.sentences where !joined.sentences.contains(range) { joined.sentences.append(range) }
    if a.kind == .other, b.kind != .other { joined.kind = b.kind }
    if a.kind == .patrol || a.kind == .reconnaissance, b.kind == .strike { joined.kind = .strike }
    if a.date == nil || !a.ownsDate && b.ownsDate {
      joined.date = b.date ?? a.date
      joined.ownsDate = a.ownsDate || b.ownsDate
    }
    // "Overnight … late on Monday": the day within the night.
    if a.ownsDate, b.ownsDate, !b.isDefinite, let told = a.date?.value, told.basis == .relative,
      let day = b.date?.value, day.precision == .day,
      told.precision == .range, let start = told.start, let end = told.end, let own = day.start,
      end.dayNumber - start.dayNumber == 1, start <= own, own <= end
    {
      joined.date = b.date
    }
    joined.sorties = a.sorties ?? b.sorties
    joined.strikes = a.strikes?.value.isOne == true ? b.strikes ?? a.strikes : a.strikes ?? b.strikes
    joined.engagements = a.engagements ?? b.engagements
    joined.targetTotal = a.targetTotal ?? b.targetTotal
    joined.departure = a.departure ?? b.departure
    joined.places = places(a, b, fillsOnly: fillsOnly)
    joined.participants = participants(a.participants, b.participants, fillsOnly: fillsOnly)
    joined.ownsOperator = a.ownsOperator || b.ownsOperator
    joined.refersToPlace = a.refersToPlace || b.refersToPlace
    if !fillsOnly || a.targets.isEmpty {
      for target in b.targets {
        if joined.kind == .interception,
          let known = joined.targets.firstIndex(where: { $0.value.isSameLoss(as: target.value) })
        {
          addLoss(target, to: &joined.targets[known])
        } else {
          add(target, to: &joined.targets)
        }
      }
    }
    if !fillsOnly && !b.addsToToll || a.casualties.isEmpty {
      for toll in b.casualties {
        add(
          toll, to: &joined.casualties,
          sameClaimants: Set(a.claims.map(\.value.claimant)) == Set(b.claims.map(\.value.claimant)) || b.claims.isEmpty)
      }
    }
    for munition in b.munitions {
      if let known = joined.munitions.firstIndex(where: { $0.value.name == munition.value.name }) {
        if joined.munitions[known].value.count == nil { joined.munitions[known] = munition }
      } else {
        joined.munitions.append(munition)
      }
    }
    // Who speaks behind a mere "the raids" speaks of something else.
    let speaking =
      b.tellsNothingNew
      ? b.claims.filter { $0.value.stance != .asserts || $0.range.lowerBound < b.anchor.lowerBound } : b.claims
    for claim in speaking
    where !joined.claims.contains(where: {
      $0.value.claimant == claim.value.claimant && $0.value.stance == claim.value.stance
    }) {
      joined.claims.append(claim)
    }
    joined.isCumulative = a.isCumulative || b.isCumulative
    return joined
  }

  /// Places with the province and country of what they lie in.
  private static func adopting(
    _ places: [Sourced<DraftPlace>], from outer: [Sourced<DraftPlace>]
  ) -> [Sourced<DraftPlace>] {
    places.map { inner in
      outer.first { PlaceRelations.contains($0.value, inner.value) }.map { PlaceRelations.adopting(inner, from: $0) }
        ?? inner
    }
  }

  private static func places(_ a: Draft, _ b: Draft, fillsOnly: Bool) -> [Sourced<DraftPlace>] {
    if a.places.isEmpty { return b.places }
    if b.places.isEmpty { return a.places }
    // A heading's bare "Idlib" is no finer than the body's "province of Idlib".
    let names = Set(b.places.map(\.value.place.canonical))
    if fillsOnly, a.places.contains(where: { names.contains($0.value.place.canonical) }) { return a.places }
    // "Syria's Idlib", then "the strike on the village of Ariha".
    if b.isDefinite, a.sentence <= SameAction.Pair.lengthOfLead,
      a.places.allSatisfy({ outer in
        b.places.contains {
          PlaceRelations.standsForProvince(outer.value, of: $0.value) || PlaceRelations.contains(outer.value, $0.value)
        }
      })
    {
      return adopting(b.places, from: a.places)
    }
    // The finest place told.
    let isOutside = a.sharesDead(with: b)
    if b.places.allSatisfy({ inner in
      a.places.contains {
        PlaceRelations.surrounds($0.value, inner.value)
          || isOutside && PlaceRelations.mayLieOutside(inner.value, $0.value)
      }
    }) {
      return b.places
    }
    if b.places.allSatisfy({ inner in a.places.contains { PlaceRelations.refines(inner.value, $0.value) } }) {
      return adopting(b.places, from: a.places)
    }
    var places = adopting(a.places, from: b.places)
    if fillsOnly { return places }
    for place in b.places where !places.contains(where: { PlaceRelations.areCompatible($0.value, place.value) }) {
      // "60 km south-west of Erbil" is where the town that was named lies.
      guard let spot = places.firstIndex(where: { PlaceRelations.areOneSpot($0.value, place.value) }) else {
        places.append(place)
        continue
      }
      if place.value.place.distanceKm == nil { places[spot] = place }
    }
    return places
  }

  private static func participants(
    _ a: [Sourced<Participant>], _ b: [Sourced<Participant>], fillsOnly: Bool
  ) -> [Sourced<Participant>] {
    var result = a
    for new in b {
      let value = new.value
      if let known = result.firstIndex(where: { known in
        let other = known.value
        let sameSide =
          other.operator == value.operator || value.operator == Participant.unknownOperator
          || other.operator == Participant.unknownOperator
        guard sameSide else { return false }
        if let x = other.aircraft, let y = value.aircraft { return SameAction.related(x, y) }
        if other.aircraft != nil || value.aircraft != nil {
          return (other.aircraft == nil ? other : value).class.map {
            $0 == .aircraft || $0 == (other.aircraft == nil ? value : other).class
          } ?? true
        }
        return other.class == nil || value.class == nil || other.class == value.class || other.class == .aircraft
          || value.class == .aircraft
      }) {
        let other = result[known].value
        if other.operator == Participant.unknownOperator { result[known].value.operator = value.operator }
        if other.aircraft == nil, value.aircraft != nil {
          result[known].value.aircraft = value.aircraft
          result[known].value.class = value.class
          result[known].value.count = value.count ?? other.count
          result[known].range = new.range
        } else {
          if other.class == nil || other.class == .aircraft, let told = value.class, other.aircraft == nil {
            result[known].value.class = told
          }
          if other.count == nil { result[known].value.count = value.count }
        }
        result[known].value.airForce = other.airForce ?? value.airForce
      } else if !fillsOnly || value.aircraft != nil && a.allSatisfy({ $0.value.tellsNoAircraft }) {
        var new = new
        if new.value.airForce == nil {
          new.value.airForce =
            result.first { $0.value.operator == value.operator && $0.value.airForce != nil }?.value.airForce
        }
        result.append(new)
      }
    }
    return result
  }

  /// The type of an aircraft that was shot down tells more than the word for it.
  private static func addLoss(_ target: Sourced<Target>, to known: inout Sourced<Target>) {
    if target.value.type.contains(where: \.isNumber) { known.value.type = target.value.type }
    known.value.count = known.value.count ?? target.value.count
    known.value.owner = known.value.owner ?? target.value.owner
  }

  /// Adds a target, or what it tells more of one that is known.
  static func add(_ target: Sourced<Target>, to targets: inout [Sourced<Target>]) {
    if let known = targets.firstIndex(where: {
      $0.value.type == target.value.type
        && ($0.value.count == nil || target.value.count == nil || $0.value.count?.min == target.value.count?.min)
    }) {
      let other = targets[known].value
      if other.effect == .targeted || other.effect == nil { targets[known].value.effect = target.value.effect }
      if other.count == nil { targets[known].value.count = target.value.count }
      if other.owner == nil { targets[known].value.owner = target.value.owner }
    } else {
      targets.append(target)
    }
  }

  private static func add(_ toll: Sourced<Casualty>, to tolls: inout [Sourced<Casualty>], sameClaimants: Bool) {
    for index in tolls.indices {
      let known = tolls[index].value
      let sameWho = known.who == toll.value.who || known.who == .people || toll.value.who == .people
      guard sameWho else { continue }
      let killed = known.killed == nil || toll.value.killed == nil || known.killed?.min == toll.value.killed?.min
      let wounded = known.wounded == nil || toll.value.wounded == nil || known.wounded?.min == toll.value.wounded?.min
      if killed, wounded,
        known.killed != nil && toll.value.killed != nil || known.killed == nil || toll.value.killed == nil
      {
        if known.who == .people, toll.value.killed != nil { tolls[index].value.who = toll.value.who }
        tolls[index].value.killed = known.killed ?? toll.value.killed
        tolls[index].value.wounded = known.wounded ?? toll.value.wounded
        tolls[index].value.children = known.children ?? toll.value.children
        tolls[index].value.women = known.women ?? toll.value.women
        return
      }
    }
    var toll = toll
    if !sameClaimants, tolls.contains(where: { $0.value.who == toll.value.who }) { toll.value.relation = .rival }
    tolls.append(toll)
  }
}
