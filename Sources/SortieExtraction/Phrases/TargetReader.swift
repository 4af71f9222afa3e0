internal import ReportText
internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

extension Sourced where Value == Target {
  /// People who were "eliminated" were killed.
  fileprivate func killed(isPersonnel: Bool) -> Self {
    guard isPersonnel, value.effect == .destroyed else { return self }
    var target = self
    target.value.effect = .killed
    return target
  }
}

extension Target {
  /// Whether it stands for people: a group's fighters, or those already told to be killed.
  var isPeople: Bool { type == "fighters" || effect == .killed }
}

/// What was hit, and with what.
extension PhraseReader {
  /// The targets of a `hit`, `targets` or `item` node, with the effect that its verb or noun tells.
  func targets(_ node: Node, effect: Target.Effect?) -> [Sourced<Target>] {
    listed(outermost(.item, in: node.mark == .item ? [] : node.children), effect: effect)
      + (node.mark == .item ? [target(node, effect: effect)].compactMap { $0 } : []) + groups(node, effect: effect)
  }

  /// The things of a list; in "both units and oil wells" the first word counts the list.
  private func listed(_ items: [Node], effect: Target.Effect?) -> [Sourced<Target>] {
    items.enumerated().compactMap { position, item in
      guard var found = target(item, effect: effect) else { return nil }
      if position == 0, items.count > 1,
        let count = item.capture("count")?.nodes.first, nodes[count].attribute("bound") == "pair",
        !words.folded(nodes[count].range).contains(" ")
      {
        found.value.count = nil
      }
      return found
    }
  }

  /// Groups that stand among the things of a list: "storage facilities, and militants".
  private func groups(_ node: Node, effect: Target.Effect?) -> [Sourced<Target>] {
    let lists = node.mark == .targets ? [node] : outermost(.targets, in: node.children)
    return lists.flatMap { list in
      list.children.map { nodes[$0] }.filter { $0.mark == .group || $0.mark == .stateForces }
    }.compactMap { group in
      guard let owner = owner(group) else { return nil }
      let target = Target(
        type: owner == Self.civilians ? owner : "fighters", effect: effect ?? .targeted, owner: owner,
        text: words.string(group.range))
      return Sourced(target, group.range, by: ruleID(group)).killed(isPersonnel: true)
    }
  }

  /// What a verb or noun of attack tells of its object.
  func effect(_ node: Node) -> Target.Effect? {
    if let told = node.attribute("effect") { return Target.Effect(rawValue: told) }
    if let verb = node.capture("verb") {
      let known = words.language.attackVerbs[words.bytes, verb.range]
      return known.flatMap(Target.Effect.init(rawValue:)) ?? .targeted
    }
    if let noun = node.capture("noun") {
      return words.language.effectNouns[words.bytes, noun.range].flatMap(Target.Effect.init(rawValue:)) ?? .targeted
    }
    return nil
  }

  private func target(_ item: Node, effect: Target.Effect?) -> Sourced<Target>? {
    let text = words.string(item.range)
    let owner = item.captures.filter { $0.name == "owner" || $0.name == "group" }
      .flatMap(\.nodes).compactMap { self.owner(nodes[$0]) }.mostTelling
    if let group = item.capture("group") {
      guard owner != nil else { return nil }
      let civilian = owner == Self.civilians
      return Sourced(
        Target(
          type: civilian ? Self.civilians : "fighters", count: numbers.count(item.capture("count")),
          effect: effect ?? .targeted, owner: owner, text: text), group.range, by: ruleID(item)
      ).killed(isPersonnel: true)
    }
    guard let thing = item.capture("thing") else { return nil }
    var type = name(of: thing.range)
    var category: String?
    var isSingular = false
    if let index = thing.nodes.first {
      if let found = candidate(nodes[index], in: .targetType) {
        let row = gazetteer.targetTypes[found.index]
        type = self.type(row, found.index, words: type, isPlural: found.isPlural)
        category = row.category
        isSingular = !found.isPlural
      } else if let found = candidate(nodes[index], in: .aircraft) {
        type = gazetteer.aircraft[found.index].name
      }
    } else if type.hasSuffix("s"), !type.hasSuffix("ss"),
      words.language.aircraftClasses[type] != nil || numbers.count(item.capture("count"))?.isOne == false
    {
      type = String(type.dropLast())
    }
    var count = numbers.count(item.capture("count"))
    count = count ?? item.capture("article").flatMap(one)
    // "The depot", "the town's market" are one each.
    let isOne = item.capture("definite") != nil || item.capture("place") != nil
    if count == nil, isSingular, isOne, isCountable(type) {
      count = Count(exactly: 1, text: text)
    }
    return Sourced(
      Target(
        type: type, count: count, effect: effect ?? .targeted,
        owner: owner ?? (category.map(Self.civilianCategories.contains) == true ? Self.civilians : nil), text: text),
      item.range, by: ruleID(item)
    ).killed(isPersonnel: category == "personnel" && !isTeam(type))
  }

  /// A team with its weapon is destroyed, one sniper is killed.
  private func isTeam(_ type: String) -> Bool {
    Self.head(of: type).map { words.language.teams[String($0)] != nil } ?? false
  }

  /// Whether a thing in singular is one thing: "the depot", not "the infrastructure".
  private func isCountable(_ type: String) -> Bool {
    guard let noun = Self.head(of: type), !noun.hasSuffix("s") else { return false }
    return words.language.massNouns[String(noun)] == nil
  }

  /// What a thing is called: people and abbreviations by their row, other things as the text calls them, in singular,
  /// where the row's name has another head ("storage site" is no "storage facility").
  private func type(_ row: TargetType, _ index: Int, words: String, isPlural: Bool) -> String {
    if row.category == "personnel" || isAbbreviation(row.name) { return row.name }
    let told = isPlural ? singular(words, heads: gazetteer.headWords(ofTargetType: index)) : words
    guard let head = Self.head(of: told), let canonical = Self.head(of: row.name) else { return row.name }
    return head == canonical ? row.name : told
  }

  /// The last word of a phrase.
  private static func head(of phrase: String) -> Substring? {
    let bytes = phrase.utf8
    guard bytes.allSatisfy({ $0 < 0x80 }) else {
      return phrase.split(whereSeparator: { $0 == " " || $0 == "-" }).last
    }
    func isJoint(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") }
    var end = bytes.endIndex
    while end > bytes.startIndex, isJoint(bytes[bytes.index(before: end)]) { end = bytes.index(before: end) }
    guard end > bytes.startIndex else { return nil }
    var start = end
    while start > bytes.startIndex, !isJoint(bytes[bytes.index(before: start)]) { start = bytes.index(before: start) }
    return phrase[start..<end]
  }

  /// The words of a thing in small letters, abbreviations as they are: "IED facilities".
  private func name(of range: Range<Int>) -> String {
    if let plain = asciiName(of: range) { return plain }
    let parts = words.string(range).split(whereSeparator: \.isWhitespace)
    let isShouted = parts.count > 1 && parts.allSatisfy { $0.allSatisfy { !$0.isLowercase } }
    return parts.map { part in
      let isAbbreviation = part.count > 1 && part.allSatisfy(\.isUppercase) && !isShouted
      return isAbbreviation ? String(part) : part.lowercased()
    }.joined(separator: " ")
  }

  /// The same for words of ASCII letters, without a look at what Unicode knows of them; nil for others.
  private func asciiName(of range: Range<Int>) -> String? {
    let bytes = words.text.bytes
    let range = range.clamped(to: 0..<bytes.count)
    func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }
    var hasLower = false
    var wordCount = 0
    var isOpen = false
    for position in range {
      let byte = bytes[position]
      if byte >= 0x80 { return nil }
      hasLower = hasLower || byte &- 0x61 < 26
      if !isBlank(byte), !isOpen { wordCount += 1 }
      isOpen = !isBlank(byte)
    }
    let isShouted = wordCount > 1 && !hasLower
    var name: [UInt8] = []
    name.reserveCapacity(range.count)
    var start = range.lowerBound
    while start < range.upperBound {
      if isBlank(bytes[start]) {
        start += 1
        continue
      }
      var end = start
      var isAbbreviation = !isShouted
      while end < range.upperBound, !isBlank(bytes[end]) {
        isAbbreviation = isAbbreviation && isUpper(bytes[end])
        end += 1
      }
      isAbbreviation = isAbbreviation && end > start + 1
      if !name.isEmpty { name.append(0x20) }
      for position in start..<end {
        let byte = bytes[position]
        name.append(!isAbbreviation && isUpper(byte) ? byte | 0x20 : byte)
      }
      start = end
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// "IED" for what a text spells out; "IED factory" is no abbreviation.
  private func isAbbreviation(_ name: String) -> Bool {
    var hasUpper = false
    for byte in name.utf8 {
      if byte >= 0x80 { return !name.contains(" ") && name.contains { $0.isUppercase } }
      if byte == 0x20 { return false }
      hasUpper = hasUpper || byte &- 0x41 < 26
    }
    return hasUpper
  }

  /// A regular plural undone.
  /// - Parameter heads: the last words of the thing's names.
  private func singular(_ phrase: String, heads: Set<String>) -> String {
    guard phrase.hasSuffix("s"), !phrase.hasSuffix("ss") else { return phrase }
    let first = String(phrase.dropLast())
    func isKnown(_ form: String) -> Bool { Self.head(of: form).map { heads.contains(String($0)) } ?? false }
    if isKnown(first) { return first }
    let second = String(phrase.dropLast(2))
    if isKnown(second) { return second }
    let third = String(phrase.dropLast(3)) + "y"
    return isKnown(third) ? third : first
  }

  /// Whether an item is a thing and not a verb that is spelled as one: "to target", "to strike".
  func isThing(_ item: Node) -> Bool {
    item.capture("group") != nil || words.language.attackVerbs[words.bytes, item.range] == nil
  }

  /// Whether what stands behind a place is a thing there: "the Saraqib clinic", and not what another clause begins with.
  func isHit(_ node: Node) -> Bool {
    guard node.attribute("placed") != nil else { return true }
    let items = outermost(.item, in: node.children)
    return items.count == 1
      && items[0].captures.allSatisfy { $0.name != "count" && $0.name != "article" && $0.name != "definite" }
  }

  /// Whether all things of a phrase were told before: "the buildings", "both positions".
  func isDefinite(_ node: Node) -> Bool {
    let items = outermost(.item, in: node.children)
    return !items.isEmpty && items.allSatisfy { $0.capture("definite") != nil }
  }

  static let civilians = "civilians"
  /// Kinds of things that belong to civilians where no owner is told.
  private static let civilianCategories: Set<String> = ["medical", "school", "market", "residential", "religious"]

  /// The id of whom a thing belongs to.
  func owner(_ node: Node) -> String? {
    guard let mention = node.mention else {
      return node.children.lazy.compactMap { owner(nodes[$0]) }.first
    }
    for candidate in mention.candidates where candidate.table == .group { return gazetteer.id(of: candidate) }
    guard let side = side(node) else { return nil }
    return ownerID(ofState: side.code)
  }

  /// Whether a name is that of an armed group that fights, and not of a side that flies.
  func isArmedGroup(_ node: Node) -> Bool {
    guard let found = candidate(node, in: .group) else { return false }
    let row = gazetteer.groups[found.index]
    return row.kind == "armed-group" && (row.id == Self.unnamedMilitants || row.id == Self.islamicState)
  }

  /// Fighters who are fired at and not told to be of the groups that are struck: those whom aircraft come to help.
  func isFriendly(_ target: Target) -> Bool {
    target.type == "fighters" && target.owner != nil && target.owner != Self.islamicState
      && target.owner != Self.unnamedMilitants
  }

  /// Fighters of no named group.
  static let unnamedMilitants = "unknown-militants"
  private static let islamicState = "isis"

  /// The owner that a state's forces are: the state's own row among the groups.
  func ownerID(ofState code: String) -> String? {
    gazetteer.stateForces(of: code)
  }

  /// An aircraft that was shot down, as a target.
  func lostAircraft(_ participant: Sourced<Participant>) -> Sourced<Target> {
    let value = participant.value
    let owner =
      value.operator.count == 2
      ? ownerID(ofState: value.operator) : value.operator == Participant.unknownOperator ? nil : value.operator
    let target = Target(
      type: value.aircraft ?? toldClass(value) ?? value.class?.rawValue ?? AircraftClass.aircraft.rawValue,
      count: value.count,
      effect: .destroyed,
      owner: owner, text: value.text)
    return Sourced(target, participant.range, by: participant.by)
  }

  /// The word that the text has for aircraft of no told type, in singular: "warplane", "jet".
  private func toldClass(_ participant: Participant) -> String? {
    let phrase = Words.fold(participant.text ?? "").split(separator: " ")
    for length in stride(from: min(3, phrase.count), through: 1, by: -1) {
      let word = phrase.suffix(length).joined(separator: " ")
      guard words.language.aircraftClasses[word] != nil else { continue }
      let singular = String(word.dropLast())
      return word.hasSuffix("s") && words.language.aircraftClasses[singular] != nil ? singular : word
    }
    return nil
  }
}

extension [String] {
  /// "The Takfiri ISIL group": the owner with a name, else the first.
  fileprivate var mostTelling: String? { first(where: Inheritance.isNamed) ?? first }
}
