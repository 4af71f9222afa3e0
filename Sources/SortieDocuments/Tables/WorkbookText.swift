/// Text in the cells of workbooks (ECMA-376, 22.9.2.19): `_x000D_` stands for the character of that number, `_x005F_`
/// for an underscore that would begin such a mark.
enum WorkbookText {
  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "_")) else { return bytes }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let unit = unit(bytes, at: index) {
        UTF8Writing.append(UInt32(unit), to: &text)
        index += 7
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return text
  }

  /// The number of a mark that begins here. Halves of characters beyond the first plane stay as they are written: they
  /// never come, for such characters need no mark.
  private static func unit(_ bytes: [UInt8], at start: Int) -> UInt16? {
    guard start + 7 <= bytes.count, bytes[start] == UInt8(ascii: "_"), bytes[start + 1] == UInt8(ascii: "x"),
      bytes[start + 6] == UInt8(ascii: "_")
    else { return nil }
    var number: UInt16 = 0
    for byte in bytes[start + 2..<start + 6] {
      guard let digit = TransferDecoding.digit(byte) else { return nil }
      number = number << 4 | UInt16(digit)
    }
    return (0xD800..<0xE000).contains(number) ? nil : number
  }
}
