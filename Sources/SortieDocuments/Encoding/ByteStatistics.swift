internal import ReportText

/// What the bytes of a text tell of its encoding.
struct ByteStatistics {
  /// Characters of several bytes that are well formed as UTF-8.
  private(set) var wellFormed = 0
  /// Bytes above 0x7F that belong to none.
  private(set) var stray = 0
  private(set) var letters = 0
  private(set) var highBytes = 0
  /// Zeros at even and at odd places of the first bytes.
  private(set) var evenZeros = 0
  private(set) var oddZeros = 0

  private static let sample = 4096

  init(_ bytes: [UInt8]) {
    for (index, byte) in bytes.prefix(Self.sample).enumerated() where byte == 0 {
      if index % 2 == 0 { evenZeros += 1 } else { oddZeros += 1 }
    }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if (0x41...0x5A).contains(byte & 0xDF) { letters += 1 }
        index += 1
        continue
      }
      let length = UTF8Reading.scalar(in: bytes, at: index, end: bytes.count).length
      if length > 1 { wellFormed += 1 } else { stray += 1 }
      highBytes += length
      index += length
    }
  }

  var isUTF8: Bool { stray == 0 }

  /// Text of single bytes has no zeros; UTF-16 of Latin letters has one for each.
  func wideEncoding(count: Int) -> String? {
    let pairs = min(count, Self.sample) / 2
    guard pairs >= 4 else { return nil }
    if oddZeros * 10 > pairs * 7, evenZeros * 10 < pairs { return EncodingName.utf16LittleEndian }
    if evenZeros * 10 > pairs * 7, oddZeros * 10 < pairs { return EncodingName.utf16BigEndian }
    return nil
  }

  /// Latin letters with a few others between them: quotation marks, dashes, accents.
  var isMostlyASCII: Bool { highBytes * 4 <= letters }
}
