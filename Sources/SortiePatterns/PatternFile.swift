/// A pattern file as it was read: its name for messages, and its text.
public struct PatternFile: Hashable, Sendable {
  public let name: String
  public let text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// A place in a pattern file.
public struct PatternPosition: Hashable, Sendable, CustomStringConvertible {
  public let file: String
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in UTF-8 bytes.
  public let column: Int

  public var description: String { "\(file):\(line):\(column)" }
}
