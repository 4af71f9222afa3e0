internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// What later sentences take up: scenes, days, places, sides, owners.
extension DraftBuilder {
  /// How many sentences a scene holds.
  private static let lengthOfScene = 3

  mutating func setScene(_ clauses: [Clause], _ drafts: [Draft]) {
    // "Flights provided close air support to troops as they fought to clear Hajin": nothing is hit yet.
    let tellsSupportAlone = state.sourceSide != nil && drafts.allSatisfy { !$0.hasContent }
    guard drafts.isEmpty || tellsSupportAlone else {
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
    guard !flying.isEmpty else {
      // "A warehouse had been identified near Hawijah. Tornados attacked the building": nobody flies yet.
      let spots = places.filter { $0.value.level >= 3 }
      if state.sourceSide != nil, !state.things.isEmpty, !spots.isEmpty, told.contains(where: { $0.support != nil }) {
        state.scene = DocumentState.Scene(places: spots, participants: [], sentence: index, paragraph: paragraph)
      }
      return
    }
    state.scene = DocumentState.Scene(
      places: places, participants: distinct(flying), sentence: index, paragraph: paragraph)
  }

  /// The aircraft of known type that clauses tell of; "our aircraft" in a service's release are those told before.
  func flying(in clauses: [Clause]) -> [Sourced<Participant>] {
    let told = clauses.flatMap(\.participants)
    let typed = told.filter { $0.value.aircraft != nil }
    guard typed.isEmpty, state.sourceSide != nil, told.contains(where: { isOwnAircraft($0.value) }) else {
      return typed
    }
    return state.participants.filter { $0.value.aircraft != nil }
  }

  /// "Our aircraft", "the aircraft" of a service's own release.
  func isOwnAircraft(_ participant: Participant) -> Bool {
    participant.aircraft == nil && participant.class == .aircraft && participant.count == nil
      && (participant.operator == Participant.unknownOperator || participant.operator == state.sourceSide)
  }

  /// Longest label of an entry, in bytes.
  private static let longestLabel = 110

  /// "March 9, 2017, near Tabqah, Syria, via media report.": a day and a place, and nothing that anybody did.
  mutating func noteLabel(_ clauses: [Clause]) {
    guard sentence.count <= Self.longestLabel, !clauses.isEmpty,
      clauses.allSatisfy({ clause in
        !clause.hasAction && !clause.hasVerb && clause.flight == nil && clause.participants.isEmpty
          && clause.segments.allSatisfy { $0.targets.isEmpty && $0.casualties.isEmpty }
      })
    else { return }
    let segments = clauses.flatMap(\.segments)
    let date = segments.lazy.compactMap(\.date).first
    let places = segments.flatMap(\.places).filter { $0.value.level >= 2 }
    guard !places.isEmpty, date.map({ $0.value.basis == .explicit }) ?? (sentence.count <= Self.longestBareLabel),
      min(date?.range.lowerBound ?? Int.max, places[0].range.lowerBound) - sentence.lowerBound
        <= (opensEntry ? Self.longestMarkerAndProvince : Self.longestMarker)
    else { return }
    state.label = DocumentState.Label(date: date, places: places, paragraph: paragraph)
  }

  /// Longest label that is a place alone, in bytes.
  private static let longestBareLabel = 60

  /// Bytes before the label of an entry: "12. *near ".
  private static let longestMarker = 12
  /// The same with the province before the place: "[12] Deir ez-Zor governorate, ".
  private static let longestMarkerAndProvince = 36

  /// Whether the sentence begins with a number, a bracket or a bullet.
  private var opensEntry: Bool { phrases.words.string(sentence).first.map { !$0.isLetter } ?? false }

  /// An entry's own sentences are of its day and place.
  func takeUpLabel(_ draft: inout Draft) {
    guard let label = state.label, label.paragraph == paragraph else { return }
    if draft.places.isEmpty { draft.places = label.places }
    if draft.date == nil, let date = label.date {
      draft.date = date
      draft.ownsDate = true
    }
  }

  mutating func noteLoss(_ clauses: [Clause]) {
    let told = clauses.filter { !$0.isPlanned && !$0.lost.isEmpty }
    guard !told.isEmpty else { return }
    state.loss = DocumentState.Loss(
      craft: told.flatMap(\.lost), places: told.flatMap(\.segments).flatMap(\.places).filter { $0.value.level >= 1 },
      sentence: index)
  }

  /// How many sentences later the mission of an aircraft that was lost may be told.
  private static let reachOfLoss = 6

  /// "Militants shot down an Iraqi helicopter … The Bell 407 was attacking vehicles": whose it was was told before.
  func takeUpLoss(_ draft: inout Draft) {
    guard let loss = state.loss, index > loss.sentence, index - loss.sentence <= Self.reachOfLoss,
      draft.participants.count == 1, let craft = draft.participants.first?.value,
      craft.operator == Participant.unknownOperator, craft.aircraft != nil || craft.class != nil,
      let lost = loss.craft.first(where: { mayBe(craft, $0.value) })
    else { return }
    draft.participants[0].value.operator = lost.value.operator
    draft.participants[0].value.basis = .inferred
    draft.participants[0].value.aircraft = craft.aircraft ?? lost.value.aircraft
    draft.participants[0].value.class =
      craft.class == nil || craft.class == .aircraft ? lost.value.class ?? craft.class : craft.class
    if draft.places.isEmpty { draft.places = loss.places }
  }

  /// Whether words for an aircraft may mean one that was told before.
  private func mayBe(_ craft: Participant, _ lost: Participant) -> Bool {
    guard lost.operator != Participant.unknownOperator else { return false }
    if let told = craft.aircraft, let known = lost.aircraft { return SameAction.related(told, known) }
    guard let told = craft.class, let known = lost.class else { return true }
    return told == known || told == .aircraft && known != .drone && known != .helicopter
      || known == .aircraft && told != .drone && told != .helicopter
  }

  /// Whether an action tells a place that the scene before it does not hold.
  func leavesScene(_ draft: Draft) -> Bool {
    guard let scene = state.scene else { return false }
    return draft.places.contains { place in
      !scene.places.contains { PlaceRelations.areCompatible($0.value, place.value) }
    }
  }

  /// What a clause leaves open is as the scene before it has it.
  func place(_ draft: inout Draft, of clause: Clause) {
    if draft.places.isEmpty, !draft.refersToPlace {
      // "Supported troops clearing fighters from Hajin, striking nine positions": there, in a service's own release.
      draft.places = clause.scenePlaces.filter {
        $0.value.place.precision == .seaOrAir || state.sourceSide != nil && !draft.targets.isEmpty
      }
    }
    guard let scene = state.scene, scene.paragraph == paragraph, index - scene.sentence <= Self.lengthOfScene else {
      return
    }
    if draft.places.isEmpty, !draft.refersToPlace {
      draft.places = scene.places
      // "The building" takes up what was seen there, not an action told before.
      if scene.participants.isEmpty { draft.isDefinite = clause.isDefinite }
    }
    if scene.participants.isEmpty { return }
    if draft.participants.isEmpty || draft.participants.allSatisfy({ isOwnAircraft($0.value) }), state.sourceSide != nil
    {
      draft.participants = scene.participants
    } else if draft.participants.isEmpty {
      draft.participants = scene.participants
    }
  }

  /// Longest period, in days, in which what the text tells next has happened too.
  private static let lengthOfPeriod = 31

  func isLong(_ date: SortieDate) -> Bool {
    guard let start = date.start, let end = date.end else { return false }
    return end.dayNumber - start.dayNumber > Self.lengthOfPeriod
  }

  /// Keeps a number of strikes or munitions that a list may split up by places; a row of such a list is no total itself.
  private mutating func noteTally(_ draft: Draft) {
    guard !state.isRow else { return }
    if let strikes = draft.strikes?.value.min {
      if strikes > 1 {
        state.tally = DocumentState.Tally(munition: nil, total: strikes, participants: draft.participants)
      }
    } else if let munition = draft.munitions.first(where: { $0.value.count?.min ?? 0 > 1 }),
      let count = munition.value.count?.min
    {
      state.tally = DocumentState.Tally(munition: munition, total: count, participants: draft.participants)
    }
  }

  /// Keeps what later sentences take up: the day, the places, who flew, whose the targets were, totals to be split up.
  /// - Parameter tellsNews: things hit or people killed are told, though not from the air.
  mutating func remember(_ drafts: [Draft], sentenceDate: Sourced<SortieDate>?, tellsNews: Bool) {
    // A span of days in a sentence without an action is the period of the report.
    let isPeriod =
      sentenceDate.map { date in
        guard date.value.basis == .explicit, date.value.precision == .range, let start = date.value.start,
          let end = date.value.end
        else { return false }
        return end.dayNumber - start.dayNumber <= 14
      } ?? false
    if isPeriod, isHeading || index <= 1, state.period == nil { state.period = sentenceDate?.value }
    // So is the day of the first sentence.
    let opens =
      index <= 1 && state.date == nil && sentenceDate?.value.basis == .explicit && sentenceDate?.value.precision == .day
    if let date = sentenceDate, date.value.start != nil, !isLong(date.value),
      !drafts.isEmpty || isHeading || isPeriod || opens
        || state.date == nil && tellsNews && date.value.precision == .day
    {
      state.date = date
    } else if sentenceDate == nil, !drafts.isEmpty, let leading = state.leading, leading.sentence == index - 1 {
      // "Wednesday – a Reaper kept watch. It destroyed a truck": the day of the entry.
      state.date = leading.date
    }
    if state.firstDate == nil { state.firstDate = state.date }
    // Under a heading of its own a list begins again with the days of the whole.
    if isHeading, index > 1, sentenceDate == nil, state.firstDate?.value.basis == .explicit {
      state.date = state.firstDate
    }
    if isHeading, !drafts.contains(where: { !$0.isHeadline }) {
      // "Balance since 19 September 2014": what stands under it is a total.
      state.sectionTotal = sentenceDate.flatMap { isLong($0.value) && drafts.isEmpty ? $0 : nil }
    }
    defer { state.isRow = false }
    if !drafts.isEmpty {
      let flown = drafts.contains { $0.sorties?.value.min ?? 0 > 1 }
      state.count(drafts.contains { $0.strikes != nil } ? .strikes : flown ? .sorties : nil, sentence: index)
      state.toldMunitions = drafts.contains { $0.munitions.contains { $0.value.count != nil } }
    }
    for draft in drafts {
      noteTally(draft)
      if !draft.places.isEmpty { state.places = draft.places }
      if let country = draft.places.lazy.compactMap(\.value.place.country).first { state.country = country }
      let sides = draft.participants.filter { $0.value.operator != Participant.unknownOperator }
      if draft.isHabitual { continue }
      if !sides.isEmpty || draft.participants.contains(where: { $0.value.aircraft != nil }) {
        state.participants = draft.participants
      }
      let codes = Set(sides.map(\.value.operator))
      if !codes.isEmpty { state.side = codes.count == 1 ? codes.first : nil }
      let types = draft.participants.filter { $0.value.aircraft != nil }
      if Set(types.map(\.value.aircraft)).count == 2 { state.mixed = types }
      let owners = draft.targets.compactMap(\.value.owner)
      if let owner = owners.first(where: Inheritance.isNamed) ?? (state.owner == nil ? owners.first : nil) {
        state.owner = owner
      }
    }
  }
}
