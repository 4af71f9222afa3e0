/// The words that a slot was read from.
public struct Evidence: Hashable, Sendable {
  /// JSON pointer into the record, e.g. `/participants/0/count`.
  public var slot: String
  /// UTF-8 byte offsets in the text as read, end exclusive.
  public var start: Int
  public var end: Int
  /// Id of the pattern or gazetteer entry that read it.
  public var pattern: String

  public init(slot: String, start: Int, end: Int, pattern: String) {
    self.slot = slot
    self.start = start
    self.end = end
    self.pattern = pattern
  }
}

/// Something that validation noticed.
public struct Finding: Hashable, Sendable {
  /// Whether a record with the finding is doubtful, or breaks the form and is not written.
  public enum Severity: String, CaseIterable, Sendable { case warning, error }

  /// Id of the rule, e.g. `parts-add-up`.
  public var rule: String
  public var severity: Severity
  public var message: String

  public init(rule: String, severity: Severity = .warning, message: String) {
    self.rule = rule
    self.severity = severity
    self.message = message
  }
}

/// What read the text.
public struct Provenance: Hashable, Sendable {
  /// Name and version of the program.
  public var tool: String
  /// Digests of the gazetteer and of the patterns.
  public var gazetteer: String
  public var patterns: String

  public init(tool: String, gazetteer: String, patterns: String) {
    self.tool = tool
    self.gazetteer = gazetteer
    self.patterns = patterns
  }
}
