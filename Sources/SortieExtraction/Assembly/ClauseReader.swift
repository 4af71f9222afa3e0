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
    var samePlace = false

    /// Whether it tells something that a place of its own can be told for.
    var hasContent: Bool {
      !targets.isEmpty || !casualties.isEmpty || strikes != nil || sorties != nil
    }
  }

  var segments: [Segment] = [Segment()]
  var range: Range<Int>
  var participants: [Sourced<Participant>] = []
  var claims: [PhraseReader.ClaimPhrase] = []
  var departure: Sourced<Place>?
  var hasAction = false
  var isDefinite = false
  var isAnother = false
  var isNegated = false
  /// What a negation denies beside the action.
  var denied: Claim.About?
  var isPlanned = false
  var isHabitual = false
  var isCumulative = false
  /// "Since the conflict began in 2011": dead of the war, not of an action.
  var isWholeWar = false
  var hasGround = false
  var flight: (kind: Sortie.Kind, range: Range<Int>, isPassive: Bool)?
  var support: Range<Int>?
  /// A word that can only mean aircraft: "air strike", "sortie".
  var sawAirWord = false
  /// Only "attack" or "assault".
  var isWeakWord = false
  /// A verb of attack without a thing hit.
  var hasVerb = false
  /// A strike, not only a flight.
  var hasStrikeWord = false
  /// "The ministry confirmed strikes in Hama for 9 October:" before what it says.
  var isIntro = false
  /// Things that were told before: "the buildings".
  var tellsAgain = false
  /// A munition that only aircraft drop.
  var hasAirWeapon = false

  init(range: Range<Int>) { self.range = range }

  var current: Segment {
    get { segments[segments.count - 1] }
    set { segments[segments.count - 1] = newValue }
  }
  var isEmpty: Bool {
    !hasAction && participants.isEmpty && !segments.contains { $0.hasContent || !$0.places.isEmpty || !$0.munitions.isEmpty }
  }
}

/// Splits a sentence into clauses and reads the facts of each.
struct ClauseReader {
  let phrases: PhraseReader
  let reading: Cascade.Reading
  let sentence: Range<Int>
  var state: DocumentState
  let dates: DateReader
  /// The node after the one being taken.
  private var next: Node?

  private var nodes: [Node] { phrases.nodes }

  init(phrases: PhraseReader, reading: Cascade.Reading, sentence: Range<Int>, state: DocumentState) {
    self.phrases = phrases
    self.reading = reading
    self.sentence = sentence
    self.state = state
    dates = DateReader(words: phrases.words, published: state.published, told: state.date?.value, year: state.year)
  }

  /// The clauses of the sentence, in order; those that tell nothing are left out.
  mutating func clauses() -> [Clause] {
    var clauses: [Clause] = []
    var clause = Clause(range: sentence.lowerBound..<sentence.upperBound)
    func close(_ clause: inout Clause, at end: Int) {
      clause.range = clause.range.lowerBound..<end
      clauses.append(clause)
    }
    let top = reading.top
    for (position, index) in top.enumerated() {
      let node = nodes[index]
      next = position + 1 < top.count ? nodes[top[position + 1]] : nil
      if node.mark == .break {
        clause.isIntro = node.capture("opens") != nil
        close(&clause, at: node.range.lowerBound)
        clause = Clause(range: node.range.upperBound..<sentence.upperBound)
        continue
      }
      if node.mark == .planned || node.mark == .negated, clause.segments.contains(where: { $0.hasContent }) {
        // What was told before is not undone by "… warning that more could be attacked".
        close(&clause, at: node.range.lowerBound)
        clause = Clause(range: node.range.lowerBound..<sentence.upperBound)
      }
      if startsClause(node, after: position > 0 ? nodes[top[position - 1]] : nil, clause) {
        close(&clause, at: node.range.lowerBound)
        clause = Clause(range: node.range.lowerBound..<sentence.upperBound)
      }
      take(node, into: &clause)
    }
    close(&clause, at: sentence.upperBound)
    return clauses
  }

  /// "A Reaper struck a target near Bayji, Typhoons attacked …": other aircraft after a comma begin another clause.
  private func startsClause(_ node: Node, after previous: Node?, _ clause: Clause) -> Bool {
    guard node.mark == .force, let previous, clause.segments.contains(where: { $0.hasContent }), !clause.participants.isEmpty,
      let next, next.mark == .hit || next.mark == .doing || next.mark == .strike || next.mark == .weapon || next.mark == .where,
      previous.range.upperBound <= node.range.lowerBound
    else { return false }
    let gap = phrases.words.folded(previous.range.upperBound..<node.range.lowerBound)
    let plain = gap.allSatisfy { !$0.isLetter } && gap.contains(",") || phrases.words.language.conjunctions[gap.filter { $0.isLetter }] != nil && gap.contains(",")
    guard plain else { return false }
    return phrases.participants(node).contains { $0.value.aircraft != nil || $0.value.class != nil || $0.value.airForce != nil }
  }

  private mutating func take(_ node: Node, into clause: inout Clause) {
    switch node.mark {
    case .where: takePlace(node, into: &clause)
    case .samePlace: clause.current.samePlace = true
    case .departure: clause.departure = phrases.departure(node, context: placeContext())
    case .force, .craft, .airforce, .coalition: takeForce(node, into: &clause)
    case .strike: takeStrike(node, into: &clause)
    case .engagements: if let count = phrases.numbers.count(node.capture("count")) { clause.current.engagements = Sourced(count, node.range, by: phrases.ruleID(node)) }
    case .hit: takeHit(node, into: &clause)
    case .targets:
      takeMoreTargets(node, into: &clause)
      state.things = phrases.targets(node, effect: nil)
    case .group, .stateForces: noteGroup(node)
    case .toll: takeToll(node, into: &clause)
    case .weapon, .munition: takeWeapon(node, into: &clause)
    case .date: takeDate(node, into: &clause)
    case .claim: takeClaim(node, into: &clause)
    case .ground: clause.hasGround = true
    case .negated:
      clause.isNegated = true
      clause.denied = node.attribute("about").flatMap(Claim.About.init(rawValue:)) ?? clause.denied
    case .planned: clause.isPlanned = true
    case .habitual: clause.isHabitual = true
    case .cumulative: clause.isCumulative = true
    case .support: clause.support = node.range
    case .flight: takeFlight(node, into: &clause)
    case .state, .metonym: takeAgent(node, into: &clause)
    case .elided: takeElided(node, into: &clause)
    default: break
    }
  }

  func placeContext() -> PlaceContext {
    var context = PlaceContext()
    if let country = state.headingCountry ?? state.country { context.countries = [country] }
    for place in state.places {
      if let admin = place.value.place.admin1 { context.admin1.append(admin) }
    }
    return context
  }

  // MARK: Places

  private mutating func takePlace(_ node: Node, into clause: inout Clause) {
    var context = placeContext()
    let told = clause.segments.flatMap(\.places).compactMap(\.value.place.country)
    if !told.isEmpty, state.headingCountry == nil { context.countries = told }
    let places = phrases.places(node, context: context).map { under(heading: $0) }
    guard !places.isEmpty else { return }
    // "… like those that the coalition flies in both Syria and Iraq" moves nothing that has its place.
    if places.allSatisfy({ $0.value.level == 0 }), clause.segments.contains(where: { $0.places.contains { $0.value.level >= 2 } }) { return }
    if places.contains(where: { $0.value.level >= 2 }) { state.mentioned = places }
    add(places, to: &clause)
  }

  /// Under the heading "Iraq" no place lies in Syria: a name that only the other country has stays a name.
  private func under(heading place: Sourced<DraftPlace>) -> Sourced<DraftPlace> {
    guard let country = state.headingCountry, place.value.level >= 2, place.value.place.country != country else { return place }
    var place = place
    let told = place.value.place
    place.value.place = Place(name: told.name, country: country, relation: told.relation, distanceKm: told.distanceKm, bearing: told.bearing)
    return place
  }

  /// A place goes to the facts before it where they have none yet, and opens a new segment where they have.
  private mutating func add(_ places: [Sourced<DraftPlace>], to clause: inout Clause) {
    if clause.current.places.isEmpty {
      clause.current.places = places
      return
    }
    let known = clause.current.places
    // "In Idlib province … in the town of Sarmin": the finer place is the place.
    if let merged = refine(known, with: places) {
      clause.current.places = merged
      return
    }
    if clause.current.hasContent || clause.hasAction {
      var next = Clause.Segment()
      next.places = places
      clause.segments.append(next)
    } else {
      clause.current.places += places
    }
  }

  /// One list where either contains the other, or nil.
  private func refine(_ known: [Sourced<DraftPlace>], with new: [Sourced<DraftPlace>]) -> [Sourced<DraftPlace>]? {
    if new.allSatisfy({ outer in known.allSatisfy { PlaceRelations.contains(outer.value, $0.value) } }) {
      return known.map { PlaceRelations.adopting($0, from: new[0]) }
    }
    if known.allSatisfy({ outer in new.allSatisfy { PlaceRelations.contains(outer.value, $0.value) } }) {
      return new.map { PlaceRelations.adopting($0, from: known[0]) }
    }
    if new.allSatisfy({ place in known.contains { PlaceRelations.isSame($0.value, place.value) } }) { return known }
    return nil
  }

  // MARK: Who

  private func index(of node: Node) -> Int {
    reading.top.first { nodes[$0].range == node.range && nodes[$0].mark == node.mark } ?? reading.top[0]
  }

  private mutating func takeForce(_ node: Node, into clause: inout Clause) {
    var found = node.mark == .force || node.mark == .craft ? phrases.participants(node) : []
    if found.isEmpty, let side = phrases.side(node) {
      found = [
        Sourced(
          Participant(operator: side.code, airForce: side.service, basis: .named, text: phrases.words.string(node.range)),
          node.range, by: phrases.ruleID(node))
      ]
    }
    if let again = node.attribute("again") {
      if again == "last" { clause.isAnother = true }
      found = (again == "last" ? state.participants.filter { $0.value.aircraft != nil } : state.mixed).map { known in
        var known = known
        known.range = node.range
        known.value.count = node.attribute("each").flatMap(Int.init).map { Count(exactly: $0, text: phrases.words.string(node.range)) }
        return known
      }
    }
    if clause.support != nil { for index in found.indices { found[index].value.role = .support } }
    if let flight = clause.flight, flight.kind == .interception, flight.isPassive != (node.range.lowerBound > flight.range.lowerBound) {
      clause.current.targets += found.map { phrases.lostAircraft($0) }
      return
    }
    if let side = state.sourceSide, phrases.outermost(.craft, in: [index(of: node)]).contains(where: { $0.capture("our") != nil }) {
      for position in found.indices where found[position].value.operator == Participant.unknownOperator {
        found[position].value.operator = side
        found[position].value.basis = .inferred
      }
    }
    if let side = state.speaker?.side, phrases.outermost(.craft, in: [index(of: node)]).contains(where: { $0.capture("its") != nil }) {
      for position in found.indices where found[position].value.operator == Participant.unknownOperator {
        found[position].value.operator = side
        found[position].value.basis = .inferred
      }
    }
    clause.participants += found
    clause.current.participants += found
  }

  /// A state's bare name is a side of the action only as the subject before it.
  private mutating func takeAgent(_ node: Node, into clause: inout Clause) {
    guard clause.participants.isEmpty, !clause.hasAction, !clause.current.hasContent, let next,
      next.mark == .hit || next.mark == .doing || next.mark == .habitual || next.mark == .weapon,
      next.range.lowerBound - node.range.upperBound <= 24, let side = phrases.side(node)
    else { return }
    let participant = Sourced(
      Participant(operator: side.code, airForce: side.service, basis: .named, text: phrases.words.string(node.range)),
      node.range, by: phrases.ruleID(node))
    clause.participants.append(participant)
  }

  // MARK: What

  private mutating func takeStrike(_ node: Node, into clause: inout Clause) {
    let slot = node.attribute("slot")
    // "The safety of flights": without a number or somebody who flies it is no action.
    if slot == "sorties", node.capture("count") == nil, node.capture("article") == nil, clause.participants.isEmpty,
      node.captures.allSatisfy({ !$0.name.hasPrefix("operator") })
    {
      return
    }
    if slot == "verb", node.capture("the") == nil {
      clause.hasVerb = true
      return
    }
    let isWeak = node.capture("weak") != nil && node.capture("air") == nil
    clause.isWeakWord = isWeak && (!clause.hasAction || clause.isWeakWord)
    clause.hasAction = true
    clause.sawAirWord = clause.sawAirWord || node.capture("air") != nil
    clause.hasStrikeWord = clause.hasStrikeWord || slot != "sorties"
    if slot == "sorties" {
      for kind in Sortie.Kind.allCases where node.capture(kind.rawValue) != nil { clause.flight = (kind, node.range, false) }
      if node.attribute("strikes") != nil { clause.hasStrikeWord = true }
    }
    if clause.current.anchor == nil { clause.current.anchor = node.range }
    if node.capture("the") != nil { clause.isDefinite = true }
    var count = phrases.numbers.count(node.capture("count"))
    if count == nil, let article = node.capture("article") {
      count = Count(exactly: 1, text: phrases.words.string(article.range))
      clause.isAnother = clause.isAnother || phrases.words.folded(article.range).count > 2
    }
    if let count {
      let sourced = Sourced(count, node.range, by: phrases.ruleID(node))
      // A second count of the same word, with content since, is another action of the list.
      let known = slot == "sorties" ? clause.current.sorties : clause.current.strikes
      if known != nil, !clause.current.places.isEmpty || clause.current.hasContent {
        var next = Clause.Segment()
        next.anchor = node.range
        clause.segments.append(next)
      }
      if slot == "sorties" {
        if clause.current.sorties == nil { clause.current.sorties = sourced }
      } else if clause.current.strikes == nil {
        clause.current.strikes = sourced
      }
    }
    for capture in node.captures where capture.name.hasPrefix("operator") {
      for index in capture.nodes {
        let inner = nodes[index]
        if inner.mark == .force || inner.mark == .craft {
          takeForce(inner, into: &clause)
        } else if let side = phrases.side(inner) {
          let participant = Sourced(
            Participant(operator: side.code, airForce: side.service, basis: .named, text: phrases.words.string(inner.range)),
            inner.range, by: phrases.ruleID(node))
          clause.participants.append(participant)
          clause.current.participants.append(participant)
        }
      }
    }
    for craft in phrases.outermost(.craft, in: node.children) where node.captures.allSatisfy({ !$0.name.hasPrefix("operator") }) {
      takeForce(craft, into: &clause)
    }
    for weapon in phrases.outermost(.weapon, in: node.children) + phrases.outermost(.munition, in: node.children) {
      takeWeapon(weapon, into: &clause)
    }
    for place in phrases.outermost(.where, in: node.children) { takePlace(place, into: &clause) }
  }

  /// "7 in Syria": strikes told by their place.
  private mutating func takeElided(_ node: Node, into clause: inout Clause) {
    guard let count = phrases.numbers.count(node.capture("count")) else { return }
    let toll = clause.segments.last { !$0.casualties.isEmpty }?.casualties.last
    if let toll, toll.value.killed != nil {
      var segment = Clause.Segment()
      let casualty = Casualty(who: toll.value.who, killed: count)
      segment.casualties = [Sourced(casualty, node.range, by: phrases.ruleID(node))]
      segment.anchor = node.range
      clause.segments.append(segment)
      return
    }
    if node.capture("who") == nil, let thing = clause.current.targets.last ?? clause.segments.last(where: { !$0.targets.isEmpty })?.targets.last,
      !clause.segments.contains(where: { $0.strikes != nil || $0.sorties != nil })
    {
      // "Four positions in Mosul, and two in Raqqa".
      var segment = Clause.Segment()
      var target = thing.value
      target.count = count
      segment.targets = [Sourced(target, node.range, by: phrases.ruleID(node))]
      segment.anchor = node.range
      clause.segments.append(segment)
      return
    }
    guard node.capture("who") == nil, clause.hasAction,
      clause.segments.contains(where: { $0.strikes != nil || $0.sorties != nil })
    else { return }
    var segment = Clause.Segment()
    segment.strikes = Sourced(count, node.range, by: phrases.ruleID(node))
    segment.anchor = node.range
    clause.segments.append(segment)
  }

  private mutating func takeHit(_ node: Node, into clause: inout Clause) {
    var found = phrases.targets(node, effect: phrases.effect(node))
    if node.attribute("goes") != nil {
      guard let effect = clause.segments.last(where: { !$0.targets.isEmpty })?.targets.last?.value.effect else { return }
      for index in found.indices { found[index].value.effect = effect }
    }
    if node.attribute("refers") != nil {
      found = state.things.map { thing in
        var thing = thing
        thing.value.effect = phrases.effect(node)
        return thing
      }
      state.things = []
      clause.tellsAgain = true
    }
    if node.attribute("needs") != nil, !clause.hasAction { return }
    guard !found.isEmpty else { return }
    if clause.current.anchor == nil { clause.current.anchor = node.range }
    // Content after a place that has content before it belongs to the next place, if one comes; see `settle`.
    if !clause.current.places.isEmpty, clause.current.hasContent, startsWithPlace(clause) == false {
      clause.segments.append(Clause.Segment())
      clause.current.anchor = node.range
    }
    clause.current.targets += found
    clause.tellsAgain = clause.tellsAgain || phrases.isDefinite(node)
    for inner in phrases.descendants(node) where inner.mark == .where { takePlace(inner, into: &clause) }
  }

  /// A group that is only watched may be what "them" takes up.
  private mutating func noteGroup(_ node: Node) {
    guard let owner = phrases.owner(node), owner != PhraseReader.civilians, phrases.isArmedGroup(node) else { return }
    let target = Target(type: "fighters", effect: .targeted, owner: owner, text: phrases.words.string(node.range))
    if state.things.isEmpty { state.things = [Sourced(target, node.range, by: phrases.ruleID(node))] }
  }

  /// Things of a list that goes on after a place: "hit a target in Raqqa, and five positions around Tal Afar".
  private mutating func takeMoreTargets(_ node: Node, into clause: inout Clause) {
    guard let effect = clause.current.targets.last?.value.effect, let place = clause.current.places.last, let next,
      next.mark == .where, node.range.lowerBound - place.range.upperBound <= 7
    else { return }
    let found = phrases.targets(node, effect: effect)
    guard !found.isEmpty else { return }
    var segment = Clause.Segment()
    segment.targets = found
    segment.anchor = node.range
    clause.segments.append(segment)
  }

  private mutating func takeToll(_ node: Node, into clause: inout Clause) {
    let previous = clause.segments.last { !$0.casualties.isEmpty }?.casualties.last?.value.who
    guard let toll = phrases.casualty(node, previous: previous) else { return }
    if clause.current.anchor == nil { clause.current.anchor = node.range }
    if !clause.current.places.isEmpty, !clause.current.casualties.isEmpty, startsWithPlace(clause) == false {
      clause.segments.append(Clause.Segment())
      clause.current.anchor = node.range
    }
    clause.current.casualties.append(toll)
    for inner in phrases.descendants(node) where inner.mark == .where { takePlace(inner, into: &clause) }
  }

  private mutating func takeWeapon(_ node: Node, into clause: inout Clause) {
    guard let munition = phrases.munition(node) else { return }
    if let known = clause.current.munitions.firstIndex(where: { $0.value.name == munition.value.name }) {
      if clause.current.munitions[known].value.count == nil { clause.current.munitions[known] = munition }
    } else {
      clause.current.munitions.append(munition)
    }
    clause.hasAirWeapon = clause.hasAirWeapon || phrases.isDroppedFromAircraft(munition.by)
  }

  private mutating func takeFlight(_ node: Node, into clause: inout Clause) {
    for kind in Sortie.Kind.allCases where node.capture(kind.rawValue) != nil {
      guard clause.flight == nil || kind == .interception else { continue }
      // A tanker that supports others makes no refuelling of the action.
      if kind == .refuelling, clause.support != nil { continue }
      let isPassive = node.capture("passive") != nil
      clause.flight = (kind, node.range, isPassive)
      if kind == .interception, isPassive {
        // "A jet was shot down by …": what stands before is what was lost.
        clause.current.targets += clause.participants.filter { $0.value.class != nil || $0.value.aircraft != nil }.map { phrases.lostAircraft($0) }
        clause.participants = []
        clause.current.participants = []
      }
    }
  }

  private mutating func takeDate(_ node: Node, into clause: inout Clause) {
    guard let date = dates.date(node, nodes: nodes) else { return }
    let sourced = Sourced(date, node.range, by: phrases.ruleID(node))
    if node.attribute("form") == "since" {
      let days = date.start.flatMap { start in date.end.map { $0.dayNumber - start.dayNumber } }
      if (days ?? 99) >= 20 || date.end == nil { clause.isCumulative = true }
      if (days ?? 999) > 300 { clause.isWholeWar = true }
    }
    if let known = clause.current.date, known.value.basis != .explicit, date.basis == .explicit,
      node.range.lowerBound - known.range.upperBound <= 3
    {
      // "The next day [June 23rd]".
      clause.current.date = sourced
    } else if !clause.segments.contains(where: { $0.date != nil }) {
      clause.segments[0].date = sourced
    } else if clause.segments.count > 1, clause.current.date == nil, clause.current.hasContent {
      clause.current.date = sourced
    }
  }

  private mutating func takeClaim(_ node: Node, into clause: inout Clause) {
    rememberNames(node)
    guard let phrase = phrases.claim(
      node, speakers: state.speakers, surnames: state.surnames, sides: Set(clause.participants.map(\.value.operator))) else { return }
    clause.claims.append(phrase)
    if !phrase.isAnaphoric {
      if let speaker = speaker(of: node) {
        state.speakers.removeAll { $0 == speaker }
        state.speakers.append(speaker)
      }
    }
  }

  /// "Peter Cook" is known as Cook from here on.
  private mutating func rememberNames(_ node: Node) {
    for name in phrases.outermost(.claimant, in: node.children) {
      let parts = phrases.words.folded(name.range).split(separator: " ")
      guard parts.count >= 2, let last = parts.last, let speaker = phrases.speaker(name) else { continue }
      state.surnames[String(last)] = speaker
    }
  }

  private func speaker(of node: Node) -> PhraseReader.Speaker? {
    node.capture("claimant")?.nodes.lazy.compactMap { phrases.speaker(nodes[$0]) }.first
  }

  /// Whether the clause tells its place first: "Near Ayn Isa, one strike …".
  private func startsWithPlace(_ clause: Clause) -> Bool {
    guard let first = clause.segments.first, let place = first.places.first else { return false }
    let content = first.anchor ?? place.range
    return place.range.lowerBound < content.lowerBound
  }
}
