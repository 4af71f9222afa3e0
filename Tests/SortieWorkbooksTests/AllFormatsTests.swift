import Foundation
import SortieExport
import SortieSchema
import Testing

@Suite("Every format, whoever writes it")
struct AllFormatsTests {
  private func records(_ titles: [String], _ change: (inout Sortie, Int) -> Void = { _, _ in }) -> [DocumentResult] {
    titles.enumerated().map { number, title in
      let document = DocumentInfo(id: "text \(number)", title: title)
      var record = Sortie(
        id: Made.id(number), document: document,
        provenance: Provenance(tool: "sortie 0", gazetteer: "g", patterns: "p"))
      change(&record, number)
      return DocumentResult(document: document, text: [], records: [record], coverage: .records)
    }
  }

  /// Writes results and sees that their titles come back.
  private func check(_ test: OutputCase, _ results: [DocumentResult]) throws {
    let folder = try ScratchFolder()
    try test.write(results, to: folder.url)
    let records = results.flatMap(\.records)
    let expected = Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0.document.title ?? "") })
    if let titles = try test.titles(in: folder.url) {
      #expect(titles == expected)
    } else {
      let text = String(decoding: try test.bytes(in: folder.url)["out"]!, as: UTF8.self)
      let rows = test.name == "html" ? text.split(separator: "<tr class=\"record\"").count - 1 : records.count
      #expect(rows == records.count)
      #expect(!text.isEmpty)
    }
  }

  @Test("writes an empty input as a whole output", arguments: OutputCase.all)
  func empty(test: OutputCase) throws {
    for results in [[], [Made.result("quiet", records: 0)]] {
      let folder = try ScratchFolder()
      try test.write(results, to: folder.url)
      #expect(try test.titles(in: folder.url) ?? [:] == [:])
    }
  }

  @Test("writes every kind, status and scope, and records that tell nothing", arguments: OutputCase.all)
  func allKinds(test: OutputCase) throws {
    let kinds = Sortie.Kind.allCases.flatMap { kind in
      Sortie.Status.allCases.flatMap { status in Sortie.Scope.allCases.map { (kind, status, $0) } }
    }
    let results = records(kinds.map { "\($0) \($1) \($2)" }) { record, number in
      (record.kind, record.status, record.scope) = kinds[number]
    }
    try check(test, results)
  }

  @Test(
    "carries any writing system, quotes and line breaks", arguments: OutputCase.all,
    [
      "غارات على مارع", "🛩️ 👨‍👩‍👧", "e\u{301}té", "马雷阿", "say \"no\"", "two\nlines", "a;b,c|d\te", "back\\slash",
      "=1+1", "</script>&amp;", "_x0041_", "007", "2017-01-24",
    ])
  func writingSystems(test: OutputCase, title: String) throws {
    try check(test, records([title, "plain"]))
  }

  @Test("gives the same bytes on a second run, with every slot now filled and now empty", arguments: OutputCase.all)
  func secondRun(test: OutputCase) throws {
    let results = [
      Made.result("a", records: 20), Made.result("b", records: 0), Made.result("c", records: 20, from: 20, seed: 2),
    ]
    let folders = [try ScratchFolder(), try ScratchFolder()]
    for folder in folders { try test.write(results, to: folder.url) }
    #expect(try test.bytes(in: folders[0].url) == test.bytes(in: folders[1].url))
  }

  /// Records that the test below writes; `SORTIE_RECORDS=100000` makes it the real thing.
  private static let many = ProcessInfo.processInfo.environment["SORTIE_RECORDS"].flatMap { Int($0) } ?? 2_000

  @Test("writes any number of records in bounded memory", arguments: OutputCase.all)
  func manyRecords(test: OutputCase) throws {
    let folder = try ScratchFolder()
    let template = records(["t"])[0]
    var early: Int?
    let results = (0..<Self.many).lazy.map { number in
      if number == Self.many / 10 { early = Self.residentBytes }
      var result = template
      result.document.id = "text \(number)"
      result.records[0].id = Made.id(number)
      result.records[0].document = result.document
      result.records[0].places = [Place(name: "Marea")]
      return result
    }
    let most = try test.write(results, to: folder.url)
    let late = Self.residentBytes
    // What a call appends is a few records long, also where the format holds some back to see their widths.
    if let most { #expect(most < 2_000_000) }
    if let titles = try test.titles(in: folder.url) { #expect(titles.count == Self.many) }
    // Other tests beside this one take memory too: it is looked at where this one is asked for.
    if Self.many > 50_000, let early, let late { #expect(late - early < 100 << 20, "\(test.name)") }
  }

  /// Memory of the process, where the system tells it.
  private static var residentBytes: Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
    return text.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 4_096 }
  }
}
