import Foundation
import Testing

/// A report as a site publishes it, and as somebody would paste it.
@Suite("A page and its plain text")
struct PageTests {
  private static let title = "Bombers fly 16 sorties over Deir ez-Zor"
  private static let paragraphs = [
    "Published: January 24, 2017, 11:20 am",
    "Six Tu-22M3 long-range bombers of the Russian Aerospace Forces took off from bases in Russia on 23 January and struck targets of ISIS near Deir ez-Zor, the Russian Ministry of Defence said on Tuesday.",
    "The bombers destroyed two command posts, an ammunition depot and three tanks, according to the ministry.",
    "Su-24M aircraft from Hmeymim air base made another 16 sorties in the province of Homs on the same day, the ministry said.",
    "The Syrian Observatory for Human Rights said that air strikes on the town of al-Mayadin killed at least seven civilians on Monday.",
    "The Combined Joint Task Force said that coalition aircraft conducted nine strikes near Raqqa on Monday:",
  ]
  private static let items = [
    "Near Raqqa, six strikes engaged two ISIL tactical units and destroyed four oil wellheads.",
    "Near Ayn Isa, three strikes destroyed two fighting positions and a vehicle bomb.",
  ]

  private static var text: String {
    ([title] + paragraphs + [items.map { "- \($0)" }.joined(separator: "\n")]).joined(separator: "\n\n") + "\n"
  }

  private static var page: String {
    let body = paragraphs.map { "<p>\($0.replacing("-", with: "&#8209;"))</p>" }
    return """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>\(title) | Eyes on the Sky</title>
      <meta property="og:title" content="\(title)"><meta property="og:site_name" content="Eyes on the Sky">
      <meta property="article:published_time" content="2017-01-24T11:20:00+02:00">
      <link rel="canonical" href="https://sky.example/2017/01/24/bombers"></head>
      <body class="single-post comments-open"><header class="site-header"><a href="/">Eyes on the Sky</a></header>
      <nav class="main-menu"><ul><li><a href="/map">Map</a></li><li><a href="/strikes">40 strikes on Aleppo</a></li></ul></nav>
      <div class="cookie-consent"><p>We count visitors with cookies, as everybody else does.</p><button>Fine</button></div>
      <main><article><h1>\(title)</h1>
      \(body[..<3].joined(separator: "\n"))
      <div class="donation-appeal"><h3>Keep us watching</h3><p>Our two monitors live on your gifts. Last week two Su-34s
      bombed a street in Idlib, killing nine civilians, and we were there. Give today.</p><a href="/give">Give</a></div>
      \(body[3...].joined(separator: "\n"))
      <ul><li>\(items.joined(separator: "</li>\n<li>"))</li></ul>
      <ul class="share-buttons"><li><a href="#">Share</a></li></ul></article>
      <aside class="related-stories"><h2>Related stories</h2><ul>
      <li><a href="/a">Turkish F-16s strike 12 targets near al-Bab</a> Four fighters were killed on Friday.</li>
      <li><a href="/b">Ten Su-25s bomb Palmyra on 20 January</a></li></ul></aside>
      <section id="comments"><p>On 21 January five jets struck our village near Homs and killed my neighbour.</p></section>
      </main><footer><p>Eyes on the Sky has counted 12,000 strikes in Syria since 2015.</p></footer></body></html>
      """
  }

  @Test("give the same records, whose evidence leads to the page")
  func sameRecords() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.text, to: "report.txt")
    try folder.write(Self.page, to: "report.html")
    let known = [
      "--published", "2017-01-24", "--title", Self.title, "--source", "Eyes on the Sky", "--url",
      "https://sky.example/2017/01/24/bombers",
    ]
    func records(_ file: String) throws -> [[Substring]] {
      // JSON has no field for the place in the original: what differs is the name of the input alone.
      let outcome = try Program.run(
        ["extract", file, "--format", "jsonl"] + (file == "report.txt" ? known : []), in: folder.url)
      #expect(outcome.code == 0, "\(outcome.errors)")
      return outcome.output.replacing("\"\(file)\"", with: "\"report\"").split(separator: "\n").map { [$0] }
    }
    let plain = try records("report.txt")
    #expect(plain.count >= 3)
    #expect(try records("report.html") == plain)

    let table = try Program.run(["extract", "report.html", "--format", "csv"], in: folder.url)
    let places = table.output.matches(of: /bytes (\d+)–(\d+)/)
    #expect(places.count >= plain.count)
    let page = Array(Self.page.utf8)
    for place in places {
      let bytes = try #require(Int(place.1))..<(try #require(Int(place.2)))
      let words = String(decoding: page[bytes], as: UTF8.self).replacing("&#8209;", with: "-")
      #expect(Self.text.contains(words))
      #expect(table.output.contains(words))
    }
  }

  @Test("texts of pages are written as JSON Lines that extract reads")
  func texts() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.page, to: "report.html")
    let written = try Program.run(["texts", "report.html"], in: folder.url)
    #expect(written.code == 0)
    #expect(written.lines.count == 1)
    #expect(written.output.contains("\"published\":\"2017-01-24\""))
    let direct = try Program.run(["extract", "report.html", "--format", "jsonl"], in: folder.url)
    let again = try Program.run(
      ["extract", "-", "--format", "jsonl"], input: Array(written.output.utf8), in: folder.url)
    #expect(again.output == direct.output)
  }

  @Test("texts that cannot be read are named, and the others are written")
  func faults() throws {
    let folder = try TemporaryFolder()
    try folder.write([0xD0, 0xCF, 0x11, 0xE0], to: "paper.txt")
    try folder.write("Two jets.", to: "jets.txt")
    let outcome = try Program.run(["texts", "paper.txt", "missing.html", "jets.txt"], in: folder.url)
    #expect(outcome.code == 2)
    #expect(outcome.lines == ["{\"id\":\"jets.txt\",\"text\":\"Two jets.\"}"])
    #expect(outcome.errors.contains("missing.html: no such file"))
    #expect(outcome.errors.contains("paper.txt:1:1: error: this is an office document"))
    #expect(try Program.run(["texts", "paper.txt"], in: folder.url).code == 65)
  }
}
