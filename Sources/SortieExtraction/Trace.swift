/// What was done with a text, sentence by sentence.
public struct Trace: Sendable {
  /// One sentence, and what was made of it.
  public struct SentenceTrace: Sendable {
    /// UTF-8 bytes in the text.
    public var range: Range<Int>
    /// Names and patterns that fired, in the order of the text, and what became of them.
    public var lines: [String]
  }

  public var sentences: [SentenceTrace] = []
}
