internal import ReportText

/// Plain text and Markdown in any encoding: the whole input is one text, and its name is the text's id.
public enum PlainTextReader: DocumentReader {
  public static let fileExtensions = ["txt", "text", "md", "markdown"]
  public static let kind = "plain text"
  public static let about = "plain text or Markdown, one text a file"

  public static func read(
    _ source: inout any ByteSource, name: String, context: ReadingContext, each: (InputItem) throws -> Void
  ) throws {
    let bytes = try source.readAll(context.limits)
    if let stranger = ByteMarks.stranger(bytes) { throw InputProblem.notText(stranger) }
    let decoded = DecodedText(bytes)
    guard !decoded.text.allSatisfy(ByteMarks.isBlank) else { throw InputProblem.empty }
    try each(
      .document(
        SourceDocument(
          id: name, text: decoded.text, position: InputPosition(input: name, line: 1, column: 1),
          sourceMap: decoded.map, encoding: decoded.textEncoding, findings: decoded.findings)))
  }
}
