import SortieSchema

/// What the report says of all texts together.
struct ReportSummary: Sendable {
  private var texts = 0
  private var withRecords = 0
  private var without: [DocumentResult.Coverage: Int] = [:]
  private var absences = 0
  private var doubtful = 0
  private var first: CalendarDate?
  private var last: CalendarDate?
  private var provenance: Provenance?
  private var totals = ChartTotals()

  private static let chartWidth = 920.0

  mutating func add(_ result: DocumentResult, rows: [RecordRow]) {
    texts += 1
    absences += result.absences.count
    if rows.isEmpty { without[result.coverage, default: 0] += 1 } else { withRecords += 1 }
    totals.add(rows)
    for row in rows {
      if !row.record.findings.isEmpty { doubtful += 1 }
      if provenance == nil { provenance = row.record.provenance }
      guard let date = row.record.date, let start = date.start ?? date.end, let end = date.end ?? date.start else {
        continue
      }
      first = first.map { min($0, start) } ?? start
      last = last.map { max($0, end) } ?? end
    }
  }

  func write(into markup: inout Markup, names: OperatorNames) {
    markup.open("section", ["id": "overview", "aria-labelledby": "overview-title"])
    markup.element("h2", ["id": "overview-title"], text: "Overview")
    writeFigures(into: &markup)
    if totals.records > 0 {
      writeChoice(into: &markup)
      writeTimeline(into: &markup, names: names)
      writeMap(into: &markup)
      writeBars(into: &markup, names: names)
      writeNotes(into: &markup)
    }
    markup.close("section")
    markup.newLine()
  }

  /// Which program and data read the texts.
  func writeProvenance(into markup: inout Markup) {
    guard let provenance else { return }
    markup.element("p") { markup in
      markup.text("Read by \(provenance.tool), gazetteer ")
      markup.element("code", text: provenance.gazetteer)
      markup.text(", patterns ")
      markup.element("code", text: provenance.patterns)
      markup.text(". Outlines of the map: Natural Earth (public domain).")
    }
  }

  private func writeFigures(into markup: inout Markup) {
    var period = "not told"
    if let first, let last { period = first == last ? "\(first)" : "\(first) – \(last)" }
    let known = totals.operators.keys.filter { $0 != ChartTotals.untold }
    let sides = Set(known.flatMap { $0.split(separator: " ").filter { $0 != "+" } })
    markup.element("dl", ["class": "figures"]) { markup in
      for (name, value) in [
        ("Texts read", Axis.label(texts)), ("with records", Axis.label(withRecords)),
        ("Records", Axis.label(totals.records)), ("with findings", Axis.label(doubtful)),
        ("Operators named", Axis.label(sides.count)), ("Absences stated", Axis.label(absences)), ("Period", period),
      ] {
        markup.element("div") { markup in
          markup.element("dt", text: name)
          markup.element("dd", text: value)
        }
      }
    }
    let reasons = DocumentResult.Coverage.allCases.compactMap { coverage in
      without[coverage].map { "\($0): \(ArticleMarkup.reason(coverage))" }
    }
    if !reasons.isEmpty {
      markup.element("p", ["class": "note"], text: "Texts without a record – \(reasons.joined(separator: "; ")).")
    }
  }

  /// Buttons that need no program: the style sheet shows the drawings of the chosen measure.
  private func writeChoice(into markup: inout Markup) {
    markup.element("fieldset", ["class": "measures"]) { markup in
      markup.element("legend", text: "Counted are")
      for measure in Measure.allCases {
        markup.element("label") { markup in
          markup.open(
            "input",
            [
              "type": "radio", "name": "measure", "value": measure.rawValue, "id": "by-\(measure.rawValue)",
              "checked": measure == .actions ? "" : nil,
            ])
          markup.element("span", text: measure.title)
        }
      }
    }
  }

  private func writeTimeline(into markup: inout Markup, names: OperatorNames) {
    markup.element("figure") { markup in
      markup.element("figcaption", text: "When, by operator")
      for measure in Measure.allCases {
        markup.element("div", ["class": "by-\(measure.rawValue)"]) { markup in
          let prefix = "l\(measure.rawValue.prefix(2))"
          guard
            let chart = TimelineChart(
              totals, measure: measure, width: Self.chartWidth, height: 300, prefix: prefix,
              name: names.callAsFunction)
          else {
            markup.element("p", ["class": "note"], text: "No dated record tells a number of \(measure.rawValue).")
            return
          }
          var canvas = Canvas()
          Palette.definePatterns(prefix: prefix, in: &canvas.markup)
          chart.draw(on: &canvas)
          writeDrawing(canvas, height: chart.height, title: chart.title, into: &markup)
          let notes = ChartNotes.undrawnDates(totals, chart.bins, measure: measure)
          Self.writeUndrawn(notes, ["class": "note"], into: &markup)
        }
      }
    }
  }

  private func writeMap(into markup: inout Markup) {
    guard let chart = MapChart(totals, outlines: .embedded, width: Self.chartWidth, height: 520) else { return }
    markup.element("figure", ["class": "map"]) { markup in
      markup.element("figcaption", text: "Where")
      var canvas = Canvas()
      chart.drawLand(on: &canvas)
      chart.drawCountryNames(on: &canvas)
      for measure in Measure.allCases {
        canvas.group(["class": "by-\(measure.rawValue)"]) { chart.drawSpots(measure, on: &$0) }
      }
      writeDrawing(canvas, height: 520, title: "Map of the places", into: &markup)
      for measure in Measure.allCases {
        let notes = ChartNotes.undrawnPlaces(totals, chart, measure: measure)
        Self.writeUndrawn(notes, ["class": "note by-\(measure.rawValue)"], into: &markup)
      }
      guard !chart.beyond.isEmpty,
        let world = MapChart(totals, outlines: .embedded, width: Self.chartWidth, height: 420, showsAll: true)
      else { return }
      markup.element("details") { markup in
        markup.element("summary", text: "Map of all places")
        var canvas = Canvas()
        world.drawLand(on: &canvas)
        for measure in Measure.allCases {
          canvas.group(["class": "by-\(measure.rawValue)"]) { world.drawSpots(measure, on: &$0) }
        }
        writeDrawing(canvas, height: 420, title: "Map of all places", into: &markup)
      }
    }
  }

  private func writeDrawing(_ canvas: Canvas, height: Double, title: String, into markup: inout Markup) {
    markup.open(
      "svg",
      ["viewBox": "0 0 \(Canvas.number(Self.chartWidth)) \(Canvas.number(height))", "role": "img", "aria-label": title])
    markup.verbatim(canvas.markup.bytes)
    markup.close("svg")
  }

  private func writeBars(into markup: inout Markup, names: OperatorNames) {
    markup.element("div", ["class": "bars"]) { markup in
      for (title, nameTitle, filter, bars) in [
        (
          "By operator", "Operator", "operator",
          { BarChart.operators(totals, measure: $0, most: 15, name: names.callAsFunction) }
        ),
        ("By aircraft", "Aircraft", "text", { BarChart.aircraft(totals, measure: $0, most: 15) }),
        ("By place", "Place", "text", { BarChart.places(totals, measure: $0, most: 15) }),
      ] as [(String, String, String, (Measure) -> [BarChart.Bar])] {
        for measure in Measure.allCases {
          BarTable(title: title, nameTitle: nameTitle, filter: filter, measure: measure, bars: bars(measure)).write(
            into: &markup)
        }
      }
    }
  }

  private func writeNotes(into markup: inout Markup) {
    for measure in Measure.allCases {
      let sharing = "A record with several places or types counts once with each of them."
      let notes = ChartNotes.notes(totals, measure: measure, sharing: measure == .actions ? sharing : nil)
      markup.element("p", ["class": "note by-\(measure.rawValue)"], text: notes.joined(separator: " "))
    }
  }

  private static func writeUndrawn(_ parts: [String], _ attributes: Markup.Attributes, into markup: inout Markup) {
    guard !parts.isEmpty else { return }
    markup.element("p", attributes, text: "Not drawn: \(parts.joined(separator: "; ")).")
  }
}
