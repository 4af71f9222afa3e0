import ArgumentParser
import SortieExport

/// What is written, in which formats and where to.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "One of \(OutputPlan.names). Without it: a table on a terminal, CSV elsewhere.", valueName: "format"))
  var format: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Write to this file, in the format of its ending; may be given several times. The file appears when it is whole.",
      valueName: "file"))
  var files: [String] = []

  @Flag(help: "Leave cells as they are that a spreadsheet would run as a formula.")
  var raw = false

  func validate() throws { _ = try plan(isTerminal: false) }

  func plan(isTerminal: Bool) throws -> OutputPlan {
    try OutputPlan(format: format, files: files, isTerminal: isTerminal)
  }
}
