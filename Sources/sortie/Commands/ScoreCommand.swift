import ArgumentParser
import SortieEvaluation
import SortieSchema

/// `sortie score`: how well records answer what a person coded.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score records against gold, slot by slot.",
    discussion: """
      Gold is a folder of files {"doc": ID, "records": […]}, coded by the codebook; an item marked "optional" neither \
      rewards nor punishes. Records of a text are paired one to one so that most facts agree. Printed are precision, \
      recall and F1 of records and of each slot, the texts that were given records where gold has none, and what a \
      confidence is worth.

      EXAMPLES:
        sortie score --gold gold/ --pred records.jsonl
        sortie score --gold gold/ --pred records.jsonl --by texts.jsonl:style --worst 10
      """)

  @Option(help: ArgumentHelp("Folder of gold files.", valueName: "folder"))
  var gold: String

  @Option(help: ArgumentHelp("Records to score, one a line; - for standard input.", valueName: "records.jsonl"))
  var pred: String

  @Option(help: ArgumentHelp("Score only the texts whose ids stand in this file.", valueName: "file"))
  var ids: String?

  @Option(
    help: ArgumentHelp(
      "Figures by a field of the texts, e.g. texts.jsonl:style. Where the lines hold the text too, what was invented is shown with its sentence.",
      valueName: "file:field"))
  var by: FieldOfFile?

  @Option(help: ArgumentHelp("Show the N worst texts with what was missed and what was invented.", valueName: "n"))
  var worst = 0

  @Flag(help: "Print one JSON object with the figures and every text.")
  var json = false

  func validate() throws {
    guard worst >= 0 else { throw ValidationError("--worst takes a number of texts, not \(worst).") }
  }

  func run() throws {
    let report = try report()
    print(
      json ? String(decoding: report.json(), as: UTF8.self) + "\n" : report.text(worst: worst), terminator: "")
  }

  /// The figures, without printing them.
  func report() throws -> ScoreReport {
    let texts = try by.map { try ScoredTexts(jsonLines: $0.file, field: $0.field) } ?? ScoredTexts()
    let scorer = Scorer(groups: texts.groups) { texts.sentence(of: $1, in: $0) }
    return scorer.score(gold: try goldFiles(), predictions: try predictions())
  }

  /// The records to score, from wherever they come.
  private func predictions() throws -> Predictions {
    let bytes = try pred == "-" ? ScoreFiles.standardInput() : ScoreFiles.bytes(at: pred)
    return try ScoreFiles.naming(pred == "-" ? "<stdin>" : pred) { () throws(JSONError) in
      try Predictions(jsonLines: bytes)
    }
  }

  private func goldFiles() throws -> [GoldFile] {
    let chosen = try ids.map { try ScoreFiles.words(at: $0) }
    let files = try ScoreFiles.paths(in: gold, suffix: ".json").map { path in
      let bytes = try ScoreFiles.bytes(at: path)
      return try ScoreFiles.naming(path) { () throws(JSONError) in try GoldFile(json: bytes) }
    }
    guard let chosen else {
      guard !files.isEmpty else { throw ValidationError("No gold file (*.json) in \(gold).") }
      return files
    }
    let wanted = files.filter { chosen.contains($0.document) }
    // An id without gold would otherwise make the figures better than they are.
    if let lost = chosen.subtracting(wanted.map(\.document)).min() {
      throw ValidationError("\(ids ?? ""): no gold in \(gold) for the text \(lost).")
    }
    return wanted
  }
}

/// `FILE:FIELD`; the last colon parts them.
struct FieldOfFile: ExpressibleByArgument {
  let file: String
  let field: String

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last, !last.isEmpty else { return nil }
    file = parts.dropLast().joined(separator: ":")
    field = String(last)
    guard !file.isEmpty else { return nil }
  }
}
