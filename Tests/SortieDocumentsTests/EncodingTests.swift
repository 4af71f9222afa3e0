import SortieDocuments
import SortieSchema
import Testing

@Suite("Encodings")
struct EncodingTests {
  private static let words = "Café – “Dayr az-Zawr”"

  /// The bytes of a text in an encoding of single bytes, by the characters above ASCII that the test uses.
  private static func bytes(_ text: String, _ table: [Character: UInt8]) -> [UInt8] {
    text.map { table[$0] ?? $0.asciiValue ?? UInt8(ascii: "?") }
  }

  private static let western: [Character: UInt8] = [
    "é": 0xE9, "–": 0x96, "“": 0x93, "”": 0x94, "’": 0x92,
  ]

  private static func wide(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { isBigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  private func text(_ bytes: [UInt8], declared: String? = nil) -> String {
    String(decoding: DecodedText(bytes, declared: declared).text, as: UTF8.self)
  }

  @Test("UTF-8 is taken as it is, without its mark")
  func utf8() {
    let plain = DecodedText(Array(Self.words.utf8))
    #expect(plain.text == Array(Self.words.utf8) && plain.map == nil && plain.encoding == "UTF-8")
    let marked = DecodedText([0xEF, 0xBB, 0xBF] + Array(Self.words.utf8))
    #expect(marked.text == plain.text)
    #expect(marked.origin == .byteOrderMark)
    #expect(marked.map?.location(of: 0..<4).bytes == 3..<7)
  }

  @Test("UTF-16 is read in either order, with and without a mark", arguments: [true, false], [true, false])
  func utf16(isBigEndian: Bool, isMarked: Bool) {
    let source = (isMarked ? "\u{FEFF}" : "") + "Jets struck Palmyra 🛩 – twice."
    let decoded = DecodedText(Self.wide(source, isBigEndian: isBigEndian))
    #expect(String(decoding: decoded.text, as: UTF8.self) == "Jets struck Palmyra 🛩 – twice.")
    let mark = isMarked ? 2 : 0
    // "Palmyra" is 7 letters behind 12 others, and the aircraft behind it takes two units.
    #expect(decoded.map?.location(of: 12..<19).bytes == 24 + mark..<38 + mark)
    #expect(decoded.map?.location(of: 20..<24).bytes == 40 + mark..<44 + mark)
  }

  @Test("A declared encoding is believed", arguments: ["windows-1251", "CP1251", " Windows-1251 ", "x-cp1251"])
  func declared(label: String) {
    let decoded = DecodedText([0xD1, 0xF3, 0x2D, 0x32, 0x34], declared: label)
    #expect(String(decoding: decoded.text, as: UTF8.self) == "Су-24")
    #expect(decoded.origin == .declared)
    #expect(decoded.map?.location(of: 2..<4).bytes == 1..<2)
    #expect(decoded.map?.location(of: 5..<7).bytes == 3..<5)
  }

  @Test(
    "Other encodings are read by their usual names",
    arguments: [
      ("windows-1256", [0xCD, 0xE1, 0xC8], "حلب"), ("iso-8859-6", [0xCD, 0xE4, 0xC8], "حلب"),
      ("koi8-r", [0xF3, 0xF5], "СУ"), ("iso-8859-9", [0xDD], "İ"), ("latin1", [0x93], "“"), ("ibm866", [0x91], "С"),
      ("shift_jis", [0x93, 0xFA], "日"), ("gb2312", [0xC8, 0xD5, 0x41], "日A"),
    ] as [(String, [UInt8], String)])
  func others(label: String, bytes: [UInt8], expected: String) {
    #expect(text(bytes, declared: label) == expected)
  }

  @Test("Quotation marks and accents between Latin letters are Windows-1252 where nothing is declared")
  func western() {
    let bytes = Self.bytes("The café’s owner said “two jets” – no more – had bombed the old quarter.", Self.western)
    let decoded = DecodedText(bytes)
    #expect(decoded.encoding == "WINDOWS-1252")
    #expect(text(bytes).contains("café’s owner said “two jets” – no more"))
    #expect(decoded.map?.location(of: 0..<decoded.text.count).bytes == 0..<bytes.count)
  }

  @Test("Cyrillic without a declaration is found out")
  func cyrillic() {
    // "Российские самолёты нанесли удары по объектам террористов в провинции Идлиб."
    let phrase: [UInt8] = [
      0xD0, 0xEE, 0xF1, 0xF1, 0xE8, 0xE9, 0xF1, 0xEA, 0xE8, 0xE5, 0x20, 0xF1, 0xE0, 0xEC, 0xEE, 0xEB, 0xB8, 0xF2, 0xFB,
      0x20, 0xED, 0xE0, 0xED, 0xE5, 0xF1, 0xEB, 0xE8, 0x20, 0xF3, 0xE4, 0xE0, 0xF0, 0xFB, 0x20, 0xEF, 0xEE, 0x20, 0xEE,
      0xE1, 0xFA, 0xE5, 0xEA, 0xF2, 0xE0, 0xEC, 0x20, 0xE2, 0x20, 0xEF, 0xF0, 0xEE, 0xE2, 0xE8, 0xED, 0xF6, 0xE8, 0xE8,
      0x2E, 0x20,
    ]
    let decoded = DecodedText(Array(repeating: phrase, count: 6).flatMap { $0 })
    #expect(decoded.encoding == "WINDOWS-1251")
    #expect(String(decoding: decoded.text, as: UTF8.self).hasPrefix("Российские самолёты нанесли удары"))
  }

  @Test("A declaration that the bytes belie is not believed, and a finding says so")
  func lies() {
    let utf8 = DecodedText(Array(Self.words.utf8), declared: "iso-8859-1")
    #expect(String(decoding: utf8.text, as: UTF8.self) == Self.words)
    #expect(utf8.findings.map(\.rule) == ["encoding-declaration"])
    let western = DecodedText(Self.bytes("A café, “they” said, was hit.", Self.western), declared: "utf-8")
    #expect(String(decoding: western.text, as: UTF8.self) == "A café, “they” said, was hit.")
    #expect(western.findings.first?.message == "the input declares the encoding UTF-8, and is in WINDOWS-1252")
    #expect(DecodedText(Array("plain".utf8), declared: "iso-8859-1").findings.isEmpty)
  }

  @Test("UTF-8 that was read as Windows-1252 is put right, with a finding")
  func mojibake() {
    let broken = "the ministryâ€™s CafÃ© â€œNourâ€\u{9D} fell â€“ twice"
    let decoded = DecodedText(Array(broken.utf8))
    #expect(String(decoding: decoded.text, as: UTF8.self) == "the ministry’s Café “Nour” fell – twice")
    #expect(decoded.findings.map(\.rule) == ["mojibake-repaired"])
    #expect(decoded.map?.location(of: 0..<decoded.text.count).bytes == 0..<broken.utf8.count)
  }

  @Test(
    "Letters that only look like it stay",
    arguments: ["São João e Ângela", "MAÇÃ», disse", "un Âge d’or", "É» CAFÉ»", "naïve â la carte"])
  func foreign(text: String) {
    let decoded = DecodedText(Array(text.utf8))
    #expect(String(decoding: decoded.text, as: UTF8.self) == text)
    #expect(decoded.findings.isEmpty)
  }
}

@Suite("Plain typography")
struct TypographyTests {
  private func plain(_ text: String) -> String {
    PlainTypography(Array(text.utf8)).map { String(decoding: $0.text, as: UTF8.self) } ?? text
  }

  @Test(
    "Nothing that typesetting put into words stays in them",
    arguments: [
      ("Su\u{2011}24", "Su-24"), ("Su\u{2010}24M", "Su-24M"), ("Deir ez\u{2011}Zor", "Deir ez-Zor"),
      ("Pal\u{AD}myra", "Palmyra"), ("\u{200F}Palmyra\u{200E}", "Palmyra"), ("two\u{A0}jets", "two jets"),
      ("\u{FB01}ghters and o\u{FB03}cers", "fighters and officers"), ("stri\u{200B}kes", "strikes"),
      ("\u{FF11}\u{FF12} sorties", "12 sorties"), ("1\u{202F}200 sorties", "1,200 sorties"),
      ("12\u{A0}strikes", "12 strikes"), ("17\u{A0}2016\u{A0}was", "17 2016 was"),
      ("2016\u{A0}100 men", "2016 100 men"),
      ("line\u{2028}line", "line\nline"),
    ])
  func words(text: String, expected: String) { #expect(plain(text) == expected) }

  @Test(
    "Other characters stay as they are",
    arguments: ["“two jets” – no more…", "قصف حلب", "Café à Paris", "日本語", "2 × Su-24M"])
  func others(text: String) { #expect(PlainTypography(Array(text.utf8)) == nil) }

  @Test("Every word leads back to where it stood")
  func places() throws {
    let text = "Near Pal\u{AD}myra two\u{A0}Su\u{2011}24 \u{FB01}red"
    let plain = try #require(PlainTypography(Array(text.utf8)))
    #expect(plain.map.location(of: 5..<12).bytes == 5..<14)
    #expect(plain.map.location(of: 17..<22).bytes == 20..<27)
  }
}
