internal import ReportText
public import SortieSchema
internal import TextScan

/// A text without what typesetting put between and inside its words.
///
/// Soft hyphens, zero-width and direction marks go; all kinds of spaces become blanks, hyphens that do not break become
/// hyphens, ligatures and full-width letters become the letters they stand for. Patterns read letters and blanks, and no
/// name and no number may be hidden from them.
public struct PlainTypography: Sendable {
  public private(set) var text: [UInt8] = []
  /// Leads to the text as it was.
  public private(set) var map = SourceMap()

  /// Nil where the text is plain already.
  public init?(_ original: [UInt8]) {
    var index = 0
    var copied = 0
    var changed = false
    while let high = ByteSearch.firstHigh(in: original, index..<original.count) {
      index = high
      guard Self.isLead(original[index]) else {
        index += 1
        continue
      }
      let (value, length) = UTF8Reading.scalar(in: original, at: index, end: original.count)
      guard let plain = Self.plain(value, in: original, at: index, length: length) else {
        index += length
        continue
      }
      if !changed { text.reserveCapacity(original.count) }
      changed = true
      take(original[copied..<index], from: copied)
      text += plain
      map.append(plain.count, standingFor: index..<index + length)
      index += length
      copied = index
    }
    guard changed else { return nil }
    take(original[copied...], from: copied)
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>, from start: Int) {
    text += bytes
    map.append(bytes.count, from: start)
  }

  /// First bytes of the characters that are not plain.
  private static func isLead(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xC2, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF: true
    default: false
    }
  }

  /// What stands for a character; nil for itself.
  private static func plain(_ scalar: UInt32, in text: [UInt8], at start: Int, length: Int) -> [UInt8]? {
    switch scalar {
    case 0xAD, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: return []
    case 0xA0, 0x2007, 0x2009, 0x202F:
      return [partsThousands(text, start, start + length) ? UInt8(ascii: ",") : 0x20]
    case 0x1680, 0x2000...0x200A, 0x205F, 0x3000: return [0x20]
    case 0x85, 0x2028, 0x2029: return [0x0A]
    case 0x2010, 0x2011, 0xFE63, 0xFF0D: return [UInt8(ascii: "-")]
    case 0xFB00...0xFB06: return Array(ligatures[Int(scalar - 0xFB00)].utf8)
    case 0xFF01...0xFF5E: return [UInt8(scalar - 0xFF01 + 0x21)]
    default: return nil
    }
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  /// "1 200 sorties": a narrow space between groups of digits is the comma of other countries.
  private static func partsThousands(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    func isDigit(_ index: Int) -> Bool { text.indices.contains(index) && (0x30...0x39).contains(text[index]) }
    guard isDigit(start - 1), isDigit(end), isDigit(end + 1), isDigit(end + 2), !isDigit(end + 3) else { return false }
    // At most three digits stand before it.
    return !(isDigit(start - 2) && isDigit(start - 3) && isDigit(start - 4))
  }
}

extension SourceDocument {
  /// The same text in plain typography, which leads back to the same input.
  public var inPlainTypography: SourceDocument {
    guard let plain = PlainTypography(text) else { return self }
    var document = self
    document.text = plain.text
    document.sourceMap = sourceMap.map { plain.map.composed(with: $0) } ?? plain.map
    return document
  }
}
