import Testing

@testable import PCRE2

@Suite("Limits")
struct Limits {
  static let runaway = "(?:a+)+$"
  static let subject = [UInt8](repeating: 97, count: 40) + [98]

  @Test("A runaway search throws and is never taken for no match", arguments: [true, false])
  func matchLimit(useJIT: Bool) throws {
    let pattern = try CompiledPattern(Self.runaway, useJIT: useJIT)
    let error = #expect(throws: PatternError.self) {
      var scratch = MatchScratch(limits: MatchLimits(match: 1_000))
      _ = try scratch.firstMatch(of: pattern, in: Self.subject)
    }
    #expect(error?.kind == .searchLimit)
  }

  @Test(
    "The interpreter minds depth and memory",
    arguments: [
      (MatchLimits(depth: 5), PatternError.Kind.searchLimit), (MatchLimits(heapKiB: 1), .memoryLimit),
    ])
  func interpreterLimits(limits: MatchLimits, kind: PatternError.Kind) throws {
    let pattern = try CompiledPattern("(?:(a)|(b))*c", useJIT: false)
    let bytes = [UInt8](repeating: 97, count: 100_000) + Array("xc".utf8)
    let error = #expect(throws: PatternError.self) {
      var scratch = MatchScratch(limits: limits)
      _ = try scratch.firstMatch(of: pattern, in: bytes)
    }
    #expect(error?.kind == kind)
  }

  @Test("A JIT stack that is too small throws", .enabled(if: PCRE2Library.hasJIT))
  func jitStack() throws {
    let pattern = try CompiledPattern("(?:(a)|(b))*c")
    let bytes = [UInt8](repeating: 97, count: 200_000) + Array("xc".utf8)
    let error = #expect(throws: PatternError.self) {
      var scratch = MatchScratch(limits: MatchLimits(match: .max, jitStackKiB: 32))
      _ = try scratch.firstMatch(of: pattern, in: bytes)
    }
    #expect(error?.kind == .memoryLimit)
    #expect(error?.message.isEmpty == false)
  }

  @Test("A scratch works again after a limit was reached")
  func recovery() throws {
    let runaway = try CompiledPattern(Self.runaway)
    var scratch = MatchScratch(limits: MatchLimits(match: 1_000))
    var limitReached = false
    do { _ = try scratch.firstMatch(of: runaway, in: Self.subject) } catch { limitReached = true }
    let found = try scratch.firstMatch(of: CompiledPattern("b"), in: Self.subject)
    #expect(limitReached)
    #expect(found == 40..<41)
    let none = try scratch.firstMatch(of: CompiledPattern("z"), in: Self.subject)
    #expect(none == nil)
  }
}

@Suite("JIT and interpreter")
struct TwoEngines {
  static let sources = [
    "\\b(?<n>two|three|\\d+)\\s+(?<type>Su-\\d+\\w*|F-16s?)", "(?<=near )\\p{Lu}\\p{L}+", "(a|b)*c|(é+)", "\\S+(?!\\S)",
    "^.{3,7}?\\s", "(?:(\\w)\\1)+", "[^a-m\\s]+", "(?i)su|É", "", "(?>a+)b?", "(?<x>a)?(?(<x>)b|c)", "\\X",
  ]

  /// Random texts, the same in every run, of letters, blanks and characters of two to four bytes.
  static let subjects: [String] = {
    var state: UInt64 = 24
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "a", "b", "c", "é", "É", " ", "two ", "Su-24", "F-16s", "near ", "Idlib", "7", "🛩", "\u{E010}", "\n", "\u{301}",
    ]
    return (0..<200).map { _ in (0..<next(25)).map { _ in pieces[next(pieces.count)] }.joined() }
  }()

  @Test("They give the same matches and groups", arguments: sources)
  func sameAnswers(source: String) throws {
    let compiled = try CompiledPattern(source, options: .multiline)
    let interpreted = try CompiledPattern(source, options: .multiline, useJIT: false)
    #expect(compiled.groupNames.map(\.name) == interpreted.groupNames.map(\.name))
    var matches = 0
    for subject in Self.subjects {
      let answers = [compiled, interpreted].map { pattern in
        Result { () throws(PatternError) in
          var found: [[Range<Int>?]] = []
          var scratch = MatchScratch()
          try scratch.forEachMatch(of: pattern, in: Array(subject.utf8)) { _, scratch in
            found.append((0...pattern.captureCount).map { scratch.range(ofGroup: $0) })
            return true
          }
          return found
        }
      }
      let (jit, plain) = (try answers[0].get(), try answers[1].get())
      #expect(jit == plain, "\(subject)")
      matches += jit.count
    }
    #expect(matches > 0)
  }

  @Test("Every match lies on whole characters", arguments: sources)
  func wholeCharacters(source: String) throws {
    let pattern = try CompiledPattern(source)
    var scratch = MatchScratch()
    for subject in Self.subjects {
      let bytes = Array(subject.utf8)
      for range in try scratch.allMatches(of: pattern, in: bytes) {
        #expect(String(validating: bytes[range], as: UTF8.self) != nil)
      }
    }
  }

  @Test("Many tasks search with one pattern at once")
  func concurrency() async throws {
    let pattern = try CompiledPattern("(?<type>Su-\\d+)")
    let total = try await withThrowingTaskGroup(of: Int.self) { group in
      for task in 0..<16 {
        group.addTask {
          let bytes = Array(String(repeating: "x Su-\(task) ", count: 500).utf8)
          var scratch = MatchScratch()
          return try scratch.allMatches(of: pattern, in: bytes).count
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(total == 8_000)
  }
}
