import PCRE2
import Testing

@testable import SortiePatterns

@Suite("A library of patterns")
struct Library {
  @Test("A stanza's keys become the pattern's properties")
  func properties() throws {
    let pattern = try #require(try Samples.library().pattern(id: "force.counted"))
    #expect(pattern.about == "N aircraft of a type")
    #expect(pattern.stage == "phrases")
    #expect(pattern.makes == "force")
    #expect(pattern.attributes == ["polarity": "affirmed", "form": "counted"])
    #expect(pattern.when == ["strike", "move"])
    #expect(pattern.priority == 0)
    #expect(pattern.file == "b.yaml")
    #expect(pattern.line == 1)
    #expect(pattern.groups == ["count", "aircraft"])
    #expect(pattern.examples.match.map(\.text) == ["Two Su-24s bombed the depot."])
    #expect(pattern.examples.match.first?.gives == ["count": "Two", "aircraft": "Su-24s"])
    #expect(pattern.examples.match.first?.position == PatternPosition(file: "b.yaml", line: 10, column: 7))
    #expect(pattern.examples.reject.map(\.text) == ["Su-24s landed."])
  }

  @Test("Patterns of a stage come by priority, then as written")
  func order() throws {
    let library = try Samples.library()
    #expect(library.patterns(ofStage: "frames").map(\.id) == ["strike.words", "strike.place"])
    #expect(library.patterns(ofStage: "phrases").map(\.id) == ["force.counted"])
    #expect(library.patterns(ofStage: "none").isEmpty)
  }

  @Test("The order in which files are given does not matter")
  func fileOrder() throws {
    let library = try Samples.library([("b.yaml", Samples.patterns), ("a.yaml", Samples.words)])
    #expect(library.patterns.map(\.id) == ["force.counted", "strike.place", "strike.words"])
  }

  @Test(
    "Parts, lexicons and marks take the place of their names",
    arguments: [
      ("strike.place", "they BOMBED \u{E012}", true), ("strike.place", "\u{E002} struck \u{E010}", true),
      ("strike.place", "they bombed Idlib", false), ("force.counted", "\u{E001} \u{E000}", true),
      ("strike.words", "twenty five strikes", true), ("strike.words", "A  dozen strikes", true),
      ("strike.words", "twenty-five strikes", true), ("strike.words", "twentyfive strikes", false),
      ("strike.words", "a couple o’ strikes", true),
    ])
  func expansion(id: String, text: String, found: Bool) throws {
    let pattern = try #require(try Samples.library().pattern(id: id))
    #expect(try Samples.isFound(pattern, in: text) == found)
  }

  @Test("The longest word of a lexicon wins")
  func longestWord() throws {
    let library = try Samples.library([
      ("a.yaml", Samples.words), ("b.yaml", Samples.file(regex: "(?<n>{{number-words}})")),
    ])
    let text = "twenty-five"
    var scratch = MatchScratch()
    let match = try scratch.firstMatch(of: library.patterns[0].compiled(), in: Array(text.utf8))
    #expect(match == 0..<text.utf8.count)
  }

  @Test(
    "A lexicon minds neither case nor joints",
    arguments: [
      ("one", "1"), ("One", "1"), ("A\n DOZEN", "12"), ("twenty five", "25"), ("Twenty\u{2011}Five", "25"),
      ("a couple o’", "2"), ("three", nil), ("twentyfive", nil), ("", nil),
    ] as [(String, String?)])
  func lexicon(words: String, value: String?) throws {
    let lexicon = try #require(try Samples.library().lexicon("number-words"))
    #expect(lexicon[words] == value)
  }

  @Test("A lexicon keeps its entries in the order of the file")
  func lexiconOrder() throws {
    let lexicon = try #require(try Samples.library().lexicon("number-words"))
    #expect(lexicon.keys == ["one", "twenty", "twenty-five", "a dozen", "a couple o'"])
    #expect(lexicon.entries.map(\.value) == ["1", "20", "25", "12", "2"])
    #expect(try Samples.library().lexicon("struck") == nil)
  }

  @Test("A pattern compiles once, whoever asks")
  func compilesOnce() async throws {
    let pattern = try #require(try Samples.library().pattern(id: "strike.place"))
    let compiled = try await withThrowingTaskGroup(of: CompiledPattern.self) { group in
      for _ in 0..<16 { group.addTask { try pattern.compiled() } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(compiled.allSatisfy { $0 === compiled[0] })
  }

  @Test("A file of nothing but a comment holds nothing")
  func emptyFile() throws {
    #expect(try Samples.library([("a.yaml", "# to come\n"), ("b.yaml", "")]).patterns.isEmpty)
  }
}
