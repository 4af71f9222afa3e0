internal import PCRE2
internal import ReportText
internal import SortieGazetteer
internal import SortiePatterns
internal import TextScan

/// Runs the patterns of all stages over one sentence after the other, in the manner of FASTUS: each stage puts marks in
/// the place of what it recognised, and the next reads them.
final class Cascade: Sendable {
  let library: PatternLibrary
  /// In the order in which they run.
  private let steps: [Step]
  /// Of each step the marks that a sentence must hold for its pattern to match, by their raw value.
  private let required: [UInt64]
  /// Knows the steps by their numbers.
  private let starts: PatternStarts
  private let gates: LiteralGates
  /// The steps of which it is not known how matches begin, as bits.
  private let unknownStarts: [UInt64]
  /// The steps that may match where nothing in the text as it was first tells of it, as bits.
  private let lateStarts: [UInt64]
  /// The numbers of furniture patterns among the starts, by their numbers in the library.
  private let furniture: [Int: Int]

  /// A pattern with what is needed to run it.
  private final class Step: Sendable {
    let number: Int
    let pattern: Pattern
    let makes: Mark
    /// Of each kind of mark that it asks for alone, those of which it needs one.
    let markClauses: [UInt64]
    /// Whether matches begin only where `PatternStarts` says.
    let hasStarts: Bool
    let mostMatches: Int

    init(_ pattern: Pattern, makes: Mark, number: Int, hasStarts: Bool, gate: LiteralGate) {
      self.number = number
      self.pattern = pattern
      self.makes = makes
      self.hasStarts = hasStarts
      markClauses = gate.markClauses
      mostMatches = pattern.attributes["repeat"] == nil ? 1 : Cascade.mostRepeats
    }
  }

  init(library: PatternLibrary) {
    self.library = library
    var run: [(pattern: Pattern, makes: Mark)] = []
    for stage in CascadeStages.all where !CascadeStages.outside.contains(stage) {
      for pattern in library.patterns(ofStage: stage) {
        guard let name = pattern.makes, let mark = Mark.byName[name] else { continue }
        run.append((pattern, mark))
      }
    }
    let outside = library.patterns(ofStage: CascadeStages.furniture)
    let starts = PatternStarts(run.map(\.pattern) + outside)
    self.starts = starts
    let gates = run.map { LiteralGate(needs: $0.pattern.literalNeeds, firstMark: Mark.base) }
    self.gates = LiteralGates(gates)
    steps = run.enumerated().map { number, step in
      Step(step.pattern, makes: step.makes, number: number, hasStarts: starts.knows(number), gate: gates[number])
    }
    required = run.map { step in
      step.pattern.requiredMarks.reduce(0) { marks, name in
        guard let mark = Mark.byName[name], mark != .group else { return marks }
        return marks | 1 << UInt64(mark.rawValue)
      }
    }
    var unknown = [UInt64](repeating: 0, count: max(1, (run.count + 63) / 64))
    for number in run.indices where !starts.knows(number) { unknown[number >> 6] |= 1 << UInt64(number & 63) }
    unknownStarts = unknown
    lateStarts = unknown.indices.map { unknown[$0] | starts.atMarks[$0] }
    furniture = Dictionary(
      outside.enumerated().compactMap { index, pattern in
        starts.knows(run.count + index) ? (pattern.number, run.count + index) : nil
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Finds where patterns may begin in the first bytes of a text without marks.
  /// - Returns: false where they may begin elsewhere as well.
  func findStarts(in text: [UInt8], to end: Int, workspace: inout Workspace) -> Bool {
    guard !HeldWords.hasFoldedLetters(text, 0..<end) else { return false }
    starts.find(in: text, count: end, into: &workspace.starts)
    return true
  }

  /// The number of a furniture pattern among the starts; nil where its starts are not known.
  func numberOfStarts(_ pattern: Pattern) -> Int? { furniture[pattern.number] }

  /// Every pattern with the marks that it asks for, by their raw value.
  var asked: [(pattern: Pattern, makes: Mark, required: UInt64)] {
    zip(steps, required).map { ($0.pattern, $0.makes, $1) }
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
    /// It was broken off, since the sentence cannot reach the goal.
    var isAbandoned = false

    /// Indices of the nodes that no other took up, in the order of the text.
    var top: [Int] { sentence.nodes(in: 0..<sentence.bytes.count) }
  }

  /// Reads a sentence.
  /// - Parameters:
  ///   - goal: where it cannot be reached any more, the reading is broken off.
  ///   - accepts: the last word on a match, for what a regex cannot know.
  func read(
    text: [UInt8], range: Range<Int>, names: [(mark: Mark, mention: Mention)], goal: Goal? = nil,
    workspace: inout Workspace, accepts: (Node, [Node]) -> Bool
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
    gates.read(text, range, into: &workspace.held)
    if reading.sentence.hasHalvedWord { workspace.held.open() }
    starts.find(in: reading.sentence.bytes, into: &workspace.starts)
    var last: Goal.LastSteps?
    if let goal {
      last = lastSteps(to: goal, from: 0, workspace.held, workspace.starts, marks: reading.sentence.present)
    }
    var number = 0
    var searched = 0
    while let possible = nextStep(from: &number, workspace.held, workspace.starts) {
      guard isPossible(possible, workspace.held, marks: reading.sentence.present) else { continue }
      let step = steps[possible]
      if let goal, let last, !workspace.held.isOpen, reading.exhausted.isEmpty,
        !goal.mayBeReached(from: reading.sentence.everPresent, by: last, at: step.number)
      {
        reading.isAbandoned = true
        return reading
      }
      searched += 1
      // By now less may be possible than the words let expect.
      if let goal, searched % Self.searchesTillLook == 0, !goal.isReached(by: reading.sentence.everPresent) {
        last = lastSteps(
          to: goal, from: step.number, workspace.held, workspace.starts, marks: reading.sentence.present)
      }
      do {
        var rest = step.mostMatches
        while rest > 0,
          try workspace.measuring(
            step.pattern,
            { workspace throws(PatternError) in
              try run(step, on: &reading, workspace: &workspace, accepts: accepts)
            })
        {
          rest -= 1
        }
      } catch {
        reading.exhausted.append(step.pattern.id)
      }
    }
    return reading
  }

  /// Whether the pattern of a step may match at all.
  @inline(__always)
  private func isPossible(_ number: Int, _ held: borrowing HeldWords, marks: UInt64) -> Bool {
    marks & required[number] == required[number] && gates.allows(number, held, marks: marks)
  }

  /// The numbers of the last steps from a number on that may make a mark of each kind for a goal, given the words of the
  /// sentence, its marks and those that other steps may make.
  private func lastSteps(
    to goal: Goal, from number: Int, _ held: borrowing HeldWords, _ found: borrowing Starts, marks: UInt64
  ) -> Goal.LastSteps {
    var last = Goal.LastSteps()
    var marks = marks
    for word in number >> 6..<lateStarts.count {
      var bits = lateStarts[word] | found.any[word]
      if word == number >> 6 { bits &= .max << UInt64(number & 63) }
      while bits != 0 {
        let number = word << 6 + bits.trailingZeroBitCount
        bits &= bits - 1
        guard number < steps.count, isPossible(number, held, marks: marks) else { continue }
        let made: UInt64 = 1 << UInt64(steps[number].makes.rawValue)
        marks |= made
        last.add(made, at: number, for: goal)
      }
    }
    return last
  }

  /// The number of the next step from a number on that may match somewhere; that number goes behind it.
  private func nextStep(from number: inout Int, _ held: borrowing HeldWords, _ found: borrowing Starts) -> Int? {
    // Letters that match others are in no table.
    let isFolded = held.hasFoldedLetters
    while number < steps.count {
      let word = number >> 6
      let bits = (isFolded ? .max : found.any[word] | unknownStarts[word]) >> UInt64(number & 63)
      guard bits != 0 else {
        number = (word + 1) << 6
        continue
      }
      number += bits.trailingZeroBitCount
      guard number < steps.count else { return nil }
      defer { number += 1 }
      return number
    }
    return nil
  }

  /// After so many searches it is looked anew which steps may still make what a goal asks for.
  private static let searchesTillLook = 6

  /// From so many places on it is worth while to look which of them are too far on.
  private static let manyPlaces = 4

  /// How often a pattern that builds on its own matches is run over a sentence.
  fileprivate static let mostRepeats = 8

  /// Whether the pattern matched.
  private func run(
    _ step: Step, on reading: inout Reading, workspace: inout Workspace, accepts: (Node, [Node]) -> Bool
  ) throws(PatternError) -> Bool {
    let isAnchored = step.hasStarts && !workspace.held.hasFoldedLetters
    let count = reading.sentence.bytes.count
    if isAnchored {
      // No match begins behind the last of the marks that it must hold.
      var last = count
      for marks in step.markClauses { last = min(last, reading.sentence.lastPosition(of: marks)) }
      guard last >= 0, workspace.findPlaces(of: step.number, from: 0, through: last) else { return false }
      // Nor behind the last of the words, which it takes longer to find.
      if workspace.placeCount >= Self.manyPlaces {
        let behind = gates.lastStart(
          of: step.number, workspace.held, marks: { reading.sentence.lastPosition(of: $0) },
          words: { reading.sentence.position(of: $0) })
        if let behind, !workspace.dropPlaces(behind: behind) { return false }
      }
    }
    let compiled = try workspace.compiled(step.pattern, anchored: isAnchored)
    var replacements: [(range: Range<Int>, node: Int, mark: Mark)] = []
    var position = 0
    var place = 0
    while position < count,
      let match = isAnchored
        ? try workspace.nextMatch(of: compiled, in: reading.sentence.bytes, from: position, place: &place)
        : try workspace.firstMatch(of: compiled, in: reading.sentence.bytes, from: position)
    {
      guard !match.isEmpty else {
        position = next(after: match.upperBound, in: reading.sentence.bytes)
        continue
      }
      let trimmed = trim(match, in: reading.sentence.bytes)
      let children = reading.sentence.nodes(in: trimmed)
      var captures: [Node.Capture] = []
      captures.reserveCapacity(workspace.scratch.count(ofGroups: compiled.groupNames))
      for (name, number) in compiled.groupNames {
        guard let range = workspace.scratch.range(ofGroup: number) else { continue }
        captures.append(
          Node.Capture(
            name: name, range: reading.sentence.source(range, nodes: reading.nodes),
            nodes: reading.sentence.nodes(in: range, among: children, of: trimmed)))
      }
      let node = Node(
        mark: step.makes, range: reading.sentence.source(trimmed, nodes: reading.nodes), pattern: step.pattern,
        captures: captures, children: children)
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
    for replacement in replacements where reading.sentence.wordGoesOn(at: replacement.range.upperBound) {
      workspace.held.open()
    }
    reading.sentence.replace(replacements)
    starts.update(&workspace.starts, to: reading.sentence.bytes, changes: reading.sentence.changes)
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
