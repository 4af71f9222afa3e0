import SortieExtraction
import SortiePatterns
import Testing

@Suite struct ExampleCheckTests {
  /// What is said of patterns with these examples, beside the patterns of the repository.
  private func problems(_ examples: String, stage: String = "breaks") throws -> [String] {
    let file = PatternFile(
      name: "sample.yaml",
      text: """
        - id: sample
          about: jets and what they did
          stage: \(stage)
          makes: break
          regex: |
            (?<who>{{force}}|jets) \\s+ (?<verb>landed|left)
        \(examples)
        """)
    let library = try PatternLibrary(
      files: SourceData.patternFiles() + [file], marks: CascadeStages.marks, stages: CascadeStages.all)
    let check = try ExampleCheck(library: library, gazetteer: SourceData.gazetteer)
    return check.problems(of: try #require(library.pattern(id: "sample"))).map(\.description)
  }

  @Test("Examples that hold are no problem")
  func hold() throws {
    let examples = """
        match:
          - Jets left.
          - text: Four Su-34 bombers landed. The jets left.
            gives: { who: Four Su-34 bombers, verb: landed }
        reject:
          - Jets flew.
      """
    #expect(try problems(examples) == [])
  }

  @Test("An example that is not found tells what the text was read as")
  func notFound() throws {
    let found = try problems(
      """
        match:
          - Two jets flew.
        reject: [none]
      """)
    #expect(found.count == 1)
    let start =
      "sample.yaml:8:7: error: example of 'sample': it is not found; the text reads as force “Two jets” by force.list"
    #expect(found.first?.hasPrefix(start) == true, "\(found)")
  }

  @Test("Other words in a group are told")
  func otherWords() throws {
    let found = try problems(
      """
        match:
          - text: Two jets left.
            gives: { who: jets }
        reject: [none]
      """)
    #expect(
      found == [
        "sample.yaml:8:7: error: example of 'sample': 'who' holds “Two jets”, not “jets”, in “Two jets left”"
      ])
  }

  @Test("A text that should be rejected and is found is told with its words")
  func rejected() throws {
    let found = try problems(
      """
        match: [Jets left.]
        reject:
          - At noon the jets landed in Hama.
      """)
    #expect(
      found == ["sample.yaml:9:7: error: example of 'sample': it is found in “jets landed”, which it must not be"])
  }

  @Test("Patterns that run before names are marked see plain text")
  func plainText() throws {
    let examples = """
        match:
          - text: Two jets left.
            gives: { who: jets }
        reject:
          - Two bombers left.
      """
    #expect(try problems(examples, stage: "years") == [])
  }

  @Test("All patterns are gone through")
  func wholeLibrary() throws {
    let all = try ExampleCheck.run(library: SourceData.patterns, gazetteer: SourceData.gazetteer)
    let check = try ExampleCheck(library: SourceData.patterns, gazetteer: SourceData.gazetteer)
    #expect(all == SourceData.patterns.patterns.flatMap { check.problems(of: $0) })
  }
}
