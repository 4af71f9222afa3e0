internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// The drafts of one clause: one for each place that has facts of its own.
extension DraftBuilder {
  func segments(
    of clause: Clause, subject: [Sourced<Participant>], strength: Strength, sentenceDate: Sourced<SortieDate>?,
    claims: [Sourced<Claim>]
  ) -> [Draft] {
    let settled = settle(clause.segments).flatMap(ofEachPlace)
    var drafts: [Draft] = []
    for (position, segment) in settled.enumerated() {
      let isBalance = position == 0 && isBalance(settled, before: sentenceDate)
      var draft = Draft(anchor: segment.anchor ?? anchor(of: clause, segment), sentence: index, range: sentence)
      draft.paragraph = paragraph
      draft.lastParagraph = paragraph
      draft.hasAction = strength >= .weak
      draft.isDefinite =
        (clause.isDefinite || clause.tellsAgain && segment.places.isEmpty) && segment.strikes == nil
        && segment.sorties == nil
      draft.tellsThingAgain = clause.tellsAgain && !segment.places.isEmpty
      draft.takesUpCraft = clause.takesUpCraft
      draft.addsToToll = clause.hasFurtherToll
      draft.isAnother = clause.isAnother || clause.hasFurtherToll && clause.hasAction && !clause.isDefinite
      draft.followsSoon = clause.followsSoon
      draft.isHeadline = !state.isRow && (isHeading || isLead || clause.isIntro && !segment.hasContent)
      draft.isHabitual = clause.isHabitual
      draft.isBackground = clause.isBackground
      draft.isBareLoss = clause.tellsLoss && !clause.hasAction && clause.flight == nil
      draft.isRow = state.isRow
      draft.tellsBeginning = clause.tellsBeginning || clause.isHabitual && clause.isSince
      draft.isCumulative =
        clause.isCumulative || clause.isSince && (tellsMany(segment) || tellsTollAlone(segment)) || isBalance
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
      if !isBalance, let date = segment.date ?? settled.first?.date ?? sentenceDate, isActionDate(date.value) {
        draft.date = date
        draft.ownsDate = true
      } else if let leading = state.leading, leading.sentence == index - 1 {
        draft.date = leading.date
        draft.ownsDate = true
      }
      draft.isToldAsPart = segment.purpose != nil
      let own =
        settled.count > 1 && !segment.participants.isEmpty ? segment.participants : clause.participantsOfWhole
      draft.participants = distinct(own.isEmpty ? subject : own)
      draft.ownsOperator = !draft.operators.isEmpty
      takeUpLoss(&draft)
      takeUpLabel(&draft)
      if let total = state.sectionTotal, !draft.ownsDate,
        draft.sorties != nil || draft.strikes != nil || draft.targetTotal != nil
      {
        draft.isCumulative = true
        draft.date = total
        draft.ownsDate = true
      }
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
      draft.contextSide = state.side
      draft.isOfNobody = clause.tellsNobody
      draft.contextPlaces = segment.samePlace ? segment.placesAgain : state.places
      draft.contextOwner = (isOtherEntry(draft) ? nil : state.owner) ?? Self.namedOwner(in: drafts) ?? state.enemy
      if draft.claims.isEmpty, let open = state.open, state.openParagraph == paragraph { draft.claims = [open] }
      if draft.claims.isEmpty, let last = state.asserted, last.paragraph == paragraph, index - last.sentence <= 2 {
        draft.claims = [last.claim]
      }
      drafts.append(draft)
    }
    return drafts
  }

  /// The first owner of a target told in the segments before who has a name. In a loop, since it is asked for often and
  /// key paths of generic values are made anew each time.
  private static func namedOwner(in drafts: [Draft]) -> String? {
    for draft in drafts {
      for target in draft.targets {
        if let owner = target.value.owner, Inheritance.isNamed(owner) { return owner }
      }
    }
    return nil
  }

  /// A paragraph of a chronicle with a day of its own: whom it tells of is not told by those before. A side's own bulletins
  /// have one enemy throughout.
  func isOtherEntry(_ draft: Draft) -> Bool {
    state.sourceSide == nil && draft.ownsDate && draft.date?.value.basis == .explicit
      && state.ownerParagraph != paragraph
  }

  /// "Flew over Iraq and struck near Abu Kamal": a country that was only crossed is no place of the strike.
  func withoutTransit(_ places: [Sourced<DraftPlace>]) -> [Sourced<DraftPlace>] {
    guard places.contains(where: { $0.value.level >= 2 }) else { return places }
    return places.filter { $0.value.level > 0 || $0.value.place.relation != "over" }
  }

  /// Content that no place follows goes with the place before it; a place without content with the content before it.
  func settle(_ segments: [Clause.Segment]) -> [Clause.Segment] {
    var settled: [Clause.Segment] = []
    for segment in segments {
      guard let last = settled.last, segment.purpose == nil || segment.sorties == nil else {
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

  /// Flights or strikes of a whole campaign, however short it has lasted.
  private static let numberOfCampaign = 100

  /// "13 people have been killed since Tuesday".
  private func tellsTollAlone(_ segment: Clause.Segment) -> Bool {
    !segment.casualties.isEmpty && segment.strikes == nil && segment.sorties == nil && segment.targets.isEmpty
  }

  private func tellsMany(_ segment: Clause.Segment) -> Bool {
    max(segment.sorties?.value.min ?? 0, segment.strikes?.value.min ?? 0) >= Self.numberOfCampaign
  }

  /// "Have launched 2,000 raids in Iraq and Syria, including four in Kobani on Tuesday": the day is that of the part, and
  /// the number is what a campaign has come to.
  private func isBalance(_ segments: [Clause.Segment], before day: Sourced<SortieDate>?) -> Bool {
    guard segments.count > 1, tellsMany(segments[0]), segments[0].date.map({ $0.range == day?.range }) ?? true,
      segments[0].places.allSatisfy({ $0.value.level == 0 }), let day = segments[1].date ?? day,
      let part = segments[1].anchor,
      segments[1].strikes != nil || segments[1].sorties != nil
    else { return false }
    return day.range.lowerBound > part.lowerBound && day.value.precision == .day
  }

  /// "One each near Hit and Sinjar" is one near Hit and one near Sinjar.
  private func ofEachPlace(_ segment: Clause.Segment) -> [Clause.Segment] {
    guard segment.isOfEach, segment.places.count > 1 else { return [segment] }
    return segment.places.map { place in
      var own = segment
      own.places = [place]
      own.anchor = place.range
      return own
    }
  }

  func join(_ a: Clause.Segment, _ b: Clause.Segment) -> Clause.Segment {
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
    joined.isOfEach = a.isOfEach || b.isOfEach
    joined.samePlace = a.samePlace || b.samePlace
    joined.placesAgain = a.placesAgain.isEmpty ? b.placesAgain : a.placesAgain
    return joined
  }

  func anchor(of clause: Clause, _ segment: Clause.Segment) -> Range<Int> {
    segment.targets.first?.range ?? segment.casualties.first?.range ?? clause.flight?.range
      ?? segment.participants.first?.range ?? clause.participants.first?.range ?? segment.places.first?.range
      ?? clause.range
  }

  /// "484 objects" is the text's own total; it stays a target too where it is told what was done to them.
  func targetTotal(_ targets: [Sourced<Target>]) -> Sourced<Count>? {
    for target in targets {
      guard let count = target.value.count, (count.min ?? count.max ?? 0) > 1 || count.max == nil else { continue }
      if let use = phrases.words.language.genericTargets[target.value.type], use != "again" {
        return Sourced(count, target.range, by: target.by)
      }
    }
    return nil
  }

  func setKind(_ draft: inout Draft, clause: Clause, segment: Clause.Segment) {
    if let purpose = segment.purpose {
      draft.kind = purpose
      return
    }
    let strikes = draft.strikes != nil || !draft.targets.isEmpty || !draft.casualties.isEmpty
    if let flight = clause.flight, flight.kind == .interception || !clause.hasStrikeWord && !strikes {
      draft.kind = flight.kind
      if draft.anchor == clause.range { draft.anchor = flight.range }
    } else if draft.sorties != nil, !strikes, !clause.hasStrikeWord {
      draft.kind = .other
    }
  }
}
