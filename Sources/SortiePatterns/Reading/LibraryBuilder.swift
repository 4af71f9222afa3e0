internal import PCRE2
internal import ReportText

/// Ties the stanzas of all files together and checks what only shows between them.
struct LibraryBuilder {
  private let marks: [String: String]
  private let stages: [String]
  private var parts: [PartStanza] = []
  private var lexicons: [LexiconStanza] = []
  private var patterns: [PatternStanza] = []
  private var errors: [DataFileError] = []
  /// Where each part or lexicon, and each id, was defined first.
  private var definedParts: [String: PatternPosition] = [:]
  private var definedIDs: [String: PatternPosition] = [:]

  init(marks: [String: String], stages: [String]) {
    self.marks = marks
    self.stages = stages
  }

  mutating func add(_ file: PatternFile) {
    let reader = StanzaReader(file)
    errors += reader.errors
    for stanza in reader.stanzas {
      switch stanza {
      case .part(let part):
        if define(part.name, at: part.position) { parts.append(part) }
      case .lexicon(let lexicon):
        if define(lexicon.name, at: lexicon.position) { lexicons.append(lexicon) }
      case .pattern(let pattern):
        if let first = definedIDs.updateValue(pattern.position, forKey: pattern.id) {
          definedIDs[pattern.id] = first
          report(.duplicate(pattern.id, first: first), at: pattern.position)
        } else {
          patterns.append(pattern)
        }
      }
    }
  }

  func build() throws(DataFileErrors) -> PatternLibrary {
    var errors = errors
    var expander = Expander(parts: parts, lexicons: lexicons, marks: marks)
    let brokenParts = checkParts(&expander, &errors)
    var built: [Pattern] = []
    for pattern in patterns {
      errors += checkNames(of: pattern)
      guard let expanded = expander.expand(pattern.regex) else { continue }
      let (groups, error) = Self.compile(expanded, user: pattern.id)
      if let error {
        if expanded.parts.isDisjoint(with: brokenParts) { errors.append(error) }
        continue
      }
      for (name, position) in pattern.givenNames where !groups.contains(name) {
        errors.append(DataFileError(at: position, .unknownGroup(name, known: groups)))
      }
      built.append(Self.pattern(pattern, number: built.count, expanded, groups))
    }
    errors += expander.errors
    guard errors.isEmpty else {
      throw DataFileErrors(errors.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) })
    }
    let tables = Dictionary(lexicons.map { ($0.name, $0.lexicon) }) { first, _ in first }
    return PatternLibrary(patterns: built, lexicons: tables, stages: stages, marks: marks)
  }

  /// Each part must be a regex by itself. A broken one is told of once, where it stands, and not again for every part
  /// and pattern that has it inside.
  private func checkParts(_ expander: inout Expander, _ errors: inout [DataFileError]) -> Set<String> {
    var broken: [(name: String, inside: Set<String>, error: DataFileError)] = []
    for part in parts {
      guard let expanded = expander.expand(part: part.name) else { continue }
      if let error = Self.compile(expanded, user: nil).error { broken.append((part.name, expanded.parts, error)) }
    }
    let names = Set(broken.map(\.name))
    errors += broken.filter { $0.inside.isDisjoint(with: names) }.map(\.error)
    return names
  }

  private mutating func define(_ name: String, at position: PatternPosition) -> Bool {
    if marks[name] != nil {
      report(.nameOfMark(name), at: position)
      return false
    }
    if let first = definedParts[name] {
      report(.duplicate(name, first: first), at: position)
      return false
    }
    definedParts[name] = position
    return true
  }

  private mutating func report(_ problem: PatternProblem, at position: PatternPosition) {
    errors.append(DataFileError(at: position, problem))
  }

  private func checkNames(of pattern: PatternStanza) -> [DataFileError] {
    var errors: [DataFileError] = []
    if !stages.contains(pattern.stage) {
      errors.append(DataFileError(at: pattern.stagePosition, .unknownStage(pattern.stage, known: stages)))
    }
    if let makes = pattern.makes, marks[makes] == nil {
      errors.append(DataFileError(at: pattern.makesPosition, .unknownMark(makes, known: marks.keys.sorted())))
    }
    return errors
  }

  /// The names of the groups, each once; or what PCRE2 has against the regex.
  private static func compile(_ regex: ExpandedRegex, user: String?) -> (groups: [String], error: DataFileError?) {
    do {
      let compiled = try CompiledPattern(regex.text, options: Pattern.options, useJIT: false)
      var groups: [String] = []
      for (name, _) in compiled.groupNames where !groups.contains(name) { groups.append(name) }
      return (groups, nil)
    } catch {
      // PCRE2 stops behind what it refuses, but before a closing parenthesis too many.
      let isBefore = error.offset < regex.bytes.count && regex.bytes[error.offset] == UInt8(ascii: ")")
      let position =
        regex.position(of: isBefore ? error.offset : max(error.offset - 1, 0))
        ?? PatternPosition(file: "", line: 1, column: 1)
      return ([], DataFileError(at: position, .badRegex(error.message, user: user)))
    }
  }

  private static func searchRegex(_ regex: ExpandedRegex) -> String {
    AlternationFactoring.factored(regex.bytes).map { String(decoding: $0, as: UTF8.self) } ?? regex.text
  }

  private static func pattern(
    _ stanza: PatternStanza, number: Int, _ regex: ExpandedRegex, _ groups: [String]
  ) -> Pattern {
    Pattern(
      number: number, id: stanza.id, stage: stanza.stage, makes: stanza.makes, attributes: stanza.attributes,
      when: stanza.when, priority: stanza.priority, line: stanza.position.line, groups: groups,
      requiredMarks: regex.requiredMarks.sorted(),
      stored: Pattern.Stored(
        about: StoredText(stanza.about), file: StoredText(stanza.position.file),
        expandedRegex: StoredText(regex.text), searchRegex: StoredText(searchRegex(regex)),
        literalNeeds: StoredText(LiteralNeeds.text(of: regex.bytes)),
        matchStarts: StoredText(MatchStarts.text(of: regex.bytes))),
      examples: stanza.examples)
  }
}
