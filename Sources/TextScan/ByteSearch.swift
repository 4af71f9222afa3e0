internal import CTextScan

/// Which of the two ways of searching is taken; both give the same answers.
public enum ScanPath: Sendable, CaseIterable {
  /// With vector instructions where the processor has them.
  case best
  case portable

  var code: text_scan_path { self == .best ? TEXT_SCAN_BEST : TEXT_SCAN_PORTABLE }

  /// Whether the two are different ways on this processor.
  public static var hasVectors: Bool { text_scan_has_vectors() }
}

/// Searches of bytes at the speed of the memory.
public enum ByteSearch {
  /// The first offset in `range` of a byte that is `first` or `second`; nil where neither stands in it.
  /// - Precondition: `range` lies within `bytes`.
  public static func first(
    _ first: UInt8, or second: UInt8? = nil, in bytes: [UInt8], _ range: Range<Int>, path: ScanPath = .best
  ) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    let found = unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return range.upperBound }
      return unsafe text_scan_find(start, range.lowerBound, range.upperBound, first, second ?? first, path.code)
    }
    return found < range.upperBound ? found : nil
  }

  /// The first offset in `range` of a byte outside ASCII; nil where there is none.
  /// - Precondition: `range` lies within `bytes`.
  public static func firstHigh(in bytes: [UInt8], _ range: Range<Int>, path: ScanPath = .best) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    let found = unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return range.upperBound }
      return unsafe text_scan_find_high(start, range.lowerBound, range.upperBound, path.code)
    }
    return found < range.upperBound ? found : nil
  }

  /// The first offset in `range` at which no well-formed UTF-8 sequence begins; nil where all is well-formed.
  /// - Precondition: `range` lies within `bytes`.
  public static func firstMalformed(in bytes: [UInt8], _ range: Range<Int>, path: ScanPath = .best) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    let found = unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return range.upperBound }
      return unsafe text_scan_find_malformed(start, range.lowerBound, range.upperBound, path.code)
    }
    return found < range.upperBound ? found : nil
  }

  /// Appends ASCII letters to others, in lower case.
  /// - Precondition: `range` lies within `bytes`, and there are letters in it alone.
  public static func appendLower(_ bytes: [UInt8], _ range: Range<Int>, to letters: inout [UInt8]) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    let count = letters.count
    letters.append(contentsOf: bytes[range])
    unsafe letters.withUnsafeMutableBufferPointer { letters in
      for index in count..<letters.count { unsafe letters[index] |= 0x20 }
    }
  }
}
