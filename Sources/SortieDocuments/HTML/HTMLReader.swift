internal import HTMLTree
internal import ReportText
internal import SortieSchema

/// Saved web pages: the main text of one, with what the page says of it. No script runs, nothing is loaded.
public enum HTMLReader: DocumentReader {
  public static let fileExtensions = ["html", "htm", "xhtml"]
  public static let kind = "a web page"
  public static let about = "a web page, one text a file: its main text without navigation, comments and the like"

  public static func recognise(_ opening: Opening) -> Recognition {
    if opening.begins(with: "<!doctype html") || opening.begins(with: "<html") { return .certain }
    if opening.begins(with: "<?xml") || opening.begins(with: "<!--") {
      return opening.holds("<html") ? .certain : .possible
    }
    return Self.openings.contains { opening.begins(with: $0) } ? .likely : .possible
  }

  private static let openings: [StaticString] = [
    "<head", "<body", "<meta", "<title", "<div", "<article", "<section", "<main", "<p>", "<p ", "<h1", "<table",
    "<script",
  ]

  public static func read(
    _ source: inout any ByteSource, name: String, context: ReadingContext, each: (InputItem) throws -> Void
  ) throws {
    var limits = context.limits
    limits.wholeBytes = min(limits.wholeBytes, HTMLPage.longest)
    let bytes = try source.readAll(limits)
    if let stranger = ByteMarks.stranger(bytes) { throw InputProblem.notText(stranger) }
    guard !bytes.allSatisfy(ByteMarks.isBlank) else { throw InputProblem.empty }
    let position = InputPosition(input: name, line: 1, column: 1)
    try each(.document(try Self.document(bytes, declared: nil, id: name, position: position)))
  }

  /// The text of one page; mails, archives and feeds hold pages too.
  /// - Parameters:
  ///   - bytes: the page in any encoding.
  ///   - declared: the encoding that stands outside of the page, as in the head of a mail; the page's own comes second.
  ///   - isAllText: whether the page has no furniture to leave out: a chapter of a book, the content of a feed's entry.
  public static func document(
    _ bytes: [UInt8], declared: String?, id: String, position: InputPosition, isAllText: Bool = false
  ) throws(InputProblem) -> SourceDocument {
    let decoded = DecodedText(bytes, declared: declared ?? DeclaredEncoding.label(in: bytes))
    let safe = NestingGuard(decoded.text)
    let page: HTMLPage
    do throws(HTMLFault) {
      page = try HTMLPage(parsing: safe.bytes)
    } catch {
      switch error {
      case .tooLong(let limit): throw .tooLarge(limit: limit)
      case .tooMuchMemory(let limit): throw .tooMuchMemory(limit: limit)
      case .outOfMemory: throw .outOfMemory
      }
    }
    let furniture = PageFurniture(page)
    let blocks = BlockBuilder(page, bytes: safe.bytes, furniture: furniture).blocks
    var metadata = PageMetadata(page, furniture: furniture, origin: decoded.map)
    let text =
      isAllText ? blocks : MainContent(page, furniture: furniture, blocks: blocks, titles: metadata.titles).text()
    metadata.readBody(text: text, blocks: blocks)
    let written = PageText(text)
    var document = SourceDocument(
      id: id,
      metadata: metadata.metadata, text: written.text, position: position,
      sourceMap: decoded.map.map { written.map.composed(with: $0) } ?? written.map,
      encoding: decoded.textEncoding, findings: decoded.findings)
    if written.text.isEmpty, !isAllText {
      document.findings.append(
        Finding(rule: "no-main-text", message: "the page has no text beside navigation and the like"))
    }
    if safe.tooDeep > 0 {
      document.findings.append(
        Finding(
          rule: "nested-too-deep",
          message:
            "\(safe.tooDeep) tags lie deeper than \(NestingGuard.depthLimit) levels; their text is read without them"))
    }
    return document
  }
}
