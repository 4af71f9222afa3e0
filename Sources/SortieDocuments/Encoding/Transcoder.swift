internal import CharacterSets
internal import ReportText
internal import SortieSchema

/// Writes bytes of another encoding as UTF-8 and keeps where each character came from.
struct Transcoder {
  private(set) var text: [UInt8] = []
  private(set) var map = SourceMap()
  private var position: Int

  init(skipping count: Int) { position = count }

  /// Whether text in this encoding can be decoded here.
  static func knows(_ encoding: String) -> Bool {
    encoding.hasPrefix("UTF-16") || CharacterSets.decode([0x41], encoding: encoding) { _, _ in }
  }

  mutating func decode(_ bytes: [UInt8], encoding: String) {
    text.reserveCapacity(bytes.count)
    if encoding == EncodingName.utf16LittleEndian || encoding == EncodingName.utf16BigEndian {
      decodeUTF16(bytes, isBigEndian: encoding == EncodingName.utf16BigEndian)
    } else if let table = CharacterSets.table(ofSingleByte: encoding) {
      for byte in bytes[min(position, bytes.count)...] { append(Self.character(byte, table[Int(byte)]), width: 1) }
    } else {
      let rest = Array(bytes[min(position, bytes.count)...])
      var transcoder = self
      _ = CharacterSets.decode(rest, encoding: encoding) { scalar, length in transcoder.append(scalar, width: length) }
      self = transcoder
    }
  }

  /// Bytes that an encoding leaves open are the control characters of the same number, as in browsers.
  private static func character(_ byte: UInt8, _ scalar: UInt32) -> UInt32 {
    scalar == 0xFFFD && (0x80...0x9F).contains(byte) ? UInt32(byte) : scalar
  }

  private mutating func decodeUTF16(_ bytes: [UInt8], isBigEndian: Bool) {
    func unit(_ index: Int) -> UInt32 {
      let first = UInt32(bytes[index])
      let second = UInt32(bytes[index + 1])
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    while position + 1 < bytes.count {
      let first = unit(position)
      if (0xD800..<0xDC00).contains(first), position + 3 < bytes.count {
        let second = unit(position + 2)
        if (0xDC00..<0xE000).contains(second) {
          append(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), width: 4)
          continue
        }
      }
      append((0xD800..<0xE000).contains(first) ? 0xFFFD : first, width: 2)
    }
    if position < bytes.count { append(0xFFFD, width: 1) }
  }

  private mutating func append(_ scalar: UInt32, width: Int) {
    let before = text.count
    UTF8Writing.append(scalar, to: &text)
    let count = text.count - before
    map.append(count, from: position, textUnit: count, sourceUnit: width)
    position += width
  }
}

/// Writing single characters as UTF-8.
enum UTF8Writing {
  /// Appends a scalar; U+FFFD for what is none.
  static func append(_ scalar: UInt32, to text: inout [UInt8]) {
    if scalar < 0x80 { return text.append(UInt8(scalar)) }
    text.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
  }
}
