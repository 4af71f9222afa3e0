internal import SortieSchema

/// A small picture of a text, by which texts of nearly the same wording are found (MinHash over runs of five words).
struct TextSketch: Sendable {
  static let length = 32
  /// Sketches that share a band of these are compared.
  static let bandLength = 4
  private static let shingle = 5

  let document: String
  let published: CalendarDate?
  /// The smallest hash of each of several families over all runs of words.
  let minima: [UInt32]
  /// What the text tells that a reprint tells as well: figures, days, places, aircraft, munitions.
  let facts: Set<UInt64>

  init(_ result: DocumentResult) {
    document = result.document.id
    published = result.document.published
    minima = Self.minima(of: Self.words(result.text))
    var facts: Set<UInt64> = []
    for mention in result.mentions {
      switch mention.kind {
      case "aircraft", "place", "munition": facts.insert(Self.hash(Array("\(mention.kind) \(mention.id)".utf8)[...]))
      case "count", "date":
        let range = max(0, mention.start)..<min(mention.end, result.text.count)
        guard range.lowerBound < range.upperBound else { continue }
        facts.insert(Self.hash(result.text[range].map(Self.lowerCase)[...]))
      default: break
      }
    }
    self.facts = facts
  }

  /// How much of the wording of two texts is the same, from 0 to 1, as far as the sketches tell.
  func likeness(to other: TextSketch) -> Double {
    Double(zip(minima, other.minima).count { $0 == $1 }) / Double(Self.length)
  }

  /// Whether one of them tells nothing that the other does not tell.
  func agrees(with other: TextSketch) -> Bool {
    guard facts.isSubset(of: other.facts) || other.facts.isSubset(of: facts) else { return false }
    guard let a = published, let b = other.published else { return true }
    return a <= b ? b <= a.adding(days: CopyRegister.mostDays) : a <= b.adding(days: CopyRegister.mostDays)
  }

  /// One key for each band of the minima.
  var bands: [UInt64] {
    stride(from: 0, to: Self.length, by: Self.bandLength).map { start in
      minima[start..<start + Self.bandLength].reduce(UInt64(start) &+ 1) { Self.mixed($0 &* 31 &+ UInt64($1)) }
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  static func lowerCase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  private static func words(_ text: [UInt8]) -> [UInt64] {
    let letters = TextDigest.letters
    let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    var words: [UInt64] = []
    words.reserveCapacity(text.count / 5)
    var hash = seed
    var isInside = false
    for byte in text {
      let letter = letters[Int(byte)]
      if letter != 0 {
        hash = (hash ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
        isInside = true
      } else if isInside {
        words.append(mixed(hash))
        hash = seed
        isInside = false
      }
    }
    if isInside { words.append(mixed(hash)) }
    return words
  }

  private static func minima(of words: [UInt64]) -> [UInt32] {
    var minima = [UInt32](repeating: .max, count: length)
    let last = max(0, words.count - shingle)
    for start in 0...last where start < words.count {
      var run: UInt64 = 0
      for word in words[start..<min(words.count, start + shingle)] { run = mixed(run &* 31 &+ word) }
      for family in 0..<length {
        let hash = UInt32(truncatingIfNeeded: mixed(run &+ UInt64(family) &* 0x9E37_79B9_7F4A_7C15) >> 32)
        if hash < minima[family] { minima[family] = hash }
      }
    }
    return minima
  }

  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    mixed(bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 })
  }

  /// The finaliser of SplitMix64.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
