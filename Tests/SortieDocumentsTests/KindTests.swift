import Foundation
import SortieDocuments
import SortieSchema
import Testing

@Suite("Kinds of inputs")
struct KindTests {
  @Test("Every kind has a sample, and its text, day and title are found")
  func everyKind() throws {
    var kinds: Set<String> = []
    for name in try Samples.names where name.hasPrefix("raid.") {
      let bytes = try Samples.bytes(of: name)
      let opening = Opening(bytes: Array(bytes.prefix(Opening.length)), isWhole: bytes.count <= Opening.length)
      kinds.insert(DocumentReaders.identify(opening, name: name).reader.kind)
      if name == "raid.pdf" { continue }
      let reading = try Reading(sample: name)
      #expect(reading.problems.isEmpty, "\(name)")
      let document = try #require(reading.documents.first, "\(name)")
      #expect(reading.texts[0].contains(Samples.first), "\(name)")
      #expect(reading.texts[0].contains(Samples.second), "\(name)")
      guard !name.hasPrefix("raid.txt"), !["raid.zip", "raid.tar.gz", "raid.warc.gz", "raid.warc"].contains(name) else {
        continue
      }
      #expect(document.title == "Raid on a depot near Palmyra", "\(name)")
      #expect((document.published ?? document.publishedByProperties) == "2016-11-18", "\(name)")
    }
    for name in ["feed.rss", "feed.atom"] {
      let document = try #require(try Reading(sample: name).documents.first)
      #expect(document.published == "2016-11-18")
      #expect(document.url == "https://example.org/raid")
      #expect(document.source == "Ministry of Defence")
      kinds.insert(FeedReader.kind)
    }
    #expect(Set(DocumentReaders.all.map { $0.kind }).subtracting(kinds) == [], "kinds without a sample")
  }

  @Test("The bytes tell the kind where the name is missing or wrong", arguments: ["-", "x", "x.csv", "x.md"])
  func byBytes(name: String) throws {
    for sample in [
      "raid.docx", "raid.odt", "raid.epub", "raid.rtf", "raid.xlsx", "feed.rss", "feed.atom", "raid.html", "raid.mbox",
    ] {
      let reading = try Reading(try Samples.bytes(of: sample), named: name)
      #expect(reading.problems.isEmpty, "\(sample)")
      #expect(reading.texts.first?.contains(Samples.first) == true, "\(sample)")
    }
  }

  @Test(
    "Words lead back to their bytes in the part they stand in",
    arguments: [
      ("raid.docx", "word/document.xml"), ("raid.odt", "content.xml"), ("raid.epub", "OEBPS/one .xhtml"),
      ("raid.rtf", nil),
      ("raid.eml", nil), ("raid.mbox", nil), ("feed.rss", nil), ("feed.atom", nil), ("raid.html", nil),
      ("raid.csv", nil),
    ] as [(String, String?)])
  func offsets(name: String, part: String?) throws {
    let document = try #require(try Reading(sample: name).documents.first)
    let text = String(decoding: document.text, as: UTF8.self)
    let words = "ammunition"
    let range = try #require(text.range(of: words))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let place = try #require(document.sourceMap).location(of: start..<start + words.utf8.count)
    #expect(place.part == part)
    guard part == nil else { return }
    let bytes = try #require(place.bytes)
    #expect(String(decoding: try Samples.bytes(of: name)[bytes], as: UTF8.self) == words)
  }

  @Test("What breaks off gives a problem or what was whole, and never ends the program")
  func truncated() throws {
    for name in try Samples.names where !name.hasSuffix(".pdf") {
      let bytes = try Samples.bytes(of: name)
      for length in stride(from: 1, to: bytes.count, by: max(1, bytes.count / 40)) {
        let reading = try Reading(Array(bytes[..<length]), named: name)
        #expect(reading.documents.count + reading.problems.count > 0, "\(name) cut to \(length)")
      }
    }
  }
}

@Suite("Mail")
struct MailTests {
  private static func mail(_ head: String, _ body: String) -> String {
    "From: a@example.org\nSubject: S\n\(head)\n\n\(body)"
  }

  @Test("Plain text is taken before the page, the page before nothing")
  func alternatives() throws {
    func body(_ parts: [(String, String)]) -> String {
      parts.map { "--b\nContent-Type: \($0.0)\n\n\($0.1)\n" }.joined() + "--b--\n"
    }
    let head = "Content-Type: multipart/alternative; boundary=b"
    let page = ("text/html", "<p>As a page.</p>")
    #expect(
      try Reading(Self.mail(head, body([("text/plain", "As text."), page])), named: "m.eml").texts == ["As text."])
    #expect(try Reading(Self.mail(head, body([page])), named: "m.eml").texts == ["As a page.\n"])
  }

  @Test(
    "Letters of other alphabets are decoded in heads and bodies",
    arguments: [
      ("=?utf-8?B?0KPQtNCw0YA=?=", "Удар"), ("=?windows-1251?Q?=D3=E4=E0=F0?=", "Удар"),
      ("=?koi8-r?q?=F5=C4=C1=D2?=", "Удар"),
      ("=?utf-8?q?Two?= =?utf-8?q?_jets?=", "Two jets"), ("=?utf-8?B?0KM=?=\n =?utf-8?B?0LQ=?=", "Уд"),
      ("=?utf-8?B?0A==?= =?utf-8?B?ow==?=", "У"), ("no =?word", "no =?word"), ("a =?utf-8?q?b?= c", "a b c"),
    ])
  func subjects(written: String, meant: String) throws {
    let reading = try Reading("From: a@b\nSubject: \(written)\n\nText.\n", named: "m.eml")
    #expect(reading.documents.first?.title == meant)
  }

  @Test("A body in another encoding is decoded, and leads back to its bytes")
  func encodedBody() throws {
    let head = "Content-Type: text/plain; charset=windows-1251\nContent-Transfer-Encoding: quoted-printable"
    let mail = Self.mail(head, "=D3=E4=E0=F0 near Pal=\nmyra.")
    let document = try #require(try Reading(mail, named: "m.eml").documents.first)
    #expect(String(decoding: document.text, as: UTF8.self) == "Удар near Palmyra.")
    let place = try #require(document.sourceMap?.location(of: 0..<8).bytes)
    #expect(String(decoding: Array(mail.utf8)[place], as: UTF8.self) == "=D3=E4=E0=F0")
  }

  @Test("Attachments that can be read are documents of their own; the others are counted")
  func attachments() throws {
    let docx = Data(try Samples.bytes(of: "raid.docx")).base64EncodedString(options: .lineLength76Characters)
    let body = """
      --b
      Content-Type: text/plain

      See below.
      --b
      Content-Type: application/octet-stream; name="raid.docx"
      Content-Disposition: attachment; filename="raid.docx"
      Content-Transfer-Encoding: base64

      \(docx)
      --b
      Content-Type: image/png
      Content-Disposition: attachment; filename="map.png"

      xx
      --b
      Content-Type: message/rfc822

      From: c@d
      Subject: Inner

      Forwarded words.
      --b--
      """
    let reading = try Reading(Self.mail("Content-Type: multipart/mixed; boundary=\"b\"", body), named: "m.eml")
    #expect(reading.documents.map(\.id) == ["m.eml", "m.eml/raid.docx", "m.eml/forwarded"])
    #expect(reading.texts[1].contains(Samples.first))
    #expect(reading.texts[2] == "Forwarded words.")
    #expect(reading.notes == ["m.eml: 1 file of other kinds passed over (.png 1)"])
    #expect(reading.problems.isEmpty)
  }

  @Test("A mailbox without a line end at its end leads back into itself")
  func lastLine() throws {
    let mailbox = "From a@b Fri Nov 18 09:30:00 2016\nFrom: a@b\nSubject: S\n\nTwo jets."
    let document = try #require(try Reading(mailbox, named: "m.mbox").documents.first)
    #expect(document.text == Array("Two jets.".utf8))
    #expect(document.sourceMap?.location(of: 0..<9).bytes == mailbox.utf8.count - 9..<mailbox.utf8.count)
  }

  @Test("Parts nested without end are opened up to a limit")
  func nested() throws {
    var body = "Text.\n"
    for level in 0..<200 {
      body = "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n\(body)\n--b\(level)--\n"
    }
    let reading = try Reading("From: a@b\nSubject: S\n\(body)", named: "m.eml")
    #expect(reading.documents.count + reading.problems.count == 1)
  }
}

@Suite("Documents in XML")
struct XMLDocumentTests {
  private static let bomb = """
    <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
    <rss><channel><item><title>&b;</title></item></channel></rss>
    """

  @Test("Declared entities are refused, in a few bytes and with a clear word")
  func entities() throws {
    let reading = try Reading(Self.bomb, named: "f.rss")
    #expect(reading.documents.isEmpty)
    #expect(reading.problems.count == 1)
    #expect(reading.problems[0].contains("the document declares entities, which are not read"))
  }

  @Test("External entities are not read")
  func external() throws {
    let feed = """
      <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>
      <rss><channel><item><description>&x;</description></item></channel></rss>
      """
    #expect(try Reading(feed, named: "f.rss").documents.isEmpty)
  }

  @Test("Elements nested too deep end the document, not the program")
  func deep() throws {
    let feed = "<rss>" + String(repeating: "<a>", count: 100_000)
    let reading = try Reading(feed, named: "f.rss")
    #expect(reading.problems.first?.contains("nested deeper than 512") == true)
  }

  @Test("A feed that breaks off gives the entries before the break")
  func brokenFeed() throws {
    let bytes = try Samples.bytes(of: "feed.rss")
    let text = String(decoding: bytes, as: UTF8.self)
    let cut = try #require(text.range(of: "<title>Bread"))
    let reading = try Reading(String(text[..<cut.upperBound]), named: "f.rss")
    #expect(reading.documents.map(\.id) == ["f.rss:17"])
    #expect(reading.problems.count == 1)
  }

  @Test("A feed in another encoding is read in it")
  func windows1251() throws {
    let head = Array("<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss><channel><item><title>".utf8)
    let feed = head + [0xD3, 0xE4, 0xE0, 0xF0] + Array("</title></item></channel></rss>".utf8)
    #expect(try Reading(feed, named: "f.rss").texts == ["Удар"])
  }

  @Test("A part that is missing is named")
  func missingPart() throws {
    let reading = try Reading(try Samples.bytes(of: "raid.zip"), named: "raid.docx")
    // Its first bytes say that it is an archive and no Word document.
    #expect(reading.notes.first == "raid.docx: read as an archive, not as a Word document: its first bytes say so")
  }

  @Test(
    "RTF keeps what is text and drops what is not",
    arguments: [
      (#"{\rtf1 a\par b}"#, "a\n\nb\n"), (#"{\rtf1\ansicpg1251 \'d3\'e4\'e0\'f0}"#, "Удар\n"),
      (#"{\rtf1{\fonttbl{\f1\fcharset204 X;}}\f1 \'d3}"#, "У\n"), (#"{\rtf1\uc1\u1059 ?x}"#, "Уx\n"),
      (#"{\rtf1{\*\secret no}{\pict 00ff}yes\{\}}"#, "yes{}\n"), (#"{\rtf1\uc1\u-10179?\u-8576?}"#, "🚀\n"),
      (#"{\rtf1 a{\v hidden}b}"#, "ab\n"), (#"{\rtf1\trowd a\cell b\cell\row\trowd c\cell\row}"#, "a | b |\nc |\n"),
      (#"{\rtf1 Su\_24 {\b two}\emdash jets"#, "Su-24 two—jets\n"),
    ])
  func rtf(written: String, meant: String) throws {
    #expect(try Reading(written, named: "a.rtf").texts == [meant])
  }
}
