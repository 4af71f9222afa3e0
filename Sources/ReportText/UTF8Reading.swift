/// Reading single characters of bytes that claim to be UTF-8.
public enum UTF8Reading {
  /// The character that begins at `index`, and how many bytes it takes.
  ///
  /// Bytes that form no character read as U+FFFD of one byte, so that every offset stays an offset of the text as read.
  public static func scalar(in bytes: [UInt8], at index: Int, end: Int) -> (value: UInt32, length: Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, index + length <= end else { return (0xFFFD, 1) }
    var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let isOverlong = length == 3 && value < 0x800 || length == 4 && value < 0x10000
    guard !isOverlong, value < 0x110000, !(0xD800..<0xE000).contains(value) else { return (0xFFFD, 1) }
    return (value, length)
  }
}
