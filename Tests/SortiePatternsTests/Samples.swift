import PCRE2
import ReportText

@testable import SortiePatterns

/// Marks, stages and files that the tests share.
enum Samples {
  static let marks = [
    "aircraft": "\\x{E000}", "count": "\\x{E001}", "force": "\\x{E002}", "place": "[\\x{E010}-\\x{E013}]",
  ]
  static let stages = ["phrases", "frames"]

  static let words = """
    - lexicon: number-words
      about: numbers in words
      entries: { one: 1, twenty: 20, twenty-five: 25, a dozen: 12, "a couple o'": 2 }
    - part: struck
      about: verbs of an attack
      regex: |
        (?: struck | bombed | hit )  # verbs only
    - part: struck-place
      about: an attack on a place
      regex: |
        {{struck}} \\s+ (?<place>{{place}})
    """

  static let patterns = """
    - id: force.counted
      about: N aircraft of a type
      stage: phrases
      makes: force
      set: { polarity: affirmed, form: counted }
      when: [strike, move]
      regex: |
        (?<count>{{count}}) \\s+ (?<aircraft>{{aircraft}})
      match:
        - text: Two Su-24s bombed the depot.
          gives: { count: Two, aircraft: Su-24s }
      reject:
        - Su-24s landed.
    - id: strike.place
      about: somebody struck a place
      stage: frames
      regex: |
        (?: {{force}} \\s+ )? {{struck-place}}
      match:
        - text: They bombed Idlib.
      reject:
        - They left Idlib.
        - They bombed nothing.
    - id: strike.words
      about: a number of strikes
      stage: frames
      priority: 5
      regex: \\b(?<n>{{number-words}})\\s+strikes
      match:
        - Twenty five strikes were made.
      reject:
        - twentyfive strikes
    """

  static func library() throws -> PatternLibrary {
    try library([("a.yaml", words), ("b.yaml", patterns)])
  }

  static func library(_ files: [(name: String, text: String)]) throws -> PatternLibrary {
    try PatternLibrary(
      files: files.map { PatternFile(name: $0.name, text: $0.text) }, marks: marks, stages: stages)
  }

  /// A file of one pattern with this regex, whose first line is line 5.
  static func file(regex: String) -> String {
    """
    - id: sample
      about: a sample
      stage: phrases
      regex: |
    \(regex.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }.joined(separator: "\n"))
      match: [yes]
      reject: [no]
    """
  }

  /// What is wrong with these files, as it is printed.
  static func errors(_ files: [(name: String, text: String)]) -> [DataFileError] {
    do {
      _ = try library(files)
      return []
    } catch { return (error as? DataFileErrors)?.errors ?? [] }
  }

  static func isFound(_ pattern: Pattern, in text: String) throws -> Bool {
    var scratch = MatchScratch()
    return try scratch.firstMatch(of: pattern.compiled(), in: Array(text.utf8)) != nil
  }
}
