/// Makes bytes valid UTF-8 without moving any of them.
enum UTF8Repair {
  /// What stands for a byte that is no UTF-8: one byte, so that offsets stay right.
  static let replacement = UInt8(ascii: "?")

  /// Replaces every byte that belongs to no well-formed sequence; returns how many.
  static func repair(_ bytes: inout [UInt8]) -> Int {
    var replaced = 0
    var position = 0
    let count = bytes.count
    while position < count {
      if bytes[position] < 0x80 {
        position += 1
        continue
      }
      let length = sequenceLength(bytes, position, count)
      if length == 0 {
        bytes[position] = replacement
        replaced += 1
        position += 1
      } else {
        position += length
      }
    }
    return replaced
  }

  /// Length of the well-formed multi-byte sequence at `position`, or 0 (Unicode standard, table 3-7).
  private static func sequenceLength(_ bytes: [UInt8], _ position: Int, _ count: Int) -> Int {
    func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      position + offset < count && range.contains(bytes[position + offset])
    }
    switch bytes[position] {
    case 0xC2...0xDF: return continues(1) ? 2 : 0
    case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : 0
    case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : 0
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
    case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : 0
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
    case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
  }
}
