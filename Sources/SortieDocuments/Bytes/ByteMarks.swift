/// What the first bytes of an input tell about it.
enum ByteMarks {
  static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Byte order marks and what they mark.
  static let encodings: [(mark: [UInt8], encoding: String)] = [
    (utf8, EncodingName.utf8), ([0xFF, 0xFE], EncodingName.utf16LittleEndian),
    ([0xFE, 0xFF], EncodingName.utf16BigEndian),
  ]

  /// An encoding in which even a line feed takes more than a byte, by its mark; nil where none begins the bytes.
  static func wideEncoding(_ bytes: some Collection<UInt8>) -> String? {
    encodings.first { $0.encoding != EncodingName.utf8 && bytes.starts(with: $0.mark) }.map { _ in "UTF-16" }
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Kinds of files that are given for texts by mistake; reading them as text would only give noise.
  private static let strangers: [(start: [UInt8], kind: String)] = [
    (Array("%PDF-".utf8), "a PDF file"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an office document"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an office document"),
    (Array("{\\rtf".utf8), "an RTF document"),
    ([0x1F, 0x8B], "a gzip archive"),
  ]

  /// What the bytes are instead of text; nil where nothing speaks against text.
  static func stranger(_ bytes: some Collection<UInt8>) -> String? {
    if let known = strangers.first(where: { bytes.starts(with: $0.start) })?.kind { return known }
    let opening = bytes.prefix(4_096)
    // Every other byte of UTF-16 is a zero.
    guard wideEncoding(opening) == nil,
      ByteStatistics(Array(opening)).wideEncoding(count: opening.count) == nil
    else { return nil }
    let controls = opening.count { $0 < 0x09 || $0 > 0x0D && $0 < 0x20 && $0 != 0x1B }
    return controls >= 32 && controls * 10 > opening.count ? "binary data" : nil
  }
}
