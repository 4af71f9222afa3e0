internal import ReportText
internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// What was hit, who was hurt, and with which munition.
extension ClauseReader {
  mutating func takeHit(_ node: Node, into clause: inout Clause) {
    clause.bombs = clause.bombs || node.capture("bombs") != nil
    // "Fighters who … are also being targeted": told in a tense that has no end.
    if !phrases.outermost(.habitual, in: node.children).isEmpty { clause.isHabitual = true }
    // "Two missiles were fired by a drone at a truck".
    for index in node.children where nodes[index].mark == .force { takeForce(nodes[index], into: &clause) }
    var found = phrases.targets(node, effect: phrases.effect(node))
    if node.attribute("goes") != nil {
      guard let effect = clause.segments.last(where: { !$0.targets.isEmpty })?.targets.last?.value.effect else {
        return
      }
      for index in found.indices { found[index].value.effect = effect }
    }
    let isTakenUp = takesUp(found, node)
    if node.attribute("refers") != nil || isTakenUp {
      found = antecedents(isTarget: isTakenUp).map { thing in
        var thing = thing
        let effect = phrases.effect(node)
        thing.value.effect = effect == .destroyed && thing.value.isPeople ? .killed : effect
        if let one = node.capture("one") {
          thing.value.count = Count(exactly: 1, text: phrases.words.string(one.range))
          thing.range = node.range
        }
        return thing
      }
      state.things = []
      if node.capture("one") == nil { clause.tellsAgain = true }
    }
    if node.attribute("needs") != nil, !clause.hasAction, !clause.hasAirWeapon { return }
    guard !found.isEmpty else { return }
    state.lastTargets = found
    if clause.current.anchor == nil { clause.current.anchor = node.range }
    // Content after a place that has content before it belongs to the next place, if one comes; see `settle`.
    if !clause.current.places.isEmpty, clause.current.hasContent, startsWithPlace(clause) == false {
      clause.segments.append(Clause.Segment())
      clause.current.anchor = node.range
    }
    clause.current.targets += found
    clause.tellsAgain = clause.tellsAgain || phrases.isDefinite(node)
    for inner in phrases.descendants(node) where inner.mark == .where { takePlace(inner, into: &clause) }
    // "Targeted with a missile a motorcycle".
    for index in node.children where nodes[index].mark == .weapon { takeWeapon(nodes[index], into: &clause) }
    // "Targeted on Sunday night one of the positions".
    for date in phrases.outermost(.date, in: node.children) { takeDate(date, into: &clause) }
  }

  /// What "it", "them" and "the target" take up: things that were seen and not yet hit, or what was hit last.
  private func antecedents(isTarget: Bool) -> [Sourced<Target>] {
    guard !state.things.isEmpty else { return state.lastTargets }
    guard isTarget, state.sinceAction == 0, let last = state.lastTargets.last else { return state.things }
    // "Its crew found a truck; a missile destroyed the target", after two buildings were hit.
    let isNews = state.things.contains { thing in
      !thing.value.isPeople && phrases.words.language.genericTargets[thing.value.type] == nil
        && thing.range.lowerBound > last.range.upperBound
    }
    return isNews ? state.things : state.lastTargets
  }

  /// Whether what was hit is only called "the target", and was told before by its name.
  private func takesUp(_ found: [Sourced<Target>], _ node: Node) -> Bool {
    guard found.count == 1, phrases.isDefinite(node),
      let use = phrases.words.language.genericTargets[found[0].value.type], use != "total"
    else { return false }
    // "The target" is one, "both targets" are two that were told.
    if let count = found[0].value.count, !count.isOne {
      let told = state.things.isEmpty ? state.lastTargets : state.things
      guard count.min == told.reduce(0, { $0 + ($1.value.count?.min ?? 0) }) else { return false }
    }
    return state.sinceAction == 0 && !state.lastTargets.isEmpty || state.sourceSide != nil && !state.things.isEmpty
  }

  /// A group that is only watched may be what "them" takes up.
  mutating func noteGroup(_ node: Node) {
    guard let owner = phrases.owner(node), owner != PhraseReader.civilians, phrases.isArmedGroup(node) else { return }
    let target = Target(type: "fighters", effect: .targeted, owner: owner, text: phrases.words.string(node.range))
    if state.things.isEmpty { state.things = [Sourced(target, node.range, by: phrases.ruleID(node))] }
  }

  /// Things of a list that goes on after a place: "hit a target in Raqqa, and five positions around Tal Afar".
  mutating func takeMoreTargets(_ node: Node, into clause: inout Clause) {
    guard let effect = clause.current.targets.last?.value.effect, let place = clause.current.places.last,
      endsList(next), node.range.lowerBound - place.range.upperBound <= 7
    else { return }
    let found = phrases.targets(node, effect: effect)
    guard !found.isEmpty else { return }
    guard next?.mark == .where else {
      clause.current.targets += found
      return
    }
    var segment = Clause.Segment()
    segment.targets = found
    segment.anchor = node.range
    clause.segments.append(segment)
  }

  /// Whether nothing follows that may be done to the last things of a list.
  private func endsList(_ next: Node?) -> Bool {
    guard let next else { return true }
    return next.mark == .where || next.mark == .break || next.mark == .claim || next.mark == .date
  }

  /// "14 targets were destroyed: nine shelters, a cave and a building".
  mutating func takeDetails(_ node: Node, into clause: inout Clause) {
    guard let whole = clause.current.targets.last, whole.range.upperBound <= node.range.lowerBound,
      phrases.words.language.genericTargets[whole.value.type] != nil,
      node.range.lowerBound - whole.range.upperBound <= Self.longestIntroduction,
      phrases.words.text.bytes[whole.range.upperBound..<node.range.lowerBound].contains(UInt8(ascii: ":"))
    else { return }
    clause.current.targets += phrases.targets(node, effect: whole.value.effect)
  }

  /// "Weapons were dropped: – 19 September: two positions and a mortar near Sharqat."
  mutating func takeListed(_ node: Node, into clause: inout Clause) {
    guard state.tellsList, clause.participants.isEmpty, !clause.hasAction, !clause.hasVerb,
      clause.current.targets.isEmpty,
      clause.current.date != nil || !clause.current.places.isEmpty || next?.mark == .where
    else { return }
    clause.current.targets = phrases.targets(node, effect: .targeted)
  }

  /// Bytes between a number of targets and the list of them.
  private static let longestIntroduction = 50

  mutating func takeToll(_ node: Node, into clause: inout Clause) {
    let previous = clause.segments.last { !$0.casualties.isEmpty }?.casualties.last?.value.who
    guard var toll = phrases.casualty(node, previous: previous) else { return }
    if node.attribute("part") != nil {
      if toll.value.children != nil || toll.value.women != nil { return addChildren(of: toll, to: &clause) }
      toll.value.relation = .part
    }
    // "Seven Nusra members died in strikes on the group's bases": things without an owner are of those who died.
    let told = nodes
    if let group = node.capture("who")?.nodes.map({ told[$0] }).first(where: { $0.mark == .group }),
      let owner = phrases.owner(group), Inheritance.isNamed(owner)
    {
      state.owner = owner
    }
    if clause.current.anchor == nil { clause.current.anchor = node.range }
    let opensItem = !clause.current.casualties.isEmpty || node.capture("nominal") != nil && clause.current.hasContent
    if !clause.current.places.isEmpty, opensItem, startsWithPlace(clause) == false {
      clause.segments.append(Clause.Segment())
      clause.current.anchor = node.range
    }
    if toll.value.killed == nil, toll.value.wounded != nil, let last = clause.current.casualties.indices.last,
      clause.current.casualties[last].value.killed != nil, clause.current.casualties[last].value.wounded == nil,
      toll.value.who == clause.current.casualties[last].value.who
    {
      // "Killed 12 and left 20 wounded" is one toll.
      clause.current.casualties[last].value.wounded = toll.value.wounded
      return
    }
    clause.current.casualties.append(toll)
    clause.current.casualties += phrases.parts(of: toll, in: node)
    if let told = toll.value.killed?.text, phrases.tellsFurther(told) { clause.hasFurtherToll = true }
    // "The death toll from the strikes on the city has risen to 82".
    for strike in phrases.outermost(.strike, in: node.children) { takeStrike(strike, into: &clause) }
    for inner in phrases.descendants(node) where inner.mark == .where { takePlace(inner, into: &clause) }
    for date in phrases.outermost(.date, in: node.children) { takeDate(date, into: &clause) }
  }

  /// "… killed 26 people late on Friday, 19 of them children", "five of the dead were children": they are among those
  /// told last, in this clause or before it.
  private func addChildren(of part: Sourced<Casualty>, to clause: inout Clause) {
    guard let last = clause.current.casualties.indices.last else {
      if clause.current.anchor == nil { clause.current.anchor = part.range }
      let among = Casualty(who: .people, children: part.value.children, women: part.value.women)
      clause.current.casualties.append(Sourced(among, part.range, by: part.by))
      return
    }
    let whole = clause.current.casualties[last].value
    clause.current.casualties[last].value.children = whole.children ?? part.value.children
    clause.current.casualties[last].value.women = whole.women ?? part.value.women
  }

  mutating func takeWeapon(_ node: Node, into clause: inout Clause) {
    if state.sourceSide == nil,
      phrases.isFiredFromGround(
        node, besideHelicopters: state.participants.contains { $0.value.class == .helicopter })
    {
      clause.hasGround = true
    }
    guard var munition = phrases.munition(node) else { return }
    if let known = clause.current.munitions.last, (0...1).contains(node.range.lowerBound - known.range.upperBound) {
      // "A GBU-12 guided bomb", "two 500lb Paveway IVs": one weapon, told by its name and its kind.
      let kinds = (phrases.isKindOfWeapon(known.by), phrases.isKindOfWeapon(munition.by))
      if kinds.1, !kinds.0 { return }
      if kinds.0, !kinds.1 {
        munition.value.count = munition.value.count ?? known.value.count
        munition.range = known.range.lowerBound..<munition.range.upperBound
        clause.current.munitions.removeLast()
      }
    }
    if let known = clause.current.munitions.firstIndex(where: { $0.value.name == munition.value.name }) {
      if clause.current.munitions[known].value.count == nil { clause.current.munitions[known] = munition }
    } else {
      clause.current.munitions.append(munition)
    }
    clause.firesWeapon = clause.firesWeapon || node.capture("fires") != nil
    clause.hasAirWeapon = clause.hasAirWeapon || phrases.isDroppedFromAircraft(munition.by)
    clause.hasAirMissile = clause.hasAirMissile || phrases.isAirMissile(munition.by)
  }
}
