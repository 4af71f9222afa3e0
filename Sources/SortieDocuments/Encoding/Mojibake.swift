internal import CharacterSets
internal import ReportText
internal import SortieSchema

/// Characters that were written in UTF-8, read as Windows-1252 and written in UTF-8 again: `â€™` for `’`, `Ã©` for `é`.
enum Mojibake {
  struct Mended {
    var text: [UInt8] = []
    var map = SourceMap()
    /// How many characters were put right.
    var count = 0
  }

  /// The text with such characters put right; nil where there are none, or where it is not certain.
  static func mended(_ text: [UInt8]) -> Mended? {
    // Nearly every text has none of the letters that such sequences begin with.
    guard text.contains(lead) else { return nil }
    var mended = Mended()
    var shortSequences = 0
    var letters = 0
    var index = 0
    var copied = 0
    while index < text.count {
      guard text[index] == lead else {
        index += 1
        continue
      }
      let (value, length) = UTF8Reading.scalar(in: text, at: index, end: text.count)
      guard let (bytes, end) = sequence(in: text, at: index) else {
        // An accented letter that stands for itself: then pairs of them may be words of its language.
        if (0xC0...0xFF).contains(value) { letters += 1 }
        index += length
        continue
      }
      if bytes.count == 2 { shortSequences += 1 }
      mended.take(text[copied..<index], from: copied)
      mended.text += bytes
      mended.map.append(bytes.count, standingFor: index..<end)
      mended.count += 1
      index = end
      copied = end
    }
    guard mended.count > 0, shortSequences == 0 || letters == 0 else { return nil }
    mended.take(text[copied...], from: copied)
    return mended
  }

  /// The first byte in UTF-8 of all letters that sequences begin with, Â to ï.
  private static let lead: UInt8 = 0xC3

  /// The bytes of the character that stands here in disguise, and where it ends; nil where there is none.
  private static func sequence(in text: [UInt8], at start: Int) -> (bytes: [UInt8], end: Int)? {
    var bytes: [UInt8] = []
    var index = start
    var needed = 1
    while bytes.count < needed {
      guard index < text.count else { return nil }
      let (value, length) = UTF8Reading.scalar(in: text, at: index, end: text.count)
      guard let byte = westernByte(value) else { return nil }
      if bytes.isEmpty {
        switch byte {
        // Latin letters and signs, Cyrillic, Arabic.
        case 0xC2, 0xC3, 0xD0, 0xD1, 0xD8, 0xD9: needed = 2
        // Punctuation, ligatures.
        case 0xE2, 0xEF: needed = 3
        default: return nil
        }
      } else if byte & 0xC0 != 0x80 {
        return nil
      }
      bytes.append(byte)
      index += length
    }
    return UTF8Reading.scalar(in: bytes, at: 0, end: bytes.count).length == bytes.count ? (bytes, index) : nil
  }

  private static func westernByte(_ scalar: UInt32) -> UInt8? {
    if scalar < 0x80 { return nil }
    return scalar <= 0xFF ? UInt8(scalar) : special[scalar]
  }

  /// Characters that Windows-1252 has where Latin-1 has none.
  private static let special: [UInt32: UInt8] = {
    let table = CharacterSets.table(ofSingleByte: EncodingName.western) ?? []
    return Dictionary(
      uniqueKeysWithValues: table.enumerated().filter { $0.element > 0xFF && $0.element != 0xFFFD }
        .map { ($0.element, UInt8($0.offset)) })
  }()
}

extension Mojibake.Mended {
  fileprivate mutating func take(_ bytes: ArraySlice<UInt8>, from start: Int) {
    text += bytes
    map.append(bytes.count, from: start)
  }
}
