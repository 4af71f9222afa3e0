internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// Makes drafts of the clauses of one sentence and keeps what later sentences take up.
struct DraftBuilder {
  let phrases: PhraseReader
  let sentence: Range<Int>
  let index: Int
  let paragraph: Int
  let isHeading: Bool
  /// The part of a report's first line that the body tells again.
  let isLead: Bool
  var state: DocumentState
  var absences: [DocumentResult.StatedAbsence] = []
  /// Denials of something else than the action.
  var denials: [Sourced<Claim>] = []
  /// The day that opens the sentence.
  var leading: Sourced<SortieDate>?

  mutating func drafts(_ clauses: [Clause]) -> [Draft] {
    var drafts: [Draft] = []
    let sentenceDate = clauses.enumerated().lazy.filter { !$1.isPlanned && ($0 == 0 || !$1.hasGroundSubject) }
      .map(\.element).flatMap(\.segments).compactMap(\.date).first {
        self.isActionDate($0.value)
      }
    let claims = claims(clauses)
    var subject: [Sourced<Participant>] = []
    var sawAction = false
    for var clause in clauses where !clause.isEmpty || clause.isNegated {
      if clause.participants.isEmpty, clause.sawAirWord || clause.hasAirWeapon {
        clause.participants = clause.stateForces
      }
      if clause.isNegated, !positive(clause) {
        if let about = clause.denied {
          denials += claims.map { claim in
            var claim = claim
            claim.value.stance = .denies
            claim.value.about = about
            return claim
          }
        } else {
          noteAbsence(clause, date: sentenceDate)
        }
        continue
      }
      if clause.isPlanned, !clause.segments.contains(where: { $0.strikes?.value.min ?? 0 > 1 && $0.date != nil }) {
        continue
      }
      let strength = strength(clause, follows: sawAction || !drafts.isEmpty)
      if clause.hasGround, strength < .air {
        state.afterGround = true
        if let date = sentenceDate, date.value.basis == .explicit { state.date = date }
        continue
      }
      if !clause.hasAction, clause.isWholeWar || tellsTollOfWar(clause) { continue }
      if clause.hasGroundSubject, strength < .weak { continue }
      if isShotFromGround(clause) { continue }
      guard strength > .none else {
        // "Over Raqqa a pair flew overwatch; our aircraft engaged …": a scene within one sentence.
        if drafts.isEmpty, state.sourceSide != nil { setScene([clause], drafts) }
        continue
      }
      if strength >= .weak {
        state.afterGround = false
        sawAction = true
      } else if state.afterGround {
        continue
      }
      if !clause.participants.isEmpty { subject = clause.participants }
      let made = segments(of: clause, subject: subject, strength: strength, sentenceDate: sentenceDate, claims: claims)
      drafts.append(contentsOf: made)
    }
    remember(drafts, sentenceDate: sentenceDate)
    setScene(clauses, drafts)
    state.leading = drafts.isEmpty ? leading.map { ($0, index) } : nil
    if sawAction { state.sinceAction = 0 } else { state.sinceAction += 1 }
    return drafts
  }

  // MARK: Is it an action?

  enum Strength: Int, Comparable {
    case none, continuation, weak, air
    static func < (a: Strength, b: Strength) -> Bool { a.rawValue < b.rawValue }
  }

  private func strength(_ clause: Clause, follows: Bool) -> Strength {
    let hasContent = clause.segments.contains { $0.hasContent }
    let hasPlace = clause.segments.contains { !$0.places.isEmpty || $0.samePlace }
    if clause.sawAirWord { return .air }
    let flies = clause.participants.contains { $0.value.class != nil || $0.value.airForce != nil }
    if flies, hasContent || clause.hasAction || clause.hasVerb || clause.flight != nil { return .air }
    if clause.hasAction, !(clause.isWeakWord && clause.hasAirWeapon) {
      if clause.isWeakWord {
        // "The attack" takes up an air action told before; any other may be anybody's.
        if clause.isOfCoalition { return .weak }
        return clause.isDefinite && state.sinceAction <= 2 ? .continuation : .none
      }
      return .weak
    }
    let sides = clause.participants.contains { $0.value.operator != Participant.unknownOperator }
    if sides, clause.segments.contains(where: { !$0.targets.isEmpty }), state.sinceAction < 99 || clause.hasAirWeapon {
      return clause.hasGround ? .none : .weak
    }
    if clause.hasAirWeapon, hasContent || hasPlace { return .air }
    // "A day after the monitor put the dead of the month at 3,000": of no action that was told.
    if clause.isBackground || clause.isCumulative { return .none }
    if hasContent, follows || state.sinceAction <= 2 { return .continuation }
    if !clause.segments.allSatisfy({ $0.munitions.isEmpty }), state.sinceAction <= 1 { return .continuation }
    return .none
  }

  /// Bytes between those who fire and the verb: " have reportedly ".
  private static let longestVerbGap = 17

  /// A shoot-down that no aircraft made: by air defences, or by fighters, who have none.
  private func isShotFromGround(_ clause: Clause) -> Bool {
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

  /// Coalitions and groups have ids; states have codes of two letters.
  private func isGroup(_ side: String) -> Bool { phrases.gazetteer.groups[id: side]?.kind == "armed-group" }

  /// No single action has killed so many: such a toll is of the whole war, whatever the sentence says.
  private static let tollOfWar = 5000

  /// "Hundreds" are seldom the dead of one action.
  private static let tollOfCampaign = 200

  private func tellsTollOfWar(_ clause: Clause) -> Bool {
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
  private func positive(_ clause: Clause) -> Bool {
    clause.segments.contains { $0.strikes != nil || $0.sorties != nil }
  }

  private mutating func noteAbsence(_ clause: Clause, date: Sourced<SortieDate>?) {
    absences.append(
      DocumentResult.StatedAbsence(
        claimant: clause.claims.first?.claim.value.claimant ?? state.open?.value.claimant ?? state.source?.name,
        place: clause.segments.lazy.flatMap(\.places).first?.value.place.name, date: date?.value ?? state.date?.value,
        start: sentence.lowerBound, end: sentence.upperBound))
  }

  // MARK: Claims

  private mutating func claims(_ clauses: [Clause]) -> [Sourced<Claim>] {
    var found: [Sourced<Claim>] = []
    for phrase in clauses.flatMap(\.claims) {
      let claim = phrase.claim
      if let known = found.firstIndex(where: {
        $0.value.claimant == claim.value.claimant && $0.value.stance == claim.value.stance
      }) {
        found[known].value.via = found[known].value.via ?? claim.value.via
        continue
      }
      found.append(claim)
      if claim.value.stance == .asserts, claim.value.kind == .official || claim.value.kind == .monitor {
        state.asserted = (claim, index, paragraph)
      }
      if phrase.opens {
        state.open = claim
        state.openParagraph = paragraph
      }
    }
    return found
  }

  // MARK: Segments

  private func segments(
    of clause: Clause, subject: [Sourced<Participant>], strength: Strength, sentenceDate: Sourced<SortieDate>?,
    claims: [Sourced<Claim>]
  ) -> [Draft] {
    let settled = settle(clause.segments)
    var drafts: [Draft] = []
    for segment in settled {
      var draft = Draft(anchor: segment.anchor ?? anchor(of: clause, segment), sentence: index, range: sentence)
      draft.paragraph = paragraph
      draft.hasAction = strength >= .weak
      draft.isDefinite =
        (clause.isDefinite || clause.tellsAgain && segment.places.isEmpty) && segment.strikes == nil
        && segment.sorties == nil
      draft.isAnother = clause.isAnother || clause.hasFurtherToll && clause.hasAction && !clause.isDefinite
      draft.isHeadline = isHeading || isLead || clause.isIntro && !segment.hasContent
      draft.isHabitual = clause.isHabitual
      draft.tellsBeginning = clause.tellsBeginning
      draft.isCumulative = clause.isCumulative
      draft.refersToPlace = segment.samePlace
      draft.places = segment.places.isEmpty && segment.samePlace ? segment.placesAgain : segment.places
      draft.places = withoutTransit(draft.places)
      for target in segment.targets { Merger.add(target, to: &draft.targets) }
      draft.casualties = segment.casualties
      draft.munitions = segment.munitions
      draft.strikes = segment.strikes
      draft.sorties = segment.sorties
      draft.engagements = segment.engagements
      draft.departure = clause.departure
      draft.targetTotal = targetTotal(segment.targets)
      draft.claims = claims
      if let date = segment.date ?? settled.first?.date ?? sentenceDate, isActionDate(date.value) {
        draft.date = date
        draft.ownsDate = true
      } else if let leading = state.leading, leading.sentence == index - 1 {
        draft.date = leading.date
        draft.ownsDate = true
      }
      let own = settled.count > 1 && !segment.participants.isEmpty ? segment.participants : clause.participants
      draft.participants = distinct(own.isEmpty ? subject : own)
      draft.ownsOperator = !draft.operators.isEmpty
      draft.coalitions = coalitions(of: draft.operators)
      place(&draft, of: clause)
      setKind(&draft, clause: clause, segment: segment)
      draft.tellerSide = clause.tellerSide
      draft.contextDate = clause.isBackground ? nil : state.date
      // "Strikes have killed hundreds": what a campaign has done so far, if no day or place is told.
      if !draft.ownsDate, !draft.isHeadline, draft.places.allSatisfy({ $0.value.level < 2 }), draft.strikes == nil,
        draft.casualties.contains(where: {
          $0.value.killed?.vague == true && $0.value.killed?.min ?? 0 >= Self.tollOfCampaign
        })
      {
        draft.isCumulative = true
      }
      draft.contextParticipants = state.participants
      draft.contextPlaces = segment.samePlace ? segment.placesAgain : state.places
      draft.contextOwner =
        (isOtherEntry(draft) ? nil : state.owner)
        ?? drafts.lazy.flatMap(\.targets).compactMap(\.value.owner).first(where: Inheritance.isNamed)
        ?? state.enemy
      if draft.claims.isEmpty, let open = state.open, state.openParagraph == paragraph { draft.claims = [open] }
      if draft.claims.isEmpty, let last = state.asserted, last.paragraph == paragraph, index - last.sentence <= 2 {
        draft.claims = [last.claim]
      }
      drafts.append(draft)
    }
    return drafts
  }

  /// A paragraph of a chronicle with a day of its own: whom it tells of is not told by those before. A side's own bulletins
  /// have one enemy throughout.
  private func isOtherEntry(_ draft: Draft) -> Bool {
    state.sourceSide == nil && draft.ownsDate && draft.date?.value.basis == .explicit
      && state.ownerParagraph != paragraph
  }

  /// "Flew over Iraq and struck near Abu Kamal": a country that was only crossed is no place of the strike.
  private func withoutTransit(_ places: [Sourced<DraftPlace>]) -> [Sourced<DraftPlace>] {
    guard places.contains(where: { $0.value.level >= 2 }) else { return places }
    return places.filter { $0.value.level > 0 || $0.value.place.relation != "over" }
  }

  /// Content that no place follows goes with the place before it; a place without content with the content before it.
  private func settle(_ segments: [Clause.Segment]) -> [Clause.Segment] {
    var settled: [Clause.Segment] = []
    for segment in segments {
      guard let last = settled.last else {
        settled.append(segment)
        continue
      }
      // "Flew 14 missions over Libya and struck five targets in Sirte": one action with a finer place.
      if last.targets.isEmpty, last.casualties.isEmpty, segment.strikes == nil, segment.sorties == nil,
        !segment.places.isEmpty,
        !last.places.isEmpty,
        segment.places.allSatisfy({ inner in last.places.contains { PlaceRelations.contains($0.value, inner.value) } })
      {
        var joined = join(last, segment)
        joined.places = segment.places
        settled[settled.count - 1] = joined
        continue
      }
      let countsAgain = segment.strikes != nil && last.strikes != nil || segment.sorties != nil && last.sorties != nil
      if segment.places.isEmpty, !countsAgain, segment.date == nil || !segment.hasContent {
        settled[settled.count - 1] = join(last, segment)
      } else if !segment.hasContent, !countsAgain {
        var joined = join(last, segment)
        joined.places = last.places
        for place in segment.places
        where !joined.places.contains(where: { PlaceRelations.areCompatible($0.value, place.value) }) {
          joined.places.append(place)
        }
        settled[settled.count - 1] = joined
      } else if !last.hasContent, last.participants.isEmpty || segment.participants.isEmpty {
        settled[settled.count - 1] = join(last, segment)
      } else {
        settled.append(segment)
      }
    }
    return settled
  }

  private func join(_ a: Clause.Segment, _ b: Clause.Segment) -> Clause.Segment {
    var joined = a
    joined.places += b.places
    joined.targets += b.targets
    joined.casualties += b.casualties
    joined.munitions += b.munitions
    joined.strikes = a.strikes ?? b.strikes
    joined.sorties = a.sorties ?? b.sorties
    joined.engagements = a.engagements ?? b.engagements
    joined.participants += b.participants
    joined.anchor = a.anchor ?? b.anchor
    joined.date = a.date ?? b.date
    joined.samePlace = a.samePlace || b.samePlace
    joined.placesAgain = a.placesAgain.isEmpty ? b.placesAgain : a.placesAgain
    return joined
  }

  private func anchor(of clause: Clause, _ segment: Clause.Segment) -> Range<Int> {
    segment.targets.first?.range ?? segment.casualties.first?.range ?? clause.flight?.range
      ?? segment.participants.first?.range ?? clause.participants.first?.range ?? segment.places.first?.range
      ?? clause.range
  }

  /// "484 objects" is the text's own total; it stays a target too where it is told what was done to them.
  private func targetTotal(_ targets: [Sourced<Target>]) -> Sourced<Count>? {
    for target in targets {
      guard let count = target.value.count, (count.min ?? count.max ?? 0) > 1 || count.max == nil else { continue }
      if let use = phrases.words.language.genericTargets[target.value.type], use != "again" {
        return Sourced(count, target.range, by: target.by)
      }
    }
    return nil
  }

  private func distinct(_ participants: [Sourced<Participant>]) -> [Sourced<Participant>] {
    var result: [Sourced<Participant>] = []
    for participant in participants {
      let value = participant.value
      let isKnown = result.contains { known in
        known.value.operator == value.operator && (known.value.aircraft == value.aircraft || value.aircraft == nil)
          && (known.value.class == value.class || value.class == nil || value.class == .aircraft)
          && (value.count == nil || known.value.count == value.count)
      }
      if isKnown { continue }
      // "Russian jets … Su-34": the type tells what the general word did not.
      if let general = result.firstIndex(where: {
        $0.value.aircraft == nil && ($0.value.class == nil || $0.value.class == .aircraft) && $0.value.count == nil
          && ($0.value.operator == value.operator || value.operator == Participant.unknownOperator)
          && (value.aircraft != nil || value.class != nil)
      }) {
        var specific = participant
        specific.value.operator = result[general].value.operator
        specific.value.airForce = value.airForce ?? result[general].value.airForce
        specific.value.basis = result[general].value.basis
        result[general] = specific
      } else {
        result.append(participant)
      }
    }
    return named(result)
  }

  /// Aircraft of an untold side are those of the only side that is told without aircraft: "the Russian aviation group
  /// … crews of Tu-22M3 bombers".
  private func named(_ participants: [Sourced<Participant>]) -> [Sourced<Participant>] {
    let bare = participants.filter {
      $0.value.operator != Participant.unknownOperator && $0.value.aircraft == nil && $0.value.class == nil
    }
    let sides = Set(participants.map(\.value.operator).filter { $0 != Participant.unknownOperator })
    guard sides.count == 1,
      let side = bare.first ?? participants.first(where: { $0.value.operator != Participant.unknownOperator }),
      participants.contains(where: { $0.value.operator == Participant.unknownOperator }),
      // A member's own release names the coalition beside its own aircraft.
      state.sourceSide == nil || side.value.operator.count == 2 || state.sourceSide == side.value.operator
    else { return participants }
    return participants.filter { participant in
      participant.value.operator == Participant.unknownOperator || participant.value.aircraft != nil
        || participant.value.class != nil
    }.map { participant in
      var participant = participant
      if participant.value.operator == Participant.unknownOperator {
        participant.value.operator = side.value.operator
        participant.value.airForce = participant.value.airForce ?? side.value.airForce
        participant.value.basis = side.value.basis
      }
      return participant
    }
  }

  private func setKind(_ draft: inout Draft, clause: Clause, segment: Clause.Segment) {
    let strikes = draft.strikes != nil || !draft.targets.isEmpty || !draft.casualties.isEmpty
    if let flight = clause.flight, flight.kind == .interception || !clause.hasStrikeWord && !strikes {
      draft.kind = flight.kind
      if draft.anchor == clause.range { draft.anchor = flight.range }
    } else if draft.sorties != nil, !strikes, !clause.hasStrikeWord {
      draft.kind = .other
    }
  }

  private func coalitions(of operators: Set<String>) -> [String: String] {
    var coalitions: [String: String] = [:]
    for side in operators {
      if let coalition = phrases.words.language.coalitionLeaders[side.lowercased()] { coalitions[side] = coalition }
    }
    return coalitions
  }

  // MARK: Memory

  /// How many sentences a scene holds.
  private static let lengthOfScene = 3

  private mutating func setScene(_ clauses: [Clause], _ drafts: [Draft]) {
    guard drafts.isEmpty else {
      if drafts.contains(where: { leavesScene($0) }) { state.scene = nil }
      return
    }
    // Troops fight where aircraft support them.
    let told = clauses.filter {
      !$0.isNegated && !$0.isPlanned && !$0.isHabitual && (!$0.hasGround || $0.support != nil)
    }
    let flying = flying(in: told)
    let own = told.flatMap(\.segments).flatMap(\.places).filter { $0.value.level >= 1 }
    let places = own.isEmpty ? told.flatMap(\.scenePlaces) : own
    guard !flying.isEmpty else { return }
    state.scene = DocumentState.Scene(
      places: places, participants: distinct(flying), sentence: index, paragraph: paragraph)
  }

  /// The aircraft of known type that clauses tell of; "our aircraft" in a service's release are those told before.
  private func flying(in clauses: [Clause]) -> [Sourced<Participant>] {
    let told = clauses.flatMap(\.participants)
    let typed = told.filter { $0.value.aircraft != nil }
    guard typed.isEmpty, state.sourceSide != nil, told.contains(where: { isOwnAircraft($0.value) }) else {
      return typed
    }
    return state.participants.filter { $0.value.aircraft != nil }
  }

  /// "Our aircraft", "the aircraft" of a service's own release.
  private func isOwnAircraft(_ participant: Participant) -> Bool {
    participant.aircraft == nil && participant.class == .aircraft && participant.count == nil
      && (participant.operator == Participant.unknownOperator || participant.operator == state.sourceSide)
  }

  /// Whether an action tells a place that the scene before it does not hold.
  private func leavesScene(_ draft: Draft) -> Bool {
    guard let scene = state.scene else { return false }
    return draft.places.contains { place in
      !scene.places.contains { PlaceRelations.areCompatible($0.value, place.value) }
    }
  }

  /// What a clause leaves open is as the scene before it has it.
  private func place(_ draft: inout Draft, of clause: Clause) {
    guard let scene = state.scene, scene.paragraph == paragraph, index - scene.sentence <= Self.lengthOfScene else {
      return
    }
    if draft.places.isEmpty, !draft.refersToPlace { draft.places = scene.places }
    if draft.participants.isEmpty || draft.participants.allSatisfy({ isOwnAircraft($0.value) }), state.sourceSide != nil
    {
      draft.participants = scene.participants
    } else if draft.participants.isEmpty {
      draft.participants = scene.participants
    }
  }

  private func isActionDate(_ date: SortieDate) -> Bool { date.precision != .year }

  /// Longest period, in days, in which what the text tells next has happened too.
  private static let lengthOfPeriod = 31

  private func isLong(_ date: SortieDate) -> Bool {
    guard let start = date.start, let end = date.end else { return false }
    return end.dayNumber - start.dayNumber > Self.lengthOfPeriod
  }

  private mutating func remember(_ drafts: [Draft], sentenceDate: Sourced<SortieDate>?) {
    // A span of days in a sentence without an action is the period of the report.
    let isPeriod =
      sentenceDate.map { date in
        guard date.value.basis == .explicit, date.value.precision == .range, let start = date.value.start,
          let end = date.value.end
        else { return false }
        return end.dayNumber - start.dayNumber <= 14
      } ?? false
    // So is the day of the first sentence.
    let opens =
      index <= 1 && state.date == nil && sentenceDate?.value.basis == .explicit && sentenceDate?.value.precision == .day
    if let date = sentenceDate, date.value.start != nil, !isLong(date.value),
      !drafts.isEmpty || isHeading || isPeriod || opens
    {
      state.date = date
    }
    for draft in drafts {
      if !draft.places.isEmpty { state.places = draft.places }
      if let country = draft.places.lazy.compactMap(\.value.place.country).first { state.country = country }
      let sides = draft.participants.filter { $0.value.operator != Participant.unknownOperator }
      if draft.isHabitual, !state.participants.isEmpty || draft.participants.count > 1 { continue }
      if !sides.isEmpty || draft.participants.contains(where: { $0.value.aircraft != nil }) {
        state.participants = draft.participants
      }
      let types = draft.participants.filter { $0.value.aircraft != nil }
      if Set(types.map(\.value.aircraft)).count == 2 { state.mixed = types }
      let owners = draft.targets.compactMap(\.value.owner)
      if let owner = owners.first(where: Inheritance.isNamed) ?? (state.owner == nil ? owners.first : nil) {
        state.owner = owner
      }
    }
  }
}
