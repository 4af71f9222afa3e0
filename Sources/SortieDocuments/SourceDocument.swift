public import SortieSchema

/// One text as it came in, with what its input says about it.
public struct SourceDocument: Hashable, Sendable {
  /// Given by the input; else the name of the input as typed, with the line where one input holds several texts.
  public var id: String
  /// What the input says of the text, and where it says so.
  public var metadata: DocumentMetadata
  /// The words, without a byte order mark and without the furniture around them; they may be no valid UTF-8.
  public var text: [UInt8]
  /// Where the text, and where its day of publication, stand; for messages.
  public var position: InputPosition
  public var publishedPosition: InputPosition?
  /// Leads from `text` to the bytes and pages of the input; nil where the text is what the input holds, byte for byte.
  public var sourceMap: SourceMap?
  /// The encoding of the input that the text was taken from; nil where the reader does not tell.
  public var encoding: TextEncoding?
  /// What the reader noticed: a wrong declaration, letters that it repaired.
  public var findings: [Finding]

  public init(
    id: String, metadata: DocumentMetadata = DocumentMetadata(), text: [UInt8], position: InputPosition,
    publishedPosition: InputPosition? = nil, sourceMap: SourceMap? = nil, encoding: TextEncoding? = nil,
    findings: [Finding] = []
  ) {
    self.id = id
    self.metadata = metadata
    self.text = text
    self.position = position
    self.publishedPosition = publishedPosition
    self.sourceMap = sourceMap
    self.encoding = encoding
    self.findings = findings
  }

  public var title: String? { metadata[.title] }
  /// The day of publication as the input writes it, unchecked; nil where only the file's properties tell one.
  public var published: String? { metadata.best(.published).flatMap { $0.origin == .properties ? nil : $0.value } }
  /// The day that the properties of the file tell: on which the file was made, which may be long after the text was
  /// published. A dateline in the text is worth more.
  public var publishedByProperties: String? {
    metadata.statements.first { $0.field == .published && $0.origin == .properties }?.value
  }
  public var source: String? { metadata[.source] }
  public var url: String? { metadata[.url] }
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
