public import SortieSchema

/// A report to look at: one HTML file with everything in it, which fetches nothing.
///
/// Texts are written as they come. What is said of all of them together, such as the timeline, is added up meanwhile and
/// stands at the end of the file; the page shows it first.
public struct HTMLFormat: SortieFormat {
  public static let name = "html"
  public static let fileExtensions = ["html", "htm"]
  public static let about = "a report to look at: table, texts with highlights, timeline, map; one file, offline"

  private let options: FormatOptions
  private let names: OperatorNames
  private var summary = ReportSummary()
  private var texts = 0

  public init(options: FormatOptions) {
    self.options = options
    names = OperatorNames { options.names?($0) }
  }

  public mutating func begin(into buffer: inout [UInt8]) {
    var markup = Markup()
    ReportPage.begin(into: &markup)
    buffer.append(contentsOf: markup.bytes)
  }

  public mutating func write(_ result: DocumentResult, into buffer: inout [UInt8]) {
    texts += 1
    let rows = RecordRow.rows(of: result, options: options)
    summary.add(result, rows: rows)
    var markup = Markup()
    ArticleMarkup(result, rows: rows, number: texts, names: names).write(into: &markup)
    buffer.append(contentsOf: markup.bytes)
  }

  public mutating func end(into buffer: inout [UInt8]) {
    var markup = Markup()
    ReportPage.end(summary, names: names, into: &markup)
    buffer.append(contentsOf: markup.bytes)
  }
}
