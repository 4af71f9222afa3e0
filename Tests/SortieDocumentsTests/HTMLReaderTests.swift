import SortieDocuments
import SortieSchema
import Testing

@Suite("Web pages")
struct HTMLReaderTests {
  private func document(_ html: String) throws -> SourceDocument {
    let reading = try Reading(HTMLReader.self, html, name: "p.html")
    #expect(reading.problems.isEmpty)
    return try #require(reading.documents.first)
  }

  private func text(_ html: String) throws -> String { String(decoding: try document(html).text, as: UTF8.self) }

  private let prose = "On Thursday, two jets struck a depot near Palmyra, the ministry said, and nobody was hurt."

  @Test("Headings, paragraphs, lists, tables and captions are lines of their own")
  func structure() throws {
    let html = """
      <article><h1>Jets over Homs</h1><p>\(prose)</p><h2>In Syria</h2>
      <ul><li>Near Raqqa, three strikes.</li><li>Near <b>al-Bab</b>, two strikes.</li></ul>
      <table><tr><th>Province<th>Sorties<tr><td>Homs<td>12</table>
      <figure><img src=a><figcaption>Smoke over the town.</figcaption></figure><p>\(prose)</p></article>
      """
    #expect(
      try text(html) == """
        Jets over Homs

        \(prose)

        In Syria

        - Near Raqqa, three strikes.
        - Near al-Bab, two strikes.

        Province | Sorties
        Homs | 12

        Smoke over the town.

        \(prose)

        """)
  }

  @Test("White space is collapsed, breaks are kept, references are characters")
  func inline() throws {
    let html =
      "<p>On  Thursday,\n\t two&nbsp;Su&#8209;24<b>M</b> hit Caf&eacute; &quot;Nour&quot; &amp; left.<br>Then they flew home, he said.</p>"
    #expect(
      try text(html) == "On Thursday, two\u{A0}Su\u{2011}24M hit Café \"Nour\" & left.\nThen they flew home, he said.\n"
    )
  }

  @Test(
    "Evidence leads to the bytes of the page, tags and references with it",
    arguments: [
      ("ten jets", "ten&nbsp;<i>jets</i>"), ("Café & bar", "Caf&eacute; &amp; b<b>a</b>r"), ("a≪b", "a&Lt;b"),
      ("x&y", "x&y"), ("1 < 2", "1 &lt 2"), ("&lt; is", "&amp;lt; is"), ("ab", "a</nothing>b"), ("∾̳z", "&acE;z"),
    ])
  func offsets(words: String, source: String) throws {
    let html = "<p>\(prose) \(source). \(prose)</p>"
    let document = try document(html)
    let text = String(decoding: document.text, as: UTF8.self).replacing("\u{A0}", with: " ")
    let found = try #require(text.range(of: words))
    let start = String(text[..<found.lowerBound]).utf8.count
    // The blank that does not break takes one byte more.
    let count = words.utf8.count + (source.contains("nbsp") ? 1 : 0)
    let bytes = try #require(document.sourceMap?.location(of: start..<start + count).bytes)
    let there = String(decoding: Array(html.utf8)[bytes], as: UTF8.self)
    #expect(source.hasPrefix(there) && there.utf8.count >= source.utf8.count - 4, "\(there)")
  }

  @Test("Navigation, cookie notes, related stories, comments and appeals are left out")
  func furniture() throws {
    let html = """
      <body><nav><a href=/>Home</a></nav><div id="cookie-notice"><p>We use cookies, and so does everybody we know.</p></div>
      <main><h1>Jets over Homs</h1><p>\(prose)</p>
      <div class="donation-appeal"><p>We depend on you. Please give what you can spare for our work.</p></div><p>\(prose)</p>
      <section class="relatedStories"><h2>Related</h2><p>Ten bombers struck Aleppo on Friday, officials say.</p></section>
      <div hidden><p>This was never shown to anybody who read the page.</p></div></main>
      <section id="comments">\(String(repeating: "<p>Twenty jets struck Raqqa, I was told by a friend.</p>", count: 30))</section>
      <script>document.write("<p>Forty jets struck Mosul on Sunday, says the script.</p>")</script></body>
      """
    #expect(try text(html) == "Jets over Homs\n\n\(prose)\n\n\(prose)\n")
  }

  @Test("A page without any text says so")
  func nothing() throws {
    let document = try document("<html><body><nav><a href=/>Home</a></nav></body></html>")
    #expect(document.text.isEmpty)
    #expect(document.findings.map(\.rule) == ["no-main-text"])
  }

  @Test(
    "The encoding is the one that the page declares",
    arguments: [
      "<meta charset=windows-1251>", "<META http-equiv=Content-Type content='text/html; charset=windows-1251'>",
      "<?xml version='1.0' encoding='windows-1251'?>",
    ])
  func encoding(declaration: String) throws {
    let bytes = Array("\(declaration)<p>\(prose) ".utf8) + [0xD1, 0xF3] + Array("-24.</p>".utf8)
    let reading = try Reading(HTMLReader.self, bytes, name: "p.html")
    #expect(reading.texts == ["\(prose) Су-24.\n"])
    let map = try #require(reading.documents.first?.sourceMap)
    let start = prose.utf8.count + 1
    #expect(map.location(of: start..<start + 4).bytes.map { Array(bytes[$0]) } == [0xD1, 0xF3])
  }
}

@Suite("What pages say of their text")
struct PageMetadataTests {
  private func metadata(head: String = "", body: String = "") throws -> DocumentMetadata {
    let prose = "<p>Two jets struck a depot near Palmyra, the ministry said, and nobody was hurt.</p>"
    let html =
      "<html><head>\(head)</head><body>\(body.contains("PROSE") ? body.replacing("PROSE", with: prose) : body + prose)</body></html>"
    return try #require(try Reading(HTMLReader.self, html, name: "p.html").documents.first).metadata
  }

  private static let places: [(origin: DocumentMetadata.Origin, head: String, body: String)] = [
    (.jsonLD, "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"DAY\"}</script>", ""),
    (.openGraph, "<meta property='article:published_time' content='DAYT10:00:00Z'>", ""),
    (.markup, "", "<time datetime='DAY'>then</time>"), (.metaTag, "<meta name=dcterms.issued content='DAY'>", ""),
    (.visible, "", "<div>Published: DAY, 9:30 am</div>"),
    (.address, "<link rel=canonical href='https://a.example/x-DAY-y'>", ""),
  ]

  @Test("A day is found in each place, and the place of higher trust is believed", arguments: places.indices)
  func published(place: Int) throws {
    let days = (0..<Self.places.count).map { "2016-11-\(10 + $0)" }
    func fill(_ text: String, _ index: Int) -> String { text.replacing("DAY", with: days[index]) }
    let later = Self.places.indices[place...].reversed()
    let head = later.map { fill(Self.places[$0].head, $0) }.joined()
    let body = later.map { fill(Self.places[$0].body, $0) }.joined()
    let best = try #require(try metadata(head: head, body: body).best(.published))
    #expect(best.origin == Self.places[place].origin)
    #expect(best.value == days[place])
  }

  @Test(
    "Days are read in the forms that pages use",
    arguments: [
      ("2016-11-21", "2016-11-21"), ("2016-11-21T23:50:00-05:00", "2016-11-21"), ("20161121", "2016-11-21"),
      ("Mon, 21 Nov 2016 09:30:00 GMT", "2016-11-21"), ("November 21, 2016", "2016-11-21"),
      ("21 November 2016", "2016-11-21"),
      ("21st of November, 2016", "2016-11-21"), ("Nov. 21, 2016", "2016-11-21"), ("21.11.2016 (14:20)", "2016-11-21"),
      ("21/11/2016", "2016-11-21"), ("11/21/2016", "2016-11-21"), ("2016/11/21 10:00", "2016-11-21"),
      ("11/10/2016", nil), ("31 February 2016", nil), ("yesterday", nil), ("1,200 strikes", nil), ("2016", nil),
    ] as [(String, String?)])
  func forms(text: String, day: String?) throws {
    #expect(try metadata(head: "<meta name=date content='\(text)'>")[.published] == day)
  }

  @Test("Times of comments, of related stories and of changes are not the day of the text")
  func others() throws {
    let body = """
      <article><h1>Jets over Homs</h1><time class="updated" datetime="2016-11-30">changed</time>PROSE</article>
      <aside class="related"><time datetime="2016-11-29">29 Nov</time></aside>
      <div class="comments"><time datetime="2016-11-28">28 Nov</time></div>
      """
    #expect(try metadata(body: body)[.published] == nil)
  }

  @Test("Title, outlet, author, address and language are taken with their places")
  func fields() throws {
    let head = """
      <title>Jets over Homs | The Outlet</title><meta property="og:site_name" content="The Outlet">
      <meta name=author content="A. Writer"><link rel="canonical" href="https://o.example/1">
      """
    let found = try metadata(head: head, body: "<h1>Jets over Homs</h1>")
    #expect(found[.title] == "Jets over Homs")
    #expect(found[.source] == "The Outlet")
    #expect(found[.author] == "A. Writer")
    #expect(found[.url] == "https://o.example/1")
    #expect(found.best(.source)?.bytes != nil)
  }
}
