import Testing
import TextScan

@testable import SortiePatterns

@Suite("The compiled form")
struct CompiledForm {
  static let bytes = (try? Samples.library().encode()) ?? []

  @Test("It holds everything but the examples")
  func roundTrip() throws {
    let library = try Samples.library()
    let loaded = try PatternLibrary(compiled: library.encode())
    #expect(loaded.stages == library.stages)
    #expect(loaded.marks == library.marks)
    #expect(loaded.lexicon("number-words") == library.lexicon("number-words"))
    #expect(loaded.patterns.map(\.id) == library.patterns.map(\.id))
    for (new, old) in zip(loaded.patterns, library.patterns) {
      #expect(new.about == old.about)
      #expect(new.stage == old.stage)
      #expect(new.makes == old.makes)
      #expect(new.attributes == old.attributes)
      #expect(new.when == old.when)
      #expect(new.priority == old.priority)
      #expect(new.file == old.file)
      #expect(new.line == old.line)
      #expect(new.expandedRegex == old.expandedRegex)
      #expect(new.groups == old.groups)
      #expect(new.requiredMarks == old.requiredMarks)
      #expect(new.examples.match.isEmpty && new.examples.reject.isEmpty)
      #expect(try new.compiled().captureCount == old.compiled().captureCount)
    }
    #expect(loaded.patterns(ofStage: "frames").map(\.id) == ["strike.words", "strike.place"])
  }

  @Test("Equal libraries give equal bytes, loaded or read")
  func deterministic() throws {
    let bytes = try Samples.library().encode()
    #expect(try Samples.library().encode() == bytes)
    #expect(try PatternLibrary(compiled: bytes).encode() == bytes)
  }

  @Test("A changed regex gives other bytes")
  func sensitive() throws {
    let one = try Samples.library([("f.yaml", Samples.file(regex: "a"))]).encode()
    let two = try Samples.library([("f.yaml", Samples.file(regex: "b"))]).encode()
    #expect(one != two)
  }

  @Test("Bytes cut short anywhere are refused")
  func truncated() {
    #expect(Self.bytes.count > 500)
    for count in 0..<Self.bytes.count {
      #expect(throws: CompiledLibraryError.self) { try PatternLibrary(compiled: Array(Self.bytes.prefix(count))) }
    }
  }

  @Test("Damaged bytes are refused or read, and never crash")
  func damaged() {
    var refused = 0
    for index in Self.bytes.indices {
      for value in [0x00, 0x7F, 0x80, 0xFF] as [UInt8] {
        var bytes = Self.bytes
        bytes[index] = value
        do { _ = try PatternLibrary(compiled: bytes) } catch { refused += 1 }
      }
    }
    #expect(refused > Self.bytes.count)
  }

  @Test("Other files and other versions are told apart")
  func foreign() {
    #expect(throws: CompiledLibraryError.notALibrary) { try PatternLibrary(compiled: Array("- id: a".utf8)) }
    #expect(throws: CompiledLibraryError.notALibrary) { try PatternLibrary(compiled: []) }
    var bytes = Self.bytes
    bytes[4] = 200
    #expect(throws: CompiledLibraryError.otherVersion(200)) { try PatternLibrary(compiled: bytes) }
    #expect(throws: CompiledLibraryError.damaged(offset: Self.bytes.count)) {
      try PatternLibrary(compiled: Self.bytes + [0])
    }
  }

  @Test("Numbers of every size come back", arguments: [0, 1, -1, 63, 64, -64, -65, 127, 128, 1 << 40, -(1 << 40)])
  func numbers(value: Int) throws {
    var writer = CompiledWriter()
    writer.signed(value)
    var reader = try CompiledReader(ConstantBytes(writer.finish()))
    #expect(try reader.signed() == value)
    try reader.finish()
  }
}
