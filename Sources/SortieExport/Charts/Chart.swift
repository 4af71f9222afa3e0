/// A drawing that stands alone: a whole SVG file with title, legend, axes and a note on what is drawn and what is not.
public enum Chart: String, CaseIterable, Sendable {
  case timeline, places, aircraft, operators, map

  /// One line for the help.
  public var about: String {
    switch self {
    case .timeline: "figures a day, month or year, by operator"
    case .places: "figures by place"
    case .aircraft: "figures by type of aircraft, or by class where no type is told"
    case .operators: "figures by operator"
    case .map: "circles on the outlines of countries"
    }
  }

  /// The SVG file; nil where no record tells a figure that the chart could draw.
  ///
  /// - Parameters:
  ///   - totals: the figures of all records.
  ///   - measure: which of them are drawn.
  ///   - source: said below the drawing, e.g. the name of the file of records.
  ///   - name: the name of an operator by its id; nil where it is not known.
  public func svg(
    of totals: ChartTotals, measure: Measure, source: String,
    name: @escaping @Sendable (String) -> String? = { _ in nil }
  ) -> [UInt8]? {
    let names = OperatorNames(name)
    let width = StandaloneChart.innerWidth
    switch self {
    case .timeline:
      guard
        let chart = TimelineChart(
          totals, measure: measure, width: width, height: 380, prefix: "s", name: names.callAsFunction)
      else { return nil }
      let notes = ChartNotes.notes(
        totals, measure: measure, undrawn: ChartNotes.undrawnDates(totals, chart.bins, measure: measure))
      return StandaloneChart(title: chart.title, notes: notes, source: source)
        .svg(height: chart.height, draw: chart.draw)
    case .places:
      return bars(BarChart.places(totals, measure: measure), "\(measure.title) by place", totals, measure, source)
    case .aircraft:
      return bars(
        BarChart.aircraft(totals, measure: measure), "\(measure.title) by aircraft", totals, measure, source)
    case .operators:
      return bars(
        BarChart.operators(totals, measure: measure, name: names.callAsFunction), "\(measure.title) by operator",
        totals, measure, source)
    case .map:
      let drawable = totals.places.values.contains { $0.point != nil && $0.figures[measure] > 0 }
      guard drawable,
        let chart = MapChart(totals, outlines: .embedded, width: width, height: 600)
      else { return nil }
      let notes = ChartNotes.notes(
        totals, measure: measure, undrawn: ChartNotes.undrawnPlaces(totals, chart, measure: measure))
      return StandaloneChart(
        title: "\(measure.title) by place", notes: notes, source: "\(source). Outlines: Natural Earth"
      ).svg(height: 600) { canvas in
        canvas.markup.open("svg", ["width": Canvas.number(width), "height": "600", "overflow": "hidden"])
        chart.drawLand(on: &canvas)
        chart.drawCountryNames(on: &canvas)
        chart.drawSpots(measure, on: &canvas)
        canvas.markup.close("svg")
      }
    }
  }

  private func bars(
    _ bars: [BarChart.Bar], _ title: String, _ totals: ChartTotals, _ measure: Measure, _ source: String
  ) -> [UInt8]? {
    guard !bars.isEmpty else { return nil }
    let chart = BarChart(bars: bars, measure: measure, width: StandaloneChart.innerWidth)
    let isShared = measure == .actions && self != .operators
    let sharing = "A record with several \(self == .places ? "places" : "types") counts once with each of them."
    let notes = ChartNotes.notes(totals, measure: measure, sharing: isShared ? sharing : nil)
    return StandaloneChart(title: title, notes: notes, source: source)
      .svg(height: chart.height, draw: chart.draw)
  }
}

/// Names of operators as readers know them.
struct OperatorNames: Sendable {
  private let name: @Sendable (String) -> String?

  init(_ name: @escaping @Sendable (String) -> String?) { self.name = name }

  /// The names of sides that flew together are joined by " + ".
  func callAsFunction(_ key: String) -> String {
    key.split(separator: " ").map { word in word == "+" ? "+" : self.name(String(word)) ?? String(word) }
      .joined(separator: " ")
  }
}
