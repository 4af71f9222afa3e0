import ArgumentParser
import SortieExport

/// What is written, in which formats and where to.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "One of \(OutputFormats.names). Without it: a table on a terminal, CSV elsewhere.", valueName: "format"))
  var format: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Write to this file, in the format of its ending; may be given several times. The file appears when it is whole.",
      valueName: "file"))
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      Bring this file (csv, tsv, jsonl, sqlite) up to date: replace records of the same id, add new ones, mark those that \
      a text no longer gives as \(WithdrawnRecords.rule).
      """,
      valueName: "file"))
  var upsert: [String] = []

  @Option(
    help: ArgumentHelp(
      "The table that csv and tsv hold: \(Layout.all.map(\.name).joined(separator: ", ")).", valueName: "table"))
  var layout: String?

  @Flag(
    help: """
      Write csv and tsv for Excel: a byte order mark, CR LF, and text that it would take for a number or a date as ="…".
      """)
  var excel = false

  @Option(
    help: ArgumentHelp(
      "What stands between the cells of csv: comma or semicolon, which Excel wants where the comma is the decimal sign.",
      valueName: "sign"))
  var delimiter: Delimiter?

  @Flag(help: "Leave cells as they are that a spreadsheet would run as a formula.")
  var raw = false

  enum Delimiter: String, CaseIterable, ExpressibleByArgument {
    case comma, semicolon

    var byte: UInt8 {
      switch self {
      case .comma: UInt8(ascii: ",")
      case .semicolon: UInt8(ascii: ";")
      }
    }
  }

  /// The files that are written, in the order of the command line.
  var paths: [String] { (files + upsert).filter { $0 != "-" } }

  func validate() throws {
    let plan = try plan(isTerminal: false)
    let formats = plan.parts.map(\.format)
    if let layout, Layout.named(layout) == nil {
      throw ValidationError(
        "There is no table '\(layout)'; tables are \(Layout.all.map(\.name).joined(separator: ", ")).")
    }
    let isDelimited = formats.contains(where: OutputPlan.isDelimited)
    for (isGiven, name) in [(layout != nil, "--layout"), (excel, "--excel")] where isGiven && !isDelimited {
      throw ValidationError("\(name) is for csv and tsv, and neither is written.")
    }
    if delimiter != nil, !formats.contains(where: { $0 is CSVFormat.Type }) {
      throw ValidationError("--delimiter is for csv, and none is written.")
    }
    if let layout, layout != Layout.wide.name,
      plan.parts.contains(where: { part in
        if case .updated = part.place { return OutputPlan.isDelimited(part.format) }
        return false
      })
    {
      throw ValidationError(
        "--upsert brings the table \(Layout.wide.name) up to date; --layout \(layout) is written anew with -o.")
    }
  }

  func plan(isTerminal: Bool) throws -> OutputPlan {
    try OutputPlan(
      format: format ?? (layout != nil && paths.isEmpty ? CSVFormat.name : nil), files: files, updated: upsert,
      isTerminal: isTerminal)
  }

  func formatOptions(
    claimantSides: @escaping @Sendable (String) -> [String], names: @escaping @Sendable (String) -> String?
  ) -> FormatOptions {
    FormatOptions(
      isRaw: raw, layout: layout.flatMap(Layout.named) ?? .wide, isForSpreadsheet: excel, delimiter: delimiter?.byte,
      width: StandardStream.output.width, claimantSides: claimantSides, names: names)
  }
}
