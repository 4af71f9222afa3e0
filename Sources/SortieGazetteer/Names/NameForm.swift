/// How a name of a table must stand in a text to be taken for it.
struct NameForm: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  /// The first significant letter must be a capital.
  static let needsCapital = NameForm(rawValue: 1 << 0)
  /// Every letter must be a capital: `US`, `HARM`.
  static let needsAllCapitals = NameForm(rawValue: 1 << 1)
  /// Letters and a number, as in `Su-24`: lower case will do when no space stands between them.
  static let designator = NameForm(rawValue: 1 << 2)
  /// A designator whose letters are an English word: `A 10` and `An 26` are none.
  static let refusesSpace = NameForm(rawValue: 1 << 3)
  /// A plural that the table does not list.
  static let plural = NameForm(rawValue: 1 << 4)
  /// The entry's own name, not one of its others.
  static let mainName = NameForm(rawValue: 1 << 5)

  /// Words that stand before numbers in plain English.
  private static let wordsBeforeNumbers: Set<[UInt8]> = Set(
    ["a", "an", "i", "be", "he", "in", "at", "by", "to", "no", "on", "or", "is", "as", "of"].map { Array($0.utf8) })

  /// The form of a name as a table writes it.
  init(name: [UInt8], table: Table, aspect: Aspect, letters: NameLetters) {
    var form: NameForm = []
    if letters.tokens.count >= 2, !letters.tokens[0].isDigits, letters.tokens[1].isDigits,
      letters.folded[0].count <= 5
    {
      form.insert(.designator)
      if Self.wordsBeforeNumbers.contains(letters.folded[0]) { form.insert(.refusesSpace) }
    }
    let isNamed = table == .place || aspect == .nickname
    if letters.significantStartsUpper || isNamed && letters.startsWithLetter { form.insert(.needsCapital) }
    if letters.tokens.count == 1, letters.tokens[0].isAllUpper, !letters.tokens[0].isDigits {
      let limit = [.munition, .aircraft, .targetType].contains(table) ? 6 : 3
      if letters.folded[0].count <= limit { form.insert(.needsAllCapitals) }
    } else if letters.tokens.count > 1, letters.tokens.count <= 4, letters.folded.allSatisfy({ $0.count == 1 }),
      letters.tokens.allSatisfy({ $0.isAllUpper && !$0.isDigits })
    {
      form.insert(.needsAllCapitals)  // "U.S."
    }
    self = form
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// The tokens of a name of a table.
struct NameLetters {
  var tokens: [NameToken] = []
  var folded: [[UInt8]] = []

  init(_ name: [UInt8]) {
    var buffer: [UInt8] = []
    var index = 0
    while index < name.count {
      guard NameTokens.startsWord(name, index, name.count),
        let token = NameTokens.read(name, at: index, end: name.count, folded: &buffer)
      else {
        index += 1
        continue
      }
      tokens.append(token)
      folded.append(buffer)
      index = token.end
    }
  }

  /// The first word that is no article; the whole name's first word where all are.
  private var significant: Int {
    folded.firstIndex { !TransliterationKey.isArticle($0) && $0 != Array("the".utf8) } ?? 0
  }

  var significantStartsUpper: Bool { !tokens.isEmpty && tokens[significant].startsUpper }

  /// Arabic and other scripts without capitals start with no such letter.
  var startsWithLetter: Bool {
    guard !tokens.isEmpty, !tokens[significant].isDigits else { return false }
    return folded[significant].allSatisfy { $0 < 0x80 } && !hasUpper
      || tokens[significant].startsUpper
  }

  /// A capital further on, as in "eastern Syria", asks for none at the front.
  private var hasUpper: Bool { tokens.contains { $0.startsUpper } }
}
