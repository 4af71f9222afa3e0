internal import SortieSchema

/// What a draft tells, and what merging goes by.
struct DraftFacts {
  var kind: Sortie.Kind = .strike
  var status: Sortie.Status = .reported
  var scope: Sortie.Scope = .event
  /// The words that tell the action.
  var anchor: Range<Int>
  /// Index of the sentence of the anchor.
  var sentence: Int
  /// Index of the last sentence that tells of it.
  var lastSentence: Int
  /// Ranges of the sentences that tell of it, the anchor's first.
  var sentences: [Range<Int>]

  var date: Sourced<SortieDate>?
  var participants: [Sourced<Participant>] = []
  var sorties: Sourced<Count>?
  var strikes: Sourced<Count>?
  var engagements: Sourced<Count>?
  var targetTotal: Sourced<Count>?
  var departure: Sourced<Place>?
  var places: [Sourced<DraftPlace>] = []
  var targets: [Sourced<Target>] = []
  var casualties: [Sourced<Casualty>] = []
  var munitions: [Sourced<SortieSchema.Munition>] = []
  var claims: [Sourced<Claim>] = []

  // What merging goes by; none of it is written.

  /// A word of flying or striking stands in the clause itself.
  var hasAction = false
  /// "The strikes", "the raids": an action told before.
  var isDefinite = false
  /// "The hospital in Millis": a thing that may have been told before, with its place.
  var tellsThingAgain = false
  /// "The Typhoons": aircraft told before.
  var takesUpCraft = false
  /// A heading or the part before the dots that the body tells again.
  var isHeadline = false
  /// "In the same area", "the town".
  var refersToPlace = false
  /// The date was told here, not taken over.
  var ownsDate = false
  /// The operators were told here, not taken over.
  var ownsOperator = false
  /// Coalitions that its operators lead, by the operator: `US` speaks and flies for `us-led-coalition`.
  var coalitions: [String: String] = [:]
  /// "Three more have died": its toll comes on top of one told before.
  var addsToToll = false
  /// "A further", "another".
  var isAnother = false
  /// "Half an hour later": soon after the action told before, and at its place where it tells none.
  var followsSoon = false
  /// "Two days after jets hit …": of another time than what the sentence tells.
  var isBackground = false
  /// All that is told is that an aircraft came down, with nothing of what it flew for.
  var isBareLoss = false
  var isHabitual = false
  /// "Began its air campaign in September 2015": background, unless it is the news of a day.
  var tellsBeginning = false
  /// "At least 130 since …".
  var isCumulative = false
  /// "Including 4 for intelligence gathering": told as a part of the number before it in its sentence.
  var isToldAsPart = false
  /// The row of a table or list, a part of the total above it.
  var isRow = false
  var paragraph = 0
  /// Paragraph of the last sentence that tells of it.
  var lastParagraph = 0
  /// Index of the draft that this one is a part of, in the list after merging.
  var summary: Int?
  /// The side that tells its own action.
  var tellerSide: String?
  /// It says that nobody knows whose aircraft they were, so that no side and no type is taken over.
  var isOfNobody = false
  /// What the text had told before, for slots that the clause itself leaves open.
  var contextDate: Sourced<SortieDate>?
  var contextParticipants: [Sourced<Participant>] = []
  /// The one side that was told to fly last before it.
  var contextSide: String?
  var contextPlaces: [Sourced<DraftPlace>] = []
  var contextOwner: String?

  init(anchor: Range<Int>, sentence: Int, range: Range<Int>) {
    self.anchor = anchor
    self.sentence = sentence
    lastSentence = sentence
    sentences = [range]
  }

  var operators: Names { Names(participants.lazy.map(\.value.operator).filter { $0 != Participant.unknownOperator }) }
  /// Whether both tell the same number of dead, more than one.
  func sharesDead(with other: DraftFacts) -> Bool {
    let dead = other.casualties.compactMap { $0.value.killed?.min }
    return casualties.contains { toll in toll.value.killed?.min.map { $0 > 1 && dead.contains($0) } ?? false }
  }
  /// Whether one tells a coalition and the other the state that leads it.
  func isAllied(with other: DraftFacts) -> Bool {
    !operators.isDisjoint(with: other.coalitions.values) || !other.operators.isDisjoint(with: coalitions.values)
  }
  /// Names the coalition in place of the state that leads it.
  mutating func nameCoalitions() {
    for index in participants.indices {
      if let coalition = coalitions[participants[index].value.operator] {
        participants[index].value.operator = coalition
      }
    }
    coalitions = [:]
  }
  var finestLevel: Int? { places.map(\.value.level).max() }
  /// A flight that only looks on.
  var isWatch: Bool { kind == .patrol || kind == .reconnaissance }
  /// Nothing in it tells one action from another: it goes on with the last.
  var isBare: Bool {
    places.isEmpty && !ownsDate && !ownsOperator && strikes == nil && sorties == nil
      && !participants.contains { $0.value.aircraft != nil } && !isAnother
  }
  /// "The raids", and nothing else of them.
  var tellsNothingNew: Bool {
    isDefinite && !hasContent && !ownsDate && places.isEmpty && participants.allSatisfy { $0.value.aircraft == nil }
  }
  /// Aircraft that were shot down, it is not told by whom: mostly from the ground.
  var isLossToUnknown: Bool {
    kind == .interception
      && participants.allSatisfy {
        $0.value.operator == Participant.unknownOperator && $0.value.class == nil && $0.value.aircraft == nil
      }
  }
  /// Whether it tells what aircraft did or were to do, not only that they flew.
  var tellsMission: Bool {
    kind != .strike || strikes != nil || sorties != nil || !targets.isEmpty || !munitions.isEmpty || departure != nil
  }
  /// A bare action that somebody denies.
  var isOnlyDenied: Bool {
    claims.contains { $0.value.stance == .denies } && !claims.contains { $0.value.stance == .asserts } && !ownsDate
      && places.allSatisfy { $0.value.level < 2 } && targets.isEmpty && casualties.isEmpty && sorties == nil
      && (strikes == nil || strikes?.value.isOne == true)
  }
  /// Whether anything but the action itself is told.
  var hasContent: Bool {
    !targets.isEmpty || !casualties.isEmpty || strikes != nil || sorties != nil || targetTotal != nil
      || !munitions.isEmpty
  }
}
