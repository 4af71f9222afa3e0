/// Numbers that stand in bytes, the lowest byte first.
public enum LittleEndian {
  /// The numbers of 32 bits in `range`; bytes left over at its end are passed over.
  /// - Precondition: `range` lies within `bytes`.
  public static func uint32s(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt32] {
    copied(bytes, range, as: UInt32.self).map { UInt32(littleEndian: $0) }
  }

  /// The numbers of 64 bits in `range`; bytes left over at its end are passed over.
  /// - Precondition: `range` lies within `bytes`.
  public static func uint64s(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt64] {
    copied(bytes, range, as: UInt64.self).map { UInt64(littleEndian: $0) }
  }

  private static func copied<Number: FixedWidthInteger>(
    _ bytes: [UInt8], _ range: Range<Int>, as type: Number.Type
  ) -> [Number] {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    let size = MemoryLayout<Number>.size
    return unsafe [Number](unsafeUninitializedCapacity: range.count / size) { numbers, count in
      count = range.count / size
      unsafe bytes.withUnsafeBytes { source in
        unsafe UnsafeMutableRawBufferPointer(numbers).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[range.lowerBound..<range.lowerBound + count * size]))
      }
    }
  }
}
