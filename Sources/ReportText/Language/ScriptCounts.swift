/// How many letters of each script a text has.
struct ScriptCounts {
  private enum Script: Int, CaseIterable { case latin, greek, cyrillic, hebrew, arabic, kana, han, hangul, other }

  private var counts = [Int](repeating: 0, count: Script.allCases.count)
  /// Letters that tell languages of one script from each other.
  private var letters: [UInt32: Int] = [:]

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte < 0x80 {
        if (0x61...0x7A).contains(byte | 0x20) { counts[Script.latin.rawValue] += 1 }
        index += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
      guard length > 1, index + length <= bytes.endIndex else {
        index += 1
        continue
      }
      var scalar = UInt32(byte) & (0xFF >> UInt32(length + 1))
      for next in bytes[index + 1..<index + length] { scalar = scalar << 6 | UInt32(next & 0x3F) }
      if let script = Self.script(of: scalar) {
        counts[script.rawValue] += 1
        if script == .cyrillic || script == .arabic { letters[scalar, default: 0] += 1 }
      }
      index += length
    }
  }

  private static func script(of scalar: UInt32) -> Script? {
    switch scalar {
    case 0xC0...0x24F, 0x1E00...0x1EFF: .latin
    case 0x370...0x3FF: .greek
    case 0x400...0x52F: .cyrillic
    case 0x5D0...0x5F4: .hebrew
    case 0x620...0x64A, 0x66E...0x6D3, 0x750...0x77F: .arabic
    case 0x3041...0x30FF: .kana
    case 0x3400...0x9FFF: .han
    case 0xAC00...0xD7A3, 0x1100...0x11FF: .hangul
    case 0x530...0x58F, 0x900...0xDFF, 0xE00...0xEFF, 0x10A0...0x10FF: .other
    default: nil
    }
  }

  private subscript(script: Script) -> Int { counts[script.rawValue] }

  private var total: Int { counts.reduce(0, +) }

  /// Whether nearly all letters are Latin ones.
  var isLatin: Bool { self[.latin] * 10 >= total * 8 }

  /// The language that a script other than Latin tells, where two thirds of the letters are of it.
  func language(in text: [UInt8]) -> String? {
    guard total >= 40, self[.latin] * 3 < total else { return nil }
    let best = Script.allCases.max { self[$0] < self[$1] }
    switch best {
    case .greek: return "el"
    case .hebrew: return "he"
    case .kana, .han: return self[.kana] * 20 > total ? "ja" : "zh"
    case .hangul: return "ko"
    case .cyrillic: return cyrillic
    case .arabic: return arabic
    // The tag for what has no other.
    case .other: return "und"
    case .latin, nil: return nil
    }
  }

  private func has(_ characters: String) -> Int {
    characters.unicodeScalars.reduce(0) { $0 + letters[$1.value, default: 0] }
  }

  private var cyrillic: String {
    if has("ђћјљњџ") * 50 > self[.cyrillic] { return "sr" }
    if has("ўЎ") > 0 { return "be" }
    if has("іїєґІЇЄҐ") * 50 > self[.cyrillic] { return "uk" }
    if has("ыэЫЭ") == 0, has("ъЪ") * 100 > self[.cyrillic] { return "bg" }
    return "ru"
  }

  private var arabic: String {
    if has("ٹڈڑںے") * 100 > self[.arabic] { return "ur" }
    if has("ڕڵۆێە") * 50 > self[.arabic] { return "ckb" }
    return has("پچژگیک") * 25 > self[.arabic] ? "fa" : "ar"
  }
}
