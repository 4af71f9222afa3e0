internal import TextScan

/// One compiled gazetteer: bytes that are searched in place, and the few numbers that every search needs.
final class CompiledTables: Sendable {
  let bytes: ConstantBytes
  private let starts: [Int]
  private let lengths: [Int]
  /// Numbers of 32 bits.
  private let directory, payloads: ConstantBytes
  /// Numbers of 64 bits, in ascending order.
  let keys: ConstantBytes
  private let keyCount: Int
  private let directoryShift: UInt64
  /// Most lookups end with them, without touching the keys.
  let keyBits: KeyBits
  private let rowCounts: [Int]

  init(_ bytes: ConstantBytes) throws(CompiledFormError) {
    guard bytes.count >= ByteForm.headLength, bytes[0..<4].array == ByteForm.magic else { throw .notAGazetteer }
    guard bytes.uint32(at: 4) == ByteForm.version else { throw .otherVersion(bytes.uint32(at: 4)) }
    var starts: [Int] = []
    var lengths: [Int] = []
    for section in ByteForm.Section.allCases {
      let start = Int(bytes.uint32(at: 8 + section.rawValue * 8))
      let length = Int(bytes.uint32(at: 12 + section.rawValue * 8))
      guard start >= ByteForm.headLength, start + length <= bytes.count else { throw .damaged(section: "\(section)") }
      starts.append(start)
      lengths.append(length)
    }
    func part(_ section: ByteForm.Section) -> ConstantBytes {
      bytes[starts[section.rawValue]..<starts[section.rawValue] + lengths[section.rawValue]]
    }
    directory = part(.directory)
    payloads = part(.payloads)
    keys = part(.keys)
    keyCount = keys.count / 8
    guard keyCount == payloads.count / 4 else { throw .damaged(section: "keys") }
    let buckets = directory.count / 4 - 1
    guard buckets >= 1, buckets & (buckets - 1) == 0, directory.uint32(at: buckets * 4) == UInt32(keyCount) else {
      throw .damaged(section: "directory")
    }
    directoryShift = UInt64(64 - buckets.trailingZeroBitCount)
    for section in [ByteForm.Section.sieve, .lowerSieve] {
      let length = lengths[section.rawValue]
      guard length >= 8, length & (length - 1) == 0 else { throw .damaged(section: "\(section)") }
    }
    keyBits = KeyBits([keys])
    let rowCounts = Table.allCases.map { table in
      let section = ByteForm.Section.rows(of: table).rawValue
      return lengths[section] >= 8 ? Int(bytes.uint32(at: starts[section])) : -1
    }
    for table in Table.allCases {
      let section = ByteForm.Section.rows(of: table)
      let count = rowCounts[Int(table.rawValue)]
      guard count >= 0, 8 + count * 4 <= lengths[section.rawValue] else { throw .damaged(section: "\(section)") }
    }
    guard
      lengths[ByteForm.Section.placeNumbers.rawValue]
        == rowCounts[Int(Table.place.rawValue)] * ByteForm.placeNumberLength
    else { throw .damaged(section: "placeNumbers") }
    self.bytes = bytes
    self.starts = starts
    self.lengths = lengths
    self.rowCounts = rowCounts
  }

  /// The same tables as another object.
  init(sharing other: CompiledTables) {
    bytes = other.bytes
    starts = other.starts
    lengths = other.lengths
    directory = other.directory
    keys = other.keys
    keyCount = other.keyCount
    payloads = other.payloads
    directoryShift = other.directoryShift
    keyBits = other.keyBits
    rowCounts = other.rowCounts
  }

  func count(_ table: Table) -> Int { rowCounts[Int(table.rawValue)] }

  // MARK: Keys

  /// The payload of a key, or nil.
  func payload(_ key: UInt64) -> UInt32? {
    guard keyBits.mayHold(key) else { return nil }
    let bucket = Int(key >> directoryShift)
    // A damaged directory may point anywhere.
    let end = min(Int(directory.uint32(at: bucket * 4 + 4)), keyCount)
    var position = Int(directory.uint32(at: bucket * 4))
    while position < end {
      if keys.uint64(at: position * 8) == key { return payloads.uint32(at: position * 4) }
      position += 1
    }
    return nil
  }

  /// Adds the candidates of a payload to `list`.
  func candidates(_ payload: UInt32, into list: inout [StoredCandidate]) {
    let offset = Int(payload & 0x7FFF_FFFF)
    let section = ByteForm.Section.candidates.rawValue
    guard offset > 0, offset * 4 + 4 <= lengths[section] else { return }
    let start = starts[section] + offset * 4
    let count = Int(bytes.uint32(at: start))
    guard (offset + 1 + count * 2) * 4 <= lengths[section] else { return }
    for number in 0..<count {
      let at = start + 4 + number * 8
      if let candidate = StoredCandidate(bytes.uint32(at: at), bytes.uint32(at: at + 4)),
        candidate.index < rowCounts[Int(candidate.table.rawValue)]
      {
        list.append(candidate)
      }
    }
  }

  func candidates(key: UInt64) -> [StoredCandidate] {
    var list: [StoredCandidate] = []
    if let payload = payload(key) { candidates(payload, into: &list) }
    return list
  }

  /// Its keys, for a search of all layers.
  var keysForScan: NameScan.Keys {
    NameScan.Keys(directory: directory, keys: keys, payloads: payloads, shift: Int(directoryShift))
  }

  /// The bits by which first tokens are sifted.
  var sieve: ConstantBytes { section(.sieve) }
  var lowerSieve: ConstantBytes { section(.lowerSieve) }

  private func section(_ section: ByteForm.Section) -> ConstantBytes {
    let start = starts[section.rawValue]
    return bytes[start..<start + lengths[section.rawValue]]
  }

  // MARK: Rows

  func placeNumbers(_ index: Int) -> PlaceNumbers? {
    PlaceNumbers(
      bytes, at: starts[ByteForm.Section.placeNumbers.rawValue] + index * ByteForm.placeNumberLength)
  }

  func country(ofPlace index: Int) -> UInt16 {
    bytes.uint16(
      at: starts[ByteForm.Section.placeNumbers.rawValue] + index * ByteForm.placeNumberLength + 14)
  }

  func fields(_ table: Table, _ index: Int) -> [String] {
    fields(.rows(of: table), index, count: table.columns.count)
  }

  var englishWords: [String] { onlyRow(.englishWords) }
  var flightNames: [String] { onlyRow(.flightNames) }

  private func onlyRow(_ section: ByteForm.Section) -> [String] {
    guard lengths[section.rawValue] >= 8, bytes.uint32(at: starts[section.rawValue]) == 1 else { return [] }
    return fields(section, 0, count: nil)
  }

  /// Only the field `column` of a row.
  func field(_ table: Table, _ index: Int, _ column: Int) -> String {
    let range = row(.rows(of: table), index)
    var at = range.lowerBound + 2
    for _ in 0..<column where at + 2 <= range.upperBound { at += 2 + Int(bytes.uint16(at: at)) }
    return text(at, range.upperBound)
  }

  private func fields(_ section: ByteForm.Section, _ index: Int, count: Int?) -> [String] {
    let range = row(section, index)
    guard range.count >= 2 else { return [String](repeating: "", count: count ?? 0) }
    let stored = Int(bytes.uint16(at: range.lowerBound))
    var at = range.lowerBound + 2
    var fields: [String] = []
    fields.reserveCapacity(max(min(stored, range.count / 2), count ?? 0))
    for _ in 0..<stored {
      fields.append(text(at, range.upperBound))
      at += 2 + (at + 2 <= range.upperBound ? Int(bytes.uint16(at: at)) : 0)
    }
    if let count { while fields.count < count { fields.append("") } }
    return fields
  }

  /// A row's bytes; empty where a damaged offset leads outside.
  private func row(_ section: ByteForm.Section, _ index: Int) -> Range<Int> {
    let start = starts[section.rawValue]
    let at = start + 4 + index * 4
    let from = start + Int(bytes.uint32(at: at))
    let to = start + Int(bytes.uint32(at: at + 4))
    return from <= to && to <= start + lengths[section.rawValue] ? from..<to : start..<start
  }

  private func text(_ at: Int, _ limit: Int) -> String {
    guard at + 2 <= limit else { return "" }
    let length = Int(bytes.uint16(at: at))
    guard at + 2 + length <= limit else { return "" }
    return bytes.text(at + 2..<at + 2 + length)
  }
}
