import SortieSchema

/// Stacked bars, one a day, month or year, of the figures of each operator.
struct TimelineChart {
  let bins: TimelineBins
  let measure: Measure
  let series: [SeriesRanking.Series]
  let width: Double
  let height: Double

  private let left = 48.0
  private let right = 8.0
  private let bottom = 38.0

  /// Nil where no dated record tells a figure.
  init?(
    _ totals: ChartTotals, measure: Measure, width: Double, height: Double, prefix: String, name: (String) -> String
  ) {
    guard let bins = TimelineBins(totals.timeline, measure: measure) else { return nil }
    self.bins = bins
    self.measure = measure
    self.width = width
    self.height = height
    var drawn: ChartTotals.ByName = [:]
    for bar in bins.bars { drawn.merge(bar, uniquingKeysWith: +) }
    series = SeriesRanking(drawn, measure: measure, prefix: prefix, name: name).series
  }

  var title: String { "\(measure.title) per \(bins.unit.word), by operator" }

  func draw(on canvas: inout Canvas) {
    let top = drawLegend(on: &canvas)
    let plot = (x: left, y: top + 12, width: width - left - right, height: height - top - 12 - bottom)
    let totals = bins.bars.map { bar in bar.values.reduce(Figures.none, +)[measure] }
    let axis = Axis(to: totals.max() ?? 0)
    for tick in axis.ticks {
      let y = plot.y + plot.height * (1 - Double(tick) / Double(axis.end))
      canvas.line(plot.x, y, plot.x + plot.width, y, opacity: tick == 0 ? ".6" : ".15")
      canvas.text(Axis.label(tick), x: plot.x - 8, y: y + 4, size: 11, anchor: .end, isFaint: true)
    }
    let step = plot.width / Double(bins.bars.count)
    let barWidth = min(44, max(1, step * 0.78))
    for (index, bar) in bins.bars.enumerated() {
      var y = plot.y + plot.height
      for series in series {
        let figure = series.keys.reduce(Figures.none) { $0 + (bar[$1] ?? .none) }[measure]
        guard figure > 0 else { continue }
        let length = plot.height * Double(figure) / Double(axis.end)
        y -= length
        canvas.rectangle(
          x: plot.x + step * (Double(index) + 0.5) - barWidth / 2, y: y, width: barWidth, height: length,
          fill: series.fill, title: "\(bins.name(of: index)), \(series.name): \(Axis.label(figure))")
      }
    }
    drawDates(on: &canvas, x: plot.x, y: plot.y + plot.height, step: step)
  }

  /// - Returns: the bottom of the legend.
  private func drawLegend(on canvas: inout Canvas) -> Double {
    var x = left
    var y = 12.0
    for series in series {
      let label = Canvas.fitted(series.name, width: 300, size: 12)
      let room = 18 + Canvas.width(of: label, size: 12) + 18
      if x > left, x + room > width {
        x = left
        y += 20
      }
      canvas.rectangle(x: x, y: y - 10, width: 12, height: 12, fill: series.fill)
      canvas.text(label, x: x + 18, y: y, size: 12, title: label == series.name ? nil : series.name)
      x += room
    }
    return y
  }

  /// Labels below the bars, as many as there is room for; the year stands below the first label of a year.
  private func drawDates(on canvas: inout Canvas, x: Double, y: Double, step: Double) {
    let room = bins.unit == .year ? 40.0 : 52.0
    let every = Self.spacing(atLeast: Int((room / step).rounded(.up)), unit: bins.unit)
    var lastYear: Int?
    for index in bins.bars.indices {
      guard let day = bins.start(of: index), isLabelled(index, day: day, every: every) else { continue }
      let middle = x + step * (Double(index) + 0.5)
      canvas.line(middle, y, middle, y + 5, opacity: ".6")
      let month = TimelineBins.months[day.month - 1].prefix(3)
      switch bins.unit {
      case .day: canvas.text("\(day.day) \(month)", x: middle, y: y + 18, size: 11, anchor: .middle)
      case .month: canvas.text("\(month)", x: middle, y: y + 18, size: 11, anchor: .middle)
      case .year: canvas.text("\(day.year)", x: middle, y: y + 18, size: 11, anchor: .middle)
      }
      if bins.unit != .year, lastYear != day.year {
        canvas.text("\(day.year)", x: middle, y: y + 32, size: 11, anchor: .middle, isBold: true)
        lastYear = day.year
      }
    }
  }

  private func isLabelled(_ index: Int, day: CalendarDate, every: Int) -> Bool {
    switch bins.unit {
    // Weeks begin on Mondays.
    case .day: every == 1 || (every < 7 ? index % every == 0 : every == 7 ? day.weekday == 0 : index % every == 0)
    case .month: every == 1 || (day.month - 1) % every == 0
    case .year: every == 1 || day.year % every == 0
    }
  }

  private static func spacing(atLeast least: Int, unit: TimelineBins.Unit) -> Int {
    let steps: [Int]
    switch unit {
    case .day: steps = [1, 2, 7, 14, 28]
    case .month: steps = [1, 2, 3, 6, 12]
    case .year: steps = [1, 2, 5, 10, 20, 50, 100, 500, 1000]
    }
    return steps.first { $0 >= least } ?? steps[steps.count - 1]
  }
}
