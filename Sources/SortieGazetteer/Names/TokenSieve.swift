/// Sifts words by their first token: most words of a text begin no name and are passed over at once.
struct TokenSieve: Sendable {
  private let bits: [UInt64]
  private let shift: UInt64

  /// Joins the sieves of several layers (each a power of two long).
  init(_ sieves: [[UInt64]]) {
    if sieves.count == 1 {
      bits = sieves[0]
      shift = UInt64(64 - (sieves[0].count * 64).trailingZeroBitCount)
      return
    }
    let length = sieves.map(\.count).max() ?? 1
    var bits = [UInt64](repeating: 0, count: length)
    for sieve in sieves {
      // A bit of a shorter sieve stands for a run of bits of the longer.
      let factor = length / sieve.count
      for bit in 0..<sieve.count * 64 where sieve[bit >> 6] >> UInt64(bit & 63) & 1 != 0 {
        for wide in bit * factor..<(bit + 1) * factor { bits[wide >> 6] |= 1 << UInt64(wide & 63) }
      }
    }
    self.bits = bits
    shift = UInt64(64 - (length * 64).trailingZeroBitCount)
  }

  @inline(__always)
  func passes(_ packed: UInt64) -> Bool {
    let bit = Int(truncatingIfNeeded: FirstToken.hash(packed) >> shift)
    return bits[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }
}
