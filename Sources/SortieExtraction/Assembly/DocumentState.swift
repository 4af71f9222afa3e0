internal import SortieSchema

/// What the sentences before have told and those after take up.
struct DocumentState {
  let published: CalendarDate?
  /// The side for which the source of the text speaks, where it is one.
  var sourceSide: String?
  var source: PhraseReader.Speaker?

  /// The day last told for an action, or by a heading.
  var date: Sourced<SortieDate>?
  /// The claimants named so far, the last one last, whom "the ministry", "he" and "it" take up.
  var speakers: [PhraseReader.Speaker] = []
  var speaker: PhraseReader.Speaker? { speakers.last }
  /// Official bodies that the source or a name of the text tells, in the order of the text.
  var named: [PhraseReader.Speaker] = []
  /// Monitors that the text names.
  var monitors: Set<String> = []
  /// The place last named in any sentence, for "in the region".
  var mentioned: [Sourced<DraftPlace>] { mentions.last ?? [] }
  /// Places named in the last phrases that named any, the last one last.
  private var mentions: [[Sourced<DraftPlace>]] = []
  /// A day that opened the sentence before without an action: it holds for the next one.
  var leading: (date: Sourced<SortieDate>, sentence: Int)?
  /// Things seen and not yet hit, for "them" and "it".
  var things: [Sourced<Target>] = []
  /// What was hit last, for "the target" and "it" where nothing was only seen.
  var lastTargets: [Sourced<Target>] = []
  /// Aircraft told at a place without an action: "a pair of Typhoons assisted the troops in Raqqa. Two buildings …".
  struct Scene {
    var places: [Sourced<DraftPlace>]
    var participants: [Sourced<Participant>]
    var sentence: Int
    var paragraph: Int
  }
  /// The scene set last; an action with a place of its own ends it.
  var scene: Scene?
  /// Persons who spoke before, by surname.
  var surnames: [String: PhraseReader.Speaker] = [:]
  /// The last claim that was asserted, with its sentence and paragraph.
  var asserted: (claim: Sourced<Claim>, sentence: Int, paragraph: Int)?
  /// Said with a colon or a quotation that is still open.
  var open: Sourced<Claim>?
  /// Paragraph in which `open` was opened.
  var openParagraph = -1
  /// Who did the last action.
  var participants: [Sourced<Participant>] = []
  /// The side that was told last to fly, where it was one alone.
  var side: String?
  /// Types told in a mixed pair or in the heading, for "a further mixed pair".
  var mixed: [Sourced<Participant>] = []
  /// The last place, for "the city".
  var places: [Sourced<DraftPlace>] = []
  /// The last cause was fire from the ground: what follows of dead and wounded is not of aircraft.
  var afterGround = false
  /// The state whose forces were named last, for "the air force".
  var lastForces: String?
  /// The coalition named last by its own name.
  var coalition: String?
  /// Suicide and car bombs were told: bare "bombers" are people from there on.
  var tellsBombers = false
  var country: String?
  /// The country in which the text first placed anything.
  var namedCountry: String?
  /// The country that a heading names: it holds for the lines under it.
  var headingCountry: String?
  /// Aircraft that were shot down or hit, which "the helicopter" and "the drone" take up.
  struct Loss {
    var craft: [Sourced<Participant>]
    var places: [Sourced<DraftPlace>]
    var sentence: Int
  }
  var loss: Loss?
  /// The day and place that open an entry of a list: "1. March 9, near Tabqah."
  struct Label {
    var date: Sourced<SortieDate>?
    var places: [Sourced<DraftPlace>]
    var paragraph: Int
  }
  var label: Label?
  /// The time that a heading tells for totals under it.
  var sectionTotal: Sourced<SortieDate>?
  /// Places that no table holds and the text has told, by which it may go on naming them.
  var localPlaces: [Sourced<DraftPlace>] = []
  /// What was attacked is told as a list under a line that ends with a colon.
  var tellsList = false
  /// The text is about an exercise.
  var tellsExercise = false
  /// What the action told last came with a number of.
  enum Counted { case strikes, sorties }
  /// Of what "two of them", "the other three" are; nil where nothing was counted.
  private(set) var counted: Counted?
  private var sentenceOfCount = -1
  /// Whether it came with a number of munitions.
  var toldMunitions = false
  /// A total that a table or list may split up by places.
  struct Tally {
    /// What was counted; strikes, where it is nil.
    var munition: Sourced<SortieSchema.Munition>?
    var total: Int
    /// Who is counted.
    var participants: [Sourced<Participant>]
  }
  /// The total told last.
  var tally: Tally?
  /// The sentence is a part of the tally.
  var isRow = false
  /// The columns of the table whose lines are read.
  var columns: TableColumns?
  /// The days that the text reports on, told in its head.
  var period: SortieDate?
  /// The first day that the text told.
  var firstDate: Sourced<SortieDate>?
  /// The states that the text has named, ISO 3166 alpha-2.
  var countries: Set<String> = []
  /// The owner last told for a target.
  var owner: String? { didSet { ownerParagraph = paragraph } }
  /// Paragraph in which `owner` was told.
  private(set) var ownerParagraph = -1
  /// Paragraph that is being read.
  var paragraph = -1
  /// The armed group that a service's own release names as the enemy, whatever it tells of it; a named one stands.
  var enemy: String?
  /// Sentences since the last action.
  var sinceAction = 99
  /// The date of a heading or of a sentence that opens a list.
  var headingPlace: [Sourced<DraftPlace>] = []
  /// A year that the title tells, for days without one.
  var year: Int?
  /// The year that the heading over the sentence is.
  var sectionYear: Int?
  private var quoteIsOpen = false

  init(published: CalendarDate?) { self.published = published }

  /// A state in which a sentence finds whatever it takes up, for asking what it may tell at most.
  init(anythingToldOn published: CalendarDate?) {
    self.published = published
    things = [Sourced(Target(type: "", effect: .targeted, text: ""), 0..<0, by: "")]
  }

  /// Notes what a sentence's actions came with a number of; the number before holds for one more sentence.
  mutating func count(_ counted: Counted?, sentence: Int) {
    if counted == nil, sentence - sentenceOfCount <= 1 { return }
    self.counted = counted
    sentenceOfCount = sentence
  }

  /// How many phrases back "the province" reaches.
  private static let reachOfPlaces = 8

  mutating func mention(_ places: [Sourced<DraftPlace>]) {
    mentions.append(places)
    if mentions.count > Self.reachOfPlaces { mentions.removeFirst() }
  }

  /// The places last named that a word for a kind of place takes up: "the province" no town, "the town" no province.
  /// - Parameter kind: feature of the gazetteer, nil for "there", "the area".
  func places(takenUpBy kind: String?) -> [Sourced<DraftPlace>] {
    switch kind {
    case "governorate"?: return mentions.last { $0.allSatisfy(Self.namesProvince) } ?? mentioned
    case "city"?, "town"?, "village"?, "quarter"?:
      return mentions.last { $0.allSatisfy { $0.value.level >= 3 } } ?? mentioned
    default: return mentioned.isEmpty ? places : mentioned
    }
  }

  /// A province, or its capital of the same name.
  private static func namesProvince(_ place: Sourced<DraftPlace>) -> Bool {
    let told = place.value.place
    return place.value.level == 2 || told.canonical != nil && told.canonical == told.admin1
  }

  /// Follows quotation marks over sentences: what was opened with a colon holds until its quotation closes.
  mutating func quoteOpens(in bytes: [UInt8], _ range: Range<Int>) {
    var position = range.lowerBound
    while position + 2 < range.upperBound {
      if bytes[position] == 0xE2, bytes[position + 1] == 0x80 {
        if bytes[position + 2] == 0x9C { quoteIsOpen = true }
        if bytes[position + 2] == 0x9D { quoteIsOpen = false }
        position += 3
      } else {
        position += 1
      }
    }
  }
}
