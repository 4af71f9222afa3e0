import ArgumentParser
import SortieDocuments
import SortieSchema

/// `sortie texts`: the texts of inputs, without reading operations out of them.
struct TextsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "texts",
    abstract: "Write the texts of inputs as JSON Lines, as the other commands read them.",
    discussion: """
      One object a line with id, title, published, source, url, text: the main text of a page, say. What it writes can be \
      read again by 'sortie extract'.

      EXAMPLES:
        sortie texts page.html
        sortie texts saved-pages/ > texts.jsonl
      """)

  @Argument(help: ArgumentHelp("Files, folders, or - for the standard input.", valueName: "input"))
  var inputs: [String]

  @OptionGroup(title: "What texts do not say themselves")
  var defaults: DocumentDefaults

  @OptionGroup(title: "How inputs are read")
  var inputOptions: InputOptions

  func run() throws {
    let context = try inputOptions.context()
    var texts = 0
    var walk = InputWalk(context)
    try walk.run(InputList(inputs, members: context.members)) { document, walk in
      let info = walk.info(of: document, defaults)
      for finding in document.findings { Messages.warning("\(info.id): \(finding.message)") }
      try StandardStream.output.write(Self.line(info, document.text))
      texts += 1
    }
    try walk.end(texts: texts)
  }

  private static func line(_ info: DocumentInfo, _ text: [UInt8]) -> [UInt8] {
    var line = [UInt8(ascii: "{")]
    let values = [
      ("id", info.id), ("title", info.title), ("published", info.published?.description), ("source", info.source),
      ("url", info.url), ("text", String(decoding: text, as: UTF8.self)),
    ]
    for (key, value) in values {
      guard let value else { continue }
      JSONWriter.key(key, into: &line)
      JSONWriter.string(value, into: &line)
    }
    return line + Array("}\n".utf8)
  }
}
