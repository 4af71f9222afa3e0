import Testing

@testable import SortiePatterns

/// Words are found in a table as they stand in a text, without a string being made of them.
@Suite struct LexiconTests {
  private static let lexicon: Lexicon = {
    var lexicon = Lexicon()
    for (key, value) in [
      ("twenty-five", "25"), ("a dozen", "12"), ("north", "n"), ("Zürich", "z"), ("d'Or", "d"), ("os", "o"),
    ] {
      _ = lexicon.add(key, value)
    }
    return lexicon
  }()

  @Test(
    "Case, hyphens and white space are not minded",
    arguments: [
      ("twenty-five", "25"), ("Twenty Five", "25"), ("TWENTY \n five", "25"), (" twenty‑five ", "25"),
      ("-a dozen-", "12"),
      ("NORTH", "n"), ("zürich", "z"), ("ZÜRICH", "z"), ("d’or", "d"), ("D'OR", "d"), ("os", "o"),
    ])
  func finds(words: String, value: String) {
    #expect(Self.lexicon[words] == value)
    let text = Array("x\(words)y".utf8)
    #expect(Self.lexicon[text, 1..<text.count - 1] == value)
    #expect(Self.lexicon.contains(text, 1..<text.count - 1))
  }

  @Test(
    "Other words are not found",
    arguments: ["", " ", "-", "twenty", "twenty-five-", "adozen", "nort", "norths", "ö", "Züri"])
  func findsNot(words: String) {
    let isFound = words == "twenty-five-"
    #expect((Self.lexicon[words] != nil) == isFound)
    #expect(Self.lexicon.contains(Array(words.utf8), 0..<words.utf8.count) == isFound)
  }

  @Test("The same words are added once")
  func addsOnce() {
    var lexicon = Self.lexicon
    let added = [lexicon.add("Twenty five", "x"), lexicon.add(" ", "x")]
    #expect(added == [false, false])
    #expect(lexicon == Self.lexicon)
  }

  @Test("Tables grow")
  func grows() {
    var lexicon = Lexicon()
    for number in 0..<3_000 { _ = lexicon.add("word\(number)", String(number)) }
    #expect((0..<3_000).allSatisfy { lexicon["WORD\($0)"] == String($0) })
    #expect(lexicon["word3000"] == nil)
  }
}
