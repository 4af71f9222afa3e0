internal import SortieGazetteer
internal import SortiePatterns

/// Says whether a text can tell of flying or striking at all: most texts hold no such word and need no reading.
///
/// One pass over the bytes, without a copy. A trigger is a stem at the start of a word, whatever its case: of the word
/// table `triggers`, of the names of aircraft, munitions and air arms; or a designation, one to four letters with
/// digits behind them, as in Su-24 and F16. Cyrillic letters count too, since designations are typed with them.
struct TriggerGate: Sendable {
  /// Stems in lower case by their first three bytes.
  private var stems: [UInt32: [[UInt8]]] = [:]
  /// A bit for the first three bytes of each stem, by which most words are passed over.
  private var sieve = [UInt64](repeating: 0, count: 512)
  /// Shorter stems would let every text through.
  static let shortest = 3

  init(_ stems: some Sequence<String>) {
    for stem in stems { add(stem) }
  }

  /// The word table of a language with the names of a gazetteer; nil where the patterns have no table of triggers, so
  /// that every text is read.
  init?(_ library: PatternLibrary, gazetteer: Gazetteer) {
    guard let table = library.lexicon("triggers") else { return nil }
    self.init(table.keys)
    if let classes = library.lexicon("aircraft-classes") { for word in classes.keys { add(word) } }
    for row in gazetteer.aircraft { add([row.name] + row.aliases + row.nicknames) }
    for row in gazetteer.munitions { add([row.name] + row.aliases) }
    for row in gazetteer.airForces where row.kind == "air-force" || row.kind == "naval-air" {
      add([row.name] + row.aliases)
    }
  }

  private mutating func add(_ names: [String]) {
    for name in names { add(name) }
  }

  private mutating func add(_ stem: String) {
    let bytes = stem.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    guard bytes.count >= Self.shortest, bytes.prefix(3).allSatisfy({ $0 < 0x80 }) else { return }
    let head = UInt32(bytes[0]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[2])
    // A stem makes the longer ones that begin with it needless.
    if stems[head]?.contains(where: { bytes.starts(with: $0) }) == true { return }
    stems[head, default: []].append(bytes)
    let bit = Self.bit(head)
    sieve[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  private static func bit(_ head: UInt32) -> Int { Int((head &* 0x9E37_79B1) >> 17) }

  /// Whether a trigger begins in the range.
  func isTriggered(_ text: [UInt8], _ range: Range<Int>) -> Bool { firstTrigger(text, range) != nil }

  /// Where the first trigger begins.
  func firstTrigger(_ text: [UInt8], _ range: Range<Int>) -> Int? {
    var position = range.lowerBound
    let end = range.upperBound
    while position < end {
      let byte = text[position]
      guard Self.isLetter(byte) else {
        if byte == 0xD0 || byte == 0xD1 { return position }
        position += 1
        continue
      }
      // At the start of a word, or of a part of it behind a hyphen or an apostrophe.
      if position + 2 < end, holds(text, position, end) { return position }
      var next = position + 1
      while next < end, Self.isLetter(text[next]) { next += 1 }
      if next - position <= 4, isDesignation(text, next, end) { return position }
      position = next
    }
    return nil
  }

  private func holds(_ text: [UInt8], _ position: Int, _ end: Int) -> Bool {
    let head = Self.lower(text[position]) << 16 | Self.lower(text[position + 1]) << 8 | Self.lower(text[position + 2])
    let bit = Self.bit(head)
    guard sieve[bit >> 6] >> UInt64(bit & 63) & 1 != 0, let known = stems[head] else { return false }
    return known.contains { stem in
      guard position + stem.count <= end else { return false }
      for offset in 3..<max(3, stem.count) where !Self.fits(text[position + offset], stem[offset]) { return false }
      return true
    }
  }

  /// Digits stand behind the letters, with a hyphen before them or without; U+2010…2015 are hyphens too.
  private func isDesignation(_ text: [UInt8], _ letters: Int, _ end: Int) -> Bool {
    var position = letters
    if position < end, text[position] == 0x2D {
      position += 1
    } else if position + 2 < end, text[position] == 0xE2, text[position + 1] == 0x80,
      (0x90...0x95).contains(text[position + 2])
    {
      position += 3
    }
    return position < end && text[position] &- 0x30 < 10
  }

  /// Case is not minded, nor how words are joined.
  private static func fits(_ byte: UInt8, _ wanted: UInt8) -> Bool {
    switch wanted {
    case 0x20, 0x2D: byte == 0x20 || byte == 0x2D || byte == 0x0A || byte == 0x0D || byte == 0x09
    default: UInt8(truncatingIfNeeded: lower(byte)) == wanted
    }
  }

  private static func lower(_ byte: UInt8) -> UInt32 { UInt32(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
