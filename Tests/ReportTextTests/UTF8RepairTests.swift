import Testing

@testable import ReportText

@Suite struct UTF8RepairTests {
  @Test(
    "Each byte that is no UTF-8 becomes one question mark",
    arguments: [
      ([0x61, 0xFF, 0x62], "a?b", 1),
      ([0xC3, 0xA9], "é", 0),
      ([0xC3], "?", 1),  // cut at the end
      ([0xE2, 0x82, 0x61], "??a", 2),  // cut before a letter
      ([0xC0, 0xAF], "??", 2),  // longer than it need be
      ([0xE0, 0x80, 0x80], "???", 3),
      ([0xED, 0xA0, 0x80], "???", 3),  // half of a UTF-16 pair
      ([0xF4, 0x90, 0x80, 0x80], "????", 4),  // beyond Unicode
      ([0xF0, 0x9F, 0x98, 0x80, 0x80], "😀?", 1),
      ([], "", 0),
    ] as [([UInt8], String, Int)])
  func eachByte(_ bytes: [UInt8], _ repaired: String, _ count: Int) {
    let text = ReportText(bytes, rules: .none)
    #expect(String(decoding: text.bytes, as: UTF8.self) == repaired)
    #expect(text.valid.replacedByteCount == count)
  }

  @Test("Offsets stay, and what is left is UTF-8", arguments: 0..<300)
  func offsetsStay(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let bytes = RandomText.bytes(&random)
    var repaired = bytes
    let count = UTF8Repair.repair(&repaired)
    #expect(repaired.count == bytes.count)
    #expect(String(validating: repaired, as: UTF8.self) != nil)
    #expect((count == 0) == (String(validating: bytes, as: UTF8.self) != nil))
    let changed = zip(bytes, repaired).filter { $0 != $1 }
    #expect(changed.count == count && changed.allSatisfy { $0.0 >= 0x80 && $0.1 == UInt8(ascii: "?") })
    // As many bytes were kept as Swift's own reading keeps.
    let kept = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { $0 != "\u{FFFD}" }
    #expect(kept.reduce(0) { $0 + UTF8.width($1) } == bytes.count - count)
  }
}
