internal import ReportText
internal import Yams

/// The keys of one stanza, taken out one by one; what is wrong with them is collected.
struct StanzaFields {
  private let mapping: [String: Node]
  private let text: SourceText
  private let position: PatternPosition
  /// The key that tells what the stanza defines; nil when there is none, or more than one.
  let kind: String?
  private(set) var errors: [DataFileError] = []

  private static let known: [String: [String]] = [
    "part": ["part", "about", "regex"],
    "lexicon": ["lexicon", "about", "entries"],
    "id": ["id", "about", "stage", "makes", "set", "when", "priority", "regex", "match", "reject"],
  ]

  init(_ mapping: Node.Mapping, text: SourceText) {
    // Yams compares whole nodes to find a key, which is slow.
    let values = Dictionary(mapping.map { ($0.key.scalar?.string ?? "", $0.value) }) { first, _ in first }
    self.mapping = values
    self.text = text
    position = text.position(mapping.first?.key.mark ?? mapping.mark)
    let kinds = Self.known.keys.filter { values[$0] != nil }
    kind = kinds.count == 1 ? kinds[0] : nil
    guard let kind, let known = Self.known[kind] else {
      report(.notAStanza, at: position)
      return
    }
    for (key, _) in mapping where !known.contains(key.scalar?.string ?? "") {
      report(.unknownKey(key.scalar?.string ?? "?", known: known), at: text.position(key.mark))
    }
  }

  // MARK: Stanzas

  mutating func part() -> PartStanza? {
    let name = name(of: "part", dots: false)
    _ = string("about")
    guard let regex = regex(), let name else { return nil }
    return PartStanza(name: name, position: position, regex: regex)
  }

  mutating func lexicon() -> LexiconStanza? {
    let name = name(of: "lexicon", dots: false)
    _ = string("about")
    let pairs = pairs("entries", required: true)
    var lexicon = Lexicon()
    for (key, keyPosition, value) in pairs where !lexicon.add(key, value) {
      report(.sameWords(key), at: keyPosition)
    }
    guard let name, !pairs.isEmpty else { return nil }
    return LexiconStanza(name: name, position: position, lexicon: lexicon)
  }

  mutating func pattern() -> PatternStanza? {
    let id = name(of: "id", dots: true)
    let about = string("about")
    let stage = string("stage")
    let makes = mapping["makes"] == nil ? nil : string("makes")
    let attributes = pairs("set", required: false)
    let when = strings("when").map(\.text)
    let priority = integer("priority")
    let match = matchExamples()
    let reject = strings("reject")
    if mapping["match"] == nil { report(.noMatchExample, at: position) }
    if mapping["reject"].map({ $0.sequence?.isEmpty == true }) ?? true { report(.noRejectExample, at: place("reject")) }
    guard let regex = regex(), let id, let about, let stage else { return nil }
    return PatternStanza(
      id: id, position: position, about: about, stage: stage, stagePosition: place("stage"), makes: makes,
      makesPosition: place("makes"),
      attributes: Dictionary(attributes.map { ($0.key, $0.value) }) { first, _ in first },
      when: when, priority: priority, regex: regex,
      examples: PatternExamples(
        match: match.examples,
        reject: reject.map { PatternExample(text: $0.text, gives: [:], position: $0.position) }),
      givenNames: match.names)
  }

  // MARK: Fields

  private mutating func report(_ problem: PatternProblem, at position: PatternPosition) {
    errors.append(DataFileError(at: position, problem))
  }

  /// Where the value of a key stands; where the stanza does, when there is no such key.
  private func place(_ key: String) -> PatternPosition {
    mapping[key]?.mark.map { text.position($0) } ?? position
  }

  private mutating func scalar(_ key: String) -> Node.Scalar? {
    guard let node = mapping[key] else {
      report(.missingKey(key), at: position)
      return nil
    }
    guard case .scalar(let scalar) = node, scalar.string.utf8.contains(where: { $0 > UInt8(ascii: " ") }) else {
      report(.wrongShape(key: key, wanted: "a text that is not empty"), at: place(key))
      return nil
    }
    return scalar
  }

  private mutating func string(_ key: String) -> String? { scalar(key)?.string }

  private mutating func regex() -> RegexSource? { scalar("regex").map { text.regex($0) } }

  private mutating func name(of key: String, dots: Bool) -> String? {
    guard let name = string(key) else { return nil }
    let isName = name.utf8.allSatisfy { Tokenizer.isNameByte($0) || dots && $0 == UInt8(ascii: ".") }
    guard isName else {
      report(.badName(name), at: place(key))
      return nil
    }
    return name
  }

  private mutating func integer(_ key: String) -> Int {
    guard let node = mapping[key] else { return 0 }
    guard let value = node.scalar.flatMap({ Int($0.string) }) else {
      report(.wrongShape(key: key, wanted: "a whole number"), at: place(key))
      return 0
    }
    return value
  }

  private mutating func strings(_ key: String) -> [(text: String, position: PatternPosition)] {
    guard let node = mapping[key] else { return [] }
    guard case .sequence(let sequence) = node else {
      report(.wrongShape(key: key, wanted: "a list of texts"), at: place(key))
      return []
    }
    var found: [(text: String, position: PatternPosition)] = []
    for item in sequence {
      guard let scalar = item.scalar, !scalar.string.isEmpty else {
        report(
          .wrongShape(key: key, wanted: "a list of texts (quote a text that holds ': ')"), at: text.position(item.mark))
        continue
      }
      found.append((scalar.string, text.position(item.mark)))
    }
    return found
  }

  private mutating func pairs(
    _ key: String, required: Bool
  ) -> [(key: String, position: PatternPosition, value: String)] {
    guard let node = mapping[key] else {
      if required { report(.missingKey(key), at: position) }
      return []
    }
    return pairs(in: node, of: key)
  }

  private mutating func pairs(
    in node: Node, of key: String
  ) -> [(key: String, position: PatternPosition, value: String)] {
    guard case .mapping(let inner) = node, !inner.isEmpty else {
      report(.wrongShape(key: key, wanted: "a table of names and texts"), at: text.position(node.mark))
      return []
    }
    var found: [(key: String, position: PatternPosition, value: String)] = []
    for (name, value) in inner {
      guard let name = name.scalar, let value = value.scalar, !name.string.isEmpty else {
        report(.wrongShape(key: key, wanted: "a table of names and texts"), at: text.position(name.mark))
        continue
      }
      found.append((name.string, text.position(name.mark), value.string))
    }
    return found
  }

  /// `- text: …` with `gives`, or just the text.
  private mutating func matchExamples()
    -> (examples: [PatternExample], names: [(name: String, position: PatternPosition)])
  {
    var examples: [PatternExample] = []
    var names: [(name: String, position: PatternPosition)] = []
    guard let node = mapping["match"] else { return (examples, names) }
    guard case .sequence(let sequence) = node, !sequence.isEmpty else {
      report(.wrongShape(key: "match", wanted: "a list of examples"), at: place("match"))
      return (examples, names)
    }
    for item in sequence {
      let itemPosition = text.position(item.mark)
      if let scalar = item.scalar, !scalar.string.isEmpty {
        examples.append(PatternExample(text: scalar.string, gives: [:], position: itemPosition))
        continue
      }
      guard case .mapping(let inner) = item, let example = inner["text"]?.scalar?.string, !example.isEmpty else {
        report(.wrongShape(key: "match", wanted: "a list of 'text' with 'gives'"), at: itemPosition)
        continue
      }
      for (key, _) in inner where !["text", "gives"].contains(key.scalar?.string ?? "") {
        report(.unknownKey(key.scalar?.string ?? "?", known: ["text", "gives"]), at: text.position(key.mark))
      }
      let given = inner["gives"].map { pairs(in: $0, of: "gives") } ?? []
      names += given.map { ($0.key, $0.position) }
      examples.append(
        PatternExample(
          text: example, gives: Dictionary(given.map { ($0.key, $0.value) }) { first, _ in first },
          position: itemPosition))
    }
    return (examples, names)
  }
}
