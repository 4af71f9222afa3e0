internal import TextScan

/// Makes bytes valid UTF-8 without moving any of them.
enum UTF8Repair {
  /// What stands for a byte that is no UTF-8: one byte, so that offsets stay right.
  static let replacement = UInt8(ascii: "?")

  /// Replaces every byte that belongs to no well-formed sequence; returns how many.
  static func repair(_ bytes: inout [UInt8]) -> Int {
    var replaced = 0
    var position = 0
    while let malformed = ByteSearch.firstMalformed(in: bytes, position..<bytes.count) {
      bytes[malformed] = replacement
      replaced += 1
      position = malformed + 1
    }
    return replaced
  }
}
