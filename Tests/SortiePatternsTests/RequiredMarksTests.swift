import PCRE2
import Testing

@testable import SortiePatterns

@Suite("Required marks")
struct RequiredMarksTests {
  static let regexes: [(regex: String, marks: [String])] = [
    ("{{place}}", ["place"]),
    ("{{place}} \\s+ {{count}}", ["count", "place"]),
    ("{{place}} ?", []),
    ("{{place}} # always?\n *", []),
    ("{{place}}+ {{count}}{0,2} {{force}}{1,2}", ["force", "place"]),
    ("{{place}}{,2}", []),
    ("a | {{place}}", []),
    ("{{place}} a | b {{place}}", ["place"]),
    ("(?<x>{{count}}) (?:{{place}}) (?>{{force}})", ["count", "force", "place"]),
    ("(?: {{count}} | {{count}} \\s {{place}} ) {{force}}?", ["count"]),
    ("(?: {{count}} )? {{place}}", ["place"]),
    ("(?: {{count}} )*? {{place}}", ["place"]),
    ("(?= .* {{count}} ) {{place}}", ["place"]),
    ("(?! {{count}} ) {{place}}", ["place"]),
    ("(?<! {{count}} ) (?<= a) {{place}}", ["place"]),
    ("(?<x>a)? (?(<x>) {{count}} | {{place}} )", []),
    ("\\{{2}a {{place}}", ["place"]),
    ("[|)] {{place}}", ["place"]),
    ("[]|] {{place}} \\| \\) a", ["place"]),
    ("\\Q|)\\E {{place}}", ["place"]),
    ("(?# a ) {{place}} # | {{count}}", ["place"]),
    ("(?i: {{place}} ) (?-i) {{count}}", ["count", "place"]),
    (String(repeating: "(", count: 200) + "{{place}}" + String(repeating: ")", count: 200), ["place"]),
    ("(?: a (*ACCEPT) )? {{place}}", []),
    ("{{maybe}} {{sure}}", ["place"]),
    ("{{sure}}? {{either}}", ["count"]),
    ("(?<n>{{words}}) {{place}}", ["place"]),
    ("(?'x' {{count}} ) (?P<y> {{place}} ) \\p{L}+ \\x{E000}?", ["count", "place"]),
  ]

  static let parts = """
    - { part: maybe, about: m, regex: "{{count}}?" }
    - { part: sure, about: s, regex: "a? {{place}}" }
    - { part: either, about: e, regex: "{{count}} | {{sure}} {{count}}" }
    - { lexicon: words, about: w, entries: { one: 1 } }
    """

  static func pattern(_ regex: String) throws -> Pattern {
    try Samples.library([("a.yaml", parts), ("b.yaml", Samples.file(regex: regex))]).patterns[0]
  }

  @Test("A mark is required when no match can do without", arguments: regexes.map { ($0.regex, $0.marks) })
  func required(regex: String, marks: [String]) throws {
    #expect(try Self.pattern(regex).requiredMarks == marks)
  }

  /// Random regexes of marks, letters, groups, alternations and quantifiers.
  static func randomRegex(_ random: inout SplitMix, depth: Int = 0) -> String {
    let marks = ["{{place}}", "{{count}}", "{{force}}", "{{maybe}}", "{{sure}}", "{{either}}", "a", "\\s", "[b|)]"]
    let openings = ["(?:", "(", "(?>", "(?=", "(?!", "(?i:", "(?<=a)(?:", "(?|"]
    let quantifiers = ["", "", "", "", "?", "*", "+", "{0,1}", "{1,2}", "{2}", " ?", "??", "*+"]
    return (0...random.below(3)).map { _ in
      var item = marks[random.below(marks.count)]
      if depth < 3, random.below(3) == 0 {
        item = openings[random.below(openings.count)] + randomRegex(&random, depth: depth + 1) + ")"
      }
      item += quantifiers[random.below(quantifiers.count)]
      return item + (random.below(5) == 0 ? "|" : " ")
    }.joined()
  }

  static func randomText(_ random: inout SplitMix) -> String {
    let pieces = ["\u{E010}", "\u{E001}", "\u{E002}", "a", "b", " ", "|"]
    return (0..<random.below(8)).map { _ in pieces[random.below(pieces.count)] }.joined()
  }

  @Test("Skipping a text without a required mark never loses a match")
  func neverLoses() throws {
    let characters: [String: Character] = ["place": "\u{E010}", "count": "\u{E001}", "force": "\u{E002}"]
    var random = SplitMix(state: 7)
    var skipped = 0
    var matched = 0
    for _ in 0..<400 {
      let regex = Self.randomRegex(&random)
      // Some of them are no regex, such as a lookbehind of unknown length.
      guard let pattern = try? Self.pattern(regex) else { continue }
      for _ in 0..<30 {
        let text = Self.randomText(&random)
        let isSkipped = pattern.requiredMarks.contains { name in characters[name].map { !text.contains($0) } ?? false }
        let isMatch = try Samples.isFound(pattern, in: text)
        #expect(!(isSkipped && isMatch), "\(regex) in \(text.unicodeScalars.map(\.value))")
        skipped += isSkipped ? 1 : 0
        matched += isMatch ? 1 : 0
      }
    }
    #expect(skipped > 1_000)
    #expect(matched > 1_000)
  }
}

/// A small generator whose numbers are the same in every run.
struct SplitMix {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
