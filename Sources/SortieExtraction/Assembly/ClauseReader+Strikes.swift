internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// The action: strikes, sorties and flights, with their numbers.
extension ClauseReader {
  mutating func takeStrike(_ node: Node, into clause: inout Clause) {
    let slot = node.attribute("slot")
    // "The safety of flights": without a number or somebody who flies it is no action.
    if slot == "sorties", node.capture("count") == nil, node.capture("article") == nil, clause.participants.isEmpty,
      node.captures.allSatisfy({ !$0.name.hasPrefix("operator") })
    {
      return
    }
    if slot == "lost" { return takeAircraftHit(node, into: &clause) }
    if slot == "verb", node.capture("the") == nil {
      clause.hasVerb = true
      clause.bombs = clause.bombs || node.capture("bombs") != nil
      if node.capture("past") != nil, let next, next.mark == .force || next.mark == .craft,
        next.range.lowerBound - node.range.upperBound <= 1
      {
        // "Our forces hit a helicopter".
        clause.lostCraft = next.range
        if clause.participants.isEmpty { clause.hasGround = true }
      }
      return
    }
    // "A bombing" is as often one of a car.
    let isBombing = node.capture("bomb") != nil && node.capture("article") != nil && clause.participants.isEmpty
    let isWeak = (node.capture("weak") != nil || isBombing) && node.capture("air") == nil
    if isFromGround(node, isWeak: isWeak) {
      clause.hasGround = true
      return
    }
    clause.isWeakWord = isWeak && (!clause.hasAction || clause.isWeakWord)
    clause.hasAction = true
    clause.sawAirWord = clause.sawAirWord || node.capture("air") != nil
    clause.hasStrikeWord = clause.hasStrikeWord || slot != "sorties"
    if slot == "sorties" {
      for kind in Sortie.Kind.allCases where node.capture(kind.rawValue) != nil {
        clause.flight = (kind, node.range, false)
      }
      if node.attribute("strikes") != nil { clause.hasStrikeWord = true }
    }
    if clause.current.anchor == nil { clause.current.anchor = node.range }
    if node.capture("the") != nil { clause.isDefinite = true }
    if node.capture("another") != nil { clause.isAnother = true }
    var count = phrases.numbers.count(node.capture("count"))
    if count == nil, let article = node.capture("article") {
      clause.isAnother = clause.isAnother || phrases.tellsAnother(article)
      // "A series of air strikes" is of no told number.
      if let noun = node.capture("noun"), !phrases.isPlural(noun), slot != "sorties" || !isWeak {
        count = Count(exactly: 1, text: phrases.words.string(article.range))
      }
    }
    // "A drone strike", "two drone strikes": the number before the aircraft is that of the strikes.
    let flown = phrases.outermost(.craft, in: node.children)
    if count == nil, flown.count == 1, let told = flown[0].capture("count") { count = phrases.numbers.count(told) }
    if let told = count?.text, phrases.tellsFurther(told), count?.isOne != true { clause.isAnother = true }
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
        if let place = theatre(inner) {
          add([place], to: &clause)
        } else if inner.mark == .force || inner.mark == .craft {
          takeForce(inner, into: &clause, uncounted: !flown.isEmpty)
        } else if let side = phrases.side(inner), inner.mark != .group || flies(node) {
          let participant = phrases.participant(side, at: inner, by: node)
          clause.participants.append(participant)
          clause.current.participants.append(participant)
        }
      }
    }
    clause.isOfCoalition = clause.isOfCoalition || tellsCoalition(node, clause)
    for craft in phrases.outermost(.craft, in: node.children)
    where node.captures.allSatisfy({ !$0.name.hasPrefix("operator") }) {
      takeForce(craft, into: &clause, uncounted: true)
    }
    for weapon in phrases.outermost(.weapon, in: node.children) + phrases.outermost(.munition, in: node.children) {
      takeWeapon(weapon, into: &clause)
    }
    for place in phrases.outermost(.where, in: node.children) {
      if let modifier = stateAsModifier(place), let side = phrases.side(modifier) {
        clause.participants.append(phrases.participant(side, at: modifier, by: node))
      } else {
        takePlace(place, into: &clause)
      }
    }
  }

  /// "The rocket attack", or "the bombing" after car bombs were told: nobody flew it, unless aircraft are told with it.
  private func isFromGround(_ strike: Node, isWeak: Bool) -> Bool {
    guard strike.capture("air") == nil, strike.captures.allSatisfy({ !$0.name.hasPrefix("operator") }),
      phrases.outermost(.craft, in: strike.children).isEmpty
    else { return false }
    if state.tellsBombers, strike.capture("bomb") != nil { return true }
    let weapons =
      phrases.outermost(.weapon, in: strike.children) + phrases.outermost(.munition, in: strike.children)
    return isWeak && strike.capture("count") == nil && !weapons.isEmpty
      && weapons.allSatisfy { phrases.isOftenFiredFromGround($0) }
  }

  /// "Squadrons of MiG-29 at Shayrat had been wiped out": the aircraft told before are what was hit.
  private func takeAircraftHit(_ node: Node, into clause: inout Clause) {
    let told = clause.participants.filter { $0.value.class != nil || $0.value.aircraft != nil }
    guard !told.isEmpty, clause.segments.allSatisfy(\.targets.isEmpty) else { return }
    let effect = phrases.effect(node)
    clause.lost += told
    clause.current.targets += told.map {
      var lost = phrases.lostAircraft($0)
      lost.value.effect = effect
      return lost
    }
    clause.participants = []
    clause.current.participants = []
    clause.hasVerb = true
  }

  /// "The Syria strikes": a country where others fly, told by its bare name, is where they were.
  private func theatre(_ node: Node) -> Sourced<DraftPlace>? {
    guard node.mark == .state, let code = phrases.side(node)?.code, phrases.gazetteer.isHome(country: code) else {
      return nil
    }
    let name = phrases.words.string(node.range)
    guard name.last != "s", !name.contains("'"), !name.contains("’") else { return nil }
    let place = Place(name: name, country: code, relation: "in", precision: .country)
    return Sourced(DraftPlace(place: place, level: 0), node.range, by: phrases.ruleID(node))
  }

  private func tellsCoalition(_ strike: Node, _ clause: Clause) -> Bool {
    clause.participants.contains { participant in
      strike.range.contains(participant.range.lowerBound)
        && phrases.gazetteer.airForces[id: participant.value.operator]?.kind == "coalition"
    }
  }

  /// "Killed in (the) US airstrikes": an abbreviation before a strike is no country to be in, but whose strikes they are.
  private func stateAsModifier(_ place: Node) -> Node? {
    guard let state = phrases.outermost(.state, in: place.children).first,
      place.range.upperBound == state.range.upperBound,
      phrases.words.string(place.range.lowerBound..<state.range.lowerBound).split(separator: " ").count <= 2
    else { return nil }
    let isAbbreviation = phrases.words.string(state.range).allSatisfy { $0.isUppercase || $0 == "." }
    return isAbbreviation ? state : nil
  }

  /// "Houthi drone strikes", but "ISIS strikes" are mostly those on ISIS: an armed group has drones at best.
  private func flies(_ strike: Node) -> Bool {
    strike.captures.contains { capture in
      capture.name == "air" && phrases.words.language.aircraftClasses[phrases.words.folded(capture.range)] == "drone"
    }
  }

  /// "7 in Syria": strikes told by their place.
  mutating func takeElided(_ node: Node, into clause: inout Clause) {
    if node.attribute("parts") != nil { return takeParts(node, into: &clause) }
    let one = node.capture("ordinal").map { Count(exactly: 1, text: phrases.words.string($0.range)) }
    guard let count = one ?? phrases.numbers.count(node.capture("count")) else { return }
    if node.attribute("row") != nil { return takeRow(count, node, into: &clause) }
    if node.attribute("times") != nil {
      if clause.hasVerb || !clause.current.targets.isEmpty, clause.segments.allSatisfy({ $0.strikes == nil }) {
        clause.current.strikes = Sourced(count, node.range, by: phrases.ruleID(node))
      }
      return
    }
    if node.attribute("again") != nil { return takeStrikesAgain(count, node, into: &clause) }
    let toll = clause.segments.last { !$0.casualties.isEmpty }?.casualties.last
    if let toll, toll.value.killed != nil {
      var segment = Clause.Segment()
      let casualty = Casualty(who: toll.value.who, killed: count)
      segment.casualties = [Sourced(casualty, node.range, by: phrases.ruleID(node))]
      segment.anchor = node.range
      clause.segments.append(segment)
      return
    }
    if node.capture("who") == nil,
      let thing = clause.current.targets.last ?? clause.segments.last(where: { !$0.targets.isEmpty })?.targets.last,
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
    if node.capture("who") == nil, clause.participants.isEmpty, !clause.hasAction, state.counted == .strikes,
      state.sinceAction == 0
    {
      return takeStrikesAgain(count, node, into: &clause)
    }
    guard node.capture("who") == nil, clause.hasAction,
      clause.segments.contains(where: { $0.strikes != nil || $0.sorties != nil })
    else { return }
    var segment = Clause.Segment()
    segment.strikes = Sourced(count, node.range, by: phrases.ruleID(node))
    segment.anchor = node.range
    segment.isOfEach = node.capture("each") != nil
    clause.segments.append(segment)
  }

  /// "36 sorties, including 32 for ground support and 4 for intelligence gathering".
  private func takeParts(_ node: Node, into clause: inout Clause) {
    guard let whole = clause.segments.last(where: { $0.sorties != nil })?.sorties?.value.bestFigure else { return }
    for number in 1...4 {
      guard let capture = node.capture("count\(number)"), let count = phrases.numbers.count(capture),
        let purpose = node.capture("purpose\(number)")?.range, count.bestFigure ?? 0 < whole,
        let kind = phrases.words.language.sortiePurposes[phrases.words.bytes, purpose].flatMap(Sortie.Kind.init)
      else { continue }
      var segment = Clause.Segment()
      segment.anchor = capture.range.lowerBound..<purpose.upperBound
      segment.sorties = Sourced(count, capture.range, by: phrases.ruleID(node))
      segment.purpose = kind
      clause.segments.append(segment)
    }
  }

  /// "Four strikes near Mosul … Two near Al Qaim damaged a bunker".
  mutating func takeStrikesAgain(_ count: Count, _ node: Node, into clause: inout Clause) {
    let told = clause.segments.contains { $0.strikes != nil }
    let counted = state.sinceAction == 0 ? state.counted : nil
    // "The second, on Homs, set a warehouse on fire": another than the one told before, though nobody counted them.
    let isNext = node.capture("next") != nil && state.sinceAction <= 1
    guard told || clause.participants.isEmpty && (counted != nil || isNext) else { return }
    if !told, counted == nil { clause.isAnother = true }
    if clause.current.strikes != nil || clause.current.hasContent { clause.segments.append(Clause.Segment()) }
    let sourced = Sourced(count, node.range, by: phrases.ruleID(node))
    if !told, counted == .sorties { clause.current.sorties = sourced } else { clause.current.strikes = sourced }
    if clause.current.anchor == nil { clause.current.anchor = node.range }
    clause.hasAction = true
    clause.hasStrikeWord = true
  }

  mutating func takeFlight(_ node: Node, into clause: inout Clause) {
    for kind in Sortie.Kind.allCases where node.capture(kind.rawValue) != nil {
      guard clause.flight == nil || kind == .interception else { continue }
      // A tanker that supports others makes no refuelling of the action.
      if kind == .refuelling, clause.support != nil { continue }
      let isPassive = node.capture("passive") != nil
      if kind == .interception, isPassive, let weapon = clause.current.munitions.last,
        clause.participants.allSatisfy({ $0.range.upperBound <= weapon.range.lowerBound })
      {
        // "Fired missiles, most of which were intercepted".
        continue
      }
      clause.flight = (kind, node.range, isPassive)
      if kind == .incursion, clause.current.places.isEmpty, let place = airspace(node) { add([place], to: &clause) }
      if kind == .interception, isPassive {
        // "A jet was shot down by …": what stands before is what was lost.
        let lost = clause.participants.filter { $0.value.class != nil || $0.value.aircraft != nil }
        clause.lost += lost
        clause.current.targets += lost.map { phrases.lostAircraft($0) }
        clause.participants = []
        clause.current.participants = []
      }
    }
  }

  /// "Violated Lebanese airspace": the country, unless something finer is told.
  private func airspace(_ node: Node) -> Sourced<DraftPlace>? {
    guard let adjective = phrases.outermost(.adjective, in: node.children).last,
      let code = phrases.side(adjective)?.code,
      let state = phrases.gazetteer.airForce(ofKind: "state", operatorCode: code)
    else { return nil }
    let place = Place(name: state.name, country: code, relation: "over", precision: .country)
    return Sourced(DraftPlace(place: place, level: 0), adjective.range, by: phrases.ruleID(node))
  }
}
