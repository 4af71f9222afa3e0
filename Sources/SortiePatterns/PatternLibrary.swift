internal import PCRE2
public import ReportText

/// All patterns, parts and lexicons of a language, tied together and ready to search with.
public struct PatternLibrary: Sendable {
  /// In the order of the files' names and of the stanzas in them.
  public let patterns: [Pattern]
  /// The stages in the order in which they run.
  public let stages: [String]
  /// For every kind of mark the regex of the character that stands for it.
  public let marks: [String: String]

  let lexicons: [String: Lexicon]
  private let byStage: [String: [Pattern]]
  private let byID: [String: Pattern]

  init(patterns: [Pattern], lexicons: [String: Lexicon], stages: [String], marks: [String: String]) {
    self.patterns = patterns
    self.lexicons = lexicons
    self.stages = stages
    self.marks = marks
    byID = Dictionary(patterns.map { ($0.id, $0) }) { first, _ in first }
    byStage = Dictionary(grouping: patterns, by: \.stage).mapValues { patterns in
      patterns.enumerated().sorted { left, right in
        (right.element.priority, left.offset) < (left.element.priority, right.offset)
      }.map(\.element)
    }
  }

  /// Reads pattern files; their order does not matter.
  ///
  /// - Parameters:
  ///   - marks: for each mark that patterns may name as `{{name}}`, the regex of its character, such as
  ///     `[\x{E010}-\x{E013}]`.
  ///   - stages: what patterns may give as their stage, in the order in which stages run.
  /// - Throws: everything that is wrong in the files, each with its place.
  public init(files: [PatternFile], marks: [String: String], stages: [String]) throws(DataFileErrors) {
    var builder = LibraryBuilder(marks: marks, stages: stages)
    for file in files.sorted(by: { $0.name < $1.name }) { builder.add(file) }
    self = try builder.build()
  }

  /// The same library for another thread: what reading texts counts references to is there a second time, since two threads
  /// that count the same references wait for each other.
  public func separated() -> PatternLibrary {
    PatternLibrary(
      patterns: patterns.map { $0.separated() }, lexicons: lexicons.mapValues { $0.separated() }, stages: stages,
      marks: marks)
  }

  /// The patterns of a stage, the higher priority first, then in the order of the files.
  public func patterns(ofStage stage: String) -> [Pattern] { byStage[stage] ?? [] }

  public func pattern(id: String) -> Pattern? { byID[id] }

  public func lexicon(_ name: String) -> Lexicon? { lexicons[name] }
}
