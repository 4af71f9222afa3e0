import PCRE2
import Testing

@testable import SortiePatterns

/// Branches that begin alike share their beginning, and nothing else changes.
@Suite struct AlternationFactoringTests {
  private func factored(_ regex: String) -> String? {
    AlternationFactoring.factored(Array(regex.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    "A shared beginning stands once",
    arguments: [
      ("raid|raids|strike|bomb", "raid(?:|s)|strike|bomb"),
      ("strikes|strike|raids|raid", "strike(?:s|)|raid(?:s|)"),
      // Branches with other letters may stand between.
      ("ab|cd|ae|cf", "a(?:b|e)|c(?:d|f)"),
      ("a?b|a|ab|ac", "a?b|a(?:|b|c)"),
      (#"air\s+raid|air\s+strike|jet|jets"#, #"air\s+(?:raid|strike)|jet(?:|s)"#),
      (#"\bthe|\ban|\bits|\ba"#, #"\b(?:the|a(?:n|)|its)"#),
      ("(?<kind> abc | abd | xyz | abe )", "(?<kind>ab(?:c|d|e)|xyz)"),
    ])
  func shares(regex: String, result: String) { #expect(factored(regex) == result) }

  @Test(
    "ASCII letters are named beside all letters",
    arguments: [
      (#"\p{L}+"#, #"[a-zA-Z\p{L}]+"#), (#"[\p{L}'-]"#, #"[a-zA-Z\p{L}'-]"#), (#"[^\d\p{L}]x"#, #"[^\da-zA-Z\p{L}]x"#),
      (#"(?:\p{L}|\p{Lu})"#, #"(?:[a-zA-Z\p{L}]|\p{Lu})"#), (#"[\\p{L}]"#, #"[\\p{L}]"#),
    ])
  func widens(regex: String, result: String) { #expect(factored(regex) == result) }

  @Test(
    "What might match otherwise stays in its place",
    arguments: [
      "ab|a|b", "ab|(?:x|a)c|ad|b", "ab|.c|ad|.e", "(a)b|(a)c|(a)d|(a)e", "e1|E2|e3|E4",
      "(?<=ab|ac|ad|ae)x",
    ])
  func keeps(regex: String) { #expect(factored(regex) == regex) }

  @Test(
    "A regex that changes how the rest of it is read is left alone",
    arguments: ["(?i)ab|ac|ad|ae", "(*UTF)ab|ac|ad|ae", "(?x-i:ab|ac"])
  func refuses(regex: String) { #expect(factored(regex) == nil) }

  /// Alternations of a few letters, nested and with groups, and texts of the same letters.
  private struct Alternations {
    var random: SplitMix

    mutating func regex(depth: Int) -> String {
      let count = Int.random(in: 1...7, using: &random)
      return (0..<count).map { _ in branch(depth: depth) }.joined(separator: "|")
    }

    private mutating func branch(depth: Int) -> String {
      (0..<Int.random(in: 0...4, using: &random)).map { _ in item(depth: depth) }.joined()
    }

    private mutating func item(depth: Int) -> String {
      switch Int.random(in: 0..<16, using: &random) {
      case 0 where depth > 0: return "(?:\(regex(depth: depth - 1)))"
      case 1 where depth > 0: return "(\(regex(depth: depth - 1)))?"
      case 2 where depth > 0: return "(?!\(regex(depth: depth - 1)))"
      case 3: return "a?"
      case 4: return #"\s+"#
      case 5: return #"\b"#
      case 6: return "[bc]"
      case 7: return "B "
      default: return ["a", "b", "c"].randomElement(using: &random) ?? "a"
      }
    }

    mutating func text() -> String {
      String((0..<Int.random(in: 0...14, using: &random)).map { _ in "aabbcC  ".randomElement(using: &random) ?? "a" })
    }
  }

  private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }

  @Test("The same is found, with the same groups", arguments: 0..<300)
  func equals(seed: Int) throws {
    var alternations = Alternations(random: SplitMix(state: UInt64(seed)))
    let regex = alternations.regex(depth: 2)
    let rearranged = try #require(factored(regex))
    let (plain, shared) = (
      try CompiledPattern(regex, options: Pattern.options), try CompiledPattern(rearranged, options: Pattern.options)
    )
    #expect(plain.captureCount == shared.captureCount)
    var one = MatchScratch()
    var other = MatchScratch()
    for _ in 0..<20 {
      let text = Array(alternations.text().utf8)
      let found = (try one.firstMatch(of: plain, in: text), try other.firstMatch(of: shared, in: text))
      #expect(found.0 == found.1, "\(regex) as \(rearranged) on “\(String(decoding: text, as: UTF8.self))”")
      for group in 0...plain.captureCount {
        #expect(one.range(ofGroup: group) == other.range(ofGroup: group), "group \(group) of \(regex) as \(rearranged)")
      }
    }
  }
}
