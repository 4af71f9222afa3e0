internal import SortieSchema

/// Reads days of publication in the forms that pages and mails write them in.
enum PublicationDateText {
  /// The day as `YYYY-MM-DD`, of a value that is meant to be one; nil where it is none.
  ///
  /// ISO 8601 with or without a time, `20161121`, `Mon, 21 Nov 2016 09:30:00 GMT`, `November 21, 2016`, `21.11.2016`. Days
  /// and months in figures are told apart only where one of them is above 12. A time zone does not move the day.
  static func day(in text: String) -> String? {
    var scanner = DateScanner(Array(text.utf8))
    return scanner.day(isWholeValue: true)?.description
  }

  /// The day in a line that readers see, such as `Published: 21 November 2016, 9:30 am`; nil for a line that says more.
  static func visibleDay(in line: [UInt8]) -> String? {
    var scanner = DateScanner(line)
    return scanner.day(isWholeValue: false)?.description
  }
}

/// Words and numbers of a line, among which a day is looked for.
private struct DateScanner {
  enum Token {
    case number(Int, digits: Int)
    case month(Int)
    case word(Int)
    /// The one byte that parts numbers: `-`, `/`, `.`.
    case sign(UInt8)
  }

  private var tokens: [Token] = []

  init(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count, tokens.count < 40 {
      let start = index
      if (0x30...0x39).contains(bytes[index]) {
        var value = 0
        while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
          value = min(value * 10 + Int(bytes[index] - 0x30), 1_000_000_000)
          index += 1
        }
        tokens.append(.number(value, digits: index - start))
        // 1st, 2nd, 3rd, 4th.
        if index + 1 < bytes.count, Self.ordinals.contains(Array(bytes[index..<index + 2])) { index += 2 }
      } else if (0x61...0x7A).contains(bytes[index] | 0x20) {
        while index < bytes.count, (0x61...0x7A).contains(bytes[index] | 0x20) { index += 1 }
        let word = bytes[start..<index].map { $0 | 0x20 }
        tokens.append(Self.month(word).map { .month($0) } ?? .word(word.count))
      } else {
        if [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")].contains(bytes[index]) {
          tokens.append(.sign(bytes[index]))
        }
        index += 1
      }
    }
  }

  private static let ordinals = ["st", "nd", "rd", "th"].map { Array($0.utf8) }
  /// As Internet messages (RFC 5322) and pages write them: whole, or the first three letters.
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ].map { Array($0.utf8) }

  private static func month(_ word: [UInt8]) -> Int? {
    guard word.count >= 3 else { return nil }
    if word.elementsEqual("sept".utf8) { return 9 }
    return months.firstIndex { $0 == word || word.count == 3 && $0.starts(with: word) }.map { $0 + 1 }
  }

  mutating func day(isWholeValue: Bool) -> CalendarDate? {
    // A line with more words than a day needs tells something else.
    var words = 0
    for case .word(let count) in tokens where count > 2 { words += 1 }
    guard isWholeValue || words <= 5 else { return nil }
    for start in tokens.indices {
      if let day = compact(start) ?? figures(start) ?? named(start) { return day }
    }
    return nil
  }

  private func token(_ index: Int) -> Token? { index < tokens.count ? tokens[index] : nil }

  private func number(_ index: Int, digits: ClosedRange<Int>) -> Int? {
    guard case .number(let value, let count)? = token(index), digits.contains(count) else { return nil }
    return value
  }

  private func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    guard (1900...2100).contains(year) else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// `20161121`
  private func compact(_ start: Int) -> CalendarDate? {
    guard let value = number(start, digits: 8...8) else { return nil }
    return date(value / 10_000, value / 100 % 100, value % 100)
  }

  /// `2016-11-21`, `2016/11/21`, `21.11.2016`
  private func figures(_ start: Int) -> CalendarDate? {
    guard case .sign(let first)? = token(start + 1), case .sign(let second)? = token(start + 3), first == second,
      let middle = number(start + 2, digits: 1...2)
    else { return nil }
    if let year = number(start, digits: 4...4), let day = number(start + 4, digits: 1...2) {
      return date(year, middle, day)
    }
    guard let left = number(start, digits: 1...2), let year = number(start + 4, digits: 4...4) else { return nil }
    // Full stops are written where the day comes first.
    if first == UInt8(ascii: ".") || left > 12 { return date(year, middle, left) }
    return middle > 12 || left == middle ? date(year, left, middle) : nil
  }

  /// `21 November 2016`, `November 21, 2016`, `21-Nov-2016`
  private func named(_ start: Int) -> CalendarDate? {
    var index = start
    var numbers: [Int] = []
    var month: Int?
    var isMonthFirst = false
    while index < tokens.count, numbers.count < 2 || month == nil {
      switch tokens[index] {
      case .number(let value, let digits):
        guard digits <= 2 || digits == 4, numbers.count < 2, !numbers.isEmpty || month == nil || digits <= 2 else {
          return nil
        }
        numbers.append(value)
      case .month(let value):
        guard month == nil else { return nil }
        month = value
        isMonthFirst = numbers.isEmpty
      case .sign(let sign): if sign == UInt8(ascii: "/"), index > start + 3 { return nil }
      // "21st of November"
      case .word(let count): if index == start || count > 2 { return nil }
      }
      index += 1
    }
    guard let month, numbers.count == 2 else { return nil }
    if !isMonthFirst, numbers[0] > 31 { return date(numbers[0], month, numbers[1]) }
    return date(numbers[1], month, numbers[0])
  }
}
