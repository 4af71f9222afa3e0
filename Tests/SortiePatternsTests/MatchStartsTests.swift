import PCRE2
import Testing
import TextScan

@testable import SortiePatterns

/// A match begins where its pattern is told to begin, and where no pattern is told to, none does.
@Suite struct MatchStartsTests {
  private func table(_ regex: String) -> StartTable? {
    var table = StartTable(patternCount: 70)
    return MatchStarts.add(MatchStarts.text(of: Array(regex.utf8)), of: 66, to: &table) ? table : nil
  }

  private func places(_ regex: String, _ text: String) -> [UInt32]? {
    guard let table = table(regex) else { return nil }
    var starts = Starts()
    table.find(in: Array(text.utf8), into: &starts)
    var places: [UInt32] = []
    let count = starts.findPlaces(of: 66, from: 0, through: text.utf8.count, into: &places)
    places.removeLast(places.count - count)
    #expect(places.isEmpty != starts.mayBegin(66))
    return places
  }

  @Test(
    "Only what fits the first letters is a place",
    arguments: [
      (#"\b raids? \b"#, "a raid, an airraid, Raiders, ra", [2, 20]),
      (#"raid"#, "a raid, an airraid", [2, 14]),
      (#"(?:the\s+)? (?:jets|planes)"#, "the jet, then jets", [0, 4, 9, 14]),
      (#"\x{E001} \s+ (?:struck|hit)"#, "\u{E001} hit \u{E002} hit", [0]),
      (#"[\x{E001}-\x{E003}] x"#, "\u{E000}\u{E001}\u{E003}\u{E004}", [3, 6]),
      (#"(?-i: (?!The\b) \p{Lu}[\p{L}]+ ) \s+ said"#, "Omar said the Élan", [0, 14]),
      (#"(?-i:[A-Z][a-z])"#, "aB Cd ef", [1, 3]),
      (#"\d{1,2} \s* km"#, "5 km, 120 km", [0, 6, 7, 8]),
      (#"(?:[-\s]x){1,2}"#, "a-x x", [1, 3]),
      (#"é t"#, "été", [0, 3]),
      (#"(?:ab|cd)? ef"#, "abef cdx ef", [0, 2, 9]),
      (#"a(?:b|\s+)c"#, "abc a c ac ab", [0, 4]),
      (#"(?<=\bthe\s|^) [a-z]+"#, "of the two", [0, 3, 7]),
      (#"(?<=the\s|x) [a-z]"#, "an ox", [0, 1, 3, 4]),
    ])
  func tellsPlaces(regex: String, text: String, expected: [UInt32]) { #expect(places(regex, text) == expected) }

  @Test(
    "Of what may begin with anything nothing is known",
    arguments: [#"(?:raid)?"#, #"(?=raid)"#, #"^ raid"#, #"raid|\s*"#, #"(a)?\1 b"#, #"(?R)? b"#])
  func knowsNothing(regex: String) { #expect(table(regex) == nil) }

  @Test(
    "Every match begins at a place",
    arguments: [
      #"\b (?<n>(?:several|two|\d+)) \s+ (?:air[-\s]?)? strikes? \b"#,
      #"(?<![-\w]) (?:hit|struck) | (?<=the\s) \p{L}+"#,
      #"(?:\S+\s+){0,2}? strike"#, #"[^,.]+ , \s"#, #"(?:['’]s?)? \s+ (?:of|in)"#, #".{2} raid"#, #"\w+-\w+"#,
      #"(?i:A|b) . | [“"‘] \p{Lu}"#, #"(?>the|a)\ (?|(x)|(b))"#, #"\Qa.b\E | c"#, #"(?:\x{E010}|\bone) \s \x{E00A}"#,
    ])
  func findsAll(regex: String) throws {
    let texts = [
      "Two air-strikes, several strikes; 12 airstrikes hit the town’s south, and the raid struck a.b of “Hama”.",
      "THE A BIG strike in Kobani’s east — é, ΐ, 東 raid. one \u{E00A} \u{E010} \u{E00A}_x-y hit-and-run x the b", "",
      "a", "of",
    ]
    let pattern = try CompiledPattern(regex, options: Pattern.options)
    var scratch = MatchScratch()
    for text in texts {
      guard let places = places(regex, text) else { continue }
      let bytes = Array(text.utf8)
      for start in 0..<bytes.count where bytes[start] & 0xC0 != 0x80 {
        guard let match = try scratch.firstMatch(of: pattern, in: bytes, from: start) else { continue }
        #expect(places.contains(UInt32(match.lowerBound)), "\(regex) at \(match) of \(text)")
      }
    }
  }
}
