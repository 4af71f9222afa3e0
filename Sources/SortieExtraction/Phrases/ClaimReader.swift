internal import ReportText
internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// Who says so.
extension PhraseReader {
  /// Canonical name and kind of whom a name stands for as a speaker.
  struct Speaker: Equatable {
    var name: String
    var kind: Claim.Kind?
    /// ISO code or id of the side that it speaks for.
    var side: String?

    /// The side whose forces are its own when it says "we" or "its": a monitor, an outlet or rebels have a country, but
    /// not its air force.
    var ownForces: String? {
      switch kind {
      case .official, .anonymous, nil: side.flatMap { $0.isEmpty ? nil : $0 }
      case .monitor, .agency, .outlet, .group: nil
      }
    }
  }

  /// A claim as the sentence tells it.
  struct ClaimPhrase {
    var claim: Sourced<Claim>
    var isAnaphoric: Bool
    /// Ends in a colon: what follows is all said by this claimant.
    var opens: Bool
    /// The side that tells its own action: "Turkey said it had struck".
    var ownSide: String?
    /// The day of saying, which is not the day of the action.
    var said: Int?
  }

  /// - Parameters:
  ///   - speakers: who spoke before, the last one last.
  ///   - named: bodies that were named before, whether they spoke or not.
  ///   - source: who published the text.
  func claim(
    _ node: Node, speakers: [Speaker], named: [Speaker], surnames: [String: Speaker], sides: Set<String>,
    source: Speaker?
  ) -> ClaimPhrase? {
    let stance = node.attribute("stance").flatMap(Claim.Stance.init(rawValue:)) ?? .asserts
    let anaphoric = node.attribute("anaphoric") != nil
    var speaker: Speaker?
    var via: String?
    if let surname = node.capture("surname") {
      speaker = surnames[words.folded(surname.range)]
    } else if anaphoric {
      speaker =
        node.capture("speaker").flatMap {
          taken(up: words.folded($0.range), from: speakers, named: named, sides: sides)
        } ?? (stance == .denies && source?.kind == .official ? source : nil)
    } else if let unlisted = node.capture("unlisted") {
      speaker = self.unlisted(unlisted.range)
    } else if let role = node.capture("role") {
      speaker = teller(role.range)
    } else if let capture = node.capture("claimant") {
      speaker =
        shortened(words.folded(capture.range), of: named + speakers)
        ?? capture.nodes.lazy.compactMap { self.speaker(nodes[$0]) }.first
    }
    guard var speaker else { return nil }
    // Other claimants inside the phrase: "the director of the Observatory … told AFP".
    for index in node.capture("via")?.nodes ?? [] {
      if let other = self.speaker(nodes[index]), other.name != speaker.name { via = other.name }
    }
    // "The ministry, cited by Sputnik": an outlet that is told to cite is the relay, not the claimant.
    let others = outermost(.claimant, in: node.children).compactMap { self.speaker($0) }
    if let body = others.first(where: { $0.kind == .official || $0.kind == .monitor }), isOutlet(speaker) {
      via = speaker.name
      speaker = body
    }
    // "The monitor SOHR": the name says who the monitor is.
    if speaker.name == unnamedMonitor, let named = others.first(where: { $0.kind == .monitor && $0 != speaker }) {
      speaker = named
    }
    // "The official Anadolu Agency": what stands right before an outlet's name is said of it.
    if speaker.kind == .anonymous, let outlet = outletBehindFirstName(of: node) { speaker = outlet }
    if let body = stateBody(speaker, in: node) {
      speaker = body
    } else {
      speaker.name = nation(of: speaker, in: node, via: via ?? source?.name) ?? speaker.name
    }
    let claim = Claim(
      claimant: speaker.name, via: via, stance: stance, about: node.capture("toll") == nil ? nil : .casualties,
      kind: speaker.kind, text: words.string(node.range))
    return ClaimPhrase(
      claim: Sourced(claim, node.range, by: ruleID(node)), isAnaphoric: anaphoric,
      opens: node.capture("opens") != nil,
      ownSide: node.capture("own") != nil && (speaker.kind == .official || speaker.kind == nil) ? speaker.side : nil,
      said: node.capture("said")?.nodes.first)
  }

  private func outletBehindFirstName(of node: Node) -> Speaker? {
    let names = outermost(.claimant, in: node.children)
    guard names.count > 1, names[0].range.upperBound + 1 == names[1].range.lowerBound else { return nil }
    return speaker(names[1]).flatMap { isOutlet($0) ? $0 : nil }
  }

  private var unnamedMonitor: String? { gazetteer.claimants[id: Monitors.unnamed]?.name }

  /// "Danish" before "Defence Ministry", "in Moscow" behind it: a state's body that is told with its country.
  private func stateBody(_ speaker: Speaker, in node: Node) -> Speaker? {
    guard speaker.kind == .official, speaker.side == nil, let claimant = node.capture("claimant"),
      let mention = claimant.nodes.lazy.map({ nodes[$0] }).first(where: { $0.mark == .claimant }),
      StateBodies.isBody(speaker.name, gazetteer)
    else { return nil }
    for other in descendants(node) where other.mention != nil {
      let before = mention.range.lowerBound - other.range.upperBound
      let behind = other.range.lowerBound - mention.range.upperBound
      guard (0...Self.besides).contains(before) || (0...Self.besides).contains(behind), let state = state(other) else {
        continue
      }
      let name =
        StateBodies.known(speaker.name, of: state, gazetteer)
        ?? StateBodies.adjectives(of: state, gazetteer).first.map { $0 + " " + speaker.name }
      return name.map { Speaker(name: $0, kind: .official, side: state) }
    }
    return nil
  }

  /// Bytes between a body's name and that of its country, for a possessive or a short word.
  private static let besides = 5

  /// The state that a name stands for, or in which its place lies.
  private func state(_ node: Node) -> String? {
    for candidate in node.mention?.candidates ?? [] {
      if candidate.table == .airForce, gazetteer.kind(ofAirForce: candidate.index) == "state" {
        return gazetteer.airForces[candidate.index].operatorCode
      }
      if candidate.table == .place { return gazetteer.places[candidate.index].country }
    }
    return nil
  }

  /// "An Israeli official", "a military source" that a state's own agency quotes: whose the nameless are.
  /// - Parameter via: who quotes them, or published the text.
  private func nation(of speaker: Speaker, in node: Node, via: String?) -> String? {
    guard speaker.kind == .anonymous, let claimant = node.capture("claimant"),
      let mention = claimant.nodes.lazy.map({ nodes[$0] }).first(where: { $0.mark == .claimant })
    else { return nil }
    let told = words.string(mention.range).split(separator: " ").filter {
      words.language.singularArticles[$0.lowercased()] == nil && words.language.numberWords[$0.lowercased()] == nil
    }
    guard !told.isEmpty else { return nil }
    let name = told.suffix(2).joined(separator: " ")
    if let adjective = outermost(.adjective, in: node.children).last,
      adjective.range.upperBound + 1 == mention.range.lowerBound
    {
      let whole = words.string(adjective.range) + " " + name
      return listedClaimant(whole) ?? whole
    }
    guard let via, let agency = gazetteer.claimant(named: via), agency.kind == "agency",
      let country = agency.country, gazetteer.isHome(country: country),
      let state = gazetteer.airForce(ofKind: "state", operatorCode: country),
      let adjective = state.adjectives.first, speaker.side == nil
    else { return nil }
    // Its military sources, not everybody who lives there.
    return listedClaimant(adjective + " " + name)
  }

  private func listedClaimant(_ name: String) -> String? {
    gazetteer.candidates(for: name).first { $0.table == .claimant }.map { gazetteer.claimants[$0.index].name }
  }

  /// Whom "the ministry", "the statement", "he" takes up: the last speaker whose name has the noun, else the last of a
  /// side that flies in the sentence, else the last that is no outlet; "the army" is nobody but a state's.
  private func taken(up phrase: String, from speakers: [Speaker], named: [Speaker], sides: Set<String>) -> Speaker? {
    let noun = phrase.split(separator: " ").last.map(String.init) ?? phrase
    let persons = speakers.reversed().filter { !isOutlet($0) }
    if noun.count > 3, let named = persons.first(where: { $0.name.lowercased().contains(noun) }) { return named }
    let body = phrase.split(separator: " ", maxSplits: 1).last.flatMap { words.language.bodiesOfState[String($0)] }
    let heard = body == nil ? persons : persons.filter { $0.kind == .official }
    if let side = heard.first(where: { $0.side.map(sides.contains) ?? false }) { return side }
    if let body { return heard.first ?? Speaker(name: body, kind: .official, side: nil) }
    if let last = persons.first ?? speakers.last { return last }
    return phrase.contains(" ") ? named.last : nil
  }

  /// "The Suwayda 24 network": a claimant that no table holds, by what its name ends in.
  private func unlisted(_ range: Range<Int>) -> Speaker? {
    let noun = words.folded(range).split(separator: " ").last.map(String.init) ?? ""
    guard let kind = words.language.claimantNouns[noun].flatMap({ Claim.Kind(rawValue: $0) }) else { return nil }
    return Speaker(name: words.string(range), kind: kind, side: nil)
  }

  /// "The mayor of Qarbut", "an ambulance driver": somebody who is told by what they are.
  private func teller(_ range: Range<Int>) -> Speaker {
    let told = words.folded(range)
    let parts = told.split(separator: " ")
    for start in parts.indices {
      for length in (1...3).reversed() where start + length <= parts.count {
        let role = parts[start..<start + length].joined(separator: " ")
        guard let kind = words.language.claimantRoles[role].flatMap({ Claim.Kind(rawValue: $0) }) else { continue }
        return Speaker(name: listedClaimant(told) ?? words.string(range), kind: kind, side: nil)
      }
    }
    return Speaker(name: listedClaimant(told) ?? words.string(range), kind: .anonymous, side: nil)
  }

  /// "The Coalition" after "the Syrian Coalition": the last word of a name told in full before.
  private func shortened(_ phrase: String, of speakers: [Speaker]) -> Speaker? {
    let parts = phrase.split(separator: " ").map { $0.split(whereSeparator: { $0 == "'" || $0 == "’" }).first ?? $0 }
    // An article is all that may stand before it.
    guard let noun = parts.last, noun.count > 4, parts.dropLast().allSatisfy({ $0.count <= 3 }) else { return nil }
    return speakers.last { $0.name.lowercased().hasSuffix(" " + noun) }
  }

  func isOutlet(_ speaker: Speaker) -> Bool { speaker.kind == .agency || speaker.kind == .outlet }

  func speaker(_ node: Node) -> Speaker? {
    guard let mention = node.mention else {
      for index in node.children {
        if let speaker = speaker(nodes[index]) { return speaker }
      }
      return nil
    }
    for candidate in mention.candidates where candidate.table == .airForce {
      if let coalition = takenUp(candidate) {
        return speaker(named: coalition.name)
          ?? Speaker(name: coalition.name, kind: .official, side: coalition.operatorCode)
      }
    }
    for candidate in mention.candidates where candidate.table == .claimant {
      let row = gazetteer.claimants[candidate.index]
      if row.kind == StateBodies.kind { return Speaker(name: row.name, kind: .official, side: nil) }
      if let other = spokesmen(of: row.country, node) { return other }
      return Speaker(name: row.name, kind: Claim.Kind(rawValue: row.kind), side: row.country)
    }
    for candidate in mention.candidates where candidate.table == .airForce {
      let row = gazetteer.airForces[candidate.index]
      guard candidate.aspect != .adjective, candidate.aspect != .cue else { continue }
      return Speaker(name: row.name, kind: .official, side: row.operatorCode)
    }
    for candidate in mention.candidates where candidate.table == .group {
      let row = gazetteer.groups[candidate.index]
      // "Rebels", "extremists" are words, not speakers.
      guard row.kind != "civilians", words.text.bytes[node.range.lowerBound] & 0x20 == 0 else { return nil }
      return Speaker(
        name: words.string(node.range), kind: row.kind == "state-forces" ? .official : .group, side: row.country)
    }
    return nil
  }

  /// "The coalition spokesman" is that of the coalition named before.
  private func spokesmen(of side: String?, _ node: Node) -> Speaker? {
    guard let side, let coalition, side != coalition, side.count > 2,
      let first = words.folded(node.range).split(separator: " ").first
    else { return nil }
    return gazetteer.candidates(for: String(first)).lazy.filter { $0.table == .airForce }
      .compactMap { takenUp($0) }.first.map {
        speaker(named: $0.name) ?? Speaker(name: $0.name, kind: .official, side: $0.operatorCode)
      }
  }

  /// The official body that a document's source names.
  func speaker(named source: String) -> Speaker? {
    for candidate in gazetteer.candidates(for: source) where candidate.table == .claimant {
      let row = gazetteer.claimants[candidate.index]
      return Speaker(name: row.name, kind: Claim.Kind(rawValue: row.kind), side: row.country)
    }
    return nil
  }
}
