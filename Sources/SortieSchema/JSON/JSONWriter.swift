/// Writes JSON text onto the end of a buffer of bytes.
///
/// Whoever writes keeps the order of the keys, so that the same value always gives the same bytes. Commas need no
/// bookkeeping: one is due unless the last byte opens an object or an array.
public enum JSONWriter {
  /// Writes `"name":`, with the comma before it where one is due.
  public static func key(_ name: String, into buffer: inout [UInt8]) {
    comma(into: &buffer)
    string(name, into: &buffer)
    buffer.append(UInt8(ascii: ":"))
  }

  /// Writes a comma unless the value about to follow is the first of its object or array.
  public static func comma(into buffer: inout [UInt8]) {
    switch buffer.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["): return
    default: buffer.append(UInt8(ascii: ","))
    }
  }

  /// Appends `null`.
  public static func null(into buffer: inout [UInt8]) { buffer.append(contentsOf: nullBytes) }

  /// Appends `true` or `false`.
  public static func bool(_ value: Bool, into buffer: inout [UInt8]) {
    buffer.append(contentsOf: value ? trueBytes : falseBytes)
  }

  /// Appends the decimal digits of a whole number.
  public static func integer(_ value: Int, into buffer: inout [UInt8]) {
    DecimalText.append(value, to: &buffer)
  }

  /// Writes the shortest text that reads back as the same number, whole numbers without a fraction. JSON has no word
  /// for infinity or not-a-number: both become `null`.
  public static func number(_ value: Double, into buffer: inout [UInt8]) {
    guard value.isFinite else { return null(into: &buffer) }
    DecimalText.append(value, to: &buffer)
  }

  /// Writes a string in quotes. Everything but quotes, backslashes and control characters stays as it is.
  public static func string(_ value: String, into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "\""))
    let start = buffer.count
    buffer.append(contentsOf: value.utf8)
    // Nearly no string needs an escape: it is copied whole and looked through once.
    var index = start
    while index < buffer.count, !needsEscape(buffer[index]) { index += 1 }
    if index < buffer.count {
      let rest = Array(buffer[index...])
      buffer.removeSubrange(index...)
      for byte in rest { escaped(byte, into: &buffer) }
    }
    buffer.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    // DEL may stand in JSON, but not on a terminal.
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
  }

  private static func escaped(_ byte: UInt8, into buffer: inout [UInt8]) {
    guard needsEscape(byte) else {
      buffer.append(byte)
      return
    }
    buffer.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): buffer.append(byte)
    case 0x08: buffer.append(UInt8(ascii: "b"))
    case 0x09: buffer.append(UInt8(ascii: "t"))
    case 0x0A: buffer.append(UInt8(ascii: "n"))
    case 0x0C: buffer.append(UInt8(ascii: "f"))
    case 0x0D: buffer.append(UInt8(ascii: "r"))
    default:
      buffer.append(contentsOf: [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0")])
      buffer.append(hexDigits[Int(byte >> 4)])
      buffer.append(hexDigits[Int(byte & 15)])
    }
  }

  private static let nullBytes = Array("null".utf8)
  private static let trueBytes = Array("true".utf8)
  private static let falseBytes = Array("false".utf8)
  private static let hexDigits = Array("0123456789abcdef".utf8)
}
