internal import CTextScan

/// Finds the words of a text from which names may begin, by the hashes of their letters: words that begin none are passed
/// over in one run.
@safe public final class NameScan: Sendable {
  /// The keys of one table of names, laid out as `text_scan_name_table` tells.
  public struct Keys: Sendable {
    let directory, keys, payloads: ConstantBytes
    /// By how much a key is shifted to the right to find it in the directory.
    let shift: Int

    public init(directory: ConstantBytes, keys: ConstantBytes, payloads: ConstantBytes, shift: Int) {
      precondition(shift > 0 && shift < 64 && directory.count >= 4 * (1 << (64 - shift) + 1))
      precondition(payloads.count / 4 >= keys.count / 8)
      self.directory = directory
      self.keys = keys
      self.payloads = payloads
      self.shift = shift
    }
  }

  /// Bits for the first eight letters of first words; as many bytes as a power of two.
  public struct Sieve: Sendable {
    let bits: ConstantBytes
    let shift: Int

    public init(_ bits: ConstantBytes, shift: Int) {
      precondition(shift > 0 && shift < 64 && bits.count * 8 >= 1 << (64 - shift))
      self.bits = bits
      self.shift = shift
    }
  }

  /// Where hashes begin.
  public struct Seeds: Sendable {
    let name, fold, mid, prefix: UInt64

    /// - Parameters:
    ///   - name: of whole names.
    ///   - fold: of places without doubled letters.
    ///   - mid: of places with letters merged.
    ///   - prefix: of beginnings of places with letters merged.
    public init(name: UInt64, fold: UInt64, mid: UInt64, prefix: UInt64) {
      self.name = name
      self.fold = fold
      self.mid = mid
      self.prefix = prefix
    }
  }

  /// What two letters become when spellings are brought together.
  public struct Merging: Sendable {
    let letters: [UInt8]
    let taken: Int

    /// - Parameters:
    ///   - letters: no more than two.
    ///   - taken: how many of the two letters they stand for: one or both.
    public init(_ letters: [UInt8], taken: Int) {
      precondition(letters.count <= 2 && (1...2).contains(taken))
      self.letters = letters
      self.taken = taken
    }
  }

  /// What stands where a search stopped.
  public enum Stop: Sendable {
    /// A word that may begin a place, and no other name.
    case place
    /// A word that may begin any name.
    case name
    /// A character outside ASCII.
    case other
    /// The same within a word.
    case otherWithin
  }

  /// Where a search stopped; `end` is behind the letters or digits of the word.
  public typealias Place = (start: Int, end: Int, stop: Stop)

  /// What `names` points into.
  private let parts: [ConstantBytes]
  /// A `text_scan_names`.
  private let names: ConstantBytes

  /// - Parameters:
  ///   - bits: of the keys of all tables.
  ///   - merging: what a letter and the one behind it become, each 1 to 26; 0 stands for none.
  ///   - forms: words in small letters that are spelled in ways of their own, of eight letters at most.
  public init(
    sieve: Sieve, lowerSieve: Sieve, bits: KeyBits, tables: [Keys], seeds: Seeds,
    merging: (_ letter: Int, _ next: Int) -> Merging, forms: [[UInt8]]
  ) {
    precondition(forms.allSatisfy { (1...8).contains($0.count) })
    var pairs = [UInt8](repeating: 0, count: 27 * 27 * 3)
    for letter in 1...26 {
      for next in 0...26 {
        let merged = merging(letter, next)
        let at = (27 * letter + next) * 3
        for (offset, byte) in merged.letters.enumerated() { pairs[at + offset] = byte }
        pairs[at + 2] = UInt8(next == 0 ? 1 : merged.taken)
      }
    }
    let mergings = ConstantBytes(pairs)
    let packed = unsafe ConstantBytes(count: forms.count * 8) { memory in
      for (number, form) in forms.enumerated() {
        unsafe memory.storeBytes(of: form.reduce(0) { $0 << 8 | UInt64($1) }, toByteOffset: number * 8, as: UInt64.self)
      }
    }
    let stride = unsafe MemoryLayout<text_scan_name_table>.stride
    let list = unsafe ConstantBytes(count: tables.count * stride) { memory in
      for (number, table) in tables.enumerated() {
        unsafe memory.storeBytes(
          of: text_scan_name_table(
            directory: table.directory.start, keys: table.keys.start, payloads: table.payloads.start,
            key_count: table.keys.count / 8, shift: UInt32(table.shift)),
          toByteOffset: number * stride, as: text_scan_name_table.self)
      }
    }
    names = unsafe ConstantBytes(count: MemoryLayout<text_scan_names>.size) { memory in
      unsafe memory.storeBytes(
        of: text_scan_names(
          any_sieve: sieve.bits.start, lower_sieve: lowerSieve.bits.start, any_shift: UInt32(sieve.shift),
          lower_shift: UInt32(lowerSieve.shift),
          key_bits: UnsafeRawPointer(bits.words.start).assumingMemoryBound(to: UInt64.self),
          key_shift: UInt32(bits.shift),
          tables: UnsafeRawPointer(list.start).assumingMemoryBound(to: text_scan_name_table.self),
          table_count: tables.count, name_seed: seeds.name, fold_seed: seeds.fold, mid_seed: seeds.mid,
          prefix_seed: seeds.prefix,
          merging: UnsafeRawPointer(mergings.start).assumingMemoryBound(to: text_scan_merging.self),
          forms: UnsafeRawPointer(packed.start).assumingMemoryBound(to: UInt64.self), form_count: forms.count,
          form_initials: forms.reduce(0) { $0 | 1 << UInt32($1[0] & 31) }),
        as: text_scan_names.self)
    }
    parts =
      [sieve.bits, lowerSieve.bits, bits.words, mergings, packed, list]
      + tables.flatMap { [$0.directory, $0.keys, $0.payloads] }
  }

  /// The next word of a text from which a name may begin, or the next character outside ASCII.
  /// - Returns: nil where neither is left in `range`.
  /// - Precondition: `range` lies within `bytes`.
  public func next(
    in bytes: [UInt8], _ range: Range<Int>, path: ScanPath = .best
  ) -> Place? {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    var end = 0
    var stop = TEXT_SCAN_NAME
    let start = unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let first = bytes.baseAddress else { return range.upperBound }
      return unsafe text_scan_find_name(
        UnsafeRawPointer(names.start).assumingMemoryBound(to: text_scan_names.self), first, range.lowerBound,
        range.upperBound, &end, &stop, path.code)
    }
    guard start < range.upperBound else { return nil }
    switch stop {
    case TEXT_SCAN_PLACE: return (start, end, .place)
    case TEXT_SCAN_OTHER: return (start, end, .other)
    case TEXT_SCAN_OTHER_WITHIN: return (start, end, .otherWithin)
    default: return (start, end, .name)
    }
  }
}
