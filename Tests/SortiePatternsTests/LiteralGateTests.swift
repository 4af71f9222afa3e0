import Testing

@testable import SortiePatterns

/// Patterns are passed over where a text lacks their words, and never where it may hold them.
@Suite struct LiteralGateTests {
  private static let firstMark: UInt32 = 0xE000

  private func allows(_ regex: String, _ text: String, marks: UInt64 = 0) -> Bool {
    var held = HeldWords()
    let bytes = Array(text.utf8)
    // Twice: two patterns with the same lists.
    let gates = LiteralGates(Array(repeating: LiteralGate(regex, firstMark: Self.firstMark), count: 2))
    gates.read(bytes, 0..<bytes.count, into: &held)
    let first = gates.allows(0, held, marks: marks)
    #expect(gates.allows(1, held, marks: marks) == first)
    return first
  }

  @Test("What was found in one text is forgotten in the next")
  func forgets() {
    let gates = LiteralGates([LiteralGate("raid|strike", firstMark: Self.firstMark)])
    var held = HeldWords()
    for text in ["A raid.", "Nothing.", "Two strikes.", "Rain."] {
      let bytes = Array(text.utf8)
      gates.read(bytes, 0..<bytes.count, into: &held)
      #expect(gates.allows(0, held, marks: 0) == (text == "A raid." || text == "Two strikes."), "\(text)")
    }
  }

  @Test(
    "A text without a needed word is passed over",
    arguments: [
      (#"\b (?:air\s+)? strikes? \b"#, "Nothing happened near the river."),
      (#"(?<noun>raid|bombing) s?"#, "Nothing happened near the river."),
      (#"\x{E001} \s+ (?:struck|hit)"#, "Jets flew over the town."),
      (#"\b (?:led|flew) \b"#, "Officials called it a sled."),
      (#"\s+ (?:cit(?:y|ies)|towns?)"#, "The capacity was downtown."),
      (#"authori[sz]ed"#, "By some author."),
      (#"(?:tens|dozens) \s+ of \s+ (?:sorties|missions)"#, "Dozens of people came."),
      (#"missions{0,1} (?=\s+(?:flown|led))"#, "A mission began."),
      (#"(?:strikes? \s+ near | raids? \s+ outside) \b"#, "A strike at noon, outside the town."),
    ])
  func passesOver(regex: String, text: String) { #expect(!allows(regex, text, marks: 2)) }

  @Test(
    "A text with the words is searched, whatever is optional around them",
    arguments: [
      (#"\b (?:air\s+)? strikes? \b"#, "One strike."),
      (#"strikes? \b"#, "STRIKE"),
      (#"(?:strikes? \s+ near | raids? \s+ outside) \b"#, "raids outside the town"),
      (#"colou?r"#, "a color"),
      (#"missions{0,1} (?=\s+flown)"#, "a mission flown"),
      (#"missions (?=\s+flown|$)"#, "missions"),
      (#"missions (?=\s+flown){0,1}"#, "missions"),
      (#"missions (?=\s+(?:flown)?)"#, "missions then"),
      (#"air # a comment | with (marks"# + "\n strike", "an airstrike"),
      (#"(?: abc | )  (?<!defg) (?!hijk)"#, "nothing of it"),
      (#"(?:abc)? (?:def)* (?:ghi){0,2}"#, "nothing of it"),
      (#"[abc] [^def]+ \p{Lu}"#, "nothing of it"),
      (#"\x41irfield"#, "Airfield"),
      (#"(?i)strike | raid"#, "a raid"),
      (#"\b (?:led|flew) \b"#, "He led."),
      (#"authori[sz]ed"#, "Authorized."),
      (#"\s* raid"#, "an airraid"),
      (#"fl(?:y|ies|own)? \s+ home"#, "homes fl"),
      (#"\b (?!would) strike"#, "a strike"),
    ])
  func searches(regex: String, text: String) { #expect(allows(regex, text)) }

  @Test("A branch may be met by its mark alone")
  func markMeetsBranch() {
    let regex = #"(?:\x{E003}|bombers) \s+ (?:struck|hit)"#
    #expect(allows(regex, "? struck a depot", marks: 1 << 3))
    #expect(!allows(regex, "? struck a depot", marks: 1 << 4))
    #expect(allows(regex, "Bombers struck a depot"))
  }

  @Test(
    "Letters that only match ASCII letters without case leave every pattern open",
    arguments: ["ſtrikes", "\u{212A}illed"])
  func oddLetters(text: String) {
    #expect(allows("strikes", text))
    #expect(allows("killed", text))
  }

  @Test(
    "No match begins behind the last word or mark that it needs",
    arguments: [
      (#"raids? \s+ on"#, "Raids on a raid near Raidan", 21),
      (#"\b raids? \s+ on \s+ (?:towns|villages)"#, "Raid on towns, a raid", 8),
      (#"(?:\x{E003}|bombers) \s+ (?:struck|hit)"#, "bombers struck as bombers hit", 18),
      (#"(?:\x{E003}|bombers)"#, "bombers flew", 5),
      (#"raids? (?=\s+on\s+towns)"#, "Raid on towns, a raid", 8),
    ])
  func lastStart(regex: String, text: String, expected: Int) {
    let bytes = Array(text.utf8)
    var held = HeldWords()
    let gates = LiteralGates(Array(repeating: LiteralGate(regex, firstMark: Self.firstMark), count: 2))
    gates.read(bytes, 0..<bytes.count, into: &held)
    for number in 0..<2 {
      // A mark stands at place 5, and all words where they stood.
      let last = gates.lastStart(of: number, held, marks: { $0 & 1 << 3 == 0 ? -1 : 5 }, words: { $0 })
      #expect(last == expected)
    }
  }

  @Test("Where nothing can be ruled out, matches may begin anywhere")
  func openText() {
    let bytes = Array("raids".utf8)
    var held = HeldWords()
    let gates = LiteralGates([LiteralGate("raids", firstMark: Self.firstMark)])
    gates.read(bytes, 0..<bytes.count, into: &held)
    held.open()
    #expect(gates.lastStart(of: 0, held, marks: { _ in -1 }, words: { $0 }) == nil)
  }

  @Test(
    "Words of two branches are not enough, all of one are",
    arguments: [
      ("Raids near the coast.", false), ("The strikes were over the coast.", false), ("Raids upon the town.", true),
      ("Strikes near the town.", true), ("Many raids, strikes near towns.", true),
    ])
  func cases(text: String, isAllowed: Bool) {
    #expect(allows(#"\b (?: raids? \s+ over | raids? \s+ upon | strikes? \s+ near )"#, text) == isAllowed)
  }

  @Test("A group that may be left out asks for none of its cases")
  func optionalCases() {
    #expect(allows(#"(?: raid \s+ over | strike \s+ near )? town"#, "A town."))
    #expect(!allows(#"(?: raid \s+ over | strike \s+ near )? town"#, "A raid over the coast."))
  }

  @Test("What each branch of a sequence needs is told as one clause")
  func clauses() {
    let needs = LiteralNeeds.of(Array(#"(?:raid|strike)s? \s+ (?:on|near) \s+ towns?"#.utf8))
    #expect(
      needs.clauses.map { Set($0) } == [
        [.word(Array("raid".utf8)), .word(Array("strike".utf8))], [.start(Array("town".utf8))],
      ])
  }
}
