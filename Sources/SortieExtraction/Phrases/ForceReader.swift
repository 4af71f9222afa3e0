internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// Who flew, with what and how many.
extension PhraseReader {
  /// Whether who strikes under a claimant's name is a command or ministry with aircraft to send.
  func isForce(_ node: Node) -> Bool {
    guard node.attribute("command") != nil else { return true }
    guard let speaker = speaker(node), speaker.kind == .official else { return false }
    return speaker.side.map { !$0.isEmpty && gazetteer.groups[id: $0] == nil } ?? false
  }

  /// Whether a noun of attack behind aircraft is one, not their verb: "jets strike rebels" and "a jet strikes rebels" have
  /// verbs, "jet strikes" and "a jet strike" nouns; of a verb and its subject one ends in s.
  func isStrike(_ node: Node) -> Bool {
    guard node.capture("verbal") != nil, let noun = node.capture("noun"), noun.range.lowerBound >= 2 else {
      return true
    }
    let end = noun.range.lowerBound - 1
    let lastOfSubject = words.bytes[end - 1]
    var start = end
    while start > 0, words.bytes[start - 1] | 0x20 >= 0x61, words.bytes[start - 1] | 0x20 <= 0x7A { start -= 1 }
    // "Su-34 strike", "aircraft strike".
    let isAlike =
      lastOfSubject >= UInt8(ascii: "0") && lastOfSubject <= UInt8(ascii: "9")
      || words.language.alikeInNumber.contains(words.bytes, start..<end)
    let isPlural = lastOfSubject == UInt8(ascii: "s")
    let verbIsSingular = words.bytes[noun.range.upperBound - 1] == UInt8(ascii: "s")
    return !isAlike && isPlural == verbIsSingular
  }

  /// Operator code, and the service where the name is one.
  struct Side {
    var code: String
    var service: String?
  }

  /// The side that a name stands for; nil where it cannot fly.
  func side(_ node: Node) -> Side? {
    // "Syrian or Russian warplanes": nobody says which.
    if node.attribute("either") != nil { return Side(code: Participant.unknownOperator, service: nil) }
    guard let mention = node.mention else {
      for index in node.children {
        if let side = side(nodes[index]) { return side }
      }
      return nil
    }
    for candidate in mention.candidates where candidate.table == .airForce {
      let row = gazetteer.airForces[candidate.index]
      if let coalition = takenUp(candidate) { return Side(code: coalition.operatorCode, service: nil) }
      let isService = row.kind == "air-force" || row.kind == "naval-air"
      return Side(code: row.operatorCode, service: isService ? row.name : nil)
    }
    for candidate in mention.candidates where candidate.table == .group {
      let row = gazetteer.groups[candidate.index]
      if row.kind == "state-forces", let country = row.country { return Side(code: country, service: nil) }
      if row.kind == "civilians" { return nil }
      return Side(code: row.id, service: nil)
    }
    for candidate in mention.candidates where candidate.table == .claimant {
      if let country = gazetteer.claimants[candidate.index].country, !country.isEmpty {
        return Side(code: country, service: nil)
      }
    }
    return nil
  }

  /// "The coalition" is the one that the text named before.
  func takenUp(_ candidate: Candidate) -> AirForce? {
    guard let coalition, candidate.aspect == .cue, gazetteer.kind(ofAirForce: candidate.index) == "coalition" else {
      return nil
    }
    return gazetteer.airForce(ofKind: "coalition", operatorCode: coalition)
  }

  /// The coalition that one of the names stands for by its own name, the last of them.
  var namedCoalition: String? {
    for node in nodes.reversed() {
      for candidate in node.mention?.candidates ?? [] where candidate.table == .airForce && candidate.aspect != .cue {
        if gazetteer.kind(ofAirForce: candidate.index) == "coalition" {
          return gazetteer.airForces[candidate.index].operatorCode
        }
      }
    }
    return nil
  }

  /// A side that is named without aircraft, as a participant.
  func participant(_ side: Side, at name: Node, by rule: Node) -> Sourced<Participant> {
    Sourced(
      Participant(operator: side.code, airForce: side.service, basis: .named, text: words.string(name.range)),
      name.range, by: ruleID(rule))
  }

  func sides(_ captures: [Node.Capture]) -> [Side] {
    captures.flatMap { capture in capture.nodes.compactMap { side(nodes[$0]) } }
  }

  /// The participants of a `force` node, in the order of the text.
  func participants(_ node: Node) -> [Sourced<Participant>] {
    if node.mark == .craft { return craftParticipants([node], parent: node) }
    let crafts = outermost(.craft, in: node.children)
    if node.attribute("joint") != nil {
      return outermost(.force, in: node.children).flatMap { participants($0) }
    }
    if crafts.isEmpty {
      return services(node)
    }
    var result = craftParticipants(crafts, parent: node)
    if let all = node.attribute("all").flatMap(Int.init) {
      for index in result.indices { result[index].value.count = Count(exactly: all, text: words.string(node.range)) }
    } else if let times = node.attribute("times").flatMap(Int.init),
      let pairs = node.capture("pairs").flatMap({ numbers.count($0) }), let number = pairs.min, pairs.max == number
    {
      for index in result.indices {
        result[index].value.count = Count(exactly: number * times, text: words.string(node.range))
      }
    } else if let each = node.attribute("each").flatMap(Int.init) {
      for index in result.indices { result[index].value.count = Count(exactly: each, text: words.string(node.range)) }
    } else if node.attribute("number") != nil {
      for index in result.indices { result[index].value.count = nil }
    }
    return result
  }

  private func services(_ node: Node) -> [Sourced<Participant>] {
    var result: [Sourced<Participant>] = []
    for capture in node.captures {
      for index in capture.nodes {
        guard let side = side(nodes[index]) else { continue }
        if let last = result.lastIndex(where: { $0.value.operator == side.code }) {
          result[last].value.airForce = side.service ?? result[last].value.airForce
          continue
        }
        var found = participant(side, at: node, by: node)
        // "The army's air force": no service of a name, and yet one that flies.
        if node.capture("air") != nil, side.service == nil { found.value.class = .aircraft }
        result.append(found)
      }
    }
    return result
  }

  /// Aircraft of a list. A total that its parts take up again ("three planes, including …") is dropped where they add
  /// up to it; an operator told once holds for the types after it.
  private func craftParticipants(_ crafts: [Node], parent: Node) -> [Sourced<Participant>] {
    var result: [Sourced<Participant>] = []
    var head: Int?
    // "The regime's artillery and warplanes": told before both.
    var lastSides = parent.mark == .force ? sides(parent.captures.filter { $0.name == "operator" }) : []
    for (position, craft) in crafts.enumerated() {
      if let classes = craft.capture("classes") {
        result += classList(classes, of: craft, sides: lastSides)
        continue
      }
      let own = sides(craft.captures.filter { $0.name == "operator" || $0.name == "operator2" || $0.name == "service" })
      let service = own.compactMap(\.service).first
      var codes: [String] = []
      for side in own where !codes.contains(side.code) { codes.append(side.code) }
      if !own.isEmpty {
        lastSides = own
        head = nil
      }
      if codes.isEmpty {
        codes = lastSides.isEmpty ? [Participant.unknownOperator] : Array(Set(lastSides.map(\.code))).sorted()
      }
      let count = numbers.count(craft.capture("count"))
      let designation = craft.capture("aircraft")?.nodes.first.flatMap { candidate(nodes[$0], in: .aircraft) }
      var type: String?
      var craftClass: AircraftClass?
      if let designation {
        let row = gazetteer.aircraft[designation.index]
        type = row.name
        craftClass = AircraftClass(rawValue: row.aircraftClass)
      } else if let range = craft.capture("class")?.range {
        craftClass = words.language.aircraftClasses[words.bytes, range].flatMap(AircraftClass.init(rawValue:))
      }
      for code in codes {
        result.append(
          Sourced(
            Participant(
              operator: code, airForce: service ?? lastSides.compactMap(\.service).first, aircraft: type,
              basis: own.isEmpty && lastSides.isEmpty ? nil : .named, class: craftClass, count: count,
              text: words.string(craft.range)), craft.range, by: ruleID(craft)))
      }
      // "Three planes, including": what follows are its parts.
      if type == nil, let count, count.min != nil, position + 1 < crafts.count,
        opensParts(craft.range.upperBound..<crafts[position + 1].range.lowerBound)
      {
        head = result.count - 1
      }
      if let current = head, position + 1 == crafts.count || startsAnotherSide(crafts[position + 1]) {
        settle(&result, head: current)
        head = nil
      }
    }
    return result
  }

  /// "Attack, bomber, fighter and remotely piloted aircraft": one participant a class.
  private func classList(_ classes: Node.Capture, of craft: Node, sides: [Side]) -> [Sourced<Participant>] {
    let phrase = words.folded(classes.range)
    var found: [AircraftClass] = []
    for part in phrase.split(whereSeparator: { $0 == "," }) {
      for conjunct in split(String(part)) {
        if let known = words.language.classAdjectives[conjunct].flatMap(AircraftClass.init(rawValue:)) {
          found.append(known)
        }
      }
    }
    return found.map {
      Sourced(
        Participant(
          operator: sides.first?.code ?? Participant.unknownOperator, airForce: sides.first?.service, class: $0,
          text: words.string(craft.range)), craft.range, by: ruleID(craft))
    }
  }

  /// The words between conjunctions.
  private func split(_ phrase: String) -> [String] {
    var parts: [[Substring]] = [[]]
    for word in phrase.split(separator: " ") {
      if words.language.conjunctions[String(word)] != nil {
        parts.append([])
      } else {
        parts[parts.count - 1].append(word)
      }
    }
    return parts.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
  }

  private func startsAnotherSide(_ craft: Node) -> Bool { craft.capture("operator") != nil }

  /// Between a total and its parts stands more than a comma or "and".
  private func opensParts(_ range: Range<Int>) -> Bool {
    let between = words.folded(range).filter { $0.isLetter || $0 == ":" }
    return between == ":" || between.count > 3
  }

  private func settle(_ result: inout [Sourced<Participant>], head: Int) {
    let parts = result[(head + 1)...]
    guard !parts.isEmpty, let total = result[head].value.count?.min else { return }
    let sum = parts.reduce(0) { $0 + ($1.value.count?.min ?? 1) }
    if sum == total || parts.contains(where: { $0.value.count == nil }) { result.remove(at: head) }
  }
}
