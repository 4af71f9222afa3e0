internal import CTextScan

/// Stems laid out so that a text is searched for all of them in one pass.
public struct TriggerTable: Sendable {
  private let table: [UInt32]

  /// Shorter stems would let every text through, and are left out.
  public static let shortest = 3
  /// Of longer stems only so many bytes are compared.
  private static let longest = 255

  /// - Parameter stems: beginnings of words. ASCII case is not minded, nor whether blanks or hyphens join their words;
  ///   those whose first three bytes are not ASCII are left out.
  public init(_ stems: [String]) {
    var letters: [UInt8] = []
    var lengths: [UInt8] = []
    for stem in stems {
      let start = letters.count
      var stem = stem
      stem.withUTF8 { unsafe letters.append(contentsOf: UnsafeBufferPointer(rebasing: $0.prefix(Self.longest))) }
      guard letters.count - start >= Self.shortest, letters[start..<start + 3].allSatisfy({ $0 < 0x80 }) else {
        letters.removeSubrange(start...)
        continue
      }
      for index in start..<letters.count where letters[index] &- 0x41 < 26 { letters[index] |= 0x20 }
      lengths.append(UInt8(letters.count - start))
    }
    let size = unsafe lengths.withUnsafeBufferPointer { unsafe text_scan_table_size($0.baseAddress, $0.count) }
    table = unsafe [UInt32](unsafeUninitializedCapacity: size) { table, count in
      unsafe letters.withUnsafeBufferPointer { letters in
        unsafe lengths.withUnsafeBufferPointer { lengths in
          unsafe text_scan_compile_stems(letters.baseAddress, lengths.baseAddress, lengths.count, table.baseAddress)
        }
      }
      count = size
    }
  }

  /// Where in `range` the first trigger begins: a word that begins with a stem, a designation (one to four letters with
  /// a digit behind them, a hyphen between or none), or a Cyrillic letter. Nil where there is none.
  /// - Precondition: `range` lies within `bytes`.
  public func firstTrigger(in bytes: [UInt8], _ range: Range<Int>, path: ScanPath = .best) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    let found = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe table.withUnsafeBufferPointer { table in
        guard let start = bytes.baseAddress, let first = table.baseAddress else { return range.upperBound }
        return unsafe text_scan_find_trigger(start, range.lowerBound, range.upperBound, first, path.code)
      }
    }
    return found < range.upperBound ? found : nil
  }
}
