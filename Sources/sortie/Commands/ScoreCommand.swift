import ArgumentParser
import SortieDocuments
import SortieEvaluation
import SortieSchema

/// `sortie score`: how well records answer what a person coded.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score records against gold, slot by slot.",
    discussion: """
      Gold is a folder of files {"doc": ID, "records": […]}, coded by the codebook; an item marked "optional" neither \
      rewards nor punishes. Scored are the records of --pred, or those that the inputs give when they are read now, as \
      'sortie extract' reads them: the texts whose ids gold knows, and gold of the texts that were read. With --fixtures, \
      gold.json of every folder is scored against the report.txt beside it.

      Records of a text are paired one to one so that most facts agree. Printed are precision, recall and F1 of records \
      and of each slot, the texts that were given records where gold has none, and what a confidence is worth.

      EXAMPLES:
        sortie score --gold gold/ texts.jsonl
        sortie score --gold gold/ texts.jsonl --by texts.jsonl:style --worst 10
        sortie score --gold gold/ --pred records.jsonl
        sortie score --fixtures Tests/Fixtures --gazetteer Gazetteer --patterns Patterns
      """)

  @Argument(
    help: ArgumentHelp("Texts to read and score: files, folders, or - for the standard input.", valueName: "input"))
  var inputs: [String] = []

  @Option(help: ArgumentHelp("Folder of gold files.", valueName: "folder"))
  var gold: String?

  @Option(help: ArgumentHelp("Records to score, one a line; - for standard input.", valueName: "records.jsonl"))
  var pred: String?

  @Option(help: ArgumentHelp("Folder of fixtures, whose gold.json is scored.", valueName: "folder"))
  var fixtures: String?

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

  @OptionGroup(title: "How inputs are read")
  var inputOptions: InputOptions

  @OptionGroup(title: "What texts do not say themselves")
  var defaults: DocumentDefaults

  @OptionGroup(title: "Data")
  var data: DataOptions

  func validate() throws {
    guard worst >= 0 else { throw ValidationError("--worst takes a number of texts, not \(worst).") }
    let ways = [pred != nil, fixtures != nil, !inputs.isEmpty].count { $0 }
    guard ways == 1 else {
      throw ValidationError("Give either texts to read, or --pred with records, or --fixtures; one of them.")
    }
    guard (gold == nil) == (fixtures != nil) else {
      throw ValidationError(
        fixtures == nil ? "--gold names the folder of gold files." : "--fixtures have their gold beside them.")
    }
  }

  func run() throws {
    let (report, faults) = try scored()
    print(
      json ? String(decoding: report.json(), as: UTF8.self) + "\n" : report.text(worst: worst), terminator: "")
    if faults > 0 { throw ExitStatus.partial.code }
  }

  /// The figures, without printing them.
  func report() throws -> ScoreReport { try scored().report }

  private func scored() throws -> (report: ScoreReport, faults: Int) {
    var texts = try by.map { try ScoredTexts(jsonLines: $0.file, field: $0.field) } ?? ScoredTexts()
    var gold = try chosen(among: fixtures == nil ? try goldFiles() : try fixtureGold())
    var predictions = Predictions()
    var faults = 0
    if let pred {
      predictions = try records(of: pred)
    } else {
      let wanted = Set(gold.map(\.document))
      let context = try inputOptions.context()
      var extraction = try ScoredExtraction(try data.load(), context: context, defaults: defaults, texts: texts)
      if let fixtures {
        for fixture in try Fixture.all(under: fixtures) where wanted.contains(fixture.document.id) {
          extraction.read(fixture)
        }
      } else {
        try extraction.read(InputList(inputs, members: context.members), wanted: wanted)
      }
      guard !extraction.documents.isEmpty else {
        Messages.error("None of the texts has gold in \(self.gold ?? fixtures ?? ""): the ids of both have to agree.")
        throw ExitStatus.noInput.code
      }
      (predictions, texts, faults) = (extraction.predictions, extraction.texts, extraction.faults)
      gold = try asked(gold, of: extraction.documents)
    }
    let scorer = Scorer(groups: texts.groups) { texts.sentence(of: $1, in: $0) }
    return (scorer.score(gold: gold, predictions: predictions), faults)
  }

  /// Gold of the texts that were read; the others are named, so that nobody takes a part for the whole.
  private func asked(_ gold: [GoldFile], of documents: Set<String>) throws -> [GoldFile] {
    let unread = gold.filter { !documents.contains($0.document) }
    guard let first = unread.first else { return gold }
    if let ids { throw ValidationError("\(ids): the text \(first.document) is not among the inputs.") }
    Messages.note("\(unread.count) texts of gold, such as \(first.document), are not among the inputs and not scored")
    return gold.filter { documents.contains($0.document) }
  }

  /// The records to score, from wherever they come.
  private func records(of pred: String) throws -> Predictions {
    let bytes = try pred == "-" ? ScoreFiles.standardInput() : ScoreFiles.bytes(at: pred)
    return try ScoreFiles.naming(pred == "-" ? "<stdin>" : pred) { () throws(JSONError) in
      try Predictions(jsonLines: bytes)
    }
  }

  private func goldFiles() throws -> [GoldFile] {
    let folder = gold ?? ""
    let files = try ScoreFiles.paths(in: folder, suffix: ".json").map(ScoreFiles.gold)
    guard !files.isEmpty else { throw ValidationError("No gold file (*.json) in \(folder).") }
    return files
  }

  private func fixtureGold() throws -> [GoldFile] {
    let folder = fixtures ?? ""
    let files = try Fixture.all(under: folder).filter(\.hasGold).map { fixture in
      let file = try ScoreFiles.gold(at: fixture.goldPath)
      guard file.document == fixture.document.id else {
        throw ValidationError("\(fixture.goldPath) is of the text \(file.document), not \(fixture.document.id).")
      }
      return file
    }
    guard !files.isEmpty else { throw ValidationError("No gold.json beside the texts in \(folder).") }
    return files
  }

  private func chosen(among files: [GoldFile]) throws -> [GoldFile] {
    guard let ids else { return files }
    let chosen = try ScoreFiles.words(at: ids)
    let wanted = files.filter { chosen.contains($0.document) }
    // An id without gold would otherwise make the figures better than they are.
    if let lost = chosen.subtracting(wanted.map(\.document)).min() {
      throw ValidationError("\(ids): no gold in \(gold ?? fixtures ?? "") for the text \(lost).")
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
