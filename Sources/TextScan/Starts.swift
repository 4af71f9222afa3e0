internal import CTextScan

/// The places of a text at which patterns may begin, in order, as a `StartTable` finds them.
public struct Starts: Sendable {
  struct Places: Sendable {
    var count = 0
    /// Offsets into the text; only the first `count` count.
    var offsets: [UInt32] = []
    /// The patterns that may begin at the places, as bits: for each word of 64 patterns a plane of `stride` words, one a
    /// place, so that the places of one pattern stand beside each other.
    var patterns: [UInt64] = []
    var stride = 0

    mutating func reserve(_ count: Int, _ width: Int) {
      guard stride < count + 1 || patterns.count < stride * width else { return }
      stride = count * 2 + 65
      offsets = [UInt32](repeating: 0, count: stride)
      patterns = [UInt64](repeating: 0, count: stride * width)
    }

    mutating func withPlaces<Result>(_ body: (UnsafeMutablePointer<text_scan_places>) -> Result) -> Result {
      let stride = stride
      return unsafe offsets.withUnsafeMutableBufferPointer { offsets in
        unsafe patterns.withUnsafeMutableBufferPointer { patterns in
          var places = unsafe text_scan_places(
            offsets: offsets.baseAddress, patterns: patterns.baseAddress, stride: stride)
          return unsafe body(&places)
        }
      }
    }
  }

  var found = Places()
  /// Room for the places found before.
  var before = Places()
  /// The patterns that may begin anywhere, as bits.
  public internal(set) var any: [UInt64] = []

  public init() {}

  /// Whether a pattern may begin anywhere.
  @inline(__always)
  public func mayBegin(_ pattern: Int) -> Bool { any[pattern >> 6] >> UInt64(pattern & 63) & 1 != 0 }

  /// Finds the places from `start` up to `end`, `end` included, at which a pattern may begin.
  /// - Parameter places: their offsets, in order, and what was there behind them.
  /// - Returns: how many there are.
  public func findPlaces(
    of pattern: Int, from start: Int, through end: Int, into places: inout [UInt32], path: ScanPath = .best
  ) -> Int {
    precondition(pattern >> 6 < any.count && start >= 0 && end >= 0)
    if places.count < found.count { places = [UInt32](repeating: 0, count: found.count * 2) }
    return unsafe places.withUnsafeMutableBufferPointer { places in
      unsafe found.offsets.withUnsafeBufferPointer { offsets in
        unsafe found.patterns.withUnsafeBufferPointer { patterns in
          unsafe text_scan_places_of(
            offsets.baseAddress, patterns.baseAddress, found.stride, found.count, pattern, start, end,
            places.baseAddress, path.code)
        }
      }
    }
  }
}
