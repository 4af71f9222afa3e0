/// Which of the words that patterns need a text holds, by which patterns are passed over; `LiteralGates` reads it.
///
/// A text may seem to hold a word that it lacks, never the other way round.
public struct HeldWords: Sendable {
  /// Where the last word of each list of words begins in the text; -1 where it holds none.
  var last: [Int32] = []
  /// Nothing can be ruled out.
  public internal(set) var isOpen = false
  /// The text has letters outside ASCII that match ASCII letters where case is not minded.
  public internal(set) var hasFoldedLetters = false

  public init() {}

  /// From here on nothing can be ruled out: a word began where the text that was read had none.
  public mutating func open() { isOpen = true }

  /// Whether letters outside ASCII stand in a range that match ASCII letters where case is not minded: U+017F, a long s,
  /// and U+212A, the sign for Kelvin.
  public static func hasFoldedLetters(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    for position in range.dropFirst() where text[position] >= 0xAA {
      if text[position] == 0xBF, text[position - 1] == 0xC5 { return true }
      if text[position] == 0xAA, text[position - 1] == 0x84, position > range.lowerBound + 1,
        text[position - 2] == 0xE2
      {
        return true
      }
    }
    return false
  }
}
