import ReportText
import Testing

@testable import SortiePatterns

/// A file with a fault and the start of what must be said of it.
struct Fault: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  let says: String
  var testDescription: String { name }

  static let all: [Fault] = [
    Fault(name: "broken YAML", text: "- id: a\n  about: [", says: "f.yaml:3:1: error: no valid YAML"),
    Fault(name: "no list", text: "id: a", says: "f.yaml:1:1: error: a pattern file is a list"),
    Fault(name: "a bare text", text: "- id", says: "f.yaml:1:3: error: a stanza has exactly one"),
    Fault(name: "two kinds at once", text: "- id: a\n  part: b", says: "f.yaml:1:3: error: a stanza has exactly one"),
    Fault(
      name: "a key twice", text: "- part: a\n  about: b\n  regex: c\n  regex: d",
      says: "f.yaml:3:3: error: no valid YAML: the key 'regex'"),
    Fault(
      name: "an unknown key", text: "- part: a\n  about: b\n  regex: c\n  ragex: d",
      says: "f.yaml:4:3: error: unknown key 'ragex'; known are part, about, regex"),
    Fault(name: "no about", text: "- part: a\n  regex: c", says: "f.yaml:1:3: error: the key 'about' is missing"),
    Fault(name: "no regex", text: "- part: a\n  about: c", says: "f.yaml:1:3: error: the key 'regex' is missing"),
    Fault(
      name: "an empty regex", text: "- part: a\n  about: c\n  regex: ''", says: "f.yaml:3:10: error: 'regex' must be"),
    Fault(
      name: "an odd name", text: "- part: A_b\n  about: c\n  regex: d", says: "f.yaml:1:9: error: 'A_b' is no name"),
    Fault(
      name: "a part twice", text: "- part: a\n  about: b\n  regex: c\n- part: a\n  about: b\n  regex: c",
      says: "f.yaml:4:3: error: 'a' is defined already at f.yaml:1:3"),
    Fault(
      name: "a part named as a mark", text: "- part: place\n  about: b\n  regex: c",
      says: "f.yaml:1:3: error: 'place' is the name of a mark"),
    Fault(
      name: "a lexicon without entries", text: "- lexicon: a\n  about: b\n  entries: {}",
      says: "f.yaml:3:12: error: 'entries' must be"),
    Fault(
      name: "the same words twice", text: "- lexicon: a\n  about: b\n  entries: { twenty-one: 21, Twenty One: 21 }",
      says: "f.yaml:3:30: error: 'Twenty One' is the same words"),
    Fault(
      name: "an undefined part", text: Samples.file(regex: "é {{nothing}}"),
      says: "f.yaml:5:8: error: no part, lexicon or mark is named 'nothing'"),
    Fault(
      name: "a reference with a blank", text: Samples.file(regex: "a\n  {{ place }}"),
      says: "f.yaml:6:7: error: a reference is written"),
    Fault(
      name: "a reference in a class", text: Samples.file(regex: "[a{{place}}]"),
      says: "f.yaml:5:5: error: {{place}} stands inside"),
    Fault(
      name: "free spacing turned off", text: Samples.file(regex: "a (?i-x:b c)"),
      says: "f.yaml:5:7: error: the options x and ^ cannot be changed"),
    Fault(
      name: "too many parentheses",
      text: Samples.file(regex: String(repeating: "(", count: 5_000) + "a" + String(repeating: ")", count: 5_000)),
      says: "f.yaml:5:255: error: parentheses are too deeply nested"),
    Fault(
      name: "parts in a circle",
      text: "- part: a\n  about: x\n  regex: b {{c}}\n- part: c\n  about: x\n  regex: |\n    d\n    {{a}}",
      says: "f.yaml:8:5: error: a part contains itself: a → c → a"),
    Fault(
      name: "a regex that PCRE2 refuses", text: Samples.file(regex: "abc\nde\\p{Nope}"),
      says: "f.yaml:6:14: error: unknown property"),
    Fault(
      name: "an open group", text: Samples.file(regex: "(abc\nde"),
      says: "f.yaml:6:7: error: missing closing parenthesis"),
    Fault(
      name: "a broken part, told once where it stands",
      text: "- part: a\n  about: x\n  regex: x [z-a]\n- part: b\n  about: x\n  regex: '{{a}}'\n"
        + Samples.file(regex: "{{b}} {{a}}"),
      says: "f.yaml:3:14: error: range out of order"),
    Fault(
      name: "no match example", text: "- id: a\n  about: b\n  stage: phrases\n  regex: c\n  reject: [d]",
      says: "f.yaml:1:3: error: a pattern needs at least one example under 'match'"),
    Fault(
      name: "no reject example", text: "- id: a\n  about: b\n  stage: phrases\n  regex: c\n  match: [c]",
      says: "f.yaml:1:3: error: a pattern needs at least one example under 'reject'"),
    Fault(
      name: "an example that YAML reads as a table",
      text: "- id: a\n  about: b\n  stage: phrases\n  regex: c\n  match: [c]\n  reject:\n    - Moscow: no strikes",
      says: "f.yaml:7:7: error: 'reject' must be a list of texts"),
    Fault(
      name: "an unknown group",
      text:
        "- id: a\n  about: b\n  stage: phrases\n  regex: (?<x>c)\n  match:\n    - text: c\n      gives: { x: c, y: d }\n  reject: [d]",
      says: "f.yaml:7:22: error: the regex has no group 'y'; it has x"),
    Fault(
      name: "an unknown stage", text: "- id: a\n  about: b\n  stage: frame\n  regex: c\n  match: [c]\n  reject: [d]",
      says: "f.yaml:3:10: error: no stage 'frame'; stages are phrases, frames"),
    Fault(
      name: "an unknown mark",
      text: "- id: a\n  about: b\n  stage: frames\n  makes: farce\n  regex: c\n  match: [c]\n  reject: [d]",
      says: "f.yaml:4:10: error: no mark 'farce'"),
    Fault(
      name: "a priority in words",
      text: "- id: a\n  about: b\n  stage: frames\n  priority: high\n  regex: c\n  match: [c]\n  reject: [d]",
      says: "f.yaml:4:13: error: 'priority' must be a whole number"),
    Fault(
      name: "a part that doubles without end",
      text: "- part: a0\n  about: x\n  regex: 'a\(String(repeating: " ", count: 1_000))b'\n"
        + (1...20).map { "- part: a\($0)\n  about: x\n  regex: '{{a\($0 - 1)}} {{a\($0 - 1)}}'\n" }.joined(),
      says: "f.yaml:36:10: error: with its parts put in"),
  ]
}

@Suite("Faults in pattern files")
struct Faults {
  @Test("A fault is told once, with file, line and column", arguments: Fault.all)
  func fault(_ fault: Fault) {
    let errors = Samples.errors([("f.yaml", fault.text)]).map(\.description)
    #expect(errors.count == 1, "\(errors)")
    #expect(errors.first?.hasPrefix(fault.says) == true, "\(errors)")
  }

  @Test("All faults of all files are told, in their order")
  func several() {
    let errors = Samples.errors([
      ("b.yaml", "- part: a\n  about: b"),
      ("a.yaml", Samples.file(regex: "{{x}} {{y}}") + "\n- id: sample\n  about: again\n  stage: no\n  regex: (\n"),
    ])
    #expect(errors.map { "\($0.file):\($0.line)" } == ["a.yaml:5", "a.yaml:5", "a.yaml:8", "a.yaml:8", "b.yaml:1"])
  }

  @Test("An id used in two files is told where it was first")
  func duplicateID() {
    let errors = Samples.errors([("a.yaml", Samples.file(regex: "x")), ("b.yaml", Samples.file(regex: "y"))])
    #expect(errors.map(\.description) == ["b.yaml:1:3: error: 'sample' is defined already at a.yaml:1:3"])
    #expect(
      errors.first?.problem as? PatternProblem
        == .duplicate("sample", first: PatternPosition(file: "a.yaml", line: 1, column: 3)))
  }

  @Test("Lines end in CRLF as well as in LF")
  func crlf() {
    let text = Samples.file(regex: "abc\nde)").split(separator: "\n", omittingEmptySubsequences: false).joined(
      separator: "\r\n")
    #expect(Samples.errors([("f.yaml", text)]).map { "\($0.line):\($0.column)" } == ["6:7"])
  }
}

@Suite("Lint")
struct Lint {
  @Test(
    "A regex that runs away is told",
    arguments: [
      "(?:\\d+)+x", "(?:{{place}}|[\\s,]|{{place}}[\\s,])*\\d", "(?:and\\s+a\\s+|and\\s+|a\\s+)*z",
      "(?:(?:and\\s)?(?:a\\s)?)*q",
    ])
  func runaway(regex: String) throws {
    let errors = try Samples.library([("f.yaml", Samples.file(regex: regex))]).lint()
    #expect(errors.map(\.line) == [1])
    #expect(errors.first?.description.contains("runs away on a hostile text") == true)
  }

  @Test("Sane patterns pass")
  func sane() throws {
    #expect(try Samples.library().lint().map(\.description) == [])
  }

  @Test("Every hostile text is about 20 kB, and each mark has its own")
  func texts() {
    let texts = HostileText.all(marks: Samples.marks)
    #expect(texts.allSatisfy { (19_000...21_000).contains($0.bytes.count) })
    #expect(texts.filter { $0.name.hasPrefix("a list of ") }.count == Samples.marks.count)
    #expect(texts.contains { String(decoding: $0.bytes, as: UTF8.self).contains("\u{E010}, \u{E010}") })
  }
}
