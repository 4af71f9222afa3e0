public import PCRE2
internal import Synchronization
internal import TextScan

/// An example that proves a pattern.
public struct PatternExample: Hashable, Sendable {
  public let text: String
  /// The words that groups are to hold; nothing is said of groups that do not appear.
  public let gives: [String: String]
  public let position: PatternPosition
}

/// All examples of a pattern.
public struct PatternExamples: Hashable, Sendable {
  /// Texts in which the pattern must be found.
  public let match: [PatternExample]
  /// Texts in which it must not.
  public let reject: [PatternExample]

  static let none = PatternExamples(match: [], reject: [])
}

/// A text that is made of its bytes whenever it is asked for: most patterns are loaded and never looked at.
struct StoredText: Sendable {
  let bytes: ConstantBytes

  init(_ bytes: ConstantBytes) { self.bytes = bytes }
  init(_ text: String) { bytes = ConstantBytes(Array(text.utf8)) }

  var string: String { bytes.text(0..<bytes.count) }
}

/// A regular expression over marked sentences and what a match of it means.
public final class Pattern: Sendable {
  /// Its place among the patterns of the library.
  public let number: Int
  public let id: String
  public var about: String { stored.about.string }
  public let stage: String
  /// The kind of mark that a match becomes; nil when it states facts only.
  public let makes: String?
  /// Fixed attributes of every match.
  public let attributes: [String: String]
  public let when: [String]
  /// The higher is tried first.
  public let priority: Int
  public var file: String { stored.file.string }
  /// Where the stanza begins, counted from 1.
  public let line: Int
  /// The regex with all parts, lexicons and marks put in.
  public var expandedRegex: String { stored.expandedRegex.string }
  /// The same regex as it is searched with: its branches share their beginnings (`AlternationFactoring`).
  public var searchRegex: String { stored.searchRegex.string }
  /// The names of the groups, each once, in the order of their numbers.
  public let groups: [String]
  /// Names of marks without which no match is possible; sorted. A sentence that lacks one need not be searched.
  public let requiredMarks: [String]
  /// Words and marks of which a match needs some, for `LiteralGate`.
  public var literalNeeds: String { stored.literalNeeds.string }
  /// How matches begin, as `MatchStarts.text(of:)` tells it; empty where that is not known.
  public var matchStarts: String { stored.matchStarts.string }
  /// Empty when the library was loaded from its compiled form.
  public let examples: PatternExamples

  /// All patterns are compiled with these: free-spacing, either case, names that may stand in several branches.
  public static let options: PatternOptions = [.extended, .caseless, .duplicateNames]

  /// What is asked for seldom or once.
  struct Stored: Sendable {
    let about, file, expandedRegex, searchRegex, literalNeeds, matchStarts: StoredText
  }

  let stored: Stored

  /// The attributes once more: most patterns have two or three, which are found sooner one after the other.
  private let listed: [(name: String, value: String)]

  private let compilation = AtomicLazyReference<CompiledPattern>()
  private let machineCode = AtomicLazyReference<CompiledPattern>()
  private let anchoredCompilation = AtomicLazyReference<CompiledPattern>()
  private let anchoredMachineCode = AtomicLazyReference<CompiledPattern>()

  init(
    number: Int, id: String, stage: String, makes: String?, attributes: [String: String], when: [String],
    priority: Int, line: Int, groups: [String], requiredMarks: [String], stored: Stored, examples: PatternExamples
  ) {
    self.number = number
    self.stored = stored
    self.id = id
    self.stage = stage
    self.makes = makes
    self.attributes = attributes
    listed = attributes.map { ($0.key, $0.value) }
    self.when = when
    self.priority = priority
    self.line = line
    self.groups = groups
    self.requiredMarks = requiredMarks
    self.examples = examples
  }

  /// A fixed attribute of every match.
  public func attribute(_ name: String) -> String? {
    for entry in listed where entry.name == name { return entry.value }
    return nil
  }

  /// The same pattern with memory of its own, but for its regex.
  func separated() -> Pattern {
    Pattern(
      number: number, id: id.separated(), stage: stage, makes: makes,
      attributes: Dictionary(
        attributes.map { ($0.key.separated(), $0.value.separated()) }, uniquingKeysWith: { first, _ in first }),
      when: when, priority: priority, line: line, groups: groups, requiredMarks: requiredMarks, stored: stored,
      examples: examples)
  }

  /// The pattern ready to search with, compiled at the first call and kept.
  ///
  /// Machine code searches many times faster, but making it takes as long as many searches without: a program that reads
  /// one short text is done before it pays. The answers are the same.
  /// Two threads that come first at once may both compile; one result is kept and given to both.
  /// - Parameter anchored: matches begin where the search begins.
  public func compiled(
    forManySearches: Bool = true, anchored: Bool = false
  ) throws(PatternError) -> CompiledPattern {
    switch (anchored, forManySearches) {
    case (false, false): try ready(compilation, options: Self.options, useJIT: false)
    case (false, true): try ready(machineCode, options: Self.options, useJIT: true)
    case (true, false): try ready(anchoredCompilation, options: Self.options.union(.anchored), useJIT: false)
    case (true, true): try ready(anchoredMachineCode, options: Self.options.union(.anchored), useJIT: true)
    }
  }

  private func ready(
    _ place: borrowing AtomicLazyReference<CompiledPattern>, options: PatternOptions, useJIT: Bool
  ) throws(PatternError) -> CompiledPattern {
    if let kept = place.load() { return kept }
    return place.storeIfNil(try CompiledPattern(searchRegex, options: options, useJIT: useJIT))
  }
}
