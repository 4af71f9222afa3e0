internal import Expat
internal import ReportText
internal import SortieSchema

/// PDF files, by the program `pdftotext`: columns in reading order, paragraphs joined again, running heads and page numbers
/// left out. Evidence leads to the page.
public enum PDFReader: DocumentReader {
  public static let fileExtensions = ["pdf"]
  public static let kind = "a PDF file"
  public static let about = "a PDF file with a text layer; needs the program pdftotext (Debian: poppler-utils)"

  private static let mark = Array("%PDF-".utf8)

  public static func recognise(_ opening: Opening) -> Recognition {
    if opening.bytes.starts(with: mark) { return .certain }
    // The standard lets other bytes stand before it.
    let start = opening.bytes.prefix(1_024)
    return start.indices.contains { start[$0...].starts(with: mark) } ? .likely : .impossible
  }

  public static func read(
    _ source: inout any ByteSource, name: String, context: ReadingContext, each: (InputItem) throws -> Void
  ) throws {
    guard let program = context.pdf else { throw InputProblem.missingProgram("pdftotext", package: "poppler-utils") }
    let pdf = try source.readAll(context.limits)
    let layout = PDFLayout(limit: context.limits.wholeBytes >> 4)
    do {
      let parser = try XMLParser(isUTF8: true) { try layout.take($0) }
      // One page more than is read tells whether there are more.
      try program.text(of: pdf, pages: context.limits.pages + 1) { try parser.parse(Self.cleaned($0)) }
      try parser.finish()
    } catch PDFTextFailure.missingProgram {
      throw InputProblem.missingProgram("pdftotext", package: "poppler-utils")
    } catch PDFTextFailure.failed(let message) {
      throw InputProblem.programFailed("pdftotext", message: message)
    } catch let error as XMLError {
      throw InputProblem.programFailed("pdftotext", message: error.message)
    }
    let pages = Array(layout.pages.prefix(context.limits.pages))
    let paragraphs = PDFParagraphs(pages)
    var document = SourceDocument(
      id: name, text: paragraphs.text, position: InputPosition(input: name, line: 1, column: 1),
      sourceMap: paragraphs.map, encoding: .ofFormat)
    document.metadata.state(.title, layout.title.trimmingBlanks, by: .properties)
    document.metadata.state(.author, layout.author, by: .properties)
    document.metadata.state(.published, layout.created.flatMap(PublicationDateText.day), by: .properties)
    if layout.pages.count > pages.count {
      document.findings.append(
        Finding(rule: "pages-left-out", message: "only the first \(pages.count) pages were read"))
    }
    if let finding = noTextFinding(pages, text: paragraphs.text) { document.findings.append(finding) }
    try each(.document(document))
  }

  private static func noTextFinding(_ pages: [PDFPage], text: [UInt8]) -> Finding? {
    let empty = pages.count { page in page.lines.allSatisfy { $0.words.isEmpty } }
    guard empty > 0 else { return nil }
    if text.allSatisfy(ByteMarks.isBlank) {
      return Finding(
        rule: "no-text-layer",
        message: "none of the \(pages.count) pages has a text layer: the file is a scan; run it through OCR first")
    }
    // A blank page now and then is none that was scanned.
    guard empty * 4 >= pages.count, empty > 1 else { return nil }
    return Finding(
      rule: "no-text-layer", message: "\(empty) of \(pages.count) pages have no text layer and were not read")
  }

  /// Control characters that PDF files hold and XML does not allow become blanks.
  private static func cleaned(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D ? 0x20 : $0 }
  }
}
