internal import PCRE2
internal import ReportText
internal import SortieGazetteer
internal import SortiePatterns

/// Runs the patterns of all stages over one sentence after the other, in the manner of FASTUS: each stage puts marks in
/// the place of what it recognised, and the next reads them.
struct Cascade: Sendable {
  let library: PatternLibrary
  private let stages: [[Step]]

  /// A pattern with what is needed to run it.
  private struct Step: Sendable {
    let pattern: Pattern
    let makes: Mark
    /// Marks that a sentence must hold for the pattern to match, by their raw value.
    let required: UInt64
    let gate: LiteralGate

    /// Whether the pattern may match at all.
    func isPossible(_ runs: borrowing TextRuns, marks: UInt64) -> Bool {
      marks & required == required && gate.allows(runs, marks: marks)
    }
  }

  init(library: PatternLibrary) {
    self.library = library
    stages = CascadeStages.all.filter { !CascadeStages.outside.contains($0) }.map { stage in
      library.patterns(ofStage: stage).compactMap { pattern in
        guard let name = pattern.makes, let mark = Mark.byName[name] else { return nil }
        var required: UInt64 = 0
        for name in pattern.requiredMarks {
          if let mark = Mark.byName[name], mark != .group { required |= 1 << UInt64(mark.rawValue) }
        }
        return Step(
          pattern: pattern, makes: mark, required: required,
          gate: LiteralGate(needs: pattern.literalNeeds, firstMark: Mark.base))
      }
    }
  }

  /// Every pattern with the marks that it asks for, by their raw value.
  var asked: [(pattern: Pattern, makes: Mark, required: UInt64)] {
    stages.joined().map { ($0.pattern, $0.makes, $0.required) }
  }

  /// One sentence as the cascade leaves it.
  struct Reading {
    /// UTF-8 bytes in the text as read.
    let range: Range<Int>
    var sentence: MarkedSentence
    /// All nodes made on the way; those still marked are the top of it.
    var nodes: [Node]
    /// Patterns that reached their match limit, which is noted and never taken for "no match".
    var exhausted: [String]

    /// Indices of the nodes that no other took up, in the order of the text.
    var top: [Int] { sentence.nodes(in: 0..<sentence.bytes.count) }
  }

  /// Reads a sentence.
  /// - Parameters:
  ///   - accepts: the last word on a match, for what a regex cannot know.
  func read(
    text: [UInt8], range: Range<Int>, names: [(mark: Mark, mention: Mention)], workspace: inout Workspace,
    accepts: (Node, [Node]) -> Bool
  ) -> Reading {
    var nodes: [Node] = []
    var marks: [(node: Int, mark: Mark, range: Range<Int>)] = []
    for (mark, mention) in names {
      marks.append((nodes.count, mark, mention.range))
      nodes.append(Node(mark: mark, range: mention.range, mention: mention))
    }
    var reading = Reading(
      range: range, sentence: MarkedSentence(text: text, range: range, marks: marks), nodes: nodes, exhausted: [])
    // Marks only take words away, so what the sentence lacks at first it lacks to the end.
    var runs = TextRuns()
    runs.read(text, range)
    if reading.sentence.hasHalvedWord { runs.open() }
    for stage in stages {
      for step in stage where step.isPossible(runs, marks: reading.sentence.present) {
        do {
          var rest = step.pattern.attributes["repeat"] == nil ? 1 : Self.mostRepeats
          while rest > 0, try run(step, on: &reading, runs: &runs, workspace: &workspace, accepts: accepts) {
            rest -= 1
          }
        } catch {
          reading.exhausted.append(step.pattern.id)
        }
      }
    }
    return reading
  }

  /// How often a pattern that builds on its own matches is run over a sentence.
  private static let mostRepeats = 8

  /// Whether the pattern matched.
  private func run(
    _ step: Step, on reading: inout Reading, runs: inout TextRuns, workspace: inout Workspace,
    accepts: (Node, [Node]) -> Bool
  ) throws(PatternError) -> Bool {
    let compiled = try workspace.compiled(step.pattern)
    var replacements: [(range: Range<Int>, node: Int, mark: Mark)] = []
    var position = 0
    let count = reading.sentence.bytes.count
    while position < count,
      let match = try workspace.firstMatch(of: compiled, in: reading.sentence.bytes, from: position)
    {
      guard !match.isEmpty else {
        position = next(after: match.upperBound, in: reading.sentence.bytes)
        continue
      }
      var captures: [Node.Capture] = []
      for (name, number) in compiled.groupNames {
        guard let range = workspace.scratch.range(ofGroup: number) else { continue }
        captures.append(
          Node.Capture(
            name: name, range: reading.sentence.source(range, nodes: reading.nodes),
            nodes: reading.sentence.nodes(in: range)))
      }
      let trimmed = trim(match, in: reading.sentence.bytes)
      let node = Node(
        mark: step.makes, range: reading.sentence.source(trimmed, nodes: reading.nodes), pattern: step.pattern,
        captures: captures, children: reading.sentence.nodes(in: trimmed))
      if accepts(node, reading.nodes) {
        replacements.append((trimmed, reading.nodes.count, step.makes))
        reading.nodes.append(node)
        position = match.upperBound
      } else {
        position = next(after: match.lowerBound, in: reading.sentence.bytes)
      }
    }
    if replacements.isEmpty { return false }
    // Behind a mark that ends within a word the rest of it begins one.
    for replacement in replacements where reading.sentence.wordGoesOn(at: replacement.range.upperBound) { runs.open() }
    reading.sentence.replace(replacements)
    return true
  }

  /// White space at the ends of a match stays text, so that patterns after it find their blanks.
  private func trim(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end - 1, bytes[start] == 0x20 || bytes[start] == 0x0A { start += 1 }
    while end > start + 1, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0A { end -= 1 }
    return start..<end
  }

  private func next(after position: Int, in bytes: [UInt8]) -> Int {
    var next = position + 1
    while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }
}
