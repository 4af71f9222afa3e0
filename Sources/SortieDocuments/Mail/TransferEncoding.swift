internal import SortieSchema

/// Undoes what was done to the body of a mail for the way (RFC 2045, 6), and keeps where each byte came from.
struct TransferDecoding {
  private(set) var bytes: [UInt8] = []
  /// Leads to offsets of the message.
  private(set) var map = SourceMap()

  /// - Parameters:
  ///   - message: the whole message.
  ///   - range: the body.
  ///   - encoding: as the head calls it; what is not known is taken as it stands, as the standard asks.
  init(_ message: [UInt8], _ range: Range<Int>, encoding: String) {
    switch encoding {
    case "base64": decodeBase64(message, range)
    case "quoted-printable": decodeQuotedPrintable(message, range)
    default:
      bytes = Array(message[range])
      map.append(range.count, from: range.lowerBound)
    }
  }

  private mutating func decodeBase64(_ message: [UInt8], _ range: Range<Int>) {
    var bits: UInt32 = 0
    var count = 0
    var start = range.lowerBound
    for index in range {
      guard let value = Base64.value(of: message[index]) else {
        if message[index] == UInt8(ascii: "=") { break }
        continue
      }
      if count == 0 { start = index }
      bits = bits << 6 | UInt32(value)
      count += 1
      guard count == 4 else { continue }
      append(
        [UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8), UInt8(truncatingIfNeeded: bits)],
        from: start..<index + 1)
      (bits, count) = (0, 0)
    }
    if count > 1 {
      bits <<= UInt32(6 * (4 - count))
      let rest = [UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8)].prefix(count - 1)
      append(Array(rest), from: start..<min(start + count, range.upperBound))
    }
  }

  private mutating func append(_ decoded: [UInt8], from source: Range<Int>) {
    bytes += decoded
    if source.count == 4, decoded.count == 3 {
      // Groups of four letters that follow each other are one run.
      map.append(3, from: source.lowerBound, textUnit: 3, sourceUnit: 4)
    } else {
      map.append(decoded.count, standingFor: source)
    }
  }

  private mutating func decodeQuotedPrintable(_ message: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = message[index]
      if byte == UInt8(ascii: "=") {
        if let end = lineEnd(message, index + 1, range.upperBound) {
          index = end
          continue
        }
        if index + 2 < range.upperBound, let high = Self.digit(message[index + 1]),
          let low = Self.digit(message[index + 2])
        {
          bytes.append(high << 4 | low)
          map.append(1, from: index, textUnit: 1, sourceUnit: 3)
          index += 3
          continue
        }
      }
      bytes.append(byte)
      map.append(1, from: index)
      index += 1
    }
  }

  /// Where the next line begins, if only blanks stand before it.
  private func lineEnd(_ message: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var index = start
    while index < end {
      switch message[index] {
      case 0x0A: return index + 1
      case 0x20, 0x09, 0x0D: index += 1
      default: return nil
      }
    }
    return end
  }

  /// Bytes with `%E2` and the like undone; a percent sign before anything else stays.
  static func withoutPercents(_ text: some Sequence<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(text)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2, let high = digit(rest[rest.startIndex]),
        let low = digit(rest[rest.startIndex + 1])
      {
        bytes.append(high << 4 | low)
        rest.removeFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}

/// The letters of Base64 (RFC 4648).
enum Base64 {
  static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
