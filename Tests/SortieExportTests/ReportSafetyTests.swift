import Crypto
import Foundation
import SortieSchema
import Testing

@testable import SortieExport

@Suite("The report runs nothing but its own program")
struct ReportSafetyTests {
  static let hostile = [
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\" onclick=\"alert(1)",
    "' onclick='alert(1)",
    "--><!-- ]]>", "&lt;b&gt; &amp; &#60;", "line\u{2028}and\u{2029}", "</style></textarea></title>",
    "javascript:alert(1)",
    "\u{202E}abc\u{0}\u{1B}[31m\u{7F}", "data-x=1 style=color:red", "مارع <b>",
  ]

  /// A record and its text with the same words in every place where words can stand.
  private func result(_ words: String) -> DocumentResult {
    var record = Sample.full
    record.document = DocumentInfo(
      id: words, title: words, source: words, url: words, published: CalendarDate(iso: "2017-01-24"), sha256: words)
    record.id = words
    record.partOf = words
    record.date?.text = words
    record.participants = [
      Participant(
        operator: words, airForce: words, aircraft: words, under: words, class: .drone,
        count: Count(min: 1, max: nil, text: words), text: words)
    ]
    let place = Place(
      id: words, name: words, canonical: words, admin1: words, country: words, latitude: 36, longitude: 37,
      relation: words, bearing: words, alternatives: [words])
    record.departure = place
    record.places = [place]
    record.targets = [Target(type: words, owner: words, text: words)]
    record.munitions = [Munition(name: words)]
    record.claims = [Claim(claimant: words, via: words, stance: .doubts, text: words)]
    record.findings = [Finding(rule: words, message: words)]
    record.evidence = [
      Evidence(slot: "/places/0", start: 0, end: 1, pattern: words),
      Evidence(slot: words, start: 0, end: 1, pattern: words),
    ]
    record.provenance = Provenance(tool: words, gazetteer: words, patterns: words)
    var result = DocumentResult(
      document: record.document, text: Array(("." + words).utf8), records: [record], coverage: .records)
    result.mentions = [
      .init(kind: words, start: 0, end: 1, id: words),
      .init(kind: "place", start: 1, end: 1 + words.utf8.count, id: words),
    ]
    result.findings = [Finding(rule: words, message: words)]
    result.absences = [
      .init(claimant: words, place: words, date: record.date, start: 0, end: 1 + words.utf8.count)
    ]
    return result
  }

  private func read(_ words: String) throws -> ReadMarkup {
    try ReadMarkup(HTMLFormat.write([result(words)], options: FormatOptions(names: { $0 })))
  }

  @Test("Words of a text never become markup", arguments: hostile)
  func markup(words: String) throws {
    let report = try read(words)
    let difference = zip(report.structure, try read("plain").structure).first { $0 != $1 }
    #expect(difference == nil)
    #expect(report.elements.count == (try read("plain")).elements.count)
    #expect(report.named("script").count == 1)
  }

  @Test("A hostile address is text, not a link", arguments: hostile)
  func addresses(words: String) throws {
    let links = try read(words).elements.compactMap { $0.attributes["href"] }
    #expect(links.allSatisfy { $0.hasPrefix("#") })
  }

  @Test("Links lead only to places of the page and to web pages, and nothing is loaded")
  func links() throws {
    var result = Sample.result([Sample.full], text: "Words.")
    result.document = Sample.full.document
    let report = try ReadMarkup(HTMLFormat.write([result]))
    let away = report.elements.compactMap { $0.attributes["href"] }.filter { !$0.hasPrefix("#") }
    #expect(away == ["https://example.org/7"])
    #expect(report.elements.allSatisfy { $0.attributes["src"] == nil && $0.attributes["style"] == nil })
    #expect(report.elements.allSatisfy { !$0.attributes.keys.contains { $0.hasPrefix("on") } })
    #expect(report.named("link").isEmpty)
  }

  @Test("The page's policy names its own style sheet and program, and nothing else")
  func policy() throws {
    let report = try ReadMarkup(HTMLFormat.write([]))
    let meta = report.named("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    func hash(_ name: String) -> String {
      let code = report.named(name).first?.text ?? ""
      return "'sha256-\(Data(SHA256.hash(data: Data(code.utf8))).base64EncodedString())'"
    }
    #expect(
      meta?.attributes["content"]
        == "default-src 'none'; style-src \(hash("style")); script-src \(hash("script")); base-uri 'none'; form-action 'none'"
    )
  }

  @Test("The style sheet and the program name no address from which something could be fetched")
  func ownCode() {
    for part in [PageParts.style, PageParts.script] {
      let code = String(decoding: part, as: UTF8.self)
      #expect(code.utf8.count > 1000)
      for word in ["http:", "https:", "//cdn", "url(", "@import", "fetch(", "XMLHttpRequest", "innerHTML", "eval("] {
        #expect(!code.contains(word), "\(word)")
      }
    }
  }

  @Test("Base64 is that of RFC 4648", arguments: ["", "f", "fo", "foo", "foob", "fooba", "foobar", "\u{FF}\u{0}~"])
  func base64(text: String) {
    #expect(ContentPolicy.base64(Array(text.utf8)) == Data(text.utf8).base64EncodedString())
  }
}
