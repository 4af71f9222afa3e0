import ArgumentParser
import SortieDocuments
import SortieExport

/// `sortie extract`: texts in, records out.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Read texts and write the air operations that they report.",
    discussion: """
      Inputs are files, folders (searched for files that can be read, in the order of their names) or - for the standard \
      input. What a file is, its first bytes tell and, where they do not, its name; 'sortie inspect' shows it. Results \
      stand in the order of the inputs, and the same inputs give the same bytes.

      A day of publication settles "on Tuesday" and "yesterday". It comes from the input, else from --published, else \
      from the text's own dateline.

      EXAMPLES:
        sortie extract report.txt
        sortie extract report.txt --published 2017-01-24 --source "Ministry of Defence"
        sortie extract reports/ news.jsonl -o sorties.csv -o sorties.geojson
        sortie extract archive.zip --include "*.txt" --exclude "drafts/**"
        sortie extract events.csv --text-column notes --date-column event_date
        sortie extract reports/ -o sorties.xlsx -o sorties.sqlite
        sortie extract reports/ --layout participants > participants.csv
        sortie extract new/ --upsert sorties.csv
        curl -s https://example.org/bulletin.txt | sortie extract - --format jsonl
        sortie extract archive.jsonl.zst -o sorties.csv --resume --stats stats.json

      INPUTS:
      \(InputList.kinds)

      FORMATS:
      \(OutputFormats.all.map { "  \($0.name.padded(to: 12))\($0.about)" }.joined(separator: "\n"))

      TABLES (--layout; 'sortie schema --columns' explains their columns):
      \(Layout.all.map { "  \($0.name.padded(to: 14))\($0.about)" }.joined(separator: "\n"))
      """)

  @Argument(help: ArgumentHelp("Files, folders, or - for the standard input.", valueName: "input"))
  var inputs: [String]

  @OptionGroup(title: "How inputs are read")
  var reading: InputOptions

  @OptionGroup(title: "What texts do not say themselves")
  var defaults: DocumentDefaults

  @OptionGroup(title: "What is written")
  var output: OutputOptions

  @Flag(help: "Code a text that comes again each time, and count reprints like first prints.")
  var keepDuplicates = false

  @OptionGroup(title: "How the run goes")
  var running: RunOptions

  @OptionGroup(title: "Data")
  var data: DataOptions

  func validate() throws {
    let inputFiles = output.paths.isEmpty ? [] : Set(inputs.compactMap(FileTree.identity(of:)))
    for output in output.paths where FileTree.kind(of: output) == .file {
      if let file = FileTree.identity(of: output), inputFiles.contains(file) {
        throw ValidationError("'\(output)' is an input and cannot be an output as well.")
      }
    }
    if running.resume, try !output.plan(isTerminal: false).canBeContinued {
      throw ValidationError("--resume goes on with files of csv, tsv or jsonl, given with -o.")
    }
  }

  func run() throws {
    let context = try reading.context()
    let run = ExtractionRun(
      inputs: InputList(inputs, members: context.members), context: context, keepsDuplicates: keepDuplicates,
      defaults: defaults, outputs: output,
      reading: { try data.load() }, running: running, arguments: Array(CommandLine.arguments.dropFirst()))
    try withExtendedLifetime(run.run()) { Ending.done() }
  }
}
