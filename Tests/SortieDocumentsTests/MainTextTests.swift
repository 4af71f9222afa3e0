import Foundation
import ReportText
import SortieDocuments
import SortieSchema
import Testing

@Suite("The main text of pages")
struct MainTextTests {
  private static func fixtures() throws -> [PageFixture] { try PageFixture.all("first") + PageFixture.all("second") }

  private static func read(_ fixture: PageFixture) throws -> SourceDocument {
    let reading = try Reading(HTMLReader.self, fixture.bytes, name: fixture.name)
    return try #require(reading.documents.first)
  }

  @Test("Of every page the text is given and little else, with its day", arguments: try fixtures())
  func page(fixture: PageFixture) throws {
    let document = try Self.read(fixture)
    let score = fixture.score(String(decoding: document.text, as: UTF8.self))
    #expect(score.recall > 0.99)
    #expect(score.f1 > 0.89)
    #expect(document.published == fixture.published)
  }

  @Test("Over all pages the text is as good as it was", arguments: [("first", 0.997), ("second", 0.987)])
  func mean(half: String, floor: Double) throws {
    let fixtures = try PageFixture.all(half)
    #expect(fixtures.count == 30)
    let scores = try fixtures.map { try $0.score(String(decoding: Self.read($0).text, as: UTF8.self)).f1 }
    #expect(scores.reduce(0, +) / Double(scores.count) >= floor)
  }

  @Test("Every word leads back to the same word of the page", arguments: try fixtures())
  func offsets(fixture: PageFixture) throws {
    let document = try Self.read(fixture)
    let map = try #require(document.sourceMap)
    #expect(map.textCount == document.text.count)
    var compared = 0
    var strays: [String] = []
    var start = 0
    while start < document.text.count {
      var end = start
      func isLetter(_ index: Int) -> Bool { (0x61...0x7A).contains(document.text[index] | 0x20) }
      while end < document.text.count, isLetter(end) { end += 1 }
      if end > start {
        let bytes = try #require(map.location(of: start..<end).bytes)
        if !fixture.bytes[bytes].elementsEqual(document.text[start..<end]) {
          strays.append(String(decoding: document.text[start..<end], as: UTF8.self))
        }
        compared += 1
      }
      start = max(end, start + 1)
    }
    #expect(strays == [])
    #expect(compared > 60)
  }

  @Test("The committed pages are what write-pages.py writes")
  func generator() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("sortie-pages-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-B", root.appendingPathComponent("Benchmarks/main-text/write-pages.py").path, scratch.path,
    ]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus != 127 else { return print("skipped: no python3 to write the pages with") }
    #expect(process.terminationStatus == 0)
    for half in ["first", "second"] {
      let written = scratch.appendingPathComponent(half)
      let files = try FileManager.default.contentsOfDirectory(atPath: written.path)
      #expect(files.count == 60)
      for file in files {
        let committed = PageFixture.folder.appendingPathComponent(half).appendingPathComponent(file)
        #expect(try Data(contentsOf: committed) == Data(contentsOf: written.appendingPathComponent(file)), "\(file)")
      }
    }
  }
}
