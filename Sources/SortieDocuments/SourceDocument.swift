/// One text as it came in, with what its input says about it; nothing is read out of the text itself.
public struct SourceDocument: Hashable, Sendable {
  /// Given by the input; else the name of the input as typed, with the line where one input holds several texts.
  public var id: String
  public var title: String?
  /// The day of publication as the input writes it, unchecked.
  public var published: String?
  public var source: String?
  public var url: String?
  /// The bytes as they were read, without a byte order mark; they may be no valid UTF-8.
  public var text: [UInt8]
  /// Where the text, and where its day of publication, stand; for messages.
  public var position: InputPosition
  public var publishedPosition: InputPosition?

  public init(
    id: String, title: String? = nil, published: String? = nil, source: String? = nil, url: String? = nil,
    text: [UInt8], position: InputPosition, publishedPosition: InputPosition? = nil
  ) {
    self.id = id
    self.title = title
    self.published = published
    self.source = source
    self.url = url
    self.text = text
    self.position = position
    self.publishedPosition = publishedPosition
  }
}

/// A place in an input.
public struct InputPosition: Hashable, Sendable {
  /// The name of the input as typed.
  public let input: String
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in bytes.
  public let column: Int

  public init(input: String, line: Int, column: Int) {
    self.input = input
    self.line = line
    self.column = column
  }
}
