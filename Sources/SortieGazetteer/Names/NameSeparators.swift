import ReportText

/// What stands between two tokens of one name.
enum NameSeparator {
  /// Nothing: `Su24`.
  case none
  case hyphen, slash, dot, space

  /// The separator after a token and where the next token begins; nil when the name cannot go on there.
  static func read(
    _ text: [UInt8], after token: NameToken, end limit: Int
  ) -> (separator: NameSeparator, next: Int)? {
    var index = token.end
    if !token.isWordEnd { return (.none, index) }
    guard index < limit else { return nil }
    // Most words stand behind one blank, or none goes on behind a mark.
    switch text[index] {
    case 0x20 where index + 1 < limit && (text[index + 1] | 0x20) &- 0x61 < 26: return (.space, index + 1)
    case 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x22, 0x28, 0x29: return nil
    default: break
    }
    let (value, length) = UTF8Reading.scalar(in: text, at: index, end: limit)
    var separator: NameSeparator
    switch ScalarFolding.fold(value).kind {
    case .hyphen:
      separator = .hyphen
      index += length
      // "Su- 24" of a broken line
      if index + 1 < limit, text[index] == 0x20 || text[index] == 0x0A, NameTokens.isDigit(text[index + 1]) {
        index += 1
      }
    case .space:
      separator = .space
      guard let next = skipSpace(text, index, limit) else { return nil }
      index = next
      if index + 1 < limit, text[index] == 0x2D, NameTokens.isDigit(text[index + 1]) {
        separator = .hyphen
        index += 1
      }
    case .other where value == 0x2F:
      separator = .slash
      index += 1
    case .other where value == 0x2E && token.end - token.start <= 4:
      separator = .dot
      index += 1
      if index < limit, text[index] == 0x20 { index += 1 }
      if index < limit, text[index] == 0x2D { index += 1 }
    default: return nil
    }
    // The ʿayn of "Ayn ʿIsa"
    while index < limit {
      let (value, length) = UTF8Reading.scalar(in: text, at: index, end: limit)
      let kind = ScalarFolding.fold(value).kind
      guard kind == .apostrophe || kind == .mark else { break }
      index += length
    }
    return NameTokens.startsWord(text, index, limit) ? (separator, index) : nil
  }

  /// Past at most three spaces and one line break.
  private static func skipSpace(_ text: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    var index = start
    var breaks = 0
    var count = 0
    while index < limit {
      let (value, length) = UTF8Reading.scalar(in: text, at: index, end: limit)
      guard ScalarFolding.fold(value).kind == .space else { break }
      if value == 0x0A { breaks += 1 }
      count += 1
      index += length
      if breaks > 1 || count > 4 { return nil }
    }
    return index
  }
}
