import ReportText
import Testing

@Suite struct FoldedTextTests {
  @Test(
    "Case, accents and the kinds of hyphen, apostrophe and space are folded",
    arguments: [
      ("Su\u{2011}24M", "su-24m"), ("SU\u{2013}24", "su-24"), ("Su\u{2212}24", "su-24"),
      ("Ma\u{2019}arrat", "ma'arrat"),
      ("Ma`arrat", "ma'arrat"), ("\u{2BF}Ayn \u{2BF}\u{12A}s\u{E1}", "ayn isa"), ("\u{160}anl\u{131}urfa", "sanliurfa"),
      ("S\u{30C}anliurfa", "sanliurfa"), ("Super \u{C9}tendard", "super etendard"), ("10\u{A0}km", "10 km"),
      ("so\u{AD}ft", "soft"), ("z\u{200B}e\u{FEFF}ro", "zero"), ("\u{202A}bidi\u{202C}", "bidi"), ("Œuvre", "oeuvre"),
      ("Straße", "strasse"), ("Сухой", "сухой"), ("حلب", "حلب"), ("a\nb", "a\nb"), ("", ""), ("€5", "€5"),
    ])
  func folding(text: String, folded: String) {
    #expect(String(decoding: FoldedText(Array(text.utf8)).bytes, as: UTF8.self) == folded)
  }

  @Test("Folding twice changes nothing more", arguments: FoldedTextTests.samples)
  func idempotent(text: [UInt8]) {
    let once = FoldedText(text).bytes
    #expect(FoldedText(once).bytes == once)
  }

  @Test("Every folded range leads back to whole characters of the text", arguments: FoldedTextTests.samples)
  func offsets(text: [UInt8]) {
    let folded = FoldedText(text)
    var previous = 0
    for index in 0..<folded.bytes.count {
      let range = folded.sourceRange(index..<index + 1)
      #expect(range.lowerBound >= previous && !range.isEmpty && range.upperBound <= text.count)
      previous = range.lowerBound
      // Folding the source of a byte alone gives that byte among its own.
      #expect(FoldedText(text, range: range).bytes.contains(folded.bytes[index]))
    }
    #expect(folded.sourceOffset(of: folded.bytes.count) == text.count)
  }

  @Test("A range of a text is folded with offsets into the whole text")
  func range() {
    let text = Array("Été à Alep".utf8)
    let folded = FoldedText(text, range: 9..<13)
    #expect(String(decoding: folded.bytes, as: UTF8.self) == "alep")
    #expect(folded.sourceRange(0..<4) == 9..<13)
  }

  @Test("An accent that follows its letter belongs to it")
  func marks() {
    let text = Array("e\u{301}a".utf8)
    let folded = FoldedText(text)
    #expect(folded.sourceRange(0..<1) == 0..<3)
    #expect(folded.sourceRange(1..<2) == 3..<4)
  }

  /// Seeded mixtures of what texts hold, valid UTF-8 and not.
  static let samples: [[UInt8]] = {
    let parts =
      [
        "Su", "\u{2011}", "24", "é", "e\u{301}", "\u{2BF}", "’", " ", "\u{A0}", "\u{AD}", "Ж", "ﬁ", "حلب", "\u{1F680}",
        "ẞ",
        "İ", "\n",
      ].map { Array($0.utf8) } + [[0xFF], [0xE2, 0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80]]
    var state: UInt64 = 42
    return (0..<60).map { _ in
      (0..<12).flatMap { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return parts[Int(state >> 33) % parts.count]
      }
    }
  }()
}
