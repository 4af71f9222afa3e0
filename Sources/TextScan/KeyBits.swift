internal import CTextScan

/// A bit for the leading bits of each of many keys: most keys that are none of them are told so at one look.
public struct KeyBits: Sendable {
  private let shift: UInt64
  private let words: [UInt64]

  /// - Parameter keys: numbers of 64 bits, evenly spread; bytes left over at the end are passed over.
  public init(_ keys: ConstantBytes) {
    let count = keys.count / 8
    // At least eight bits a key.
    let width = max(10, Int.bitWidth - max(count * 8, 1).leadingZeroBitCount)
    let shift = 64 - width
    self.shift = UInt64(shift)
    words = unsafe [UInt64](unsafeUninitializedCapacity: 1 << (width - 6)) { words, size in
      size = 1 << (width - 6)
      unsafe words.initialize(repeating: 0)
      unsafe keys.withBytes(0..<count * 8) { keys in
        guard let start = unsafe keys.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
        unsafe text_scan_set_bits(start, count, UInt32(shift), words.baseAddress)
      }
    }
  }

  /// Whether the key may be one of them.
  public func mayHold(_ key: UInt64) -> Bool {
    let bit = Int(truncatingIfNeeded: key >> shift)
    return words[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }
}
