/// What a spreadsheet that opens a CSV takes for something else than text.
enum SpreadsheetGuess {
  private static let words: Set<[UInt8]> = Set(
    [
      "e", "am", "pm", "true", "false", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct",
      "nov",
      "dec", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
      "december", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday",
      "friday",
      "saturday", "sunday",
    ].map { Array($0.utf8) })
  /// Longer cells are never taken for a value.
  private static let longest = 40

  /// Whether the cell would become a number, a date, a time or a truth value: it is made of digits, signs and nothing
  /// but words of dates, `1e5`, `2017-01-24`, `3/4`, `May 2017`, `TRUE`.
  static func wouldConvert(_ cell: ArraySlice<UInt8>) -> Bool {
    guard !cell.isEmpty, cell.count <= longest else { return false }
    var hasDigit = false
    var word: [UInt8] = []
    var isWordKnown = true
    func isKnown(_ word: [UInt8]) -> Bool { word.isEmpty || words.contains(word) }
    var lastWord: [UInt8] = []
    for byte in cell {
      switch byte {
      case 0x30...0x39:
        hasDigit = true
        isWordKnown = isKnown(word)
        word = []
      case 0x41...0x5A, 0x61...0x7A:
        word.append(byte | 0x20)
        lastWord = word
        continue
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ","),
        UInt8(ascii: ":"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "("), UInt8(ascii: ")"):
        isWordKnown = isKnown(word)
        word = []
      default: return false
      }
      if !isWordKnown { return false }
    }
    guard isKnown(word) else { return false }
    return hasDigit || lastWord == Array("true".utf8) || lastWord == Array("false".utf8)
  }
}
