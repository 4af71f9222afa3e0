internal import TextScan

/// Sifts words by their first token: most words of a text begin no name and are passed over at once.
struct TokenSieve: Sendable {
  private let bits: ConstantBytes
  private let shift: UInt64

  /// Joins the sieves of several layers (each a power of two bytes long).
  init(_ sieves: [ConstantBytes]) {
    let length = sieves.map(\.count).max() ?? 1
    shift = UInt64(64 - (length * 8).trailingZeroBitCount)
    if sieves.count == 1 {
      bits = sieves[0]
      return
    }
    var joined = [UInt8](repeating: 0, count: length)
    for sieve in sieves {
      // A bit of a shorter sieve stands for a run of bits of the longer.
      let factor = length / sieve.count
      if factor == 1 {
        for index in joined.indices { joined[index] |= sieve[index] }
        continue
      }
      for bit in 0..<sieve.count * 8 where sieve[bit >> 3] >> UInt8(bit & 7) & 1 != 0 {
        for wide in bit * factor..<(bit + 1) * factor { joined[wide >> 3] |= 1 << UInt8(wide & 7) }
      }
    }
    bits = ConstantBytes(joined)
  }

  /// The same, for a search of texts.
  var forScan: NameScan.Sieve { NameScan.Sieve(bits, shift: Int(shift)) }
}
