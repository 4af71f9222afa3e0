internal import ReportText
internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// "The Defence Ministry" is that of the state that the text speaks of: ministries and staffs without their country.
struct StateBodies {
  /// Kind of the claimants' rows that stand for a body that every state has.
  static let kind = "state-body"

  let gazetteer: Gazetteer
  /// Names of such bodies that no row holds: "army".
  let words: Lexicon
  /// Official bodies that the text names, in the order of the text.
  let named: [PhraseReader.Speaker]
  /// Whose capital or town opens a line of this text may tell whose body it is.
  let text: ReportText
  /// Whose side the text's source takes.
  let source: String?

  /// Gives the bodies among the claimants their country: the one that the text names itself, that of the dateline, of the
  /// only state that flies, of the source; a body that remains is kept as it is told.
  /// - Parameter isLast: the drafts have all that they will have, so that the source may decide.
  func name(_ drafts: inout [Draft], isLast: Bool) {
    guard drafts.contains(where: { $0.claims.contains { isBody($0.value.claimant) } }) else { return }
    let dateline = Self.dateline(of: text, gazetteer: gazetteer)
    var found: [String: Set<String>] = [:]
    for index in drafts.indices {
      let fliers = drafts[index].operators
      rename(&drafts[index]) { body in
        let name = name(of: body, dateline: dateline, fliers: fliers, isLast: isLast)
        if let name { found[body, default: []].insert(name) }
        return name
      }
    }
    // What an action does not tell, the others of the text may.
    for index in drafts.indices {
      rename(&drafts[index]) { found[$0].flatMap { $0.count == 1 ? $0.first : nil } }
    }
  }

  private func rename(_ draft: inout Draft, by name: (String) -> String?) {
    var isRenamed = false
    for position in draft.claims.indices {
      let claimant = draft.claims[position].value.claimant
      guard isBody(claimant), let name = name(claimant) else { continue }
      draft.claims[position].value.claimant = name
      isRenamed = true
    }
    if isRenamed { draft.claims = once(draft.claims) }
  }

  private func isBody(_ name: String) -> Bool {
    words.entries.contains { $0.value == name } || Self.isBody(name, gazetteer)
  }

  static func isBody(_ name: String, _ gazetteer: Gazetteer) -> Bool {
    gazetteer.claimant(named: name)?.kind == kind
  }

  private func name(of body: String, dateline: String?, fliers: Names, isLast: Bool) -> String? {
    let told = named.filter { speaker in
      speaker.side.flatMap { Self.known(body, of: $0, gazetteer) } == speaker.name
    }
    if Set(told.map(\.name)).count == 1 { return told[0].name }
    if let dateline, let name = Self.known(body, of: dateline, gazetteer) { return name }
    if fliers.count == 1, let flier = fliers.first, let name = Self.known(body, of: flier, gazetteer) { return name }
    if isLast, let source, let name = Self.known(body, of: source, gazetteer) { return name }
    return nil
  }

  /// A claim of a claimant once, the first one; what it denies of the same action is a claim of its own.
  private func once(_ claims: [Sourced<Claim>]) -> [Sourced<Claim>] {
    var result: [Sourced<Claim>] = []
    for claim in claims
    where !result.contains(where: {
      $0.value.claimant == claim.value.claimant && $0.value.stance == claim.value.stance
        && $0.value.about == claim.value.about
    }) {
      result.append(claim)
    }
    return result
  }

  /// Name of a state's own body, where the gazetteer knows it: "Russian Ministry of Defence" for the Defence Ministry.
  static func known(_ body: String, of state: String, _ gazetteer: Gazetteer) -> String? {
    for adjective in adjectives(of: state, gazetteer) {
      for candidate in gazetteer.candidates(for: adjective + " " + body) where candidate.table == .claimant {
        let row = gazetteer.claimants[candidate.index]
        if row.country == state { return row.name }
      }
    }
    return nil
  }

  static func adjectives(of state: String, _ gazetteer: Gazetteer) -> [String] {
    gazetteer.airForce(ofKind: "state", operatorCode: state)?.adjectives ?? []
  }

  /// The state whose capital or town opens one of the first paragraphs: "MOSCOW, Jan 27 – …", "ANKARA (AA) – …".
  static func dateline(of text: ReportText, gazetteer: Gazetteer) -> String? {
    var paragraph = -1
    for sentence in text.sentences {
      if sentence.range.lowerBound > reach { break }
      guard sentence.paragraph != paragraph else { continue }
      paragraph = sentence.paragraph
      let line = text.bytes[sentence.range.lowerBound..<min(sentence.range.upperBound, sentence.range.lowerBound + 40)]
      guard let end = line.firstIndex(where: { !isLetter($0) && $0 != 0x20 }), endsCity(line[end]) else { continue }
      let city = String(decoding: line[..<end], as: UTF8.self)
      let candidates = gazetteer.candidates(for: city)
      for candidate in candidates where candidate.table == .airForce && candidate.aspect == .metonym {
        let row = gazetteer.airForces[candidate.index]
        if row.kind == "state" { return row.operatorCode }
      }
      if let place = candidates.first(where: { $0.table == .place }) { return gazetteer.places[place.index].country }
    }
    return nil
  }

  /// Datelines stand within these first bytes.
  private static let reach = 500

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// A comma, bracket, hyphen, dash (the first byte of one) or the day's number behind a city.
  private static func endsCity(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "-") || byte == 0xE2
  }
}
