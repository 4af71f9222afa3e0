import ArgumentParser
import SortieExport
import SortieSchema

/// `sortie plot`: records as a drawing.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot",
    abstract: "Draw records as an SVG chart.",
    discussion: """
      Reads records as 'sortie extract' writes them: JSON Lines, or the wide table as CSV or TSV. Figures are net \
      (sorties_net, strikes_net): of a total and its parts nothing is counted twice, running totals and what was denied, planned or aborted are not drawn, and the \
      chart says how many those are.

      CHARTS:
      \(Chart.allCases.map { "  \($0.rawValue.padded(to: 11))\($0.about)" }.joined(separator: "\n"))

      EXAMPLES:
        sortie plot records.jsonl -o days.svg
        sortie plot records.jsonl --chart places --count strikes -o places.svg
        sortie plot sorties.csv --chart operators -o operators.svg
        sortie extract reports/ --format jsonl | sortie plot - --chart aircraft > aircraft.svg
      """)

  @Argument(help: ArgumentHelp("A file of records, or - for the standard input.", valueName: "records"))
  var records: String

  @Option(help: ArgumentHelp("One of \(names(Chart.self)).", valueName: "chart"))
  var chart = Chart.timeline.rawValue

  @Option(
    help: ArgumentHelp(
      "What is counted: \(names(Measure.self)). Without it: sorties or strikes, "
        + "whichever more records tell, for the timeline; strikes for places; actions for the others.",
      valueName: "what"))
  var count: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Write to this file; it appears when it is whole. Without it: the standard output.", valueName: "file"))
  var output: String?

  @OptionGroup(title: "Data")
  var data: DataOptions

  func validate() throws {
    _ = try Self.chart(named: chart)
    _ = try count.map(Self.measure(named:))
  }

  private static func chart(named name: String) throws -> Chart {
    if let chart = Chart(rawValue: name) { return chart }
    throw ValidationError("There is no chart '\(name)'; charts are \(names(Chart.self)).")
  }

  private static func measure(named name: String) throws -> Measure {
    if let measure = Measure(rawValue: name) { return measure }
    throw ValidationError("There is no count '\(name)'; counts are \(names(Measure.self)).")
  }

  private static func names<Choice: CaseIterable & RawRepresentable<String>>(_: Choice.Type) -> String {
    Choice.allCases.map(\.rawValue).joined(separator: ", ")
  }

  func run() throws {
    let chart = try Self.chart(named: chart)
    let totals = try RecordFile(records).chartTotals()
    let measure = try count.map(Self.measure(named:)) ?? totals.usualMeasure(of: chart)
    let names = EntityNames(try data.loadGazetteer())
    let source = records == "-" ? "records from the standard input" : records
    guard let svg = chart.svg(of: totals, measure: measure, source: source, name: { names[$0] }) else {
      throw NothingToDraw(records: totals.records, chart: chart, measure: measure)
    }
    guard let output, output != "-" else { return try StandardStream.output.write(svg) }
    let file = try OutputFile(output)
    try file.write(svg)
    try file.commit()
  }
}

/// Records of which none tells what a chart draws.
struct NothingToDraw: EndingError, CustomStringConvertible {
  let records: Int
  let chart: Chart
  let measure: Measure

  var status: ExitStatus { .noInput }

  var description: String {
    let what: String
    switch chart {
    case .timeline: what = "\(measure.rawValue) on a day, in a month or in a year"
    case .map: what = "\(measure.rawValue) at a place with coordinates"
    case .places, .aircraft, .operators: what = measure.rawValue
    }
    let others = Measure.allCases.filter { $0 != measure }.map(\.rawValue).joined(separator: " or ")
    return "none of \(records) record\(records == 1 ? "" : "s") tells \(what) to draw; try --count \(others)"
  }
}
