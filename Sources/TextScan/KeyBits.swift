internal import CTextScan

/// A bit for the leading bits of each of many keys: most keys that are none of them are told so at one look.
public struct KeyBits: Sendable {
  @usableFromInline let shift: Int
  /// Words of 64 bits, in the order of this processor.
  @usableFromInline let words: ConstantBytes

  /// - Parameter keys: lists of numbers of 64 bits, evenly spread; bytes left over at their ends are passed over.
  public init(_ keys: [ConstantBytes]) {
    let count = keys.reduce(0) { $0 + $1.count / 8 }
    // At least eight bits a key.
    let width = max(10, Int.bitWidth - max(count * 8, 1).leadingZeroBitCount)
    let shift = 64 - width
    self.shift = shift
    words = unsafe ConstantBytes(count: 1 << (width - 3)) { words in
      unsafe words.initializeMemory(as: UInt8.self, repeating: 0)
      let words = unsafe words.baseAddress?.assumingMemoryBound(to: UInt64.self)
      for keys in keys {
        unsafe text_scan_set_bits(keys.start, keys.count / 8, UInt32(shift), words)
      }
    }
  }

  /// Whether the key may be one of them.
  @inlinable @inline(__always)
  public func mayHold(_ key: UInt64) -> Bool {
    let bit = Int(truncatingIfNeeded: key >> UInt64(shift))
    let word: UInt64 = words.number(at: (bit >> 6) * 8)
    return word >> UInt64(bit & 63) & 1 != 0
  }
}
