/// Keys under which the many Latin spellings of an Arabic name meet.
///
/// *fold* leaves off articles, doubled letters, accents, hyphens and apostrophes; *mid* also merges the letters that
/// systems of transliteration write differently (`Khan Shaykhun`, `Khan Sheikhoun`).
enum TransliterationKey {
  /// A word that is an article, in any of its assimilated forms: `al`, `el`, `ar`, `ez`, `ash` …
  static func isArticle(_ word: [UInt8]) -> Bool {
    switch word.count {
    case 2: isArticle(word[0], word[1])
    case 3: isArticle(word[0], word[1], word[2])
    default: false
    }
  }

  static func isArticle(_ first: UInt8, _ second: UInt8) -> Bool {
    guard first == a || first == e || first == u || first == i else { return false }
    switch second {
    case UInt8(ascii: "l"): return true
    case UInt8(ascii: "r"), UInt8(ascii: "s"), UInt8(ascii: "d"), UInt8(ascii: "t"), UInt8(ascii: "n"),
      UInt8(ascii: "z"):
      return first != i
    default: return false
    }
  }

  static func isArticle(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    guard first == a || first == e, third == h else { return false }
    return [UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "d"), UInt8(ascii: "c")].contains(second)
  }

  /// The letters of an article that is written together with its word (`Maaret Alnouman`): 2, or 0 where there is none.
  /// Only before a consonant and a rest of four letters or more, since other words begin with `al` by nature.
  static func joinedArticle(of word: [UInt8]) -> Int {
    guard word.count >= 6, word[0] == a, word[1] == UInt8(ascii: "l") else { return 0 }
    return [a, e, i, o, u].contains(word[2]) ? 0 : 2
  }

  /// `word` without doubled letters.
  static func fold(_ word: [UInt8], into folded: inout [UInt8]) {
    for byte in word where folded.last != byte { folded.append(byte) }
  }

  /// Words that begin many names, in spellings that the rules for letters do not bring together.
  private static let wordForms: [[UInt8]: [UInt8]] = Dictionary(
    uniqueKeysWithValues: [
      ("til", "tal"), ("der", "dayr"), ("dier", "dayr"), ("kfar", "kafr"), ("kafar", "kafr"), ("kafer", "kafr"),
      ("kefer", "kafr"), ("kfr", "kafr"), ("kufr", "kafr"), ("sheik", "shayh"), ("cheikh", "shayh"),
      ("shekh", "shayh"), ("jisir", "jisr"), ("gisr", "jisr"), ("jesr", "jisr"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) })

  /// By the first letters, so that most words are not looked up.
  private static func mayHaveForm(_ word: [UInt8]) -> Bool {
    guard (3...6).contains(word.count) else { return false }
    switch (word[0], word[1]) {
    case (k, UInt8(ascii: "f")), (k, a), (k, e), (k, u), (UInt8(ascii: "s"), h), (UInt8(ascii: "c"), h),
      (UInt8(ascii: "d"), _), (UInt8(ascii: "t"), i), (UInt8(ascii: "j"), _), (g, i):
      return true
    default: return false
    }
  }

  /// The mid form of one word.
  static func mid(_ word: [UInt8], into result: inout [UInt8]) {
    if mayHaveForm(word), let form = wordForms[word] {
      result += form
      return
    }
    let begin = result.count
    var index = 0
    while index < word.count {
      let byte = word[index]
      let next = index + 1 < word.count ? word[index + 1] : 0
      index += 1
      let merged = merged(byte, next)
      append(merged.first, &result, begin)
      if merged.second != 0 { append(merged.second, &result, begin) }
      index += merged.taken - 1
    }
    // The feminine ending is written -ah, -a or -h, or not at all.
    if result.count - begin > 2, result[result.count - 1] == h { result.removeLast() }
    if result.count - begin > 2, result[result.count - 1] == a { result.removeLast() }
  }

  /// What a letter becomes before another one (0 for none): one letter or two, and whether they stand for both.
  @inline(__always)
  static func merged(_ byte: UInt8, _ next: UInt8) -> (first: UInt8, second: UInt8, taken: Int) {
    switch (byte, next) {
    case (k, h): (h, 0, 2)
    case (g, h): (g, 0, 2)
    case (q, _): (k, 0, 1)
    case (e, i), (e, y), (a, i), (a, y): (a, y, 2)
    case (e, e): (i, 0, 2)
    case (o, u), (o, o): (u, 0, 2)
    case (a, w), (a, u): (u, 0, 2)
    case (y, i): (y, 0, 2)
    case (e, _): (a, 0, 1)
    case (o, _): (u, 0, 1)
    default: (byte, 0, 1)
    }
  }

  /// Words that have forms of their own.
  static var ownForms: [[UInt8]] { Array(wordForms.keys) }

  /// The letters of a mid form that no writer leaves out.
  static func consonants(_ mid: [UInt8]) -> [UInt8] {
    var consonants: [UInt8] = []
    for byte in mid where ![a, i, u, y, w].contains(byte) && consonants.last != byte { consonants.append(byte) }
    return consonants
  }

  /// How alike two mid forms are: 1 for the same letters, 0 for none in common (Levenshtein over the longer length).
  static func likeness(_ left: [UInt8], _ right: [UInt8]) -> Double {
    if left.isEmpty || right.isEmpty { return 0 }
    var row = Array(0...right.count)
    for (number, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = number + 1
      for column in right.indices {
        let above = row[column + 1]
        row[column + 1] = min(above + 1, row[column] + 1, diagonal + (byte == right[column] ? 0 : 1))
        diagonal = above
      }
    }
    return 1 - Double(row[right.count]) / Double(max(left.count, right.count))
  }

  private static func append(_ byte: UInt8, _ result: inout [UInt8], _ begin: Int) {
    if result.count == begin || result[result.count - 1] != byte { result.append(byte) }
  }

  // Computed, since stored globals are initialized behind a lock at each use.
  private static var a: UInt8 { UInt8(ascii: "a") }
  private static var e: UInt8 { UInt8(ascii: "e") }
  private static var g: UInt8 { UInt8(ascii: "g") }
  private static var h: UInt8 { UInt8(ascii: "h") }
  private static var i: UInt8 { UInt8(ascii: "i") }
  private static var k: UInt8 { UInt8(ascii: "k") }
  private static var o: UInt8 { UInt8(ascii: "o") }
  private static var q: UInt8 { UInt8(ascii: "q") }
  private static var u: UInt8 { UInt8(ascii: "u") }
  private static var w: UInt8 { UInt8(ascii: "w") }
  private static var y: UInt8 { UInt8(ascii: "y") }
}
