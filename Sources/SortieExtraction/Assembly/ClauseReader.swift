internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// Splits a sentence into clauses and reads the facts of each.
struct ClauseReader {
  let phrases: PhraseReader
  let reading: Cascade.Reading
  let sentence: Range<Int>
  var state: DocumentState
  var dates: DateReader
  /// The node after the one being taken.
  private(set) var next: Node?
  /// The sentence has told of things that are not hit in it yet.
  private var seesThings = false

  var nodes: [Node] { phrases.nodes }

  init(phrases: PhraseReader, reading: Cascade.Reading, sentence: Range<Int>, state: DocumentState) {
    self.phrases = phrases
    self.reading = reading
    self.sentence = sentence
    self.state = state
    dates = DateReader(
      words: phrases.words, published: state.published, told: state.date?.value, year: state.year,
      sectionYear: state.sectionYear, period: state.period)
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
    var local = localPlaces(outside: top)[...]
    for (position, index) in top.enumerated() {
      let node = nodes[index]
      while let place = local.first, place.range.lowerBound < node.range.lowerBound {
        add([local.removeFirst()], to: &clause)
        state.mention([place])
      }
      next = position + 1 < top.count ? nodes[top[position + 1]] : nil
      if node.mark == .break {
        if node.capture("after") != nil {
          // "Sirens sounded in the town after a strike on …": the places before are not those of the strike.
          let tells = clause.hasAction || clause.hasVerb || clause.segments.contains { $0.hasContent }
          if tells || clause.segments.allSatisfy({ $0.places.isEmpty }) { continue }
        }
        clause.isIntro = node.capture("opens") != nil
        let subject = clause.isBareSubject ? clause.participants : []
        let takesUpCraft = !subject.isEmpty && clause.takesUpCraft
        close(&clause, at: node.range.lowerBound)
        clause = Clause(range: node.range.upperBound..<sentence.upperBound)
        // "A Reaper meanwhile struck …": the break stands between the subject and its verb.
        clause.participants = subject
        clause.current.participants = subject
        clause.takesUpCraft = takesUpCraft
        clause.isAnother = node.capture("elsewhere") != nil
        clause.isBackground = node.capture("background") != nil
        continue
      }
      if node.mark == .planned || node.mark == .negated, tellsEnough(clause) {
        // What was told before is not undone by "… warning that more could be attacked".
        close(&clause, at: node.range.lowerBound)
        clause = Clause(range: node.range.lowerBound..<sentence.upperBound)
      }
      if node.mark == .ground, node.attribute("subject") != nil, clause.hasAction || clause.hasVerb || clause.hasContent
      {
        // "Jets bombed the town after rebels attacked a base": the base is the rebels' doing.
        close(&clause, at: node.range.lowerBound)
        clause = Clause(range: node.range.lowerBound..<sentence.upperBound)
      }
      if startsClause(node, after: position > 0 ? nodes[top[position - 1]] : nil, clause) {
        close(&clause, at: node.range.lowerBound)
        clause = Clause(range: node.range.lowerBound..<sentence.upperBound)
      }
      take(node, into: &clause)
    }
    for place in local { add([place], to: &clause) }
    close(&clause, at: sentence.upperBound)
    if top.contains(where: { nodes[$0].mark == .planned && nodes[$0].capture("exercise") != nil }) {
      for index in clauses.indices { clauses[index].isUnreal = true }
    }
    return clauses
  }

  /// Whether a clause has told something that a plan or a negation behind it does not undo: content, or an action with
  /// its day and place.
  private func tellsEnough(_ clause: Clause) -> Bool {
    clause.segments.contains { $0.hasContent }
      || clause.hasAction && clause.segments.contains { $0.date != nil }
        && clause.segments.contains { !$0.places.isEmpty }
  }

  /// "A Reaper struck a target near Bayji, Typhoons attacked …": other aircraft after a comma begin another clause.
  private func startsClause(_ node: Node, after previous: Node?, _ clause: Clause) -> Bool {
    guard node.mark == .force, let previous, clause.segments.contains(where: { $0.hasContent }),
      !clause.participants.isEmpty,
      let next,
      next.mark == .hit || next.mark == .doing || next.mark == .strike || next.mark == .weapon || next.mark == .where,
      previous.range.upperBound <= node.range.lowerBound
    else { return false }
    let gap = phrases.words.folded(previous.range.upperBound..<node.range.lowerBound)
    let between = gap.split(whereSeparator: { !$0.isLetter })
    let isConjunction =
      between.count <= 2 && between.first.map { phrases.words.language.conjunctions[String($0)] != nil } ?? false
    let plain =
      gap.allSatisfy { !$0.isLetter } && gap.contains(",")
      || isConjunction && (gap.contains(",") || next.mark == .hit && (previous.mark == .hit || previous.mark == .where))
    guard plain else { return false }
    return phrases.participants(node).contains {
      $0.value.aircraft != nil || $0.value.class != nil || $0.value.airForce != nil
    }
  }

  /// "Syrian army units took a hill": an army told as a thing is told all the same.
  private mutating func noteArmy(in node: Node) {
    guard let army = phrases.outermost(.stateForces, in: node.children).first, let side = phrases.side(army) else {
      return
    }
    state.lastForces = side.code
  }

  private mutating func take(_ node: Node, into clause: inout Clause) {
    switch node.mark {
    case .where: takePlace(node, into: &clause)
    case .samePlace:
      clause.current.samePlace = true
      clause.current.placesAgain = state.places(
        takenUpBy: node.capture("kind").flatMap { phrases.kindOfPlace($0.range) })
    case .departure: clause.departure = phrases.departure(node, context: placeContext())
    case .force, .craft, .airforce, .coalition: takeForce(node, into: &clause)
    case .strike: takeStrike(node, into: &clause)
    case .engagements:
      if let count = phrases.numbers.count(node.capture("count")) {
        clause.current.engagements = Sourced(count, node.range, by: phrases.ruleID(node))
      }
    case .hit: takeHit(node, into: &clause)
    case .targets:
      takeMoreTargets(node, into: &clause)
      noteArmy(in: node)
      let things = phrases.targets(node, effect: nil).filter { !phrases.isFriendly($0.value) }
      if clause.isNegated, things.contains(where: { phrases.words.language.genericTargets[$0.value.type] == nil }) {
        clause.deniesThing = true
      }
      // "A command post that was controlling truck-bombs": the first of a sentence is what it tells of.
      takeDetails(node, into: &clause)
      takeListed(node, into: &clause)
      if !seesThings || things.isEmpty { state.things = things }
      seesThings = seesThings || !things.isEmpty
    case .group: noteGroup(node)
    case .stateForces:
      noteGroup(node)
      takeStateForces(node, into: &clause)
    case .toll: takeToll(node, into: &clause)
    case .weapon, .munition: takeWeapon(node, into: &clause)
    case .date: takeDate(node, into: &clause)
    case .claim: takeClaim(node, into: &clause)
    case .ground:
      if node.attribute("air-defence") != nil {
        clause.hasAirDefence = true
        clause.airDefence = node.range
        break
      }
      if node.capture("bombers") != nil { state.tellsBombers = true }
      if node.attribute("subject") != nil {
        noteArmy(in: node)
        clause.hasGroundSubject = clause.participants.isEmpty && !clause.hasAction
        break
      }
      clause.hasGround = true
    case .saying:
      if let other = node.attribute("another") {
        clause.isAnother = true
        clause.followsSoon = other == "soon"
      }
      if node.attribute("nobody") != nil { clause.tellsNobody = true }
      if node.attribute("loss") != nil { clause.tellsLoss = true }
      dates.told = dateOfSaying(node) ?? dates.told
    case .negated:
      clause.isNegated = true
      clause.denied = node.attribute("about").flatMap(Claim.About.init(rawValue:)) ?? clause.denied
    case .planned: clause.isPlanned = true
    case .habitual:
      clause.isHabitual = true
      clause.tellsBeginning = clause.tellsBeginning || node.attribute("begins") != nil
      clause.isSince = clause.isSince || node.capture("since") != nil
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
    if let country = state.headingCountry ?? state.country ?? state.namedCountry { context.countries = [country] }
    for place in state.places {
      if let admin = place.value.place.admin1 { context.admin1.append(admin) }
    }
    return context
  }
}
