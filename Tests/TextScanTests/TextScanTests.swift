import Testing

@testable import TextScan

/// Random bytes that are dense in whatever the searches look for.
private struct Bytes {
  private var generator: any RandomNumberGenerator
  private let alphabet: [UInt8]

  init(seed: UInt64, alphabet: String, extra: [UInt8] = []) {
    generator = SplitMix(state: seed)
    self.alphabet = Array(alphabet.utf8) + extra
  }

  mutating func next(count: Int) -> [UInt8] {
    (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }
  }

  mutating func length(upTo most: Int) -> Int { Int.random(in: 0...most, using: &generator) }
}

/// A generator of the same numbers at every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// Both ways of searching against the plainest one.
@Suite struct TextScanTests {
  @Test("A byte is found where a plain search finds it", arguments: ScanPath.allCases, 0..<200)
  func bytes(path: ScanPath, seed: Int) {
    var random = Bytes(
      seed: UInt64(seed), alphabet: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\"\\", extra: [0x80, 0xA2, 0xFF])
    let bytes = random.next(count: random.length(upTo: 300))
    let start = random.length(upTo: bytes.count)
    let plain = bytes[start...].firstIndex { $0 == 0x22 || $0 == 0x5C }
    #expect(ByteSearch.first(0x22, or: 0x5C, in: bytes, start..<bytes.count, path: path) == plain)
    #expect(
      ByteSearch.first(0xA2, in: bytes, start..<bytes.count, path: path)
        == bytes[start...].firstIndex(of: 0xA2))
  }

  @Test("Malformed UTF-8 is found where the standard library finds it", arguments: ScanPath.allCases, 0..<400)
  func malformed(path: ScanPath, seed: Int) {
    var random = Bytes(
      seed: UInt64(seed), alphabet: "text in plain ASCII with “quotes”, é, 😀 and ", extra: [0xE2, 0x80, 0xED, 0xF4])
    var bytes: [UInt8] = []
    for word in ["In “Kafr Zita”, ", "é😀", String(repeating: "a", count: random.length(upTo: 70))] {
      bytes += word.utf8
    }
    bytes += random.next(count: random.length(upTo: 6))
    bytes += Array("and so on".utf8)
    let found = ByteSearch.firstMalformed(in: bytes, 0..<bytes.count, path: path)
    #expect((found == nil) == (String(validating: bytes, as: UTF8.self) != nil))
    if let found {
      #expect(String(validating: bytes[..<found], as: UTF8.self) != nil)
      // No sequence that begins there is well-formed, however long.
      for end in found + 1..<min(bytes.count, found + 5) {
        let part = String(validating: bytes[found..<end], as: UTF8.self)
        #expect(part?.unicodeScalars.count != 1)
      }
    }
  }

  private static let stems = ["strike", "su-", "air raid", "abc", "a b", "ab-c", "Étoile"]

  /// Word by word, without any table.
  private static func plainTrigger(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
    var position = range.lowerBound
    while position < range.upperBound {
      guard isLetter(bytes[position]) else {
        if bytes[position] == 0xD0 || bytes[position] == 0xD1 { return position }
        position += 1
        continue
      }
      for stem in stems where stem.utf8.prefix(3).allSatisfy({ $0 < 0x80 }) {
        let wanted = Array(stem.utf8)
        guard position + wanted.count <= range.upperBound else { continue }
        var fits = true
        for (index, letter) in wanted.enumerated() {
          let byte = bytes[position + index]
          let isJoint = index >= 3 && (letter == 0x20 || letter == 0x2D)
          fits = fits && (isJoint ? [0x20, 0x2D, 0x0A, 0x0D, 0x09].contains(byte) : lower(byte) == letter)
        }
        if fits { return position }
      }
      var end = position
      while end < range.upperBound, isLetter(bytes[end]) { end += 1 }
      if end - position <= 4 {
        let rest = bytes[end..<range.upperBound]
        let hyphens: [[UInt8]] = [[], [0x2D]] + (0x90...0x95).map { [0xE2, 0x80, $0] }
        for hyphen in hyphens where rest.starts(with: hyphen) {
          if let digit = rest.dropFirst(hyphen.count).first, digit &- 0x30 < 10 { return position }
        }
      }
      position = end
    }
    return nil
  }

  @Test("A trigger is found where a plain search finds it", arguments: ScanPath.allCases, 0..<2_000)
  func triggers(path: ScanPath, seed: Int) {
    let table = TriggerTable(Self.stems)
    // Now dense in triggers, now without any for long stretches.
    let alphabets = ["SstrikeR ab-c12\nuU", "aaaaaabbbbbb  cdefghij.", "xyz xyz, longer words 7-8 "]
    let extras: [[UInt8]] = [[0xE2, 0x80, 0x91, 0xD0], [], [0x80, 0xC3]]
    var random = Bytes(seed: UInt64(seed), alphabet: alphabets[seed % 3], extra: extras[seed / 3 % 3])
    var bytes = random.next(count: random.length(upTo: 400))
    if seed % 2 == 0 { bytes += Array([" Air\tRaid", " Su\u{2011}24", "-STRIKES", " mi8", " С"][seed / 2 % 5].utf8) }
    let start = seed % 7 == 0 ? random.length(upTo: bytes.count) : 0
    let range = start..<bytes.count
    #expect(table.firstTrigger(in: bytes, range, path: path) == Self.plainTrigger(bytes, range))
  }

  @Test("A table of no stems finds designations alone", arguments: ScanPath.allCases)
  func empty(path: ScanPath) {
    let bytes = Array("strikes by an F-16".utf8)
    #expect(TriggerTable([]).firstTrigger(in: bytes, 0..<bytes.count, path: path) == 14)
    #expect(TriggerTable([]).firstTrigger(in: [], 0..<0, path: path) == nil)
  }
}
