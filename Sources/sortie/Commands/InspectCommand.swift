import ArgumentParser
import ReportText
import SortieDocuments
import SortieExtraction
import SortieSchema

/// `sortie inspect`: what inputs are and what can be read of them.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show what files are, which texts are in them, and what is known of each.",
    discussion: """
      For each file its kind, told by its first bytes or its name; for each text in it its encoding, language, title, day of \
      publication with where that stands, source, length, sentences, and the words that make it worth reading. Nothing is \
      read out of the texts.

      EXAMPLES:
        sortie inspect report.pdf
        sortie inspect mails.mbox archive.zip
      """)

  @Argument(help: ArgumentHelp("Files, folders, or - for the standard input.", valueName: "input"))
  var inputs: [String]

  @OptionGroup(title: "How inputs are read")
  var inputOptions: InputOptions

  @OptionGroup(title: "Data")
  var data: DataOptions

  func run() throws {
    let context = try inputOptions.context()
    let extractor = try data.load().extractor()
    var texts = 0
    var walk = InputWalk(context)
    let list = InputList(inputs, members: context.members)
    try walk.run(
      list, opening: { try print("\($0.name): \($0.kind())") },
      each: { document, _ in
        try print(Inspection(document: document, extractor: extractor).text)
        texts += 1
      })
    try walk.end(texts: texts)
  }

  private func print(_ line: String) throws { try StandardStream.output.write(Array("\(line)\n".utf8)) }
}

/// One text, described line by line.
struct Inspection {
  let document: SourceDocument
  let extractor: Extractor

  var text: String {
    let look = extractor.look(at: document.text)
    var lines = ["  \(TerminalText.line(document.id))"]
    func add(_ name: String, _ value: String) { lines.append("    \(name.padded(to: 10))\(TerminalText.line(value))") }
    for field in [DocumentMetadata.Field.title, .published, .source, .author, .url] {
      guard let best = document.metadata.best(field) else { continue }
      add(field.rawValue, "\(best.value) (\(best.origin.rawValue))")
    }
    if let encoding = document.encoding { add("encoding", encoding.description) }
    add("language", look.language ?? "not sure")
    add("length", "\(document.text.count) bytes, \(look.sentences) sentences")
    add("triggers", look.triggers.isEmpty ? "none: nothing would be read" : look.triggers.joined(separator: ", "))
    for finding in document.findings { add("finding", finding.message) }
    return lines.joined(separator: "\n")
  }
}
