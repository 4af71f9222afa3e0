/// Bars that lie on their side, the longest first, each with its name before it and its figure behind.
struct BarChart {
  struct Bar: Equatable {
    let name: String
    /// Said smaller behind the name.
    var detail: String?
    let figure: Int
    /// What cannot be shared out, or is not told, is a figure without a bar: it would dwarf the others.
    var isRemainder = false
  }

  let bars: [Bar]
  let measure: Measure
  let width: Double

  private static let rowHeight = 24.0
  private static let axisHeight = 30.0

  var height: Double { Double(bars.count) * Self.rowHeight + Self.axisHeight }

  func draw(on canvas: inout Canvas) {
    let longestName =
      bars.map { bar in
        Canvas.width(of: bar.name, size: 13) + (bar.detail.map { 8 + Canvas.width(of: $0, size: 11) } ?? 0)
      }.max() ?? 0
    let nameRoom = min(width * 0.42, longestName + 14)
    let figureRoom = 64.0
    let room = width - nameRoom - figureRoom
    let axis = Axis(to: bars.filter { !$0.isRemainder }.map(\.figure).max() ?? 0)
    let bottom = Double(bars.count) * Self.rowHeight
    for tick in axis.ticks {
      let x = nameRoom + room * Double(tick) / Double(axis.end)
      canvas.line(x, 0, x, bottom, opacity: tick == 0 ? ".6" : ".15")
      canvas.text(Axis.label(tick), x: x, y: bottom + 17, size: 11, anchor: .middle, isFaint: true)
    }
    for (index, bar) in bars.enumerated() {
      let y = Double(index) * Self.rowHeight
      drawName(of: bar, on: &canvas, right: nameRoom - 10, y: y + 17)
      if bar.isRemainder {
        canvas.text(Axis.label(bar.figure), x: nameRoom + 6, y: y + 17, size: 12, isFaint: true)
        continue
      }
      let length = room * Double(bar.figure) / Double(axis.end)
      canvas.rectangle(
        x: nameRoom, y: y + 4, width: length, height: Self.rowHeight - 8,
        fill: Palette.single,
        title: "\(bar.name): \(Axis.label(bar.figure))")
      canvas.text(Axis.label(bar.figure), x: nameRoom + length + 6, y: y + 17, size: 12)
    }
  }

  private func drawName(of bar: Bar, on canvas: inout Canvas, right: Double, y: Double) {
    let name = Canvas.fitted(bar.name, width: right, size: 13)
    let room = right - Canvas.width(of: name, size: 13) - 8
    let detail = bar.detail.map { Canvas.fitted($0, width: max(0, room), size: 11) }.flatMap { $0.count > 3 ? $0 : nil }
    canvas.text(
      name, x: right, y: y, size: 13, anchor: .end, isFaint: bar.isRemainder, detail: detail,
      title: name == bar.name ? nil : bar.name)
  }
}

extension BarChart {
  /// So many bars fit on a page.
  static let mostBars = 25

  /// The aircraft, by type or, where none is told, by class.
  static func aircraft(_ totals: ChartTotals, measure: Measure, most: Int = mostBars) -> [Bar] {
    var bars = ranked(
      totals.aircraft.filter { $0.key != ChartTotals.untold }.map { ($0.key, nil, $0.value[measure]) }, "types", most)
    remainder("several types together", totals.severalAircraft[measure], to: &bars)
    remainder("aircraft not told", totals.aircraft[ChartTotals.untold]?[measure] ?? 0, to: &bars)
    return bars
  }

  static func places(_ totals: ChartTotals, measure: Measure, most: Int = mostBars) -> [Bar] {
    var bars = ranked(totals.places.values.map { ($0.name, $0.region, $0.figures[measure]) }, "places", most)
    remainder("several places together", totals.severalPlaces[measure], to: &bars)
    remainder("place not told", totals.placeUntold[measure], to: &bars)
    return bars
  }

  static func operators(
    _ totals: ChartTotals, measure: Measure, most: Int = mostBars, name: (String) -> String
  ) -> [Bar] {
    var bars = ranked(
      totals.operators.filter { $0.key != ChartTotals.untold }.map { (name($0.key), nil, $0.value[measure]) },
      "operators", most)
    remainder("operator not told", totals.operators[ChartTotals.untold]?[measure] ?? 0, to: &bars)
    return bars
  }

  private static func ranked(_ all: [(name: String, detail: String?, figure: Int)], _ what: String, _ most: Int)
    -> [Bar]
  {
    let told = all.filter { $0.figure > 0 }.sorted {
      ($1.figure, $0.name, $0.detail ?? "") < ($0.figure, $1.name, $1.detail ?? "")
    }
    var bars = told.prefix(most).map { Bar(name: $0.name, detail: $0.detail, figure: $0.figure) }
    let rest = told.dropFirst(most)
    if !rest.isEmpty {
      let sum = rest.reduce(0) { sum, bar in Figures.sum(sum, bar.figure) }
      remainder("\(rest.count) more \(what)", sum, to: &bars)
    }
    return bars
  }

  private static func remainder(_ name: String, _ figure: Int, to bars: inout [Bar]) {
    if figure > 0 { bars.append(Bar(name: name, figure: figure, isRemainder: true)) }
  }
}
