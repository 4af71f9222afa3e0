import SortieEvaluation
import SortieSchema
import Testing

@Suite("What the report tells")
struct ReportTests {
  /// Three texts: one read well but for a place, one with a record that was missed, one without any record.
  private func report(sentence: @escaping Scorer.Sentence = { _, _ in nil }) throws -> ScoreReport {
    func gold(_ document: String, _ records: String) throws -> GoldFile {
      try GoldFile(json: Array(#"{"doc": "\#(document)", "records": [\#(records)]}"#.utf8))
    }
    let files = [
      try gold("a", #"{"participants": [{"operator": "RU"}], "places": ["Idlib", "Binnish"]}"#),
      try gold(
        "b",
        #"""
        {"participants": [{"operator": "SY"}], "places": ["Homs"],
         "casualties": [{"who": "civilians", "killed": {"min": 3, "max": 3}}]},
        {"participants": [{"operator": "TR"}], "places": ["Afrin"]}
        """#),
      try gold("c", ""),
    ]
    let predictions = Predictions([
      Sample.strike("1", in: "a", by: "RU", on: "Idlib", confidence: 0.95),
      Sample.strike("2", in: "b", by: "SY", on: "Homs", confidence: 0.92),
      Sample.strike("3", in: "c", by: "IL", on: "Gaza", confidence: 0.4),
      Sample.strike("4", in: "not in gold", by: "IL", on: "Gaza"),
    ])
    return Scorer(groups: ["a": "wire", "b": "wire", "c": "notice"], sentence: sentence)
      .score(gold: files, predictions: predictions)
  }

  @Test("records and slots are counted over the texts of the gold only")
  func totals() throws {
    let report = try report()

    #expect(report.goldRecords == 3)
    #expect(report.predictedRecords == 3)
    #expect(report.records == Tally(matched: 2, spurious: 1, missing: 1))
    #expect(report.slots[.place] == Tally(matched: 2, spurious: 1, missing: 2))
    #expect(report.slots[.operator] == Tally(matched: 2, spurious: 1, missing: 1))
    #expect(report.civilianCasualties == Tally(missing: 1))
  }

  @Test("precision, recall and F1 are nil where there is nothing to share")
  func shares() {
    let tally = Tally(matched: 3, spurious: 1, missing: 2)
    #expect(tally.precision == 0.75)
    #expect(tally.recall == 0.6)
    #expect(tally.f1 == 6.0 / 9.0)
    #expect(Tally(missing: 2).precision == nil)
    #expect(Tally(spurious: 2).recall == nil)
    #expect(Tally().f1 == nil)
  }

  @Test("texts without any record that were given one are named")
  func falselyRead() throws {
    let report = try report()

    #expect(report.textsWithoutRecord.map(\.document) == ["c"])
    #expect(report.falselyRead.map(\.document) == ["c"])
  }

  @Test("groups stand in the order of their names")
  func groups() throws {
    let groups = try report().groups

    #expect(groups.map(\.name) == ["notice", "wire"])
    #expect(groups.map(\.texts) == [1, 2])
    #expect(groups.map(\.records) == [Tally(spurious: 1), Tally(matched: 2, missing: 1)])
  }

  @Test("the worst texts come first, and one without fault never")
  func worst() throws {
    let report = try report()

    #expect(report.worst(10).map(\.document) == ["b", "c", "a"])
    #expect(report.worst(1).map(\.document) == ["b"])
    let perfect = ScoreReport(texts: [Scorer().score(document: "x", gold: [], predicted: [])])
    #expect(perfect.worst(10).isEmpty)
  }

  @Test("what was missed is told with its record")
  func missed() throws {
    let text = try #require(try report().texts.first { $0.document == "b" })

    #expect(
      text.missed.map { "\($0.record) \($0.slot.rawValue) \($0.value) \($0.isOfWholeRecord)" } == [
        "0 killed 3 civilians false", "1 kind strike true", "1 operator TR true", "1 place Afrin true",
      ])
  }

  @Test("what was invented is told with the sentence that it was read from")
  func invented() throws {
    let report = try report { document, evidence in "\(document) \(evidence.start)…\(evidence.end)" }
    let text = try #require(report.texts.first { $0.document == "c" })

    // The kind has no evidence of its own: the record's first stands for it.
    #expect(
      text.invented.map { "\($0.slot.rawValue) \($0.value): \($0.sentence ?? "")" } == [
        "kind strike: c 10…14", "operator IL: c 0…3", "place Gaza: c 10…14",
      ])
    #expect(text.invented.map(\.pattern) == ["place.in", "operator.adjective", "place.in"])
  }

  @Test("a confidence is held against the share of right slots")
  func calibration() throws {
    let calibration = try report().calibration

    let sure = calibration.atLeast(0.9)
    #expect(sure.records == 2)
    #expect(sure.right == 6)
    #expect(sure.share == 1)
    let unsure = try #require(calibration.bins.first)
    #expect(unsure.records == 1)
    #expect(unsure.share == 0)
    #expect(calibration.bins.reduce(0) { $0 + $1.records } == 3)
  }

  @Test("the answer to an optional record says nothing of its confidence")
  func optionalCalibration() throws {
    let gold = try GoldFile(
      json: Array(
        #"{"doc": "a", "records": [{"optional": true, "participants": [{"operator": "RU"}], "places": ["Idlib"]}]}"#
          .utf8))

    let report = Scorer().score(
      gold: [gold], predictions: Predictions([Sample.strike("1", in: "a", by: "RU", on: "Idlib")]))

    #expect(report.texts.map(\.alignedRecords) == [1])
    #expect(report.records.isEmpty)
    #expect(report.calibration.bins.allSatisfy { $0.records == 0 })
  }

  @Test("as text, figures stand in columns and the worst texts with their faults")
  func text() throws {
    let page = try report { _, _ in "Jets hit Gaza." }.text(worst: 3)

    #expect(page.contains("3 texts, 3 gold records, 3 predicted\n"))
    #expect(page.contains("records           0.667  0.667  0.667        2         1       1\n"))
    #expect(page.contains("  killed              –  0.000  0.000        0         0       1\n"))
    #expect(page.contains("texts without any record: 1; of them given records: 1 (1 in all)\n  c\n"))
    #expect(page.contains("  missed    place          Binnish  (gold 1)\n"))
    #expect(page.contains("  invented  place          Gaza  (record 1, in no gold)\n"))
    #expect(page.contains("            “Jets hit Gaza.”  place.in\n"))
    #expect(try report().description.contains("missed    ") == false)
  }

  @Test("as JSON, the same figures stand in one object")
  func json() throws {
    let report = try report()

    let value = try JSONValue(parsing: report.json())

    #expect(value["goldRecords"]?.integer == 3)
    #expect(value["allSlots"]?["matched"]?.integer == report.allSlots.matched)
    #expect(value["slots"]?.array?.compactMap { $0["slot"]?.string } == ["kind", "operator", "place", "killed"])
    #expect(value["falselyRead"]?.array?.compactMap(\.string) == ["c"])
    #expect(value["groups"]?.array?.compactMap { $0["name"]?.string } == ["notice", "wire"])
    let texts = try #require(value["byText"]?.array)
    #expect(texts.compactMap { $0["document"]?.string } == ["a", "b", "c"])
    #expect(texts[0]["missed"]?.array?.compactMap { $0["value"]?.string } == ["Binnish"])
    #expect(texts[2]["allSlots"]?["recall"]?.isNull == true)
  }
}
