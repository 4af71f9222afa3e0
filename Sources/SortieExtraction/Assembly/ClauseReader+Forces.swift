internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// Who: aircraft, air forces and sides.
extension ClauseReader {
  func index(of node: Node) -> Int {
    reading.top.first { nodes[$0].range == node.range && nodes[$0].mark == node.mark } ?? reading.top[0]
  }

  /// - Parameter uncounted: the number that stands with the aircraft is not theirs.
  mutating func takeForce(_ node: Node, into clause: inout Clause, uncounted: Bool = false) {
    if isSpeakingBody(node) { return }
    var found = node.mark == .force || node.mark == .craft ? phrases.participants(node) : []
    clause.blames = clause.blames || node.attribute("blamed") != nil
    if uncounted { for index in found.indices { found[index].value.count = nil } }
    if clause.lostCraft == node.range {
      clause.lost += found
      clause.current.targets += found.map {
        var lost = phrases.lostAircraft($0)
        lost.value.effect = .targeted
        return lost
      }
      return
    }
    if state.tellsBombers, found.allSatisfy({ isBareBomber($0.value) }), !found.isEmpty {
      clause.hasGround = true
      return
    }
    if found.isEmpty, let side = phrases.side(node) {
      found = [phrases.participant(side, at: node, by: node)]
    }
    if found.isEmpty, Self.owners.contains(where: { node.capture($0) != nil }) {
      let isOwner = node.capture("own") != nil
      guard let side = sideTold(asOwner: isOwner) else {
        // "We struck a tank" of rebels, or of nobody known to fly: they fight on the ground.
        clause.hasGroundSubject = clause.participants.isEmpty && !clause.hasAction
        return
      }
      found = [
        Sourced(
          Participant(operator: side, basis: .inferred, text: phrases.words.string(node.range)), node.range,
          by: phrases.ruleID(node))
      ]
      clause.sawAirWord = clause.sawAirWord || node.capture("we") == nil
    }
    if let number = phrases.numbers.count(node.capture("number")) {
      // "Helicopters dropped 38 barrel bombs … Four of them hit the centre", "nine raids … seven of them struck".
      if state.toldMunitions { return }
      if state.counted == .strikes, state.sinceAction == 0 { return takeStrikesAgain(number, node, into: &clause) }
      found = (state.participants.last { $0.value.aircraft != nil || $0.value.class != nil }).map { [$0] } ?? []
      for index in found.indices {
        found[index].range = node.range
        found[index].value.count = number
      }
    } else if let again = node.attribute("again") {
      if again == "last" { clause.isAnother = true }
      found = (again == "last" ? state.participants.filter { $0.value.aircraft != nil } : state.mixed).map { known in
        var known = known
        known.range = node.range
        known.value.count = node.attribute("each").flatMap(Int.init).map {
          Count(exactly: $0, text: phrases.words.string(node.range))
        }
        return known
      }
    }
    // "Which a coalition drone had spotted": who only finds a target takes no part.
    if node.mark != .airforce, let next, next.mark == .support, next.range.lowerBound - node.range.upperBound <= 6,
      clause.hasAction || clause.current.hasContent || next.capture("finds") != nil && isOfOthers(found)
    {
      return
    }
    if clause.support != nil { for index in found.indices { found[index].value.role = .support } }
    if let flight = clause.flight, flight.kind == .interception,
      flight.isPassive != (node.range.lowerBound > flight.range.lowerBound)
    {
      clause.lost += found
      clause.current.targets += found.map { phrases.lostAircraft($0) }
      return
    }
    // "The army's aircraft" are those of the army told before.
    if let side = state.lastForces,
      phrases.outermost(.craft, in: [index(of: node)]).contains(where: { $0.capture("own") != nil })
    {
      for position in found.indices where found[position].value.operator == Participant.unknownOperator {
        found[position].value.operator = side
        found[position].value.basis = .inferred
      }
    }
    // "Our aircraft" are those of whom the text is by, "its aircraft" those of whom it quotes.
    for (possessive, side) in [("our", state.sourceSide), ("its", state.speaker?.ownForces)] {
      guard let side,
        phrases.outermost(.craft, in: [index(of: node)]).contains(where: { $0.capture(possessive) != nil })
      else { continue }
      for position in found.indices where found[position].value.operator == Participant.unknownOperator {
        found[position].value.operator = side
        found[position].value.basis = .inferred
      }
    }
    // "Planes of the regime or its Russian ally": those told before are no answer.
    if phrases.descendants(node).contains(where: { $0.attribute("either") != nil }) { clause.tellsNobody = true }
    clause.takesUpCraft = clause.takesUpCraft || clause.participants.isEmpty && takesUp(found, node)
    clause.participants += found
    clause.current.participants += found
    // "Paveway-armed Tornados".
    for munition in phrases.outermost(.munition, in: node.children) { takeWeapon(munition, into: &clause) }
  }

  /// Whether aircraft are called by an article and the type that the action told last was flown with.
  private func takesUp(_ found: [Sourced<Participant>], _ node: Node) -> Bool {
    guard found.count == 1, let type = found[0].value.aircraft, found[0].value.count == nil,
      state.participants.contains(where: { $0.value.aircraft == type })
    else { return false }
    let before = phrases.words.folded(sentence.lowerBound..<node.range.lowerBound)
    guard let last = before.split(separator: " ").last else { return false }
    return phrases.words.language.definiteArticles[String(last)] != nil
  }

  /// What a phrase calls the forces by whose they are: "the air force", "our pilots", "we".
  private static let owners = ["own", "mine", "we"]

  /// Whose "the air force" is, or who "we" are; nil where they who speak are not known to fly.
  private func sideTold(asOwner: Bool) -> String? {
    if asOwner {
      let home = (state.source?.side ?? state.speaker?.side).flatMap {
        phrases.gazetteer.isHome(country: $0) ? $0 : nil
      }
      return state.lastForces ?? home ?? Participant.unknownOperator
    }
    // "We struck a depot," the General Staff said: the sentence tells who speaks.
    if let teller = reading.top.lazy.compactMap({ self.teller(nodes[$0]) }).first { return teller.ownForces }
    return state.speaker?.ownForces ?? state.sourceSide
  }

  private func teller(_ node: Node) -> PhraseReader.Speaker? { node.mark == .claim ? speaker(of: node) : nil }

  /// "The Coalition" where the Syrian Coalition speaks and no other is named: a body without aircraft.
  private func isSpeakingBody(_ node: Node) -> Bool {
    guard state.coalition == nil, phrases.outermost(.coalition, in: [index(of: node)]).count == 1,
      phrases.outermost(.craft, in: node.children).isEmpty,
      let noun = phrases.words.folded(node.range).split(separator: " ").last
    else { return false }
    return (state.named + state.speakers).contains {
      $0.side?.count == 2 && $0.name.lowercased().hasSuffix(" " + noun)
    }
  }

  /// Whether aircraft belong to others than the service whose release it is.
  private func isOfOthers(_ participants: [Sourced<Participant>]) -> Bool {
    guard let own = state.sourceSide else { return false }
    return participants.allSatisfy {
      $0.value.operator != Participant.unknownOperator && $0.value.operator != own
    }
  }

  /// "The bombers hit two towns": neither a type nor whose they are is told.
  private func isBareBomber(_ participant: Participant) -> Bool {
    participant.class == .bomber && participant.aircraft == nil
      && participant.operator == Participant.unknownOperator
  }

  /// "Flew 50 sorties": the verb stands within the number of flights.
  private func tellsFlying(_ node: Node) -> Bool {
    guard node.mark == .strike, let verb = node.capture("air"), let count = node.capture("count") else { return false }
    return verb.range.lowerBound == node.range.lowerBound && verb.range.upperBound <= count.range.lowerBound
  }

  /// Bytes between a subject and its verb: " have reportedly also ".
  private static let longestToVerb = 24

  /// A state's bare name is a side of the action only as the subject before it.
  mutating func takeAgent(_ node: Node, into clause: inout Clause) {
    guard clause.participants.isEmpty, !clause.hasAction, !clause.current.hasContent, let next,
      next.mark == .hit || next.mark == .doing || next.mark == .habitual || next.mark == .weapon || tellsFlying(next)
        || next.capture("bombs") != nil,
      next.range.lowerBound - node.range.upperBound <= Self.longestToVerb, next.attribute("voice") != "passive",
      !followsPreposition(node), let side = phrases.side(node)
    else { return }
    clause.participants.append(phrases.participant(side, at: node, by: node))
  }

  /// "From the territory of Iraq": a state that somebody comes from, not one that acts.
  private func followsPreposition(_ node: Node) -> Bool {
    let before = phrases.words.folded(sentence.lowerBound..<node.range.lowerBound)
    guard let last = before.split(whereSeparator: { !$0.isLetter }).last else { return false }
    return phrases.words.language.prepositionsOfOrigin[String(last)] != nil
  }

  /// "Regime forces launched airstrikes": forces that mostly fight on the ground, as the subject of an action.
  mutating func takeStateForces(_ node: Node, into clause: inout Clause) {
    guard let side = phrases.side(node) else { return }
    state.lastForces = side.code
    guard clause.participants.isEmpty, !clause.hasAction, !clause.current.hasContent else { return }
    clause.stateForces.append(phrases.participant(side, at: node, by: node))
    if let next, next.mark == .doing, next.range.lowerBound - node.range.upperBound <= Self.longestToVerb {
      clause.forcesAct = true
    }
  }
}
