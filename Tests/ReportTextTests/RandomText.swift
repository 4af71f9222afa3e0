/// Random numbers that are the same in every run.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Texts made of what stands in the way of a splitter.
enum RandomText {
  private static let pieces = [
    "jets", "Jets", "struck", "Raqqa", "Gen.", "Jan.", "9", "10.5", "U.S.", "R.", "…", "...", ".", "!", "?!", ",", ";",
    "“", "”",
    "\"", "(", ")", "- ", "* ", "• ", "# ", "-", "\n", "\r\n", "\n\n", " ", "\t", "é", "الرقة", "😀", "»", "’s",
    "www.Mod.org",
  ]

  static func prose(_ random: inout SplitMix) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
      if Int.random(in: 0..<3, using: &random) > 0 { text += " " }
    }
    return text
  }

  /// Bytes of which some are no UTF-8: pieces of characters, cut, doubled and turned.
  static func bytes(_ random: inout SplitMix) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...24, using: &random) {
      let piece = Array(
        ["a", "é", "ك", "€", "\u{E000}", "😀", "\u{7FF}", "\u{FFFF}"].randomElement(using: &random)!.utf8)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes += piece.dropLast()
      case 1: bytes += piece.dropFirst()
      case 2: bytes.append(UInt8.random(in: 0...255, using: &random))
      default: bytes += piece
      }
    }
    return bytes
  }
}
