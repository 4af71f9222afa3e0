/// Words as a `Lexicon` compares them, byte by byte: in lower case, hyphens and white space as one blank.
///
/// It ends where a letter outside ASCII stands, of which more has to be known.
struct ASCIIFolding: IteratorProtocol {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private var position: Int
  private let isExact: Bool
  private var pending: UInt8?
  private var isJoint = false
  private var hasBegun = false
  /// Whether it ended for a letter outside ASCII.
  private(set) var metOtherLetters = false

  /// The words in a range of a text; what lies outside of the text is passed over.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.init(bytes, range.clamped(to: 0..<bytes.count), isExact: false)
  }

  /// Words that are folded already: every byte is given as it is.
  init(exactly words: [UInt8]) { self.init(words, 0..<words.count, isExact: true) }

  private init(_ bytes: [UInt8], _ range: Range<Int>, isExact: Bool) {
    self.bytes = bytes
    self.range = range
    self.isExact = isExact
    position = range.lowerBound
  }

  /// Begins again.
  mutating func rewind() {
    position = range.lowerBound
    pending = nil
    isJoint = false
    hasBegun = false
    metOtherLetters = false
  }

  mutating func next() -> UInt8? {
    if let byte = pending {
      pending = nil
      return byte
    }
    while position < range.upperBound {
      let byte = bytes[position]
      position += 1
      if isExact { return byte }
      switch byte {
      case 0x20, 0x2D, 0x09...0x0D: isJoint = true
      case 0x80...:
        metOtherLetters = true
        position = range.upperBound
        return nil
      default:
        let letter = byte &- 0x41 < 26 ? byte | 0x20 : byte
        if isJoint, hasBegun {
          isJoint = false
          pending = letter
          return 0x20
        }
        isJoint = false
        hasBegun = true
        return letter
      }
    }
    return nil
  }
}

/// Numbers of folded words, found by their bytes without a string being made of them.
struct WordTable: Hashable, Sendable {
  /// The letters of all words, one after the other.
  private var letters: [UInt8] = []
  private var ends: [Int] = [0]
  /// By hash, the number of a word and one; 0 where none is.
  private var slots = [Int32](repeating: 0, count: 16)
  /// First letters of words, as bits of their last six bits.
  private var initials: UInt64 = 0

  private var count: Int { ends.count - 1 }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  private func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 29) & (slots.count - 1) }

  /// Makes room for so many words.
  mutating func reserve(_ count: Int) {
    var size = slots.count
    while size < count * 2 { size *= 2 }
    if size > slots.count {
      slots = [Int32](repeating: 0, count: size)
      for number in 0..<self.count { enter(number) }
    }
    ends.reserveCapacity(count + 1)
  }

  /// Adds folded words with the next number.
  /// - Returns: false, with nothing added, where they are there already.
  mutating func add(_ word: [UInt8]) -> Bool {
    var folding = ASCIIFolding(exactly: word)
    guard let first = word.first, number(&folding) == nil else { return false }
    letters += word
    ends.append(letters.count)
    initials |= 1 << UInt64(first & 63)
    if count * 2 > slots.count {
      slots = [Int32](repeating: 0, count: slots.count * 2)
      for number in 0..<count { enter(number) }
    } else {
      enter(count - 1)
    }
    return true
  }

  private mutating func enter(_ number: Int) {
    var hash = Self.seed
    for index in ends[number]..<ends[number + 1] { hash = Self.mixed(hash, letters[index]) }
    var slot = slot(hash)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(number + 1)
  }

  /// The number of words; nil where they are not there.
  func number(_ words: inout ASCIIFolding) -> Int? {
    guard let first = words.next() else { return nil }
    // Nearly all words of a text are in none of the tables. What they hold of other alphabets is asked for by the caller.
    guard initials >> UInt64(first & 63) & 1 != 0 else {
      while words.next() != nil {}
      return nil
    }
    var hash = Self.mixed(Self.seed, first)
    while let byte = words.next() { hash = Self.mixed(hash, byte) }
    if words.metOtherLetters { return nil }
    var slot = slot(hash)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      words.rewind()
      if equals(number, &words) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func equals(_ number: Int, _ words: inout ASCIIFolding) -> Bool {
    var index = ends[number]
    while let byte = words.next() {
      guard index < ends[number + 1], letters[index] == byte else { return false }
      index += 1
    }
    return index == ends[number + 1]
  }
}
