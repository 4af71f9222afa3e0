import SortieExport
import SortieSchema
import Testing

@testable import SortieExport

@Suite("The report")
struct ReportTests {
  private func report(_ results: [DocumentResult]) throws -> ReadMarkup {
    try ReadMarkup(HTMLFormat.write(results, options: FormatOptions(names: { $0 == "RU" ? "Russia" : nil })))
  }

  /// A text with the words of a record and of a denial.
  private static let told: DocumentResult = {
    let text = "On Sunday two Su-24M hit Marea. The Pentagon denied it."
    let record = Sample.record { record in
      record.date = SortieDate(start: nil, end: nil, precision: .unknown, basis: .none, text: "Sunday")
      record.participants = [Participant(operator: "RU", aircraft: "Su-24M", count: Count(exactly: 2))]
      record.places = [Place(name: "Marea")]
      record.claims = [Claim(claimant: "Pentagon", stance: .denies, about: .coordination)]
      record.evidence = [
        Evidence(slot: "", start: 0, end: 31, pattern: "p"), Evidence(slot: "/date", start: 3, end: 9, pattern: "p"),
        Evidence(slot: "/participants/0/count", start: 10, end: 13, pattern: "p"),
        Evidence(slot: "/participants/0", start: 10, end: 20, pattern: "p"),
        Evidence(slot: "/places/0", start: 25, end: 30, pattern: "p"),
        Evidence(slot: "/claims/0", start: 36, end: 51, pattern: "p"),
      ]
    }
    var result = Sample.result([record], text: text)
    result.mentions = [.init(kind: "aircraft", start: 14, end: 20, id: "su-24m")]
    return result
  }()

  @Test("Every cell leads to the words that it was read from, and these lead back")
  func links() throws {
    let report = try report([Self.told])
    let cells = report.elements.filter { $0.name == "a" && $0.attributes["class"]?.hasPrefix("cell ") == true }
    let words = Dictionary(
      uniqueKeysWithValues: cells.map { cell in
        let text = cell.attributes["href"].flatMap { report[id: String($0.dropFirst())] }
        return (cell.text, text?.text)
      })
    #expect(
      words == [
        "not resolved to a day (“Sunday”)": "Sunday", "Russia, 2 × Su-24M": "two ",
        "Marea (not in the gazetteer)": "Marea",
        "Pentagon denies: coordination": "Pentagon denied",
      ])
    let pieces = report.with(class: "m").filter { $0.attributes["id"] != nil }
    #expect(pieces.map(\.text) == ["Sunday", "two ", "Su-24M", "Marea", "Pentagon denied"])
    for piece in pieces {
      let cell = try #require(piece.attributes["href"].flatMap { report[id: String($0.dropFirst())] })
      #expect(cell.attributes["class"]?.hasPrefix("cell ") == true)
    }
  }

  @Test("Every link within the page has its end, and no id stands twice")
  func linksEnd() throws {
    let report = try report([Self.told, Self.told, Sample.result([Sample.full], text: "Two pairs over Marea struck.")])
    let ids = report.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let ends = report.elements.compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }
    #expect(ends.count > 20)
    #expect(ends.filter { !ids.contains(String($0.dropFirst())) } == [])
  }

  @Test("A denial is said in the row and in the card")
  func denial() throws {
    let denials = try report([Self.told]).with(class: "denies").map(\.text)
    #expect(denials == ["Pentagon denies: coordination", "Pentagon denies (coordination)"])
  }

  @Test("The words of a text stand in the report as they are, wherever spans lie across each other")
  func wholeText() throws {
    var result = Self.told
    result.mentions += [
      .init(kind: "place", start: 5, end: 28, id: "a"), .init(kind: "group", start: 20, end: 40, id: "b"),
      .init(kind: "count", start: 50, end: 5000, id: "c"), .init(kind: "count", start: -4, end: 3, id: "d"),
      .init(kind: "count", start: 9, end: 9, id: "e"),
    ]
    let text = try #require(try report([result]).with(class: "text").first)
    // Before its first word stands the number of the record.
    #expect(text.text == "1" + String(decoding: result.text, as: UTF8.self))
  }

  @Test("Offsets within a character cut nothing")
  func withinCharacter() throws {
    var result = Sample.result([], text: "مارع 🛩️")
    result.mentions = (0..<15).map { .init(kind: "place", start: $0, end: $0 + 1, id: "x") }
    #expect(try report([result]).with(class: "text").first?.text == "مارع 🛩️")
  }

  @Test(
    "A text without a record says why",
    arguments: [
      (DocumentResult.Coverage.noTrigger, "no word of flying or striking"),
      (.noAction, "words of flying or striking, but no action that the codebook codes"),
      (.statedAbsence, "the text states that there were no strikes"), (.empty, "the text is empty"),
      (.records, "its records were held back as broken"),
    ])
  func coverage(coverage: DocumentResult.Coverage, reason: String) throws {
    var result = Sample.result([], text: "Words.")
    result.coverage = coverage
    let report = try report([result, Self.told])
    #expect(report.named("article").map { $0.attributes["data-coverage"] } == [reason, nil])
    #expect(report.with(class: "gave").map(\.text) == ["No record: \(reason).", "1 record"])
  }

  @Test("A stated absence names claimant, period and place, and what is not told")
  func absences() throws {
    var result = Sample.result([], text: "No strikes, CENTCOM said.")
    let date = SortieDate(
      start: CalendarDate(iso: "2017-01-24"), end: CalendarDate(iso: "2017-01-24"), precision: .day, basis: .explicit)
    result.absences = [
      .init(claimant: "CENTCOM", place: "Syria", date: date, start: 0, end: 25),
      .init(claimant: nil, place: nil, date: nil, start: 0, end: 9000),
    ]
    let absences = try report([result]).with(class: "absence").map(\.text)
    #expect(
      absences == [
        "Absence of strikes stated by CENTCOM: 2017-01-24; Syria — No strikes, CENTCOM said.",
        "Absence of strikes stated by the text itself: period not told; place not told",
      ])
  }

  @Test("Findings and a low confidence are said in words")
  func doubts() throws {
    let record = Sample.record {
      $0.confidence = 0.31
      $0.findings = [Finding(rule: "parts-add-up", message: "2 + 1 is not 4")]
    }
    let report = try report([Sample.result([record])])
    #expect(report.with(class: "low").map(\.text) == ["low"])
    #expect(report.with(class: "doubt").map(\.text) == ["2 + 1 is not 4 [parts-add-up]", "1 finding"])
  }

  @Test("A part leads to its total")
  func partOf() throws {
    let records = [Sample.record(1) { $0.scope = .summary }, Sample.record(2) { $0.partOf = Sample.id(1) }]
    let report = try report([Sample.result(records)])
    #expect(report.elements.filter { $0.text == "record 1" }.map { $0.attributes["href"] }.contains("#r1-1"))
  }

  @Test("Where the text was taken out of an original, the card leads there")
  func original() throws {
    let text = Array("Bombers struck twice.".utf8)
    var result = DocumentResult(document: Sample.full.document, text: text, records: [Sample.full], coverage: .records)
    #expect(!(try report([result])).elements.contains { $0.text == "In the original" })
    var map = SourceMap()
    map.begin(page: 12)
    map.appendWithoutBytes(text.count)
    result.sourceMap = map
    let elements = try report([result]).elements
    let heading = try #require(elements.firstIndex { $0.text == "In the original" })
    #expect(elements[heading + 1].text == "page 12")
  }
}
