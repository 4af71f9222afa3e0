import Foundation
import ReportText
import SortieDocuments
import SortieEvaluation
import SortieExport
import SortieExtraction
import SortieGazetteer
import SortiePatterns
import SortieSchema
import SortieWorkbooks
import Testing

@testable import sortie

/// The pages of documentation beside the sources.
@Suite("Documentation")
struct DocumentationTests {
  struct Page: Sendable, CustomTestStringConvertible {
    let path: String
    /// The room that the page is about.
    let room: String
    let text: String
    var testDescription: String { path }

    static let all: [Page] = {
      let sources = Program.root.appendingPathComponent("Sources")
      let paths = (try? FileManager.default.subpathsOfDirectory(atPath: sources.path)) ?? []
      return paths.filter { $0.hasSuffix(".md") && $0.contains(".docc/") }.sorted().compactMap { path in
        guard let text = try? String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8) else {
          return nil
        }
        return Page(path: path, room: String(path.prefix { $0 != "/" }), text: text)
      }
    }()

    /// What stands between double back quotes, a path of names.
    var symbols: [String] {
      let prose = text.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
      return prose.flatMap { part in
        part.components(separatedBy: "``").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      }
    }

    /// The blocks of Swift, as lines without indentation.
    var examples: [[String]] {
      text.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 && $0.element.hasPrefix("swift\n") }
        .map { DocumentationTests.lines($0.element.dropFirst(6)) }
    }
  }

  private static func lines(_ text: some StringProtocol) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  private static func source(of room: String) throws -> String {
    let folder = Program.root.appendingPathComponent("Sources/\(room)")
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }.joined(separator: "\n")
  }

  @Test("Every room that others build on and that has pages has one of its own name")
  func landingPages() {
    let rooms = Set(Page.all.map(\.room))
    let expected: Set = [
      "ReportText", "SortieSchema", "SortieGazetteer", "SortiePatterns", "SortieExtraction", "SortieDocuments",
      "SortieExport", "SortieWorkbooks", "SortieEvaluation",
    ]
    #expect(rooms.isSuperset(of: expected))
    for room in rooms {
      #expect(
        Page.all.contains { $0.path == "\(room)/\(room).docc/\(room).md" && $0.text.hasPrefix("# ``\(room)``\n") })
    }
  }

  @Test("Every symbol that a page names is declared in its room, for everybody", arguments: Page.all)
  func symbols(page: Page) throws {
    let source = try Self.source(of: page.room)
    #expect(!page.symbols.isEmpty)
    for symbol in page.symbols where symbol != page.room {
      for (level, part) in symbol.split(separator: "/").enumerated() {
        let name = part.prefix { $0 != "(" }
        let what = level == 0 ? "(final class|class|struct|(indirect )?enum|protocol)" : "(static )?(var|let|func|case)"
        let pattern = "public \(what) \(name)\\b|static var \(name): |case \(name)\\b"
        #expect(source.range(of: pattern, options: .regularExpression) != nil, "\(page.path) names ``\(symbol)``")
      }
    }
  }

  @Test("Every article that a page leads to is there", arguments: Page.all)
  func articles(page: Page) {
    for link in page.text.components(separatedBy: "<doc:").dropFirst() {
      let name = link.prefix { $0 != ">" }
      #expect(Page.all.contains { $0.path == "\(page.room)/\(page.room).docc/\(name).md" }, "\(page.path): \(name)")
    }
  }

  @Test("Every example stands below, where it is compiled and run", arguments: Page.all)
  func examples(page: Page) throws {
    let here = Self.lines(try String(contentsOfFile: #filePath, encoding: .utf8))
    for example in page.examples {
      let isHere = here.indices.contains { here[$0...].starts(with: example) }
      #expect(isHere, "\(page.path): \(example.first ?? "")")
    }
  }

  // MARK: Examples

  private func results() throws -> [DocumentResult] {
    var record = Sortie(
      id: "0123456789abcdef", document: DocumentInfo(id: "text", title: "Raid"),
      provenance: Provenance(tool: "sortie", gazetteer: "g", patterns: "p"))
    record.participants = [Participant(operator: "RU", aircraft: "Su-24M")]
    return [DocumentResult(document: record.document, text: [], records: [record], coverage: .records)]
  }

  @Test("A record is read and checked")
  func readingRecords() throws {
    var line: [UInt8] = []
    try results()[0].records[0].writeJSON(into: &line)
    let record = try Sortie(json: JSONValue(parsing: line))
    for finding in validate(record) {
      print("\(record.id): \(finding.rule): \(finding.message)")
    }
    #expect(record.participants.first?.aircraft == "Su-24M")
  }

  @Test("Records are read out of a text, and checked")
  func readingActions() throws {
    let data = try CompiledData.embedded()
    let gazetteer = try Gazetteer(compiled: data.gazetteer.bytes)
    let patterns = try PatternLibrary(compiled: data.patterns.bytes)
    let bytes = Array("On 17 November 2016, two Russian Su-24M bombers struck a depot near Palmyra.".utf8)

    let provenance = Provenance(tool: "my program", gazetteer: "my tables", patterns: "my patterns")
    let extractor = try Extractor(gazetteer: gazetteer, patterns: patterns, provenance: provenance)
    var gate = RecordGate(gazetteer)
    var result = extractor.read(bytes, document: DocumentInfo(id: "bulletin"))
    for refusal in gate.pass(&result) { print(refusal) }
    for record in result.records { print(record.date?.start?.description ?? "no day", record.places.map(\.name)) }
    #expect(result.records.map { $0.places.map(\.name) } == [["Palmyra"]])

    // Who does not fly a type is doubted by what the gazetteer knows.
    var doubtful = result
    doubtful.records[0].participants[0].operator = "NL"
    #expect(gate.pass(&doubtful).isEmpty)
    #expect(doubtful.records[0].findings.count == result.records[0].findings.count + 1)
  }

  @Test("Names are found in a text, and the place is told that is meant")
  func findingNames() throws {
    let compiled = try CompiledData.embedded().gazetteer.bytes
    let gazetteer = try Gazetteer(compiled: compiled)
    let words = Array("Two Su‑24Ms struck Khan Shaykhun".utf8)
    for mention in gazetteer.mentions(in: words) {
      print(mention.range, mention.candidates.map { gazetteer.id(of: $0) })
    }
    let context = PlaceContext(admin1: ["Aleppo"])
    print(gazetteer.resolve("al-Bab", context: context)?.place.name ?? "no such place")
    #expect(gazetteer.resolve("al-Bab", context: context)?.place.name == "Al-Bab")
    #expect(gazetteer.mentions(in: words).count == 2)
  }

  @Test("Pattern files are read")
  func readingPatterns() throws {
    let yaml = """
      - id: strike.somebody
        about: somebody struck something
        stage: strikes
        regex: |
          (?<who>jets|bombers) \\s+ (?:struck|bombed)
        match:
          - text: Two jets struck the depot.
            gives: { who: jets }
        reject:
          - The jets landed.
      """
    let file = PatternFile(name: "strikes.yaml", text: yaml)
    let library = try PatternLibrary(files: [file], marks: [:], stages: ["strikes"])
    for pattern in library.patterns(ofStage: "strikes") {
      print(pattern.id, pattern.groups, pattern.examples.match.map(\.text))
    }
    #expect(library.patterns(ofStage: "strikes").map(\.groups) == [["who"]])
    #expect(library.lint().isEmpty)
  }

  @Test("A text is cut into sentences")
  func cuttingSentences() {
    let rules = SentenceRules(abbreviations: ["gen"], beforeNumbers: ["no"])
    let report = ReportText("Gen. Hadid spoke.\n\n- Two strikes near Raqqa", rules: rules)
    for sentence in report.sentences { print(sentence.kind, report.string(sentence.range)) }
    #expect(report.sentences.map(\.kind) == [.prose, .listItem])
  }

  @Test("Records are scored against gold")
  func scoring() throws {
    let records = try results()[0].records
    var line: [UInt8] = []
    records[0].writeJSON(into: &line)
    let coded = Array("{\"doc\":\"text\",\"records\":[".utf8) + line + Array("]}".utf8)

    let gold = [try GoldFile(json: coded)]
    let report = Scorer().score(gold: gold, predictions: Predictions(records))
    print(report.records.f1 ?? 0, report.slots[.place]?.precision ?? 0)
    for text in report.worst(3) { print(text.document, text.missed.map(\.value), text.invented.map(\.value)) }
    #expect(report.records.f1 == 1)
  }

  @Test("Texts are read out of an input")
  func readingTexts() throws {
    let bytes = Array("<html><body><article><p>Two jets struck a depot near Palmyra.</p></article></body></html>".utf8)
    var texts: [[UInt8]] = []
    var messages: [String] = []
    var source: any ByteSource = BytesInMemory(bytes)
    try DocumentReaders.read(&source, name: "bulletin.html", context: ReadingContext()) { item in
      switch item {
      case .document(let document): texts.append(document.text)
      case .problem(let problem): messages.append("\(problem)")
      case .note(let note): messages.append(note)
      }
    }
    #expect(texts.count == 1 && messages.isEmpty)
  }

  @Test("Records are written as tables and maps")
  func writingTables() throws {
    let results = try results()
    let table = CSVFormat.write(results, options: FormatOptions(layout: .participants))
    #expect(String(decoding: table, as: UTF8.self).contains(",RU,"))
    var file: [UInt8] = []
    var format = GeoJSONFormat(options: FormatOptions())
    var buffer: [UInt8] = []
    format.begin(into: &buffer)
    for result in results {
      format.write(result, into: &buffer)
      file.append(contentsOf: buffer)
      buffer.removeAll(keepingCapacity: true)
    }
    format.end(into: &buffer)
    #expect(file + buffer == GeoJSONFormat.write(results))
  }

  @Test("Records are written as a workbook")
  func writingWorkbooks() throws {
    let folder = try TemporaryFolder()
    let results = try results()
    let path = folder.url.appendingPathComponent("sorties.xlsx").path
    let workbook = try XLSXFormat(path: path, options: FormatOptions())
    for result in results { try workbook.write(result) }
    let notes = try workbook.finish()
    #expect(notes.isEmpty)
    #expect(try folder.names == ["sorties.xlsx"])
  }
}
