internal import SortieSchema

extension SameAction {
  /// A record so far and a draft that may tell more of it, slot by slot.
  ///
  /// A comparison gives what contradicts, or nil after adding what both share.
  struct Pair {
    let record: Draft
    let draft: Draft
    private(set) var score = 0
    private(set) var reasons: [String] = []
    /// One tells a district, the other a town in it.
    var isInside = false
    /// One tells a coalition, the other the state that leads it.
    private var isOfAlly = false
    /// One tells a day within the days of the other.
    var isDayOfPeriod = false
    private let types: (record: Names, draft: Names)

    init(record: Draft, draft: Draft) {
      self.record = record
      self.draft = draft
      types = (
        Names(record.participants.lazy.compactMap(\.value.aircraft)),
        Names(draft.participants.lazy.compactMap(\.value.aircraft))
      )
    }

    mutating func add(_ points: Int, _ reason: String) {
      score += points
      reasons.append(reason)
    }

    /// A reconnaissance or patrol and the strike that the same aircraft made on it.
    private var isArmedWatch: Bool {
      guard record.isWatch && draft.kind == .strike || record.kind == .strike && draft.isWatch,
        draft.sorties == nil, record.sorties == nil
      else { return false }
      return types.draft.isEmpty || types.record == types.draft
    }

    /// Another strike, a running total and another kind of flight are not this action.
    mutating func compareActions() -> String? {
      if draft.isAnother, !record.isHeadline { return "another action" }
      if draft.isToldAsPart || record.isToldAsPart { return "a part of what was told" }
      if draft.isRow, !draft.places.isEmpty, record.places.isEmpty { return "a part of what was told" }
      if record.kind == .interception, draft.kind == .interception, losesAnother { return "another aircraft lost" }
      if record.isCumulative != draft.isCumulative { return "a running total" }
      let becomesStrike =
        draft.kind == .strike && (record.kind == .patrol || record.kind == .reconnaissance) && draft.isBare
      if record.kind != draft.kind, record.kind != .other, draft.kind != .other, draft.hasAction, !becomesStrike,
        !isArmedWatch
      {
        return "another kind of action"
      }
      return nil
    }

    /// Whether both tell aircraft that were shot down, and none that may be the same.
    private var losesAnother: Bool {
      let lost = (
        record.targets.filter { $0.value.effect == .destroyed }, draft.targets.filter { $0.value.effect == .destroyed }
      )
      return !lost.0.isEmpty && !lost.1.isEmpty
        && !lost.0.contains { a in lost.1.contains { a.value.isSameLoss(as: $0.value) } }
    }

    /// Days that do not overlap are two actions.
    mutating func compareDays() -> String? {
      // A day that an action will take over from what was told before it is its day too.
      if draft.ownsDate, record.date == nil, !record.isHeadline, !completes, let a = record.contextDate?.value,
        let b = draft.date?.value, SameAction.overlap(a, b) == false
      {
        return "another day than was told before"
      }
      // So is the day that was told since, for things of a list that say nothing of their own day.
      if !draft.ownsDate, record.ownsDate, !draft.isDefinite, !record.isHeadline, !draft.isHeadline,
        draft.strikes != nil || draft.places.contains(where: { $0.value.level >= 2 }), let a = record.date?.value,
        let told = draft.contextDate, told.value.basis == .explicit, told.value.precision == .day,
        record.sentences.allSatisfy({ $0.upperBound <= told.range.lowerBound }),
        SameAction.overlap(a, told.value) == false
      {
        return "another day was told since"
      }
      if draft.ownsDate, record.date != nil, let a = record.date?.value, let b = draft.date?.value {
        switch SameAction.overlap(a, b) {
        case false?: return "another day"
        case true?:
          if a.start == b.start, a.end == b.end { add(1, "same day") }
          isDayOfPeriod =
            record.ownsDate && a.start != nil && b.start != nil && (a.start == a.end) != (b.start == b.end)
          // "For 21–22 April … for 22–23 April": periods that only touch are two.
          if record.ownsDate, SameAction.crosses(a, b) { return "another period" }
        case nil:
          // Two days that could not be reckoned are two if they are told by other words.
          if record.ownsDate, a.start == nil, b.start == nil, a.text != b.text { return "another day" }
        }
      }
      return nil
    }

    /// A day of the calendar, told sentences after an action of no told day with a toll or things hit of its own, is
    /// that of another; a weekday may be what the first left out.
    mutating func compareUntoldDays() -> String? {
      guard draft.ownsDate, draft.date?.value.basis == .explicit, record.date == nil, !record.isHeadline,
        !draft.isDefinite, !draft.isHeadline, !sharesToll, draft.sentence - record.lastSentence > 1,
        !draft.casualties.isEmpty || !draft.targets.isEmpty
      else { return nil }
      return "another day"
    }

    /// Sides that both own are compared; a side carried over proves nothing.
    mutating func compareSides() -> String? {
      if draft.ownsOperator, record.ownsOperator {
        let (known, told) = (record.operators, draft.operators)
        if known.isDisjoint(with: told) {
          // "US airstrikes killed 23 … the coalition's strikes killed at least 23": settled by what else they share.
          guard record.isAllied(with: draft) else { return "another side" }
          isOfAlly = true
          return nil
        }
        if known.count > 1, told.count > 1, known != told, !record.isHeadline, !known.isSubset(of: told),
          !told.isSubset(of: known)
        {
          return "joint with another side"
        }
        add(known.count > 1 && known == told ? 2 : 1, "same side")
      }
      return nil
    }

    /// A leader's action is its coalition's where a heading tells the one and the body the other, or the toll or the
    /// village is the same.
    mutating func compareAllies() -> String? {
      guard isOfAlly else { return nil }
      guard sharesToll || sharesVillage || record.isHeadline || draft.isHeadline else { return "another side" }
      return nil
    }

    /// Every type has to be found in the other, by family or variant.
    mutating func compareAircraft() -> String? {
      if !types.record.isEmpty, !types.draft.isEmpty {
        let shared = types.record.filter { a in types.draft.contains { SameAction.related(a, $0) } }
        let isWhole =
          shared.count == types.record.count
          && types.draft.allSatisfy { b in types.record.contains { SameAction.related($0, b) } }
        guard isWhole || !shared.isEmpty && (record.isHeadline || draft.isDefinite || draft.isHeadline) else {
          return "other aircraft"
        }
        add(1, "same aircraft")
      } else if types.record.isEmpty, types.draft.isEmpty {
        let classes = (Self.particularClasses(record), Self.particularClasses(draft))
        if !classes.0.isEmpty, classes.0 == classes.1 { add(1, "same kind of aircraft") }
      }
      return nil
    }

    /// Helicopters, drones: what is more than "aircraft".
    private static func particularClasses(_ draft: Draft) -> Set<AircraftClass> {
      Set(draft.participants.compactMap(\.value.class)).subtracting([.aircraft])
    }

    /// The finest place that both tell counts most.
    mutating func comparePlaces() -> String? {
      if !record.places.isEmpty, !draft.places.isEmpty {
        var best: Int?
        for a in record.places {
          for b in draft.places {
            if PlaceRelations.isSame(a.value, b.value) {
              best = max(best ?? 0, a.value.level >= 3 ? 3 : a.value.level == 2 ? 2 : 1)
            } else if PlaceRelations.areCompatible(a.value, b.value)
              || draft.isDefinite && PlaceRelations.areNeighbours(a.value, b.value)
              || PlaceRelations.areNear(a.value, b.value)
              || placesLeadByName && PlaceRelations.standsForProvince(a.value, of: b.value)
            {
              best = max(best ?? 0, 0)
            }
          }
        }
        if best == nil, placesLeadByToll { best = 0 }
        guard let best else { return "another place" }
        if best == 0, tellsInOneList { return "another place" }
        isInside = best == 0
        sharesVillage = best == 3
        if best > 0, SameAction.bearings(record) == SameAction.bearings(draft) { add(best, "same place") }
      } else if draft.refersToPlace {
        add(1, "the place told before")
      }
      return nil
    }

    /// "A strike west of Raqqa killed ten … ten people died in Khuneida": a lead's side of a town and a village out there,
    /// with the same toll.
    private var placesLeadByToll: Bool {
      guard record.isHeadline || record.sentence <= Self.lengthOfLead, draft.sentence - record.lastSentence <= 2,
        record.sharesDead(with: draft)
      else { return false }
      return record.places.contains { a in draft.places.contains { PlaceRelations.mayLieOutside($0.value, a.value) } }
    }

    /// Whether "the strike" takes up a report's first sentence, which may have named no more than a province.
    private var placesLeadByName: Bool {
      draft.isDefinite && record.sentence <= Self.lengthOfLead && record.places.count <= 2
    }

    /// "Destroyed a tank in the north of Iraq and a position in Mosul": parts of one heading, each with its place.
    private var tellsInOneList: Bool {
      record.sentence == draft.sentence && record.isHeadline && draft.isHeadline && !draft.isDefinite
        && !record.targets.isEmpty && !draft.targets.isEmpty
    }

    /// Whether both tell the same town, village or quarter.
    private var sharesVillage = false
    /// Whether both tell a toll, and the same one; see `compareTolls`.
    var sharesToll = false

    /// Whether the sentence after an action of no told place and day, by the same side, tells them.
    private var completes: Bool {
      record.places.isEmpty && record.date == nil && record.strikes == nil && record.targets.isEmpty
        && draft.ownsOperator && record.ownsOperator && !draft.places.isEmpty && draft.casualties.isEmpty
        && draft.sentence - record.lastSentence <= 1
    }

    /// Whether the sentence after a report's first goes on with the news that this one tells: with the aircraft, the place
    /// or the day that it left open.
    private var goesOnFromLead: Bool {
      record.sentence <= Self.lengthOfLead && !record.isHeadline && draft.sentence - record.lastSentence <= 1
        && draft.hasAction && (!draft.ownsDate || record.date == nil) && !draft.isAnother && draft.strikes == nil
        && draft.sorties == nil
        && record.ownsOperator && record.sorties == nil && record.targetTotal == nil
        && (!draft.ownsOperator || draft.operators == record.operators)
        && (types.record.isEmpty || types.draft.isEmpty) && !draft.isBackground
        && (types.record.isEmpty != types.draft.isEmpty || isInside && record.places.allSatisfy { $0.value.level >= 1 })
    }

    /// Whether the sentence after a report's first tells where those died of whom the first told.
    private var placesLead: Bool {
      record.sentence <= Self.lengthOfLead && !record.isHeadline && draft.sentence - record.lastSentence <= 1
        && record.places.allSatisfy { $0.value.level <= 2 || $0.value.place.relation == "near" }
        && (record.date == nil || !draft.ownsDate)
        && record.strikes == nil
        && record.sorties == nil && !record.casualties.isEmpty && draft.casualties.isEmpty && draft.hasAction
        && draft.places.contains { $0.value.level >= (record.places.isEmpty ? 1 : 3) } && !draft.isAnother
        && !tellsSeveralPlaces
        && draft.sorties == nil
        && (!draft.ownsOperator || !record.ownsOperator || draft.operators == record.operators)
    }

    /// "The militants were killed in Homs and the civilians died in Hama": a province and a place in another.
    private var tellsSeveralPlaces: Bool {
      let places = draft.places.map(\.value)
      return places.indices.contains { a in
        places.indices.contains { b in
          places[a].level == 2 && places[b].place.admin1 != places[a].place.admin1
            && !PlaceRelations.contains(places[a], places[b])
        }
      }
    }

    /// Whether a report's second sentence tells the news of the first once more, with the province for the village, and
    /// the toll that the other left out.
    private var retellsFirstSentence: Bool {
      record.sentence <= Self.lengthOfLead && !record.isHeadline && draft.sentence - record.lastSentence == 1
        && isInside && !draft.isAnother
        && draft.places.allSatisfy { outer in
          outer.value.level == 2 && record.places.allSatisfy { PlaceRelations.contains(outer.value, $0.value) }
        }
        && (record.date == nil || !draft.ownsDate) && types.record.isEmpty && types.draft.isEmpty
        && (record.strikes == nil || draft.strikes == nil) && record.sorties == nil && draft.sorties == nil
        && record.casualties.isEmpty && !draft.casualties.isEmpty
    }

    /// "Jets made 38 sorties. 37 objects were engaged in Hama and Idlib": what the flights hit, in the sentence behind them.
    private var tellsWhatFlightsHit: Bool {
      record.sorties != nil && record.strikes == nil && record.targetTotal == nil && record.targets.isEmpty
        && draft.targetTotal != nil && draft.sorties == nil && draft.strikes == nil && !draft.ownsDate
        && !draft.ownsOperator && !draft.isAnother && types.draft.isEmpty
        && draft.sentence - record.lastSentence <= 1
    }

    /// Sentences, counted from 0, in which a report tells its news at first.
    static var lengthOfLead: Int { 1 }

    /// How the draft refers back: "the strike", a heading, the sentence next to it.
    mutating func weighTelling() {
      if draft.isDefinite { add(3, "an action told before") }
      if record.isHeadline {
        add(1, "told in the heading")
        if !types.record.isEmpty, types.record == types.draft { add(1, "by the same aircraft") }
      }
      if draft.sentence - record.lastSentence <= 1 { add(draft.isDefinite ? 2 : 1, "next to it") }
      if completes { add(1, "with what it lacks") }
      if tellsWhatFlightsHit { add(2, "what its flights hit") }
      if goesOnFromLead || placesLead || retellsFirstSentence { add(2, "after the lead") }
    }
  }
}
