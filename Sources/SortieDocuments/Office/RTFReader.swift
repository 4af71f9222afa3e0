internal import ReportText
internal import SortieSchema

/// Rich Text Format (version 1.9): paragraphs and rows of tables. No library for it is kept up, so the reader is our own.
public enum RTFReader: DocumentReader {
  public static let fileExtensions = ["rtf"]
  public static let kind = "an RTF document"
  public static let about = "an RTF document: its text"

  private static let mark = Array("{\\rtf".utf8)

  public static func recognise(_ opening: Opening) -> Recognition {
    opening.words.starts(with: mark) ? .certain : .impossible
  }

  public static func read(
    _ source: inout any ByteSource, name: String, context: ReadingContext, each: (InputItem) throws -> Void
  ) throws {
    let bytes = try source.readAll(context.limits)
    var reading = RTFText(bytes)
    let isWhole = try reading.read(depthLimit: context.limits.xmlDepth)
    var text = reading.text
    text.finish()
    guard !text.text.isEmpty else { throw InputProblem.noText }
    var document = SourceDocument(
      id: name, text: text.text, position: InputPosition(input: name, line: 1, column: 1), sourceMap: text.map,
      encoding: TextEncoding(reading.encoding, .declared))
    document.metadata.state(.title, reading.title.trimmingBlanks, by: .properties)
    document.metadata.state(.author, reading.author.trimmingBlanks, by: .properties)
    document.metadata.state(.published, reading.created.flatMap(PublicationDateText.day), by: .properties)
    if !isWhole {
      document.findings.append(Finding(rule: "cut-off", message: "the document breaks off before its end"))
    }
    try each(.document(document))
  }
}
