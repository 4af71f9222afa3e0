import ArgumentParser

@main
struct SortieCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sortie",
    abstract: "Reads air operations out of prose: who flew, with what, when, where, against what, and who says so.",
    discussion: """
      EXAMPLES:
        sortie extract report.txt                     a table on the terminal, CSV into a pipe
        sortie extract reports/ -o sorties.csv        a folder of texts into one CSV file
        sortie extract news.jsonl --format jsonl      whole records, one a line
        sortie extract reports/ -o report.html        a report to look at, in one file that works offline
        sortie plot records.jsonl -o chart.svg        a chart of records
        sortie explain report.txt                     what was read where, and why other sentences gave nothing

      EXIT CODES:
        0   done; findings about records do not change it
        1   a check or a validation found something wrong
        2   done in part: some inputs or lines could not be read; the messages name them
        64  the command was not understood
        65  nothing usable in the inputs or in the data files
        73  an output could not be written
        130 interrupted, with what was done kept for --resume
      """,
    version: Program.version,
    subcommands: [
      ExtractCommand.self, ExplainCommand.self, InspectCommand.self, TextsCommand.self, CheckCommand.self,
      SchemaCommand.self,
      ValidateCommand.self, PlotCommand.self,
      PatternsCommand.self, GazetteerCommand.self, ScoreCommand.self,
    ])

  static func main() {
    do {
      if let command = Self.plainCommand(Array(CommandLine.arguments.dropFirst())) {
        var command = command
        try command.run()
      } else {
        var command = try parseAsRoot()
        try command.run()
      }
    } catch {
      Ending.end(with: error)
    }
  }
}

extension SortieCommand {
  /// The command of a command line that is in order, without a look at the other commands; nil where anything is wrong
  /// with it or help is asked for, which takes all of them to be told.
  private static func plainCommand(_ arguments: [String]) -> (any ParsableCommand)? {
    guard let name = arguments.first,
      let command = configuration.subcommands.first(where: { $0.configuration.commandName == name }),
      command.configuration.subcommands.isEmpty
    else { return nil }
    let rest = Array(arguments.dropFirst())
    guard let parsed = try? command.parseAsRoot(rest), type(of: parsed) == command else { return nil }
    return parsed
  }
}

enum Program {
  static let version = "0.1.0"
  /// As records name what read them.
  static let nameAndVersion = "sortie \(version)"
}
