import Testing

@testable import TextScan

/// Words from which a name may begin are found by both ways of searching alike.
@Suite struct NameScanTests {
  /// Sieves and bits that let everything through, over no keys at all.
  private static func scan(passing: UInt8, bits: UInt8, forms: [[UInt8]] = []) -> NameScan {
    let sieve = NameScan.Sieve(ConstantBytes([UInt8](repeating: passing, count: 512)), shift: 52)
    let keys = KeyBits(bits == 0 ? [] : [ConstantBytes((0..<8192).map { UInt8(truncatingIfNeeded: $0 &* 37) })])
    return NameScan(
      sieve: sieve, lowerSieve: sieve, bits: keys,
      tables: [
        NameScan.Keys(
          directory: ConstantBytes([UInt8](repeating: 0, count: 12)), keys: ConstantBytes([]),
          payloads: ConstantBytes([]), shift: 63)
      ],
      seeds: NameScan.Seeds(name: 1, fold: 2, mid: 3, prefix: 4),
      merging: { letter, _ in NameScan.Merging([UInt8(0x60 | letter)], taken: 1) }, forms: forms)
  }

  private static func starts(_ scan: NameScan, _ text: String, path: ScanPath) -> [String] {
    let bytes = Array(text.utf8)
    var found: [String] = []
    var index = 0
    while index < bytes.count, let place = scan.next(in: bytes, index..<bytes.count, path: path) {
      found.append("\(place.stop) \(place.start)..<\(place.end)")
      index = max(place.end, place.start + 1)
    }
    return found
  }

  @Test("Where no name is known, only what has to be looked at is found", arguments: ScanPath.allCases)
  func nothing(path: ScanPath) {
    let scan = Self.scan(passing: 0, bits: 0)
    #expect(Self.starts(scan, "The council met in 2014, and spoke; an apple, no 5th plan", path: path).isEmpty)
    #expect(Self.starts(scan, "caf\u{E9}", path: path) == ["name 0..<3", "other 3..<3", "other 4..<4"])
    #expect(Self.starts(scan, "in 3\u{B0} and", path: path) == ["otherWithin 4..<4", "other 5..<5"])
    #expect(Self.starts(scan, "don't", path: path) == ["name 0..<3"])
    #expect(Self.starts(scan, "al-Bab al, al", path: path) == ["place 0..<2", "place 11..<13"])
    #expect(Self.starts(scan, "1,000", path: path) == ["name 0..<1"])
  }

  @Test("Words with forms of their own may begin a place", arguments: ScanPath.allCases)
  func forms(path: ScanPath) {
    let scan = Self.scan(passing: 0, bits: 0, forms: [Array("kfar".utf8)])
    #expect(Self.starts(scan, "Kfar kfar Kfars KFAR", path: path) == ["place 0..<4", "place 16..<20"])
  }

  @Test("Both ways find the same in texts of any bytes", arguments: 0..<100)
  func alike(seed: Int) {
    var numbers = SeededNumbers(seed)
    func random(_ bound: Int) -> Int { numbers.below(bound) }
    let letters = Array("aAbzZ s'`-,. \n09é’“сЮ".unicodeScalars)
    let text = String(String.UnicodeScalarView((0..<random(400)).map { _ in letters[random(letters.count)] }))
    for (passing, bits) in [(0, 0), (0x55, 0), (0xFF, 0), (0x24, 1)] as [(UInt8, UInt8)] {
      let scan = Self.scan(passing: passing, bits: bits)
      #expect(Self.starts(scan, text, path: .best) == Self.starts(scan, text, path: .portable))
    }
  }
}
