import ArgumentParser
import ReportText
import SortieDocuments
import SortieExport
import SortieExtraction
import SortieSchema

/// `sortie explain`: how a text was read.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show sentence by sentence what was recognised, by which pattern, and what became of it.",
    discussion: """
      For each sentence: where it stands (UTF-8 byte offsets of the text and, where the text was taken out of a page or a \
      document, the bytes or the page there), its words, the names and patterns that fired, and why it gave nothing where \
      it holds a word of flying or striking. The records follow as a table.

      EXAMPLES:
        sortie explain report.txt
        sortie explain news.jsonl --id 2017-01-24-03
        sortie explain report.txt --patterns Patterns --gazetteer Gazetteer
      """)

  @Argument(help: ArgumentHelp("A file, or - for the standard input.", valueName: "input"))
  var input: String

  @Option(help: ArgumentHelp("Only the text with this id.", valueName: "id"))
  var id: String?

  @OptionGroup(title: "How inputs are read")
  var inputOptions: InputOptions

  @OptionGroup(title: "What texts do not say themselves")
  var defaults: DocumentDefaults

  @OptionGroup(title: "Data")
  var data: DataOptions

  func run() throws {
    let context = try inputOptions.context()
    let reading = try data.load()
    let extractor = try reading.extractor()
    let options = FormatOptions(width: StandardStream.output.width, claimantSides: reading.claimantSides())
    var explained = 0
    var walk = InputWalk(context)
    try walk.run(InputList([input], members: context.members)) { document, walk in
      guard id == nil || document.id == id else { return }
      let (result, trace) = extractor.explain(document, info: walk.info(of: document, defaults))
      let explanation = Explanation(result: result, metadata: document.metadata, trace: trace, options: options)
      try StandardStream.output.write(explanation.bytes)
      explained += 1
    }
    if explained == 0, let id { Messages.error("\(input): no text has the id '\(id)'") }
    try walk.end(texts: explained)
  }
}

/// The trace of one text, to read on a terminal.
struct Explanation {
  let result: DocumentResult
  let metadata: DocumentMetadata
  let trace: Trace
  let options: FormatOptions

  var bytes: [UInt8] {
    var text = "\(TerminalText.line(result.document.id))\n"
    if let title = result.document.title { text += "  \(TerminalText.line(title))\n" }
    text += "  published \(result.document.published?.description ?? "unknown"), \(result.text.count) bytes\n"
    for statement in metadata.statements where statement.origin != .field { text += line(statement) }
    for finding in result.findings { text += "  \(finding.severity.rawValue): \(finding.message)\n" }
    for sentence in trace.sentences {
      let words = String(decoding: result.text[sentence.range.clamped(to: 0..<result.text.count)], as: UTF8.self)
      var place = "\(sentence.range.lowerBound)–\(sentence.range.upperBound)"
      if let map = result.sourceMap { place += "; \(map.location(of: sentence.range))" }
      text += "\n[\(place)] \(TerminalText.line(words))\n"
      for line in sentence.lines { text += "    \(line.prefix { $0 == " " })\(TerminalText.line(line))\n" }
    }
    text += "\n"
    var bytes = Array(text.utf8)
    if result.records.isEmpty {
      bytes += Array(
        "No record: \(result.coverage.rawValue)\(result.language.map { " (language: \($0))" } ?? "").\n".utf8)
    } else {
      bytes += TableFormat.write([result], options: options)
    }
    bytes.append(0x0A)
    return bytes
  }

  /// What the input says of the text, and where; what is not used is said too, so that a wrong day can be traced.
  private func line(_ statement: DocumentMetadata.Statement) -> String {
    var text = "  \(statement.field.rawValue) “\(TerminalText.line(statement.value))” by \(statement.origin.rawValue)"
    if let bytes = statement.bytes { text += ", \(SourceLocation(bytes: bytes))" }
    if metadata.best(statement.field) != statement { text += " (not used)" }
    return text + "\n"
  }
}
