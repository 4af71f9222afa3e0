internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// One clause on its way to a draft: the facts in the order in which the sentence tells them.
struct Clause {
  /// What a clause tells between two places: the grain at which a list is split.
  struct Segment {
    var places: [Sourced<DraftPlace>] = []
    var targets: [Sourced<Target>] = []
    var casualties: [Sourced<Casualty>] = []
    var munitions: [Sourced<SortieSchema.Munition>] = []
    var strikes: Sourced<Count>?
    var sorties: Sourced<Count>?
    var engagements: Sourced<Count>?
    var participants: [Sourced<Participant>] = []
    var anchor: Range<Int>?
    var date: Sourced<SortieDate>?
    /// "In the city", "there".
    var samePlace = false
    /// The places that these words take up.
    var placesAgain: [Sourced<DraftPlace>] = []
    /// Its numbers are those of each of its places: "one each near Hit and Sinjar".
    var isOfEach = false
    /// It is told as a part of the number before it, flown for this.
    var purpose: Sortie.Kind?

    /// Whether it tells something that a place of its own can be told for.
    var hasContent: Bool {
      !targets.isEmpty || !casualties.isEmpty || strikes != nil || sorties != nil
    }
  }

  var segments: [Segment] = [Segment()]
  var range: Range<Int>
  var participants: [Sourced<Participant>] = []
  /// The side that tells its own action: it flew it, where nobody else is named.
  var tellerSide: String?
  /// Places of troops, which an action takes up only where it has none.
  var scenePlaces: [Sourced<DraftPlace>] = []
  /// A state's forces as the subject; they fly only where the clause itself tells of flying.
  var stateForces: [Sourced<Participant>] = []
  /// "Russian forces carried out": they are the subject of doing something.
  var forcesAct = false
  var claims: [PhraseReader.ClaimPhrase] = []
  var departure: Sourced<Place>?
  var hasAction = false
  var isDefinite = false
  /// "The Typhoons": aircraft of a type that was told before.
  var takesUpCraft = false
  var isAnother = false
  /// "Half an hour later": another action, soon after the one told before and mostly at its place.
  var followsSoon = false
  /// "A further nine people": the toll of another action, where the clause tells one.
  var hasFurtherToll = false
  var isNegated = false
  /// The negation is of something done to a thing.
  var deniesThing = false
  /// What a negation denies beside the action.
  var denied: Claim.About?
  var isPlanned = false
  /// Flown in an exercise.
  var isUnreal = false
  var isHabitual = false
  /// The day told first is of something else: "Tuesday's casualties".
  var dateIsOfOther = false
  /// "Several days before, …": of another day than what was told.
  var isBackground = false
  /// An aircraft came down, and nothing of its mission is told.
  var tellsLoss = false
  /// "Since August 8": the time of a campaign.
  var isSince = false
  /// The beginning of a campaign.
  var tellsBeginning = false
  var isCumulative = false
  /// "Since the conflict began in 2011": dead of the war, not of an action.
  var isWholeWar = false
  var hasGround = false
  /// Guns or missiles on the ground shoot at aircraft.
  var hasAirDefence = false
  /// The words for them.
  var airDefence: Range<Int>?
  /// Troops or fighters attack in it themselves.
  var hasGroundSubject = false
  var flight: (kind: Sortie.Kind, range: Range<Int>, isPassive: Bool)?
  var support: Range<Int>?
  /// A word that can only mean aircraft: "air strike", "sortie".
  var sawAirWord = false
  /// Only "attack" or "assault".
  var isWeakWord = false
  /// "Coalition attacks": what a coalition in the air does, it does with aircraft.
  var isOfCoalition = false
  /// Somebody is accused or blamed in it.
  var blames = false
  /// It says that nobody knows whose aircraft they were.
  var tellsNobody = false
  /// A verb of attack without a thing hit.
  var hasVerb = false
  /// "Bombed", which states do with aircraft; what their guns do is to shell.
  var bombs = false
  /// A strike, not only a flight.
  var hasStrikeWord = false
  /// "The ministry confirmed strikes in Hama for 9 October:" before what it says.
  var isIntro = false
  /// Things that were told before: "the buildings".
  var tellsAgain = false
  /// A munition that only aircraft drop.
  var hasAirWeapon = false
  /// A missile that only aircraft fire.
  var hasAirMissile = false
  /// Whose aircraft were shot down or hit in it.
  var lost: [Sourced<Participant>] = []
  /// Aircraft that were hit or shot at in it.
  var lostCraft: Range<Int>?
  /// Somebody fires or drops a munition.
  var firesWeapon = false

  init(range: Range<Int>) { self.range = range }

  var current: Segment {
    get { segments[segments.count - 1] }
    // In place: a copy of its lists would have each of them copied at the next thing that is added.
    _modify { yield &segments[segments.count - 1] }
  }
  var hasContent: Bool { segments.contains { $0.hasContent } }
  /// Who took part, those left out who are told for a part of a number alone.
  var participantsOfWhole: [Sourced<Participant>] {
    let parts = segments.filter { $0.purpose != nil }.flatMap(\.participants).map(\.range)
    return parts.isEmpty ? participants : participants.filter { !parts.contains($0.range) }
  }
  /// Aircraft or a side, and not yet what they did.
  var isBareSubject: Bool {
    !participants.isEmpty && !hasAction && !hasVerb && flight == nil && support == nil
      && segments.allSatisfy { !$0.hasContent && $0.places.isEmpty }
  }
  var isEmpty: Bool {
    !hasAction && participants.isEmpty
      && !segments.contains { $0.hasContent || !$0.places.isEmpty || !$0.munitions.isEmpty }
  }
}
