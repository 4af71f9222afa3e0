internal import PCRE2
internal import ReportText
public import SortieGazetteer
public import SortiePatterns

/// An example of a pattern that does not hold.
public struct ExampleProblem: Hashable, Sendable, CustomStringConvertible {
  /// Where the example stands.
  public let position: PatternPosition
  public let patternID: String
  /// What was found instead.
  public let message: String

  public var file: String { position.file }
  /// Counted from 1.
  public var line: Int { position.line }
  /// Counted from 1, in UTF-8 bytes.
  public var column: Int { position.column }

  /// `file:line:column: error: …`
  public var description: String { "\(position): error: example of '\(patternID)': \(message)" }
}

/// Holds the patterns to their own examples: each is read as a text of its own, names and all stages included.
///
/// Only a library that was read from its sources has examples; its compiled form has none.
public struct ExampleCheck: Sendable {
  /// The stages whose patterns see a text as it stands, without marks.
  private static let plainStages: Set<String> = CascadeStages.outside

  private let gazetteer: Gazetteer
  private let language: Language
  private let cascade: Cascade

  /// - Throws: `MissingLexicon` where the patterns lack a word table that reading needs.
  public init(library: PatternLibrary, gazetteer: Gazetteer) throws(MissingLexicon) {
    self.gazetteer = gazetteer
    language = try Language(library)
    cascade = Cascade(library: library)
  }

  /// All examples that do not hold, in the order of the patterns.
  /// - Throws: `MissingLexicon` where the patterns lack a word table that reading needs.
  public static func run(library: PatternLibrary, gazetteer: Gazetteer) throws(MissingLexicon) -> [ExampleProblem] {
    let check = try ExampleCheck(library: library, gazetteer: gazetteer)
    return library.patterns.flatMap { check.problems(of: $0) }
  }

  /// The examples of one pattern that do not hold, those to be matched first.
  public func problems(of pattern: Pattern) -> [ExampleProblem] {
    pattern.examples.match.compactMap { problem(matching: $0, of: pattern) }
      + pattern.examples.reject.compactMap { problem(rejecting: $0, of: pattern) }
  }

  /// What is wrong with an example that the pattern must match; nil where it holds.
  ///
  /// It holds when one match of the pattern has all the words of `gives` in the groups of their names.
  public func problem(matching example: PatternExample, of pattern: Pattern) -> ExampleProblem? {
    let found = read(example.text, with: pattern)
    if found.matches.contains(where: { Self.lacking(example.gives, in: $0) == nil }) { return nil }
    let lacking = found.matches.compactMap { Self.lacking(example.gives, in: $0) }
    return problem(example, pattern, lacking.first ?? "it is not found; the text reads \(found.outline)", found)
  }

  /// What is wrong with an example that the pattern must not match; nil where it holds.
  public func problem(rejecting example: PatternExample, of pattern: Pattern) -> ExampleProblem? {
    let found = read(example.text, with: pattern)
    guard let match = found.matches.first else {
      return found.exhausted.contains(pattern.id) ? problem(example, pattern, "nothing is known of it", found) : nil
    }
    return problem(example, pattern, "it is found in “\(match.text)”, which it must not be", found)
  }

  private func problem(
    _ example: PatternExample, _ pattern: Pattern, _ message: String, _ found: Found
  ) -> ExampleProblem {
    let note = found.exhausted.isEmpty ? "" : " (\(found.exhausted.joined(separator: ", ")) gave up at the match limit)"
    return ExampleProblem(position: example.position, patternID: pattern.id, message: message + note)
  }

  // MARK: Reading

  /// A match of the pattern in question.
  private struct Match {
    let text: String
    /// A name stands more than once where several groups of it took part.
    let groups: [(name: String, text: String)]
  }

  private struct Found {
    var matches: [Match] = []
    /// What the whole text was read as, in words.
    var outline = "as nothing at all"
    var exhausted: [String] = []
  }

  private func read(_ text: String, with pattern: Pattern) -> Found {
    let words = Words(text: ReportText(text, rules: language.sentenceRules), language: language)
    return Self.plainStages.contains(pattern.stage)
      ? searchPlain(words, pattern) : searchRead(words, pattern)
  }

  /// As sentences, in which earlier stages have put their marks.
  private func searchRead(_ words: Words, _ pattern: Pattern) -> Found {
    let reader = SentenceReader(cascade: cascade, gazetteer: gazetteer, words: words)
    var workspace = Workspace()
    var found = Found()
    var outline: [String] = []
    for sentence in words.text.sentences {
      let reading = reader.read(sentence.range, workspace: &workspace)
      found.exhausted += reading.exhausted
      for node in reading.nodes where node.pattern === pattern {
        let groups = node.captures.map { (name: $0.name, text: Self.trimmed(words.string($0.range))) }
        found.matches.append(Match(text: words.string(node.range), groups: groups))
      }
      let phrases = PhraseReader(words: words, gazetteer: gazetteer, nodes: reading.nodes)
      for index in reading.top {
        let node = reading.nodes[index]
        outline.append("\(node.mark.name) “\(words.string(node.range))” by \(phrases.ruleID(node))")
      }
    }
    if !outline.isEmpty { found.outline = "as " + outline.joined(separator: ", ") }
    return found
  }

  /// As `Furniture` does, on the text as it stands.
  private func searchPlain(_ words: Words, _ pattern: Pattern) -> Found {
    var found = Found()
    var scratch = MatchScratch()
    do {
      let compiled = try pattern.compiled()
      try scratch.forEachMatch(of: compiled, in: words.text.bytes) { range, scratch in
        let groups = compiled.groupNames.compactMap { name, number in
          scratch.range(ofGroup: number).map { (name: name, text: Self.trimmed(words.string($0))) }
        }
        found.matches.append(Match(text: words.string(range), groups: groups))
        return true
      }
    } catch {
      found.exhausted.append(pattern.id)
    }
    return found
  }

  /// The first words that a match lacks; nil where it has them all.
  private static func lacking(_ gives: [String: String], in match: Match) -> String? {
    for (name, wanted) in gives.sorted(by: { $0.key < $1.key }) {
      let held = match.groups.filter { $0.name == name }.map { "“\($0.text)”" }
      if held.contains("“\(trimmed(wanted))”") { continue }
      let instead = held.isEmpty ? "nothing" : held.joined(separator: " and ")
      return "'\(name)' holds \(instead), not “\(wanted)”, in “\(match.text)”"
    }
    return nil
  }

  private static func trimmed(_ text: String) -> String {
    let space = text.unicodeScalars.prefix { $0.properties.isWhitespace }
    var rest = text.unicodeScalars.dropFirst(space.count)
    while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
