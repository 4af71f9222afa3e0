import Testing

@testable import PCRE2

/// The text of a range of bytes.
func words(_ text: String, _ range: Range<Int>?) -> String? {
  range.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
}

@Test("The library tells its version")
func version() {
  #expect(PCRE2Library.version.hasPrefix("10."))
}

@Suite("Compiling")
struct Compiling {
  @Test(
    "A pattern that is no regex throws with the byte where it breaks",
    arguments: [
      ("(a", 2), ("a[b", 3), ("é(?<1>x)", 5), ("ab)", 2), ("x\\p{Nope}", 9), ("\\C", 2),
    ])
  func syntaxErrors(source: String, offset: Int) {
    let error = #expect(throws: PatternError.self) { try CompiledPattern(source) }
    #expect(error?.kind == .syntax)
    #expect(error?.offset == offset)
    #expect(error?.message.isEmpty == false)
    #expect(error?.description.contains("byte \(offset)") == true)
  }

  @Test("Named groups come in the order of their numbers")
  func groupNames() throws {
    let pattern = try CompiledPattern("(?<zeta>a)(b)(?<alpha>c)")
    #expect(pattern.groupNames.map(\.name) == ["zeta", "alpha"])
    #expect(pattern.groupNames.map(\.number) == [1, 3])
    #expect(pattern.captureCount == 3)
  }

  @Test("A name may stand twice when that is allowed, and not otherwise")
  func duplicateNames() throws {
    let source = "(?<count>\\d+) planes|planes: (?<count>\\d+)"
    let pattern = try CompiledPattern(source, options: .duplicateNames)
    #expect(pattern.groupNumbers(named: "count") == [1, 2])
    var scratch = MatchScratch()
    for text in ["7 planes", "planes: 7"] {
      _ = try scratch.firstMatch(of: pattern, in: Array(text.utf8))
      #expect(words(text, scratch.range(ofGroup: "count", in: pattern)) == "7")
    }
    #expect(throws: PatternError.self) { try CompiledPattern(source) }
  }

  @Test("JIT code is made where the library can, and not when it is turned off")
  func jit() throws {
    #expect(try CompiledPattern("a").isJITCompiled == PCRE2Library.hasJIT)
    #expect(try !CompiledPattern("a", useJIT: false).isJITCompiled)
  }

  @Test(
    "Each option changes what matches",
    arguments: [
      (PatternOptions.caseless, "SU", "su"), (.extended, "s u # c", "su"), (.multiline, "^b$", "a\r\nb"),
      (.dotAll, "a.b", "a\nb"), (.ucp, "^\\w$", "é"),
    ])
  func options(option: PatternOptions, source: String, text: String) throws {
    var scratch = MatchScratch()
    let with = try scratch.firstMatch(of: CompiledPattern(source, options: option), in: Array(text.utf8))
    #expect(with != nil)
    let without = try scratch.firstMatch(of: CompiledPattern(source), in: Array(text.utf8))
    #expect(without == nil)
  }

  @Test("An anchored pattern matches only where the search starts")
  func anchored() throws {
    let pattern = try CompiledPattern("b", options: .anchored)
    var scratch = MatchScratch()
    let before = try scratch.firstMatch(of: pattern, in: Array("ab".utf8))
    let at = try scratch.firstMatch(of: pattern, in: Array("ab".utf8), from: 1)
    #expect(before == nil)
    #expect(at == 1..<2)
  }
}

@Suite("Searching")
struct Searching {
  @Test("Ranges count bytes", arguments: [("Хмеймим — Su‑24", "Su.24"), ("naïve raid", "raid"), ("🛩 F-16", "F-16")])
  func byteRanges(text: String, source: String) throws {
    var scratch = MatchScratch()
    let range = try scratch.firstMatch(of: CompiledPattern(source), in: Array(text.utf8))
    let tail = String(decoding: Array(text.utf8)[(range?.lowerBound ?? 0)...], as: UTF8.self)
    #expect(words(text, range) == tail)
    #expect(text.hasSuffix(tail) && tail.utf8.count < text.utf8.count)
  }

  @Test("Groups that took part are counted, none after a search that found nothing")
  func countedGroups() throws {
    let pattern = try CompiledPattern("(?<a>a)|(?<b>b)(?<c>c)?(?<d>d)")
    var scratch = MatchScratch()
    for (text, count) in [("a", 1), ("bd", 2), ("bcd", 3), ("x", 0)] {
      _ = try scratch.firstMatch(of: pattern, in: Array(text.utf8))
      #expect(scratch.count(ofGroups: pattern.groupNames) == count, "\(text)")
    }
  }

  @Test("A group that took no part has no range, and none has after a search that found nothing")
  func unsetGroups() throws {
    let pattern = try CompiledPattern("(a)|(b)|(c)")
    var scratch = MatchScratch()
    _ = try scratch.firstMatch(of: pattern, in: Array("b".utf8))
    #expect((0...4).map { scratch.range(ofGroup: $0) } == [0..<1, nil, 0..<1, nil, nil])
    #expect(scratch.range(ofGroup: -1) == nil)
    _ = try scratch.firstMatch(of: pattern, in: Array("x".utf8))
    #expect(scratch.range(ofGroup: 0) == nil)
  }

  @Test("A scratch grows for a pattern of many groups and serves a small one after it")
  func manyGroups() throws {
    let pattern = try CompiledPattern(String(repeating: "(a)", count: 200))
    var scratch = MatchScratch()
    _ = try scratch.firstMatch(of: pattern, in: [UInt8](repeating: 97, count: 200))
    #expect(scratch.range(ofGroup: 200) == 199..<200)
    _ = try scratch.firstMatch(of: CompiledPattern("(b)"), in: [98])
    #expect(scratch.range(ofGroup: 1) == 0..<1)
    #expect(scratch.range(ofGroup: 2) == nil)
  }

  @Test("A search stays in its range and looks behind it")
  func ranges() throws {
    let bytes = Array("one two three".utf8)
    var scratch = MatchScratch()
    let behind = try scratch.firstMatch(of: CompiledPattern("(?<=one )two"), in: bytes, from: 4)
    let beyond = try scratch.firstMatch(of: CompiledPattern("two three"), in: bytes, from: 4, to: 7)
    let atEnd = try scratch.firstMatch(of: CompiledPattern("two$"), in: bytes, from: 4, to: 7)
    #expect(behind == 4..<7)
    #expect(beyond == nil)
    #expect(atEnd == 4..<7)
  }

  @Test("An empty text can be searched")
  func emptyText() throws {
    var scratch = MatchScratch()
    let empty = try scratch.firstMatch(of: CompiledPattern("^$"), in: [])
    let none = try scratch.firstMatch(of: CompiledPattern("a"), in: [])
    #expect(empty == 0..<0)
    #expect(none == nil)
  }

  @Test(
    "An offset outside of the text or inside a character throws",
    arguments: [
      (-1, nil), (5, nil), (3, 2), (2, nil), (0, 2), (0, 5),
    ] as [(Int, Int?)])
  func badOffsets(start: Int, end: Int?) throws {
    let pattern = try CompiledPattern(".")
    let error = #expect(throws: PatternError.self) {
      var scratch = MatchScratch()
      _ = try scratch.firstMatch(of: pattern, in: Array("aéb".utf8), from: start, to: end)
    }
    #expect(error?.kind == .badSubject)
  }

  @Test(
    "Bytes that are no UTF-8 throw when they are to be checked",
    arguments: [[0x61, 0xFF], [0xC3], [0xED, 0xA0, 0x80]])
  func invalidUTF8(bytes: [UInt8]) throws {
    let pattern = try CompiledPattern("a")
    let error = #expect(throws: PatternError.self) {
      var scratch = MatchScratch()
      _ = try scratch.firstMatch(of: pattern, in: bytes, options: .checkUTF8)
    }
    #expect(error?.kind == .badSubject)
  }

  @Test(
    "All matches are found, empty ones too, and the search ends",
    arguments: [
      ("a*", "baac", [0..<0, 1..<3, 3..<3, 4..<4]), ("", "éa", [0..<0, 2..<2, 3..<3]), ("x", "abc", []),
      ("\\b", "ab cd", [0..<0, 2..<2, 3..<3, 5..<5]), ("(?=a)|a", "aa", [0..<0, 0..<1, 1..<1, 1..<2]),
      ("\\d+", "1, 22, 333", [0..<1, 3..<5, 7..<10]),
    ])
  func allMatches(source: String, text: String, expected: [Range<Int>]) throws {
    var scratch = MatchScratch()
    let found = try scratch.allMatches(of: CompiledPattern(source), in: Array(text.utf8))
    #expect(found == expected)
  }

  @Test("The body of a walk over matches sees the groups and can end it")
  func walk() throws {
    let text = "Su-24 Su-34 Su-35"
    var seen: [String?] = []
    var scratch = MatchScratch()
    try scratch.forEachMatch(of: CompiledPattern("Su-(\\d+)"), in: Array(text.utf8)) { _, scratch in
      seen.append(words(text, scratch.range(ofGroup: 1)))
      return seen.count < 2
    }
    #expect(seen == ["24", "34"])
  }
}
