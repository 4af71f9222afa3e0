import SortieSchema
import Testing

@testable import SortieExport

@Suite("Charts")
struct ChartTests {
  private func record(
    _ number: Int, day: String? = "2017-01-24", to end: String? = nil, operators: [String] = ["RU"],
    aircraft: String? = nil, places: [Place] = [], strikes: Int? = nil, _ change: (inout Sortie) -> Void = { _ in }
  ) -> Sortie {
    Sample.record(number) { record in
      if let day {
        record.date = SortieDate(
          start: CalendarDate(iso: day), end: CalendarDate(iso: end ?? day), precision: .day, basis: .explicit)
      }
      record.participants = operators.map { Participant(operator: $0, aircraft: aircraft) }
      record.places = places
      record.counts.strikes = strikes.map { Count(exactly: $0) }
      change(&record)
    }
  }

  private func totals(_ records: [Sortie]) -> ChartTotals {
    var totals = ChartTotals()
    totals.add(Sample.result(records))
    return totals
  }

  private func drawing(
    _ chart: Chart, _ records: [Sortie], _ measure: Measure = .strikes, source: String = "records.jsonl"
  ) throws -> ReadMarkup? {
    try chart.svg(of: totals(records), measure: measure, source: source).map(ReadMarkup.init)
  }

  /// What the bars and circles say when pointed at.
  private func said(_ markup: ReadMarkup?) -> [String] {
    guard let markup else { return [] }
    return markup.named("title").filter { title in
      ["rect", "circle"].contains(title.path.last.map { markup.elements[$0].name })
    }.map(\.text)
  }

  @Test("Bars are net figures: of a total and its part nothing is counted twice")
  func net() throws {
    let records = [
      record(1, strikes: 24) { $0.scope = .summary },
      record(2, operators: ["US"], strikes: 20) { $0.partOf = Sample.id(1) },
    ]
    #expect(
      said(try drawing(.timeline, records)).sorted() == [
        "24 January 2017, RU: 4", "24 January 2017, US: 20",
      ])
  }

  @Test(
    "What nobody says was flown is not drawn, and the chart says so",
    arguments: [Sortie.Status.denied, .planned, .aborted])
  func notFlown(status: Sortie.Status) throws {
    let records = [record(1, strikes: 3), record(2, operators: ["US"], strikes: 9) { $0.status = status }]
    let drawing = try #require(try drawing(.timeline, records))
    #expect(said(drawing) == ["24 January 2017, RU: 3"])
    #expect(drawing[id: "desc"]?.text.contains("Not drawn: of 2 records 1 \(status.rawValue).") == true)
  }

  @Test("Running totals are not drawn, disputed actions are, and the chart says both")
  func runningTotals() throws {
    let records = [
      record(1, strikes: 3) { $0.status = .disputed }, record(2, strikes: 5000) { $0.scope = .cumulative },
    ]
    let drawing = try #require(try drawing(.timeline, records))
    #expect(said(drawing) == ["24 January 2017, RU: 3"])
    let notes = try #require(drawing[id: "desc"]?.text)
    #expect(notes.contains("of 2 records 1 running total."))
    #expect(notes.contains("Drawn although disputed: 1 record."))
  }

  @Test("A part of a running total is one as well, and so is a part of that part")
  func partsOfRunningTotals() throws {
    let records = [
      record(3, strikes: 20) { $0.partOf = Sample.id(2) }, record(2, strikes: 300) { $0.partOf = Sample.id(1) },
      record(1, strikes: 5000) { $0.scope = .cumulative }, record(4, strikes: 3),
    ]
    let drawing = try #require(try drawing(.timeline, records))
    #expect(said(drawing) == ["24 January 2017, RU: 3"])
    #expect(drawing[id: "desc"]?.text.contains("of 4 records 3 running totals.") == true)
  }

  @Test("Undated figures, and those of periods longer than a bar, are counted and said")
  func undated() throws {
    let records = [
      record(1, strikes: 3), record(2, day: nil, strikes: 5),
      record(3, day: "2017-01-01", to: "2017-01-31", strikes: 7),
      record(4, day: "2016-12-01", to: "2017-02-01", strikes: 11),
    ]
    let notes = try drawing(.timeline, records)?[id: "desc"]?.text
    #expect(
      notes?.contains(
        "Not drawn: 5 strikes without a date that could be resolved; 18 strikes told of periods longer than a bar.")
        == true)
  }

  @Test(
    "Bars are days, months or years, so that they can be told apart",
    arguments: [("2017-03-01", "day"), ("2018-03-01", "month"), ("2040-01-01", "year")])
  func units(last: String, unit: String) throws {
    let records = [record(1, day: "2017-01-30", strikes: 2), record(2, day: last, strikes: 1)]
    let drawing = try #require(try drawing(.timeline, records))
    #expect(drawing[id: "title"]?.text == "Strikes per \(unit), by operator")
    #expect(said(drawing).count == 2)
  }

  @Test("A night stands on its first day, a month in the bar of its month")
  func periods() throws {
    let records = [
      record(1, day: "2016-12-31", to: "2017-01-01", strikes: 2),
      record(2, day: "2017-12-01", to: "2017-12-31", strikes: 1),
    ]
    #expect(said(try drawing(.timeline, records)) == ["31 December 2016, RU: 2"])
    let months = [
      record(1, day: "2016-01-31", strikes: 2), record(2, day: "2017-12-01", to: "2017-12-31", strikes: 1),
      record(3, day: "2017-12-06", strikes: 4),
    ]
    #expect(said(try drawing(.timeline, months)) == ["January 2016, RU: 2", "December 2017, RU: 5"])
  }

  @Test("Many operators: the greatest have colours of their own, the others stand together, nothing is lost")
  func manyOperators() throws {
    let records =
      (1...9).map { record($0, operators: ["O\($0)"], strikes: $0) } + [record(10, operators: ["unknown"], strikes: 2)]
    let said = said(try drawing(.timeline, records))
    #expect(
      said == [
        "24 January 2017, O9: 9", "24 January 2017, O8: 8", "24 January 2017, O7: 7", "24 January 2017, O6: 6",
        "24 January 2017, O5: 5", "24 January 2017, 4 others: 10", "24 January 2017, operator not told: 2",
      ])
  }

  @Test("Figures of several places or types together are not shared out")
  func together() throws {
    let places = [Place(name: "Marea"), Place(name: "Raqqa")]
    let records = [
      record(1, places: [places[0]], strikes: 3), record(2, places: places, strikes: 8), record(3, strikes: 2),
    ]
    let totals = totals(records)
    #expect(
      BarChart.places(totals, measure: .strikes) == [
        .init(name: "Marea", figure: 3), .init(name: "several places together", figure: 8, isRemainder: true),
        .init(name: "place not told", figure: 2, isRemainder: true),
      ])
    #expect(
      BarChart.places(totals, measure: .actions).map(\.figure) == [2, 1, 1])
    let mixed = Sample.record {
      $0.participants = [Participant(operator: "RU", aircraft: "Su-24M"), Participant(operator: "RU", class: .drone)]
      $0.counts.strikes = Count(exactly: 5)
    }
    #expect(
      BarChart.aircraft(self.totals([mixed]), measure: .strikes)
        == [.init(name: "several types together", figure: 5, isRemainder: true)])
    #expect(
      BarChart.aircraft(self.totals([mixed]), measure: .actions).map(\.name) == ["Su-24M", "drone of untold type"])
  }

  @Test("A map has a circle for every place with a point, and names what it cannot show")
  func map() throws {
    let records = [
      record(1, places: [Place(id: "a", name: "Marea", latitude: 36.5, longitude: 37.2)]),
      record(2, places: [Place(id: "b", name: "Hama", latitude: 35, longitude: 36.7, precision: .province)]),
      record(3, places: [Place(id: "c", name: "Sanaa", latitude: 15.3, longitude: 44.2)]),
      record(4, places: [Place(id: "a", name: "Marea", latitude: 36.5, longitude: 37.2)]),
      record(5, places: [Place(id: "d", name: "Nowhere", latitude: 95, longitude: 44.2)]),
    ]
    let drawing = try #require(try drawing(.map, records, .actions))
    #expect(said(drawing) == ["Marea: 2 actions"])
    #expect(
      drawing[id: "desc"]?.text.contains(
        "Not drawn: 2 actions at provinces, countries and places without coordinates; beyond the edges Sanaa.") == true)
  }

  @Test("Where nothing can be drawn there is no file", arguments: Chart.allCases)
  func nothing(chart: Chart) throws {
    #expect(try drawing(chart, [record(1, day: nil)], .sorties) == nil)
  }

  @Test("The same records in any order give the same bytes", arguments: Chart.allCases)
  func order(chart: Chart) {
    let records = (1...12).map { number in
      record(
        number, day: "2017-01-\(10 + number % 4)", operators: ["O\(number % 5)"], aircraft: "A\(number % 3)",
        places: [Place(name: "P\(number % 7)", latitude: 34 + Double(number % 7), longitude: 36)], strikes: number)
    }
    func bytes(_ records: [Sortie]) -> [UInt8]? {
      chart.svg(of: totals(records), measure: .strikes, source: "s")
    }
    #expect(bytes(records) != nil)
    #expect(bytes(records) == bytes(records.reversed()))
  }

  @Test("Words of records never become markup, and long ones are cut short", arguments: ReportSafetyTests.hostile)
  func hostile(words: String) throws {
    func read(_ words: String) throws -> [[String]] {
      try Chart.allCases.map { chart in
        let place = Place(name: words, admin1: words, latitude: 36, longitude: 37)
        let records = [record(1, operators: [words], aircraft: words, places: [place], strikes: 2)]
        let drawing = try #require(try drawing(chart, records, source: words))
        #expect(drawing.named("title").count > 1)
        return drawing.elements.map(\.name).filter { $0 != "tspan" && $0 != "title" && $0 != "text" }
      }
    }
    #expect(try read(words) == read("plain"))
  }

  @Test(
    "Axes have at most six round ticks, of which the last is not below the greatest figure",
    arguments: [0, 1, 4, 7, 13, 99, 12_453, 1_000_001, Int.max / 2])
  func axis(greatest: Int) {
    let axis = Axis(to: greatest)
    #expect(axis.ticks.count <= 6)
    #expect(axis.end >= greatest)
    #expect(axis.ticks.last == axis.end)
  }

  @Test("The usual figure is the one that more records tell")
  func usual() {
    let sorties = Sample.record { $0.counts.sorties = Count(exactly: 6) }
    #expect(totals([sorties]).usualMeasure(of: .timeline) == .sorties)
    #expect(totals([record(1, strikes: 2)]).usualMeasure(of: .timeline) == .strikes)
    #expect(totals([record(1)]).usualMeasure(of: .timeline) == .actions)
    #expect(totals([sorties]).usualMeasure(of: .aircraft) == .actions)
  }

  @Test("The outlines in the program name the countries of the theatre, whose labels lie within them")
  func outlines() throws {
    for (code, name) in [
      ("SY", "Syria"), ("IQ", "Iraq"), ("TR", "Turkey"), ("LB", "Lebanon"), ("JO", "Jordan"), ("YE", "Yemen"),
    ] {
      let shape = try #require(Outlines.embedded.countries.first { $0.code == code })
      #expect(shape.name == name)
      #expect(shape.bounds.contains(shape.label))
      #expect(shape.lines[0].first == shape.lines[0].last)
    }
    #expect(Outlines.embedded.countries.count > 200)
    #expect(Outlines.embedded.disputed.contains { $0.name == "Syrian claim" })
  }
}
