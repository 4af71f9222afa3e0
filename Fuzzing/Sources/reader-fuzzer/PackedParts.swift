/// Documents that are ZIP files, built around parts that the fuzzer makes up.
///
/// A change inside of compressed data only breaks the checksum, so that readers would never see it. So an input holds the
/// parts as they are, one behind the other with the byte 1E between them, and the packing is done here.
enum PackedParts {
  static let separator: UInt8 = 0x1E

  /// The parts of each kind of document, in the order in which an input holds them.
  static let names: [String: [String]] = [
    "docx": ["word/document.xml", "docProps/core.xml"],
    "odt": ["content.xml", "meta.xml"],
    "epub": ["META-INF/container.xml", "OEBPS/book.opf", "OEBPS/one .xhtml", "OEBPS/two.xhtml"],
    "xlsx": [
      "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",
      "xl/styles.xml",
    ],
  ]

  /// A ZIP file with the parts, stored without compression; nil where the kind is none of these.
  static func document(_ kind: String, _ bytes: [UInt8]) -> [UInt8]? {
    guard let names = names[kind] else { return nil }
    let parts = bytes.split(separator: separator, maxSplits: names.count - 1, omittingEmptySubsequences: false)
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, part) in zip(names, parts) {
      let common =
        littleEndian(20, 2) + littleEndian(0, 8) + littleEndian(Int(checksum(part)), 4) + littleEndian(part.count, 4)
        + littleEndian(part.count, 4) + littleEndian(name.utf8.count, 2) + littleEndian(0, 2)
      directory +=
        [0x50, 0x4B, 0x01, 0x02, 20, 0] + common + littleEndian(0, 10) + littleEndian(archive.count, 4)
      directory += Array(name.utf8)
      archive += [0x50, 0x4B, 0x03, 0x04] + common + Array(name.utf8) + part
    }
    let start = archive.count
    let count = littleEndian(parts.count, 2)
    return archive + directory + [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0] + count + count
      + littleEndian(directory.count, 4) + littleEndian(start, 4) + [0, 0]
  }

  private static func littleEndian(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
  }
}
