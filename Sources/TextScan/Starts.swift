/// The places of a text at which patterns may begin, in order, as a `StartTable` finds them.
public struct Starts: Sendable {
  struct Places: Sendable {
    var count = 0
    /// Offsets into the text; only the first `count` count.
    var offsets: [UInt32] = []
    /// For each place the patterns that may begin there, as bits.
    var patterns: [UInt64] = []

    mutating func reserve(_ count: Int, _ width: Int) {
      guard offsets.count < count || patterns.count < (count + 1) * width else { return }
      offsets = [UInt32](repeating: 0, count: count * 2 + 64)
      patterns = [UInt64](repeating: 0, count: (count * 2 + 65) * width)
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

  /// The places from `start` up to `end`, `end` included, at which a pattern may begin.
  public func places(of pattern: Int, from start: Int, through end: Int, into places: inout [UInt32]) {
    places.removeAll(keepingCapacity: true)
    let (width, shift) = (any.count, UInt64(pattern & 63))
    var word = pattern >> 6
    for index in 0..<found.count {
      if found.patterns[word] >> shift & 1 != 0 {
        let offset = found.offsets[index]
        if offset > end { break }
        if offset >= start { places.append(offset) }
      }
      word += width
    }
  }
}
