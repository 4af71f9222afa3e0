import SortieDocuments
import SortieSchema
import Testing

@Suite("Pages made to break a reader")
struct HostilePageTests {
  private let prose = "On Thursday, two jets struck a depot near Palmyra, the ministry said, and nobody was hurt."

  private func read(_ bytes: [UInt8]) throws -> Reading { try Reading(HTMLReader.self, bytes, name: "h.html") }

  @Test(
    "A hundred thousand open elements cost a finding and no text", .timeLimit(.minutes(1)),
    arguments: ["div", "b", "table", "ul", "p", "a", "li", "svg", "font", "blockquote", "nobr", "button"])
  func deep(tag: String) throws {
    let html = String(repeating: "<\(tag)>", count: 100_000) + "<p>\(prose)</p>"
    let reading = try read(Array(html.utf8))
    #expect(reading.documents.count + reading.problems.count == 1)
    if ["div", "b", "ul", "p", "li", "blockquote"].contains(tag) {
      #expect(reading.texts.first?.contains("two jets struck a depot") == true)
    }
  }

  @Test("A hundred thousand attributes, end tags or comments end in time", .timeLimit(.minutes(1)))
  func wide() throws {
    let attributes = (0..<100_000).map { "a\($0)=1" }.joined(separator: " ")
    let pages = [
      "<p \(attributes)>\(prose)</p>", "<p title='\(String(repeating: "x", count: 4_000_000))'>\(prose)</p>",
      String(repeating: "</div></x>", count: 100_000) + "<p>\(prose)</p>",
      String(repeating: "<!-- -->", count: 100_000) + "<p>\(prose)</p>",
      String(repeating: "<b><p></b>", count: 3_000) + "<p>\(prose)</p>",
    ]
    for page in pages {
      #expect(try read(Array(page.utf8)).texts.first?.contains("two jets struck a depot") == true)
    }
  }

  @Test("A page that asks for memory without end is an error that says so")
  func memory() throws {
    let html = (0..<20_000).map { "<p><font size=\($0)></p>" }.joined()
    let reading = try read(Array(html.utf8))
    #expect(reading.documents.isEmpty)
    #expect(reading.problems.first?.hasPrefix("h.html:1:1: error: reading this would take more than") == true)
  }

  @Test("A page cut off anywhere is read as far as it goes")
  func truncated() throws {
    let html = Array(
      "<html><head><title>T</title></head><body><article><h1>Jets</h1><p>\(prose)</p><!-- x --><p class=\"a\">&amp;\(prose)</p>"
        .utf8)
    for count in 0...html.count {
      let reading = try read(Array(html[..<count]))
      #expect(reading.documents.count + reading.problems.count == 1)
    }
  }

  @Test("Bytes that are no text, and zeros among letters, break nothing")
  func oddBytes() throws {
    let zeros = Array("<p>On Thursday,\0 two j\0ets struck a depot near Palmyra, the ministry said.</p>".utf8)
    let reading = try read(zeros)
    #expect(reading.texts.first?.contains("struck a depot near Palmyra") == true)
    let noise = (0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }
    #expect(try read(noise).documents.count + read(noise).problems.count == 1)
    #expect(try read([0xFF, 0xFE]).problems.count + read([0xFF, 0xFE]).documents.count == 1)
  }

  @Test("A file of another kind under the name of a page is named")
  func wrongKind() throws {
    #expect(
      try read(Array("%PDF-1.7 x".utf8)).problems == [
        "h.html:1:1: error: this is a PDF file, which is not read as text"
      ])
    #expect(try read([]).problems == ["h.html:1:1: error: the input is empty"])
    #expect(try read(Array(prose.utf8)).texts == [prose + "\n"])
  }

  @Test("An encoding that a page only claims to be in does no harm")
  func lyingCharset() throws {
    let html = "<meta charset=utf-16><meta charset=windows-1251><p>\(prose) Café.</p>"
    #expect(try read(Array(html.utf8)).texts == [prose + " Café.\n"])
    let unknown = "<meta charset=klingon><p>\(prose)</p>"
    #expect(try read(Array(unknown.utf8)).texts == [prose + "\n"])
  }
}
