internal import SortieSchema

/// Reads days as tables, mails, feeds and documents write them. Guesses nothing: a day that could be two days is none.
struct DayReader {
  /// Which number stands first in 03/04/2017; nil where nobody knows.
  let order: DayOrder?

  /// By days of which one number is too great for a month; nil where there is none, or some of either kind.
  static func order(of days: [String]) -> DayOrder? {
    var orders: Set<DayOrder> = []
    for day in days {
      let words = words(of: day)
      guard words.count >= 3, let a = words[0].number, let b = words[1].number, words[2].count == 4 else { continue }
      if a > 12, a <= 31, b <= 12 { orders.insert(.dayMonthYear) }
      if b > 12, b <= 31, a <= 12 { orders.insert(.monthDayYear) }
    }
    return orders.count == 1 ? orders.first : nil
  }

  /// The day as `YYYY-MM-DD`, with what follows it where that was a time; nil where the text is no day.
  func day(in text: String) -> String? {
    let words = Self.words(of: text)
    guard words.count >= 3 else { return compactDay(words.first) }
    // 2017-01-24, 2017/01/24, 2017 Jan 24
    if words[0].count == 4, let year = words[0].number, let month = words[1].number ?? words[1].month,
      let day = words[2].number
    {
      return Self.iso(year, month, day)
    }
    // Tuesday, 24 January 2017; Tue Jan 24 06:00:00 +0000 2017
    let rest = words[0].number == nil && words[0].month == nil ? Array(words.dropFirst()) : words
    guard rest.count >= 3 else { return nil }
    if let day = rest[0].number, let month = rest[1].month, let year = Self.year(rest[2]) {
      return Self.iso(year, month, day)
    }
    if let month = rest[0].month, let day = rest[1].number {
      if let year = Self.year(rest[2]), rest[2].count == 4 { return Self.iso(year, month, day) }
      if let last = rest.last, last.count == 4, let year = last.number { return Self.iso(year, month, day) }
    }
    // 24.01.2017, where the full stops tell the order; 24/01/2017, where the table does.
    guard let a = rest[0].number, let b = rest[1].number, rest[2].count == 4, let year = rest[2].number else {
      return nil
    }
    if text.utf8.contains(UInt8(ascii: ".")), order == nil { return Self.iso(year, b, a) }
    switch order {
    case .dayMonthYear: return Self.iso(year, b, a)
    case .monthDayYear: return Self.iso(year, a, b)
    case nil: return a == b ? Self.iso(year, a, b) : a > 12 ? Self.iso(year, b, a) : b > 12 ? Self.iso(year, a, b) : nil
    }
  }

  /// 20170124, 20170124T060000Z.
  private func compactDay(_ word: Word?) -> String? {
    guard let word, word.letters.count >= 8 else { return nil }
    let digits = word.letters.prefix(8)
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }), word.letters.count == 8 || word.letters[8] | 0x20 == 0x74
    else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return Self.iso(number / 10_000, number / 100 % 100, number % 100)
  }

  private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String? {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    guard (1000...9999).contains(year) else { return nil }
    let text = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    return CalendarDate(iso: text) == nil ? nil : text
  }

  /// Old mails write the year in two digits (RFC 5322, 4.3).
  private static func year(_ word: Word) -> Int? {
    guard let number = word.number else { return nil }
    switch word.count {
    case 4: return number
    case 2: return number < 50 ? 2000 + number : 1900 + number
    default: return nil
    }
  }

  // MARK: Words

  /// A run of letters or of digits.
  private struct Word {
    let letters: [UInt8]

    var count: Int { letters.count }

    var number: Int? {
      var digits = letters[...]
      // 24th
      if digits.count > 2, digits.suffix(2).allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) { digits = digits.dropLast(2) }
      guard digits.count <= 4, !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    var month: Int? {
      guard count >= 3 else { return nil }
      if letters.elementsEqual("sept".utf8) { return 9 }
      return Self.months.firstIndex { $0.starts(with: letters) }.map { $0 + 1 }
    }

    private static let months = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ].map { Array($0.utf8) }
  }

  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var letters: [UInt8] = []
    for byte in text.utf8 {
      let isCapital = (0x41...0x5A).contains(byte)
      if isCapital || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) {
        letters.append(isCapital ? byte | 0x20 : byte)
      } else {
        if !letters.isEmpty { words.append(Word(letters: letters)) }
        letters = []
      }
      if words.count == 12 { break }
    }
    if !letters.isEmpty { words.append(Word(letters: letters)) }
    // 2017-01-24T06:00 has no blank before its time.
    if words.count >= 3, words[2].letters.count > 2, words[2].letters[2] == 0x74, words[0].count == 4 {
      words[2] = Word(letters: Array(words[2].letters.prefix(2)))
    }
    return words
  }
}
