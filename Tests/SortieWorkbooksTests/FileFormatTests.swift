import Foundation
import SortieDocuments
import SortieExport
import SortieSchema
import SortieWorkbooks
import Testing

/// A format, named in the test's output.
struct FileFormatCase: Sendable, CustomTestStringConvertible {
  let format: any FileFormat.Type
  var testDescription: String { format.name }

  static let all = WorkbookFormats.all.map { FileFormatCase(format: $0) }
}

@Suite("Every format that a library writes")
struct FileFormatTests {
  @Test("writes an empty input as a whole file", arguments: FileFormatCase.all)
  func empty(test: FileFormatCase) throws {
    let folder = try ScratchFolder()
    try Made.write(test.format, [], to: folder.path("none"))
    try Made.write(test.format, [Made.result("quiet", records: 0)], to: folder.path("quiet"))
    for name in ["none", "quiet"] {
      #expect(try Data(contentsOf: folder.url.appendingPathComponent(name)).count > 1000)
    }
  }

  @Test("gives the same bytes on a second run", arguments: FileFormatCase.all)
  func secondRun(test: FileFormatCase) throws {
    let folder = try ScratchFolder()
    let results = [
      Made.result("a", records: 20), Made.result("b", records: 0), Made.result("c", records: 20, from: 20, seed: 2),
    ]
    try Made.write(test.format, results, to: folder.path("1"))
    try Made.write(test.format, results, to: folder.path("2"))
    #expect(FileManager.default.contentsEqual(atPath: folder.path("1"), andPath: folder.path("2")))
  }

  @Test("says why it cannot write", arguments: FileFormatCase.all)
  func unwritable(test: FileFormatCase) throws {
    let folder = try ScratchFolder()
    #expect {
      try Made.write(test.format, [Made.result("a", records: 1)], to: folder.path("no/such/folder"))
    } throws: { !String(describing: $0).isEmpty }
  }

  @Test("has a name, a line for the help, and extensions of its own")
  func names() {
    #expect(WorkbookFormats.all.map { $0.name } == ["xlsx", "sqlite"])
    let extensions = WorkbookFormats.all.flatMap { $0.fileExtensions } + SortieFormats.all.flatMap { $0.fileExtensions }
    #expect(Set(extensions).count == extensions.count)
  }
}

@Suite("Workbooks")
struct XLSXTests {
  @Test("Addresses are read back whatever their number, and those that are too long for a link are told")
  func manyLinks() throws {
    let folder = try ScratchFolder()
    let long = "https://example.org/" + String(repeating: "x", count: 300)
    let addresses = (0..<10_002).map { "https://example.org/\($0)?a=\"b\"&c=_x0041_" } + [long]
    let results = addresses.enumerated().map { number, url in
      var result = Made.result("t\(number)", records: 0)
      result.document.url = url
      return result
    }
    let book = try XLSXFormat(path: folder.path("links.xlsx"), options: FormatOptions())
    for result in results { try book.write(result) }
    let notes = try book.finish()
    #expect(notes.count == 1)
    #expect(notes.first?.hasPrefix("xlsx: 1 addresses are text") == true)

    var source: any ByteSource = BytesInMemory(
      [UInt8](try Data(contentsOf: folder.url.appendingPathComponent("links.xlsx"))))
    let columns = ColumnChoice(text: "title", id: "document_id", url: "url")
    var read: [String: String] = [:]
    try DocumentReaders.read(&source, name: "links.xlsx", context: ReadingContext(columns: columns)) { item in
      guard case .document(let document) = item, let url = document.url else { return }
      read[document.id] = url
    }
    #expect(read.count == addresses.count)
    for (number, address) in addresses.enumerated() where read["t\(number)"] != address {
      Issue.record("\(read["t\(number)"] ?? "nothing") instead of \(address)")
      break
    }
  }

  @Test("Text beyond Excel's limit is cut, and the user is told")
  func longText() throws {
    let folder = try ScratchFolder()
    var result = Made.result("long", records: 1)
    result.document.title = String(repeating: "🛩", count: 20_000)
    let notes = try Made.write(XLSXFormat.self, [result], to: folder.path("o.xlsx"))
    #expect(notes.contains { $0.contains("2 cells are longer than Excel's 32767 characters and cut") })
  }

  @Test("Days before March 1900 are text, and the user is told")
  func oldDay() throws {
    let folder = try ScratchFolder()
    var result = Made.result("old", records: 0)
    result.document.published = CalendarDate(iso: "1900-02-28")
    let notes = try Made.write(XLSXFormat.self, [result], to: folder.path("o.xlsx"))
    #expect(notes == ["xlsx: 2 days before March 1900 are text, as Excel has no such dates"])
  }
}
