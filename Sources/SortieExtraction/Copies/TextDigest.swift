internal import TextScan

/// 128 bits that tell texts apart.
struct TextDigest: Hashable, Sendable {
  let high: UInt64
  let low: UInt64

  /// The first half of a SHA-256 in hex; nil where it is none.
  init?(hex: String) {
    guard hex.utf8.count == 64, let high = UInt64(hex.prefix(16), radix: 16),
      let low = UInt64(hex.dropFirst(16).prefix(16), radix: 16)
    else { return nil }
    self.high = high
    self.low = low
  }

  /// Of every byte; made to be quick, not to withstand whoever looks for two texts of one digest.
  init(bytesOf text: [UInt8]) {
    var high = 0x9E37_79B9_7F4A_7C15 ^ UInt64(text.count)
    var low: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    func take(_ word: UInt64) {
      high = (high ^ word) &* 0xFF51_AFD7_ED55_8CCD
      high ^= high >> 32
      low = (low &+ word) &* 0x9E37_79B1_85EB_CA87
      low ^= low >> 29
    }
    for word in LittleEndian.uint64s(text, 0..<text.count) { take(word) }
    for byte in text.suffix(text.count % 8) { take(UInt64(byte)) }
    self.high = high
    self.low = low
  }

  /// For each byte what it counts as; 0 where it does not.
  static let letters = (0...UInt8.max).map { TextSketch.isLetter($0) ? TextSketch.lowerCase($0) : 0 }

  /// Of the letters and figures alone: case, white space and signs between them do not count.
  init(lettersOf text: [UInt8]) {
    var high: UInt64 = 0x9E37_79B9_7F4A_7C15
    var low: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    var word: UInt64 = 0
    var count = 0
    func take() {
      high = (high ^ word) &* 0xFF51_AFD7_ED55_8CCD
      high ^= high >> 32
      low = (low &+ word) &* 0x9E37_79B1_85EB_CA87
      low ^= low >> 29
    }
    let letters = Self.letters
    for byte in text {
      let letter = letters[Int(byte)]
      if letter == 0 { continue }
      word = word << 8 | UInt64(letter)
      count &+= 1
      if count & 7 == 0 { take() }
    }
    word = word << 3 | UInt64(count & 7)
    take()
    self.high = high
    self.low = low
  }
}
