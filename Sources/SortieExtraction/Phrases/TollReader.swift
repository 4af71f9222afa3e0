internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// Who was killed and wounded.
extension PhraseReader {
  /// Whether the group that names the people really names people; a regex cannot know.
  func isToll(_ node: Node) -> Bool {
    guard let who = node.capture("who") else { return true }
    return self.who(who) != nil
  }

  /// The toll that a `toll` node tells; `previous` is whom "others" takes up.
  func casualty(_ node: Node, previous: Casualty.Who?) -> Sourced<Casualty>? {
    var killed =
      node.attribute("verb") != "killed"
      ? nil : node.capture("names").map(named) ?? numbers.count(node.capture("count"))
    if let parents = node.attribute("parents").flatMap(Int.init), let children = killed?.min, killed?.max == children {
      killed = Count(exactly: children + parents, text: words.string(node.range))
    }
    // "Five women and a child" are six people.
    let others = node.capture("more").flatMap { numbers.count($0)?.min } ?? (node.capture("one") == nil ? nil : 1)
    if let others, let first = killed?.min, killed?.max == first {
      killed = Count(exactly: first + others, text: words.string(node.range))
    }
    let wounded = numbers.count(node.capture("wounded"))
    guard killed != nil || wounded != nil else { return nil }
    var who: Casualty.Who = previous ?? .people
    var children: Count?
    var women: Count?
    if let capture = node.capture("who") {
      switch self.who(capture) {
      case .same?: who = previous ?? .people
      case .who(let told)?: who = told
      case .members?: who = .fighters
      case nil: return nil
      }
      switch words.language.womenAndChildren[lastWord(capture.range)] {
      case "children": children = killed
      case "women": women = killed
      default: break
      }
    } else if let told = node.attribute("who").flatMap(Casualty.Who.init(rawValue:)) {
      who = told
    }
    if let included = node.capture("included") {
      let parts = parts(included)
      children = children ?? parts.children
      women = women ?? parts.women
    }
    // "Five of them died": of a toll told before.
    let relation: Casualty.Relation? = node.capture("part") == nil ? nil : .part
    return Sourced(
      Casualty(who: who, killed: killed, wounded: wounded, children: children, women: women, relation: relation),
      node.range, by: ruleID(node))
  }

  /// How many people are told by their names.
  private func named(_ names: Node.Capture) -> Count {
    let phrase = words.folded(names.range)
    let parts = phrase.split(separator: ",").reduce(0) { sum, part in
      let joined = part.split(separator: " ").filter { words.language.conjunctions[String($0)] != nil }.count
      let opens = part.split(separator: " ").first.map { words.language.conjunctions[String($0)] != nil } ?? false
      return sum + 1 + joined - (opens ? 1 : 0)
    }
    return Count(exactly: parts, text: words.string(names.range))
  }

  private enum Named {
    case who(Casualty.Who)
    case same
    /// Members of what is named before them.
    case members
  }

  private func who(_ capture: Node.Capture) -> Named? {
    // The head of the phrase is its last name or word.
    if let word = words.language.personNouns[words.bytes, capture.range] { return refined(named(word), by: capture) }
    if let last = capture.nodes.last, nodes[last].range.upperBound >= capture.range.upperBound - 1 {
      let node = nodes[last]
      if let word = words.language.personNouns[words.bytes, node.range] {
        return refined(named(word), by: capture)
      }
      if let found = candidate(node, in: .group) {
        // "Iran-backed fighters" are those of a state, and no soldiers.
        if let word = words.language.personNouns[lastWord(node.range)], let told = named(word), case .who = told {
          return told
        }
        return .who(who(ofGroup: found.index))
      }
      if let found = candidate(node, in: .targetType) {
        let row = gazetteer.targetTypes[found.index]
        guard row.category == "personnel", words.language.teams[lastWord(node.range)] == nil else { return nil }
        return words.language.personNouns[row.name].flatMap(named) ?? .who(.fighters)
      }
      return nil
    }
    let phrase = words.folded(capture.range).split(separator: " ")
    for length in stride(from: min(4, phrase.count), through: 1, by: -1) {
      if let word = words.language.personNouns[phrase.suffix(length).joined(separator: " ")] {
        return refined(named(word), by: capture)
      }
    }
    return nil
  }

  /// "Syrian army members" are soldiers, "ISIS members" and "Hezbollah men" fighters, "family members" civilians.
  private func refined(_ value: Named?, by capture: Node.Capture) -> Named? {
    let group = capture.nodes.lazy.compactMap { self.candidate(self.nodes[$0], in: .group) }.first
    switch value {
    case .members?: return .who(group.map { who(ofGroup: $0.index) } == .soldiers ? .soldiers : .fighters)
    case .who(.people)?: return group.map { .who(who(ofGroup: $0.index)) } ?? value
    default: return value
    }
  }

  private func who(ofGroup index: Int) -> Casualty.Who {
    switch gazetteer.groups[index].kind {
    case "civilians": return .civilians
    case "state-forces": return .soldiers
    default: return .fighters
    }
  }

  private func named(_ value: String) -> Named? {
    if value == "same" { return .same }
    if value == "members" { return .members }
    return Casualty.Who(rawValue: value).map { .who($0) }
  }

  private func lastWord(_ range: Range<Int>) -> String {
    words.folded(range).split(separator: " ").last.map(String.init) ?? ""
  }

  /// "Including three children and two women".
  private func parts(_ capture: Node.Capture) -> (children: Count?, women: Count?) {
    var children: Count?
    var women: Count?
    var pending: Count?
    var position = capture.range.lowerBound
    func settle(_ upTo: Int) {
      let phrase = words.folded(position..<upTo)
      for word in phrase.split(whereSeparator: { !$0.isLetter }) {
        switch words.language.womenAndChildren[String(word)] {
        case "children": children = children ?? pending
        case "women": women = women ?? pending
        default: break
        }
      }
      position = upTo
    }
    for index in capture.nodes where nodes[index].mark == .count {
      settle(nodes[index].range.lowerBound)
      pending = numbers.count(nodes[index])
    }
    settle(capture.range.upperBound)
    return (children, women)
  }

  /// "82 people including 58 civilians", "20 dead, 12 of them fighters": the parts of a toll of people whom nothing else
  /// tells apart. Children and women are no parts of their own.
  func parts(of whole: Sourced<Casualty>, in node: Node) -> [Sourced<Casualty>] {
    guard whole.value.who == .people, whole.value.killed != nil, let capture = node.capture("included") else {
      return []
    }
    let counts = capture.nodes.filter { nodes[$0].mark == .count }
    var parts: [Sourced<Casualty>] = []
    for (position, index) in counts.enumerated() {
      let end = position + 1 < counts.count ? nodes[counts[position + 1]].range.lowerBound : capture.range.upperBound
      let told = nodes[index].range.upperBound..<end
      guard let who = whoIsNamed(in: told, of: capture), let count = numbers.count(nodes[index]) else { continue }
      parts.append(
        Sourced(
          Casualty(who: who, killed: count, relation: .part), nodes[index].range.lowerBound..<end, by: ruleID(node)))
    }
    return parts
  }

  /// Civilians, fighters or soldiers; nil for those who are named by their age or sex, or not at all.
  private func whoIsNamed(in range: Range<Int>, of capture: Node.Capture) -> Casualty.Who? {
    let phrase = words.folded(range).split { !$0.isLetter }.map(String.init)
    guard !phrase.contains(where: { words.language.womenAndChildren[$0] != nil }) else { return nil }
    for word in phrase {
      guard case .who(let who)? = words.language.personNouns[word].flatMap(named), who != .people else { continue }
      // "Including two nurses" tells what they were, not how many civilians there are among the dead.
      if who != .civilians || who.rawValue.hasPrefix(word) { return who }
    }
    for index in capture.nodes where range.contains(nodes[index].range.lowerBound) {
      if let group = candidate(nodes[index], in: .group) { return who(ofGroup: group.index) }
    }
    return nil
  }
}
