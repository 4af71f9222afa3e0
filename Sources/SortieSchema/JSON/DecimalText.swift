/// Numbers as text, the same on every machine and in every language setting.
public enum DecimalText {
  /// Appends the decimal digits of a whole number.
  public static func append(_ value: Int, to buffer: inout [UInt8]) {
    if value < 0 { buffer.append(UInt8(ascii: "-")) }
    let magnitude = value.magnitude
    if magnitude < 10 { return buffer.append(UInt8(ascii: "0") + UInt8(magnitude)) }
    var divisor: UInt = 10
    while magnitude / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      buffer.append(UInt8(ascii: "0") + UInt8(magnitude / divisor % 10))
      divisor /= 10
    }
  }

  /// Appends the shortest decimal text that reads back as the same number; `37`, not `37.0`.
  ///
  /// Infinity and not-a-number have no such text: callers keep them away.
  public static func append(_ value: Double, to buffer: inout [UInt8]) {
    if let whole = Int(exactly: value), whole.magnitude < 1_000_000_000_000_000 {
      append(whole, to: &buffer)
    } else if !appendShortFraction(value, to: &buffer) {
      buffer.append(contentsOf: value.description.utf8)
    }
  }

  /// Appends a number of at most five decimals, as degrees and shares are. Such a text has fewer than 15 digits, of which
  /// no two read back as the same number, so that it is the shortest.
  private static func appendShortFraction(_ value: Double, to buffer: inout [UInt8]) -> Bool {
    guard value.magnitude >= 0.001, value.magnitude < 1_000_000_000 else { return false }
    let scaled = (value.magnitude * 100_000).rounded()
    guard scaled / 100_000 == value.magnitude else { return false }
    if value < 0 { buffer.append(UInt8(ascii: "-")) }
    let digits = Int(scaled)
    append(digits / 100_000, to: &buffer)
    buffer.append(UInt8(ascii: "."))
    // Divisions by constants are multiplications.
    var rest = digits % 100_000
    while rest > 0 {
      buffer.append(UInt8(ascii: "0") + UInt8(rest / 10_000))
      rest = rest % 10_000 * 10
    }
    return true
  }

  /// Appends `YYYY-MM-DD`.
  public static func append(_ date: CalendarDate, to buffer: inout [UInt8]) {
    func twoDigits(_ value: Int) {
      buffer.append(UInt8(ascii: "0") + UInt8(value / 10 % 10))
      buffer.append(UInt8(ascii: "0") + UInt8(value % 10))
    }
    twoDigits(date.year / 100)
    twoDigits(date.year % 100)
    buffer.append(UInt8(ascii: "-"))
    twoDigits(date.month)
    buffer.append(UInt8(ascii: "-"))
    twoDigits(date.day)
  }
}
