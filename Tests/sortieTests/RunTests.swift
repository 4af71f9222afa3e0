import Foundation
import SortieSchema
import Testing

@testable import sortie

@Suite("How a run goes")
struct RunTests {
  /// Texts with and without records, broken lines, faulty days, a file of another kind: all that a run has to say.
  private static func write(into folder: TemporaryFolder) throws {
    var lines = ""
    for number in 0..<900 {
      switch number % 90 {
      case 7: lines += "{\"id\":\"d\(number)\",\"text\":\n"
      case 13:
        lines += "{\"id\":\"d\(number)\",\"published\":\"2017-02-31\",\"text\":\"\(Report.nothing.dropLast())\"}\n"
      case 20, 21: lines += Report.line(Report.strike(number / 90 * 2 + number % 2), id: "d\(number)")
      default: lines += Report.line(String(repeating: Report.nothing, count: 5), id: "d\(number)")
      }
    }
    try folder.write(lines, to: "a.jsonl")
    try folder.write(Report.strike(100), to: "b.txt")
    try folder.write([0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 0, count: 4_000), to: "c.txt")
    try folder.write(Report.line(Report.strike(1), id: "last"), to: "d.jsonl")
  }

  @Test("Any number of cores gives the same bytes and the same messages", arguments: ["2", "5"])
  func jobs(count: String) throws {
    let folder = try TemporaryFolder()
    try Self.write(into: folder)
    let arguments = ["extract", "a.jsonl", "b.txt", "c.txt", "missing.txt", "d.jsonl", "--keep-duplicates", "--jobs"]
    let one = try Program.run(arguments + ["1"], in: folder.url)
    #expect(one.code == 2)
    #expect(one.rowCount == 22)
    #expect(one.errors.contains("a.jsonl:8:"))
    let several = try Program.run(arguments + [count], in: folder.url)
    #expect(several.code == 2)
    #expect(several.output == one.output)
    #expect(several.errors == one.errors)
  }

  @Test("No progress is shown where no terminal is", arguments: [["extract", "-"], ["extract", "-", "--quiet"]])
  func noProgress(arguments: [String]) throws {
    let outcome = try Program.run(arguments, input: Array(Report.line(Report.strike, id: "x").utf8))
    #expect(outcome.code == 0)
    #expect(!outcome.errors.contains("\r") && !outcome.errors.contains("\u{1B}"))
  }

  @Test("The line of progress tells texts, bytes, speed, records and, where the size is known, the time left")
  func progressText() {
    var tally = Tally()
    for _ in 0..<1_234 { tally.add(DocumentResult(document: DocumentInfo(id: "x"), text: [], coverage: .noTrigger)) }
    let known = ProgressLine.text(tally, read: 10_000_000, of: 1_510_000_000, after: .seconds(4))
    #expect(known == "1,234 texts, 10.0 of 1,510.0 MB, 2.5 MB/s, 0 records, 10:00 left")
    let unknown = ProgressLine.text(tally, read: 10_000_000, of: nil, after: .seconds(4))
    #expect(unknown == "1,234 texts, 10.0 MB, 2.5 MB/s, 0 records")
    let long = ProgressLine.text(tally, read: 1_000_000, of: 8_201_000_000, after: .seconds(1))
    #expect(long.hasSuffix("2:16:40 left"))
  }

  @Test("--stats tells what was read, what it gave, which texts were slowest and what each pattern took")
  func statistics() throws {
    let folder = try TemporaryFolder()
    try Self.write(into: folder)
    let outcome = try Program.run(
      ["extract", "a.jsonl", "b.txt", "--stats", "s.json", "-o", "o.csv", "--quiet", "--keep-duplicates"],
      in: folder.url)
    #expect(outcome.code == 2)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: folder.url.appending(path: "s.json"))) as? [String: Any])
    #expect(object["documents"] as? Int == 891)
    #expect(object["records"] as? Int == 21)
    #expect(object["documentsWithRecords"] as? Int == 21)
    #expect(object["errors"] as? Int == 20)
    let size = try folder.text(of: "a.jsonl").utf8.count + Report.strike(100).utf8.count
    #expect(object["inputBytes"] as? Int == size)
    let coverage = try #require(object["coverage"] as? [String: Int])
    #expect(coverage["records"] == 21)
    #expect(coverage.values.reduce(0, +) == 891)
    #expect((object["seconds"] as? Double ?? 0) > 0)
    #expect((object["peakMemoryBytes"] as? Int ?? 0) > 1 << 20)
    let slowest = try #require(object["slowest"] as? [[String: Any]])
    let times = slowest.compactMap { $0["seconds"] as? Double }
    #expect(times.count == 20)
    #expect(times == times.sorted(by: >))
    #expect(object["triggers"] as? Int ?? 0 >= 21)
    #expect(object["sentences"] as? Int ?? 0 >= object["triggers"] as? Int ?? 0)
    let patterns = try #require(object["patterns"] as? [[String: Any]])
    let verb = try #require(patterns.first { $0["id"] as? String == "hit.active" })
    #expect(verb["matched"] as? Int ?? 0 >= 21)
    for pattern in patterns { #expect(pattern["tried"] as? Int ?? 0 >= pattern["matched"] as? Int ?? 0) }
    let spent = patterns.compactMap { $0["seconds"] as? Double }
    #expect(spent == spent.sorted(by: >) && spent.count == patterns.count)
  }

  @Test("A number of cores below one is refused")
  func noJobs() throws {
    let outcome = try Program.run(["extract", "-", "--jobs", "0"])
    #expect(outcome.code == 64)
    #expect(outcome.errors.hasPrefix("sortie: error: --jobs takes a number from 1 on"))
  }
}
