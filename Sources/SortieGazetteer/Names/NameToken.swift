import ReportText
import TextScan

/// A run of letters or a run of digits: `Su-24M` is three of them, and so are `Su24M` and `Su 24M`.
struct NameToken {
  var start = 0
  var end = 0
  /// Where the name ends when a plural or possessive `s` is left off; nil when the token ends in none.
  var strippedEnd: Int?
  /// Folded bytes that remain without the `s`.
  var strippedCount = 0
  /// The `s` is one that spelling shows to be no part of the name: after an apostrophe, a capital or a digit.
  var endingIsOutside = false
  var isPossessive = false
  var isDigits = false
  var startsUpper = false
  /// Every letter is a capital, an ending `s` aside.
  var isAllUpper = true
  /// No letter or digit follows directly.
  var isWordEnd = true
}

/// Reads tokens of names and what stands between them, the same way in tables and in texts.
enum NameTokens {
  /// The token at `start`, its folded bytes in `folded`; nil when no letter or digit stands there.
  static func read(_ text: [UInt8], at start: Int, end limit: Int, folded: inout [UInt8]) -> NameToken? {
    folded.removeAll(keepingCapacity: true)
    var token = NameToken(start: start, end: start)
    guard start < limit else { return nil }
    if isDigit(text[start]) {
      readDigits(text, limit, &token, &folded)
    } else {
      readLetters(text, limit, &token, &folded)
    }
    return token.end > start && !folded.isEmpty ? token : nil
  }

  private static func readDigits(_ text: [UInt8], _ limit: Int, _ token: inout NameToken, _ folded: inout [UInt8]) {
    var index = token.start
    token.isDigits = true
    while index < limit {
      if isDigit(text[index]) {
        folded.append(text[index])
      } else if !(text[index] == 0x2C && isThousand(text, index + 1, limit)) {
        break
      }
      index += 1
    }
    // "F-16s": the ending belongs to the token, or the name would end inside a word.
    if index < limit, text[index] | 0x20 == 0x73, !startsWord(text, index + 1, limit) {
      token.strippedCount = folded.count
      token.endingIsOutside = text[index] == 0x73
      folded.append(0x73)
      index += 1
      token.strippedEnd = index
    }
    token.end = index
    token.isWordEnd = !startsWord(text, index, limit)
  }

  private static func readLetters(_ text: [UInt8], _ limit: Int, _ token: inout NameToken, _ folded: inout [UInt8]) {
    var index = token.start
    var lastUpper = false
    var lastByte: UInt8 = 0
    var beforeLastUpper = false
    var allUpperButLast = true
    var letters = 0
    // Letters of ASCII first, which are most often all.
    while index < limit, (text[index] | 0x20) &- 0x61 < 26 {
      lastByte = text[index]
      let upper = lastByte < 0x60
      if letters == 0 { token.startsUpper = upper } else { allUpperButLast = allUpperButLast && lastUpper }
      beforeLastUpper = lastUpper
      lastUpper = upper
      letters += 1
      index += 1
    }
    ByteSearch.appendLower(text, token.start..<index, to: &folded)
    while index < limit {
      let byte = text[index]
      var upper = false
      if byte &- 0x61 < 26 {
        folded.append(byte)
        lastByte = byte
        index += 1
      } else if byte &- 0x41 < 26 {
        folded.append(byte | 0x20)
        lastByte = byte
        upper = true
        index += 1
      } else if byte < 0x80 && byte != 0x27 && byte != 0x60 {
        break
      } else {
        let (value, length) = UTF8Reading.scalar(in: text, at: index, end: limit)
        let scalar = ScalarFolding.fold(value)
        if scalar.kind == .mark {
          if letters == 0 { break }
          index += length
          continue
        }
        if scalar.kind == .apostrophe {
          if letters == 0 { break }
          let next = index + length
          guard startsLetter(text, next, limit) else { break }
          if text[next] | 0x20 == 0x73, !startsWord(text, next + 1, limit) {
            token.strippedEnd = index
            token.strippedCount = folded.count
            token.endingIsOutside = true
            token.isPossessive = true
            folded.append(0x73)
            index = next + 1
            break
          }
          index = next
          continue
        }
        guard scalar.kind == .letter else { break }
        upper = scalar.isUpper
        lastByte = 0
        if scalar.first != 0 {
          folded.append(scalar.first)
          if scalar.second != 0 { folded.append(scalar.second) }
        } else if !CyrillicDesignators.append(value, to: &folded), let value = Unicode.Scalar(value) {
          folded.append(contentsOf: value.properties.lowercaseMapping.utf8)
        }
        index += length
      }
      if letters == 0 { token.startsUpper = upper }
      if letters > 0 { allUpperButLast = allUpperButLast && lastUpper }
      beforeLastUpper = lastUpper
      lastUpper = upper
      letters += 1
    }
    token.end = index
    token.isWordEnd = !startsWord(text, index, limit)
    token.isAllUpper = letters > 0 && allUpperButLast && lastUpper
    if token.strippedEnd == nil, letters > 1, lastByte | 0x20 == 0x73 {
      token.strippedEnd = index
      token.strippedCount = folded.count - 1
      if lastByte == 0x73 {
        token.endingIsOutside = beforeLastUpper
        token.isAllUpper = allUpperButLast
      }
    }
    if letters == 1, CyrillicDesignators.isLoneVe(text, token) { folded[0] = 0x62 }
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func isThousand(_ text: [UInt8], _ index: Int, _ limit: Int) -> Bool {
    guard index + 3 <= limit else { return false }
    for offset in 0..<3 where !isDigit(text[index + offset]) { return false }
    return index + 3 == limit || !isDigit(text[index + 3])
  }

  static func startsLetter(_ text: [UInt8], _ index: Int, _ limit: Int) -> Bool {
    guard index < limit else { return false }
    let byte = text[index]
    if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 }
    return ScalarFolding.fold(UTF8Reading.scalar(in: text, at: index, end: limit).value).kind == .letter
  }

  static func startsWord(_ text: [UInt8], _ index: Int, _ limit: Int) -> Bool {
    guard index < limit else { return false }
    return isDigit(text[index]) || startsLetter(text, index, limit)
  }
}

/// Russian designators: `Су-24М` and the half-Cyrillic `Сu-24М` read as `su24m`.
enum CyrillicDesignators {
  private static let latin: [String] = [
    "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh",
    "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
  ]

  /// Appends the Latin reading of a Cyrillic letter; false when it is none.
  static func append(_ scalar: UInt32, to folded: inout [UInt8]) -> Bool {
    switch scalar {
    case 0x410...0x44F: folded.append(contentsOf: latin[Int((scalar - 0x410) % 32)].utf8)
    case 0x401, 0x451, 0x404, 0x454: folded.append(0x65)
    case 0x406, 0x407, 0x456, 0x457: folded.append(0x69)
    case 0x405, 0x455: folded.append(0x73)
    case 0x408, 0x458: folded.append(0x6A)
    default: return false
    }
    return true
  }

  /// A single `В` before a number is a typed-over Latin B (`В-52`).
  static func isLoneVe(_ text: [UInt8], _ token: NameToken) -> Bool {
    token.end - token.start == 2 && text[token.start] == 0xD0 && text[token.start + 1] == 0x92
  }
}
