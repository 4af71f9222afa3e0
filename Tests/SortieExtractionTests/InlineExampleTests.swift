import SortieExtraction
import SortiePatterns
import Testing

/// An example that stands beside its pattern in `Patterns/`.
struct InlineExample: Sendable, CustomTestStringConvertible {
  let pattern: Pattern
  let example: PatternExample
  let isMatch: Bool

  var testDescription: String { "\(pattern.id) \(isMatch ? "matches" : "rejects") “\(example.text)”" }

  static let all: [InlineExample] = SourceData.patterns.patterns.flatMap { pattern in
    pattern.examples.match.map { InlineExample(pattern: pattern, example: $0, isMatch: true) }
      + pattern.examples.reject.map { InlineExample(pattern: pattern, example: $0, isMatch: false) }
  }
}

@Suite struct InlineExampleTests {
  static let check: ExampleCheck = {
    do { return try ExampleCheck(library: SourceData.patterns, gazetteer: SourceData.gazetteer) } catch {
      fatalError("\(error)")
    }
  }()

  @Test("Every inline example holds", arguments: InlineExample.all)
  func everyInlineExampleHolds(_ inline: InlineExample) {
    let problem =
      inline.isMatch
      ? Self.check.problem(matching: inline.example, of: inline.pattern)
      : Self.check.problem(rejecting: inline.example, of: inline.pattern)
    #expect(problem == nil, "\(problem?.description ?? "")")
  }

  @Test("Inline examples were found, some of each pattern")
  func inlineExamplesWereFound() {
    #expect(InlineExample.all.count >= 100)
    for pattern in SourceData.patterns.patterns {
      #expect(!pattern.examples.match.isEmpty && !pattern.examples.reject.isEmpty, "\(pattern.id)")
    }
  }
}
