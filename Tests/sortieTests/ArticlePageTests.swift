import Foundation
import SortieSchema
import Testing

/// An article as somebody pastes it, and the page that a site makes of it: between a menu, a cookie note, an appeal for
/// gifts, stories beside it and comments below it, all of which tell of other strikes.
private struct Article {
  let title: String
  let lead: String
  /// The line under the title that tells the day.
  let dateline: String
  let paragraphs: [String]
  /// What stands below the article on the page and is copied along by who pastes the whole page; empty where nobody did.
  var foot: [String] = []

  static let own = Article(
    title: "Allies for a day: Moscow and the coalition over Manbij",
    lead: "The ministry in Moscow speaks of common work with the coalition; Washington knows of none.",
    dateline: "Published: February 14, 2017, 10:30 am",
    paragraphs: [
      """
      The Pentagon said on Monday that there was no coordination of airstrikes with the Russian military; all that there \
      is, its spokesman Major Paul Hadley explained, is a line on which both sides keep their pilots apart.
      """,
      """
      “On February 12, the Russian Aerospace Forces and two jets of the international coalition conducted airstrikes on \
      Daesh targets near Manbij, Aleppo province,” the Russian Ministry of Defence said, according to Sputnik. “The \
      coordinates had come from the coalition over a ‘direct line’ to the command centre at the Hmeymim airbase.”
      """,
      """
      Turkey had its turn a day earlier. “On February 11, the Russian Aerospace Forces and the Turkish Air Force conducted \
      a joint operation striking Daesh near Deir Hafir in the province of Aleppo,” the ministry said.
      """,
      """
      The missions involved three Russian planes, including two Su-24M and a Su-34, and four Turkish planes, including two \
      F-16 and two F-4 fighter-bombers, according to the Russian Ministry of Defence.
      """,
      """
      Manbij lies on the road that links the river with Aleppo; whoever holds it can close the border to the traffic of \
      the group.
      """,
    ])

  /// Title, lead and dateline in the first three lines, then a paragraph a line; what begins with the words on rights is
  /// the foot of the page.
  init?(pasted text: String) {
    let lines = text.split(separator: "\n").map(String.init)
    guard lines.count > 4, lines[2].hasPrefix("Published:") else { return nil }
    let end = lines.firstIndex { $0.hasPrefix("All rights reserved") } ?? lines.count
    self.init(
      title: lines[0], lead: lines[1], dateline: lines[2], paragraphs: Array(lines[3..<end]), foot: Array(lines[end...])
    )
  }

  private init(title: String, lead: String, dateline: String, paragraphs: [String], foot: [String] = []) {
    self.title = title
    self.lead = lead
    self.dateline = dateline
    self.paragraphs = paragraphs
    self.foot = foot
  }

  var plain: String { ([title, lead, dateline] + paragraphs + foot).joined(separator: "\n") + "\n" }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("“", with: "&#8220;")
      .replacing("’", with: "&rsquo;")
  }

  var page: String {
    let body = paragraphs.map { "<p>\(Self.escaped($0))</p>" }
    let half = body.count / 2
    return """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>\(Self.escaped(title)) – The Open Desk</title>
      <meta name="description" content="\(Self.escaped(lead))"><script>var page = {strikes: 12};</script></head>
      <body class="article-page">
      <div id="cookie-notice" role="dialog"><p>This site keeps cookies, ours and those of our partners.</p>
      <button>Agree</button></div>
      <header><a href="/"><img src="logo.png" alt="The Open Desk"></a>
      <nav><ul><li><a href="/world">World</a></li><li><a href="/syria">Two Su-34s strike Idlib</a></li></ul></nav></header>
      <div class="columns"><article class="post">
      <h1>\(Self.escaped(title))</h1><p class="lead">\(Self.escaped(lead))</p>
      <p class="dateline">\(Self.escaped(dateline))</p>
      <div class="share"><a href="#">Share</a> <a href="#">Print</a></div>
      \(body[..<half].joined(separator: "\n"))
      <div class="donate-box"><h4>We need you</h4><p>On 9 February four Su-25s bombed a school in Idlib, and we were the
      first to tell. Your gift lets us go on.</p><form><input name="sum"><button>Give</button></form></div>
      \(body[half...].joined(separator: "\n"))
      </article>
      <aside class="related-articles"><h3>Related stories</h3><ul>
      <li><a href="/1">Coalition conducts 14 strikes near Raqqa on February 10</a></li>
      <li><a href="/2">Six Tu-22M3 bombers hit Deir ez-Zor</a><p>Russian bombers destroyed two depots on January 30.</p></li>
      </ul></aside></div>
      <section class="comments" id="comments"><h3>2 comments</h3>
      <div class="comment"><p>On 8 February jets killed twelve civilians in my town near Homs, nobody writes of that.</p></div>
      <div class="comment"><p>Keep it civil. Last week F-16s struck Raqqa thirty times.</p></div>
      <form><textarea name="comment">Write here</textarea></form></section>
      <footer>\((foot.isEmpty ? ["The Open Desk has told of 900 strikes since 2015."] : foot)
        .map { "<p>\(Self.escaped($0))</p>" }.joined())</footer>
      </body></html>
      """
  }
}

@Suite("An article and its page")
struct ArticlePageTests {
  /// The records of a text; without what tells one text from another.
  private static func records(
    _ text: String, _ name: String, title: String, in folder: TemporaryFolder
  ) throws -> [Sortie] {
    try folder.write(text, to: name)
    // A page says what its title is, pasted words do not.
    let outcome = try Program.run(["extract", name, "--format", "jsonl", "--title", title], in: folder.url)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try outcome.output.utf8.split(separator: 0x0A).map { line in
      var record = try Sortie(json: JSONValue(parsing: Array(line)))
      record.id = ""
      record.document = DocumentInfo(id: "")
      record.evidence = []
      return record
    }
  }

  @Test("The page gives the two records of the article, and nothing of what stands around it")
  func own() throws {
    let folder = try TemporaryFolder()
    let plain = try Self.records(Article.own.plain, "article.txt", title: Article.own.title, in: folder)
    let page = try Self.records(Article.own.page, "article.html", title: Article.own.title, in: folder)
    #expect(page == plain)
    #expect(page.map { $0.date?.start?.description } == ["2017-02-12", "2017-02-11"])
    #expect(page.map { $0.places.map(\.name) } == [["Manbij"], ["Deir Hafir"]])
    let aircraft = page[1].participants.map { "\($0.operator) \($0.count?.min ?? 0) \($0.aircraft ?? "")" }
    #expect(Set(aircraft) == ["RU 2 Su-24M", "RU 1 Su-34", "TR 2 F-16", "TR 2 F-4"])
    #expect(Set(page[0].participants.map(\.operator)) == ["RU", "us-led-coalition"])
    #expect(page[0].claims.contains { $0.claimant == "Pentagon" && $0.stance == .denies && $0.about == .coordination })
  }

  /// An article that may lie beside the package; its text is not the project's to give away.
  private static let pasted = Program.root.deletingLastPathComponent()
    .appendingPathComponent("shared/corpus/seed-article.txt")

  @Test(
    "An article that was pasted with the foot of its page gives the same two records as the page",
    .enabled(if: FileManager.default.fileExists(atPath: pasted.path), "there is no such article beside the package"))
  func fromAFile() throws {
    let text = try String(contentsOf: Self.pasted, encoding: .utf8)
    let article = try #require(Article(pasted: text))
    let folder = try TemporaryFolder()
    let plain = try Self.records(text, "article.txt", title: article.title, in: folder)
    let page = try Self.records(article.page, "article.html", title: article.title, in: folder)
    #expect(plain.count == 2)
    // The texts are not the project's to print where they differ.
    let isSame = page == plain
    #expect(isSame)
  }
}
