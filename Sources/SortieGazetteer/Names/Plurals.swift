/// English plurals that are more than an `s` at the end (those are found without being listed).
enum Plurals {
  /// The plural forms of a folded last word.
  static func irregular(_ word: [UInt8]) -> [[UInt8]] {
    guard word.count > 2, let last = word.last else { return [] }
    let before = word[word.count - 2]
    switch last {
    case UInt8(ascii: "y") where !vowels.contains(before): return [word.dropLast() + Array("ies".utf8)]
    case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"): return [word + Array("es".utf8)]
    case UInt8(ascii: "h") where before == UInt8(ascii: "c") || before == UInt8(ascii: "s"):
      return [word + Array("es".utf8)]
    case UInt8(ascii: "n") where word.suffix(3) == Array("man".utf8): return [word.dropLast(2) + Array("en".utf8)]
    default: return []
    }
  }

  /// The plural of a short word that is a name by itself: in a text its `s` is not taken off, since in most short words
  /// that end in one it belongs to the word.
  static func ofShort(_ word: [UInt8]) -> [[UInt8]] {
    word.count < shortestWithEnding && irregular(word).isEmpty ? [word + Array("s".utf8)] : []
  }

  /// Letters of the shortest word whose plural needs not be listed.
  static let shortestWithEnding = 4

  private static let vowels: Set<UInt8> = Set("aeiou".utf8)
}
