import HTMLTree
import Testing

@Suite("Pages as an HTML5 parser reads them")
struct HTMLPageTests {
  private func page(_ html: String) throws -> HTMLPage { try HTMLPage(parsing: Array(html.utf8)) }

  private func words(_ page: HTMLPage, below tag: HTMLTag) -> [String] {
    page.nodes.indices.filter { page.nodes[$0].tag == tag }
      .map { String(decoding: page.text(below: $0), as: UTF8.self) }
  }

  @Test("What is left open is closed as browsers do")
  func openTags() throws {
    let page = try page("<!DOCTYPE html><p>One<p>Two &amp; three<table><td>four<tr><td>five")
    #expect(words(page, below: .p) == ["One", "Two & three"])
    #expect(words(page, below: .td) == ["four", "five"])
  }

  @Test("Tags, texts and values know where they stand")
  func places() throws {
    let html = "<div id=\"a\">Jets <b class=x>struck</b></div>"
    let page = try page(html)
    let bytes = Array(html.utf8)
    let bold = try #require(page.nodes.firstIndex { $0.tag == .b })
    #expect(page.nodes[bold].source.map { String(decoding: bytes[$0], as: UTF8.self) } == "<b class=x>")
    let text = try #require(page.nodes[bold + 1].source)
    #expect(bytes[text.lowerBound...].starts(with: "struck".utf8))
    #expect(page.attribute("class", of: bold) == "x")
    let division = try #require(page.nodes.firstIndex { $0.tag == .div })
    let value = try #require(page.attributes(of: division).first?.source)
    #expect(String(decoding: bytes[value], as: UTF8.self) == "\"a\"")
  }

  @Test("A page nested a hundred thousand deep is a list like any other")
  func deep() throws {
    let page = try page(String(repeating: "<span>", count: 100_000) + "deep")
    #expect(page.nodes.count > 100_000)
    #expect(page.nodes.last.map { page.characters[$0.characters] } == ArraySlice("deep".utf8))
  }

  @Test("A page that would take memory without end is refused")
  func memory() {
    // Every paragraph opens all the fonts anew that none of them closed.
    let html = (0..<20_000).map { "<p><font size=\($0)></p>" }.joined()
    #expect(throws: HTMLFault.self) { try page(html) }
  }

  @Test("The page of no bytes is a page without words")
  func empty() throws {
    let page = try HTMLPage(parsing: [])
    #expect(page.nodes.allSatisfy { $0.characters.isEmpty })
  }
}
