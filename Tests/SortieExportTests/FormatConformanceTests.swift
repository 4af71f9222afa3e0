import SortieExport
import SortieSchema
import Testing

/// A format, named in the test's output.
struct FormatCase: Sendable, CustomTestStringConvertible {
  let format: any SortieFormat.Type
  var testDescription: String { format.name }

  static let all = SortieFormats.all.map { FormatCase(format: $0) }
}

@Suite("Every format")
struct FormatConformanceTests {
  /// The bytes of one text after the other.
  private func write(_ format: any SortieFormat.Type, _ results: [DocumentResult]) -> [UInt8] {
    format.write(results, options: FormatOptions(width: 400, claimantSides: Sample.sides))
  }

  /// Sees that what was written is of its format, and gives the number of records in it.
  private func recordCount(_ format: any SortieFormat.Type, _ bytes: [UInt8]) throws -> Int {
    switch format.name {
    case "csv", "tsv":
      let table = ReadTable(bytes, delimiter: UInt8(ascii: format.name == "csv" ? "," : "\t"))
      #expect(table.rows.allSatisfy { $0.count == table.header.count })
      return table.rows.count
    case "jsonl":
      let lines = bytes.split(separator: 0x0A)
      for line in lines { _ = try Sortie(json: JSONValue(parsing: Array(line))) }
      return lines.count
    case "json":
      let records = try #require(JSONValue(parsing: bytes).array)
      for record in records { _ = try Sortie(json: record) }
      return records.count
    case "geojson":
      let collection = try JSONValue(parsing: bytes)
      #expect(collection["type"]?.string == "FeatureCollection")
      let features = try #require(collection["features"]?.array)
      for feature in features {
        #expect(feature.members.map(\.key) == ["type", "id", "geometry", "properties"])
        #expect(feature["properties"]?.members.map(\.key) == Layout.wide.columns.map(\.name))
      }
      return features.count
    case "html":
      return try ReadMarkup(bytes).elements.count { $0.name == "tr" && $0.attributes["class"] == "record" }
    case "table":
      // A row begins at the left edge with a date, the words of one, or a dash.
      return bytes.isEmpty ? 0 : bytes.split(separator: 0x0A).dropFirst(2).count { $0.first != 0x20 }
    default:
      Issue.record("say here how \(format.name) is read back")
      return -1
    }
  }

  @Test("writes an empty input as a whole file", arguments: FormatCase.all)
  func empty(test: FormatCase) throws {
    #expect(try recordCount(test.format, write(test.format, [])) == 0)
    #expect(try recordCount(test.format, write(test.format, [Sample.result([])])) == 0)
  }

  @Test("writes a record that tells nothing and one that tells everything", arguments: FormatCase.all)
  func fullAndEmpty(test: FormatCase) throws {
    let bytes = write(test.format, [Sample.result([Sample.record(), Sample.full])])
    #expect(try recordCount(test.format, bytes) == 2)
    #expect(String(decoding: bytes, as: UTF8.self).contains("Su-24M"))
  }

  @Test("writes every kind, status and scope", arguments: FormatCase.all)
  func allKinds(test: FormatCase) throws {
    let records = Sortie.Kind.allCases.enumerated().flatMap { index, kind in
      Sortie.Status.allCases.flatMap { status in
        Sortie.Scope.allCases.map { scope in
          Sample.record(index) {
            $0.kind = kind
            $0.status = status
            $0.scope = scope
          }
        }
      }
    }
    #expect(try recordCount(test.format, write(test.format, [Sample.result(records)])) == records.count)
  }

  @Test(
    "carries any writing system, quotes and line breaks", arguments: FormatCase.all,
    ["مارع", "🛩️ 👨‍👩‍👧", "é", "马雷阿", "say \"no\"", "a;b,c|d", "back\\slash"])
  func writingSystems(test: FormatCase, word: String) throws {
    let record = Sample.record { record in
      record.places = [Place(name: word)]
      record.document.title = "\(word)\n\r\n\t\(word)\u{0}\u{1B}[31m"
    }
    let bytes = write(test.format, [Sample.result([record])])
    #expect(try recordCount(test.format, bytes) == 1)
    #expect(String(validating: bytes, as: UTF8.self) != nil)
    if !word.contains("\"") && !word.contains("\\") {
      #expect(String(decoding: bytes, as: UTF8.self).contains(word))
    }
  }

  @Test("gives the same bytes on a second run", arguments: FormatCase.all)
  func secondRun(test: FormatCase) {
    let results = [Sample.result([Sample.full, Sample.record(2)]), Sample.result([Sample.record(3)])]
    let first = write(test.format, results)
    #expect(!first.isEmpty)
    #expect(write(test.format, results) == first)
  }

  @Test("gives the same bytes however often the buffer is emptied", arguments: FormatCase.all)
  func emptiedBuffer(test: FormatCase) {
    let results = (0..<5).map { number in
      Sample.result([Sample.full, Sample.record(number) { $0.document.title = "t" }])
    }
    var format = test.format.init(options: FormatOptions(width: 400, claimantSides: Sample.sides))
    var file: [UInt8] = []
    var buffer: [UInt8] = []
    func flush() {
      file += buffer
      buffer = []
    }
    format.begin(into: &buffer)
    flush()
    for result in results {
      format.write(result, into: &buffer)
      flush()
    }
    format.end(into: &buffer)
    flush()
    #expect(file == write(test.format, results))
  }

  @Test("writes 10,000 records one text at a time and keeps none of them", arguments: FormatCase.all)
  func manyRecords(test: FormatCase) throws {
    var format = test.format.init(options: FormatOptions(width: 120))
    var buffer: [UInt8] = []
    var largest = 0
    var written = 0
    format.begin(into: &buffer)
    for number in 0..<10_000 {
      format.write(Sample.result([Sample.record(number) { $0.places = [Place(name: "Marea")] }]), into: &buffer)
      largest = max(largest, buffer.count)
      written += buffer.count
      buffer.removeAll(keepingCapacity: true)
    }
    format.end(into: &buffer)
    // What a call appends is a few records long, also where the format holds some back to see their widths.
    #expect(max(largest, buffer.count) < 100_000)
    #expect(written > 100_000)
  }

  @Test("has a name, a line for the help, and extensions of its own")
  func names() {
    let formats = SortieFormats.all
    #expect(Set(formats.map { $0.name }).count == formats.count)
    let extensions = formats.flatMap { $0.fileExtensions }
    #expect(Set(extensions).count == extensions.count)
    for format in formats {
      #expect(!format.about.isEmpty, "\(format.name)")
      #expect(SortieFormats.named(format.name)?.name == format.name)
      for suffix in format.fileExtensions {
        #expect(SortieFormats.forFile(named: "a.b/out.\(suffix.uppercased())")?.name == format.name)
      }
    }
    #expect(SortieFormats.named("docx") == nil)
    #expect(SortieFormats.forFile(named: "records") == nil)
    #expect(SortieFormats.forFile(named: "records.docx") == nil)
  }
}
