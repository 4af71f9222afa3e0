import Testing

@testable import SortiePatterns

@Suite("Loading")
struct Loading {
  /// A file of many patterns of the usual length.
  static func file(patterns count: Int) -> String {
    (0..<count).map { number in
      """
      - id: sample.n\(number)
        about: sample \(number), about as long as they are
        stage: frames
        set: { polarity: affirmed, form: sample-\(number) }
        when: [strike]
        regex: |
          (?<force>{{force}}) \\s+ (?:were \\s+)? {{struck}} \\s+ (?: near | in | at | outside \\s+ of )? \\s*
          (?<place>{{place}}) (?: \\s* , \\s* (?<place>{{place}}) )* \\s+ word\(number) \\s+ {{number-words}}?
        match:
          - text: Sample text number \(number) that is about as long as a sentence in a report of the ministry.
            gives: { place: Idlib }
        reject:
          - Sample text number \(number) that is not found.

      """
    }.joined()
  }

  @Test("Four hundred patterns load from the compiled form without being compiled by PCRE2 or read from YAML")
  func compiledIsFast() throws {
    let library = try Samples.library([("a.yaml", Samples.words), ("b.yaml", Self.file(patterns: 400))])
    let bytes = library.encode()
    let clock = ContinuousClock()
    var best = Duration.seconds(1)
    for _ in 0..<5 {
      let time = try clock.measure { _ = try PatternLibrary(compiled: bytes) }
      best = min(best, time)
    }
    // The aim is 2 ms in a release build; a debug build on a busy machine is given a wide berth.
    #expect(best < .milliseconds(100), "\(best) for \(bytes.count) bytes")
    #expect(try PatternLibrary(compiled: bytes).patterns.count == 400)
  }
}
