/// Numbers as text, the same on every machine and in every language setting.
public enum DecimalText {
  /// Appends the decimal digits of a whole number.
  public static func append(_ value: Int, to buffer: inout [UInt8]) {
    if value < 0 { buffer.append(UInt8(ascii: "-")) }
    let magnitude = value.magnitude
    var divisor: UInt = 1
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
    } else {
      buffer.append(contentsOf: value.description.utf8)
    }
  }

  /// Appends `YYYY-MM-DD`.
  public static func append(_ date: CalendarDate, to buffer: inout [UInt8]) {
    func digits(_ value: Int, _ width: Int) {
      var divisor = width == 4 ? 1000 : 10
      while divisor > 0 {
        buffer.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
        divisor /= 10
      }
    }
    digits(date.year, 4)
    buffer.append(UInt8(ascii: "-"))
    digits(date.month, 2)
    buffer.append(UInt8(ascii: "-"))
    digits(date.day, 2)
  }
}
