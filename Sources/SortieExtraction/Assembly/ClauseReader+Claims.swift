internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// When, and who says so.
extension ClauseReader {
  mutating func takeDate(_ node: Node, into clause: inout Clause) {
    guard let date = dates.date(node, nodes: nodes) else { return }
    let sourced = Sourced(date, node.range, by: phrases.ruleID(node))
    if node.attribute("form") == "since" {
      let days = date.start.flatMap { start in date.end.map { $0.dayNumber - start.dayNumber } }
      // "Since this morning" is of the day.
      clause.isSince = clause.isSince || (days ?? 99) > 0
      if (days ?? 99) >= 20 || date.end == nil { clause.isCumulative = true }
      if (days ?? 999) > 300 { clause.isWholeWar = true }
    }
    if let known = clause.current.date, known.value.basis != .explicit, date.basis == .explicit,
      node.range.lowerBound - known.range.upperBound <= 3
    {
      // "The next day [June 23rd]".
      clause.current.date = sourced
    } else if let known = clause.segments[0].date, clause.segments.count == 1, clause.dateIsOfOther, clause.hasAction {
      // "Tuesday's casualties come after similar strikes on Monday".
      if known.value.basis != .none { clause.segments[0].date = sourced }
      clause.dateIsOfOther = false
    } else if !clause.segments.contains(where: { $0.date != nil }) {
      let isOfStrike = next.map { $0.mark == .strike && $0.range.lowerBound - node.range.upperBound <= 3 } ?? false
      clause.dateIsOfOther = !clause.hasAction && phrases.isPossessive(node.range) && !isOfStrike
      clause.segments[0].date = sourced
    } else if clause.segments.count == 1, let known = clause.segments[0].date, known.value.basis == .relative,
      isSaid(known.range, before: node, in: clause)
        ? date.basis == .explicit && known.value.precision != .day : isWithin(date, known.value)
    {
      clause.segments[0].date = sourced
    } else if clause.segments.count > 1, clause.current.date == nil, clause.current.hasContent {
      clause.current.date = sourced
    }
  }

  /// The day on which something was said, from which "the day before" is reckoned.
  func dateOfSaying(_ node: Node) -> SortieDate? {
    let said = node.capture("said")?.nodes.first ?? node.children.first { nodes[$0].mark == .date }
    guard let date = said.flatMap({ dates.date(nodes[$0], nodes: nodes) }), date.start != nil else { return nil }
    return date
  }

  /// "Last week the chief confirmed that … on 17 September": the first is when it was said.
  private func isSaid(_ date: Range<Int>, before node: Node, in clause: Clause) -> Bool {
    clause.claims.contains {
      date.upperBound <= $0.claim.range.lowerBound && $0.claim.range.upperBound <= node.range.lowerBound
    }
  }

  /// Whether a day lies within a longer time told before it: "for the second time this week on Thursday".
  private func isWithin(_ day: SortieDate, _ period: SortieDate) -> Bool {
    guard day.precision == .day, let start = period.start, let end = period.end, let told = day.start else {
      return false
    }
    return start < end && start <= told && told <= end
  }

  mutating func takeClaim(_ node: Node, into clause: inout Clause) {
    rememberNames(node)
    guard
      let phrase = phrases.claim(
        node, speakers: state.speakers, named: state.named, surnames: state.surnames,
        sides: Set(clause.participants.map(\.value.operator)), source: state.source)
    else {
      // "It denied that its planes had struck": whoever "it" is, nobody says that they had.
      if node.attribute("stance") == Claim.Stance.denies.rawValue {
        clause.isNegated = true
        clause.denied = .action
      }
      // "A Su-34 put a bomb into a depot": aircraft say nothing.
      for index in node.capture("claimant")?.nodes ?? [] where nodes[index].mark == .force {
        takeForce(nodes[index], into: &clause)
      }
      return
    }
    clause.claims.append(phrase)
    if node.capture("said") != nil { dates.told = dateOfSaying(node) ?? dates.told }
    if let side = phrase.ownSide, !side.isEmpty, clause.participants.isEmpty, !clause.hasAction {
      clause.tellerSide = side
    }
    // "Sources in Homs said that raids hit the province".
    for place in phrases.outermost(.where, in: node.children) {
      let places = phrases.places(place, context: placeContext())
      if places.contains(where: { $0.value.level >= 2 }) { state.mention(places) }
    }
    if !phrase.isAnaphoric {
      if var speaker = speaker(of: node) {
        // "A military source told SANA": whose it was is known from then on.
        if speaker.kind == .anonymous, phrase.claim.value.kind == .anonymous || phrase.claim.value.kind == .official {
          speaker.name = phrase.claim.value.claimant
        }
        state.speakers.removeAll { $0 == speaker }
        state.speakers.append(speaker)
      }
    }
  }

  /// "Peter Cook" is known as Cook from here on.
  mutating func rememberNames(_ node: Node) {
    for name in phrases.outermost(.claimant, in: node.children) {
      let parts = phrases.words.folded(name.range).split(separator: " ")
      guard parts.count >= 2, let last = parts.last, let speaker = phrases.speaker(name) else { continue }
      state.surnames[String(last)] = speaker
    }
  }

  func speaker(of node: Node) -> PhraseReader.Speaker? {
    node.capture("claimant")?.nodes.lazy.compactMap { phrases.speaker(nodes[$0]) }.first
  }
}
