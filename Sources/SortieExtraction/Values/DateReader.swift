internal import ReportText
internal import SortiePatterns
internal import SortieSchema

/// Reckons the days that dates in prose name, against the day of publication and the days told before.
///
/// The clock of the machine is never read: without an anchor a date stays unknown and keeps its words.
struct DateReader {
  let words: Words
  /// Day of publication, where it is known.
  let published: CalendarDate?
  /// The latest day that the text told before this date.
  var told: SortieDate?
  /// The year that the title or a heading tells.
  var year: Int?
  /// The year that a heading over the sentence is, whatever the day of publication.
  var sectionYear: Int?
  /// The days that the text reports on, where it opens with them: a weekday is one of them.
  var period: SortieDate?

  func date(_ node: Node, nodes: [Node]) -> SortieDate? {
    let text = words.string(node.range)
    switch node.attribute("form") {
    case "day", "numeric": return day(node, text)
    case "range": return range(node, text)
    case "month": return month(node, text)
    case "part": return part(node, text)
    case "year": return year(node, text)
    case "weekday": return weekday(node, text)
    case "relative": return relative(node, text)
    case "chained": return chained(node, text)
    case "period": return period(node, text)
    case "span": return span(node, nodes, text)
    case "since": return since(node, nodes, text)
    default: return nil
    }
  }

  // MARK: Written out

  private func day(_ node: Node, _ text: String) -> SortieDate? {
    guard let day = number(node, "day"), let month = monthNumber(node, "month") else { return nil }
    guard let date = resolve(day: day, month: month, year: number(node, "year")) else { return unknown(text) }
    return SortieDate(start: date, end: date, precision: .day, basis: .explicit, text: text)
  }

  private func range(_ node: Node, _ text: String) -> SortieDate? {
    guard let day = number(node, "day"), let day2 = number(node, "day2") else { return nil }
    guard let month = monthNumber(node, "month") else { return daysAlone(day, day2, text) }
    let month2 = monthNumber(node, "month2") ?? month
    let told = number(node, "year2") ?? number(node, "year")
    guard let end = resolve(day: day2, month: month2, year: told) else { return unknown(text) }
    let startYear = number(node, "year") ?? (month > month2 ? end.year - 1 : end.year)
    guard let start = CalendarDate(year: startYear, month: month, day: day), start <= end else { return unknown(text) }
    return SortieDate(start: start, end: end, precision: .range, basis: .explicit, text: text)
  }

  /// "(20th-27th)": days of the month of publication, or of the one before where they are not past in it.
  private func daysAlone(_ first: Int, _ last: Int, _ text: String) -> SortieDate? {
    guard let published else { return unknown(text) }
    let before = CalendarDate(year: published.year, month: published.month, day: 1)?.adding(days: -1)
    for month in [published, before].compactMap(\.self) {
      guard let end = CalendarDate(year: month.year, month: month.month, day: last), end <= published,
        let start = CalendarDate(year: month.year, month: month.month, day: first), start <= end
      else { continue }
      return SortieDate(start: start, end: end, precision: .range, basis: .explicit, text: text)
    }
    return unknown(text)
  }

  private func month(_ node: Node, _ text: String) -> SortieDate? {
    guard let month = monthNumber(node, "month") else { return nil }
    guard let first = resolve(day: 1, month: month, year: number(node, "year")),
      let last = CalendarDate(year: first.year, month: month, day: CalendarDate.days(inMonth: month, year: first.year))
    else { return unknown(text) }
    return SortieDate(start: first, end: last, precision: .month, basis: .explicit, text: text)
  }

  /// "The first two weeks of April": from its first day on, or up to its last.
  private func part(_ node: Node, _ text: String) -> SortieDate? {
    guard let month = month(node, text), let first = month.start, let last = month.end else { return nil }
    let isFirst = node.capture("first") != nil
    let days: Int
    if node.capture("half") != nil {
      days = isFirst ? 15 : last.day - 15
    } else {
      let unit = node.capture("unit").flatMap { words.language.unitsOfTime[words.folded($0.range)] }.flatMap(Int.init)
      days = (node.capture("number").flatMap { number($0.range) } ?? 1) * (unit ?? 1)
    }
    guard days >= 1, days <= last.day else { return month }
    return SortieDate(
      start: isFirst ? first : last.adding(days: 1 - days), end: isFirst ? first.adding(days: days - 1) : last,
      precision: .range, basis: .explicit, text: text)
  }

  private func year(_ node: Node, _ text: String) -> SortieDate? {
    guard let year = number(node, "year"), let first = CalendarDate(year: year, month: 1, day: 1),
      let last = CalendarDate(year: year, month: 12, day: 31)
    else { return nil }
    return SortieDate(start: first, end: last, precision: .year, basis: .explicit, text: text)
  }

  /// The year comes from the words, from a heading, from the publication (the latest such day not after it, with a little leave for
  /// approximate dates), or from the date told before.
  private func resolve(day: Int, month: Int, year: Int?) -> CalendarDate? {
    if let year = year ?? sectionYear { return CalendarDate(year: year, month: month, day: day) }
    if let published {
      for candidate in [published.year, published.year - 1] {
        if let date = CalendarDate(year: candidate, month: month, day: day), date <= published.adding(days: 31) {
          return date
        }
      }
      return nil
    }
    if let year = self.year { return CalendarDate(year: year, month: month, day: day) }
    guard let told = told?.end ?? told?.start else { return nil }
    return CalendarDate(year: told.year, month: month, day: day)
  }

  // MARK: Reckoned

  private func weekday(_ node: Node, _ text: String) -> SortieDate? {
    guard let name = node.capture("weekday"),
      let weekday = words.language.weekdays[words.bytes, name.range].flatMap(Int.init)
    else { return nil }
    if let other = node.capture("weekday2") {
      // "On Monday and Tuesday": the latest such days in this order.
      guard let last = words.language.weekdays[words.bytes, other.range].flatMap(Int.init), let published else {
        return unknown(text)
      }
      let end = published.adding(days: -((published.weekday - last + 7) % 7))
      let start = end.adding(days: -((end.weekday - weekday + 7) % 7))
      return SortieDate(start: start, end: end, precision: .range, basis: .relative, text: text)
    }
    let latest = published.map { $0.adding(days: -(($0.weekday - weekday + 7) % 7)) }
    guard let date = onlyDay(weekday, of: period) ?? latest else { return unknown(text) }
    let isNight = node.attribute("night") != nil
    return SortieDate(
      start: isNight ? date.adding(days: -1) : date, end: date, precision: isNight ? .range : .day, basis: .relative,
      text: text)
  }

  /// The day of this name in a period; nil where the period has none or several, or lasts beyond publication.
  private func onlyDay(_ weekday: Int, of period: SortieDate?) -> CalendarDate? {
    guard let start = period?.start, let end = period?.end, end.dayNumber - start.dayNumber < 7,
      published.map({ end <= $0 }) ?? true
    else { return nil }
    let date = start.adding(days: (weekday - start.weekday + 7) % 7)
    return date <= end ? date : nil
  }

  private func relative(_ node: Node, _ text: String) -> SortieDate? {
    guard let name = node.capture("relative"),
      let days = words.language.relativeDays[words.bytes, name.range]?.split(separator: " ").compactMap({ Int($0) }),
      days.count == 2
    else { return nil }
    guard let published else { return unknown(text) }
    let start = published.adding(days: days[0])
    let end = published.adding(days: days[1])
    return SortieDate(start: start, end: end, precision: start == end ? .day : .range, basis: .relative, text: text)
  }

  private func chained(_ node: Node, _ text: String) -> SortieDate? {
    guard let name = node.capture("relative"),
      let shift = words.language.relativeToToldDay[words.bytes, name.range].flatMap(Int.init)
    else { return nil }
    guard let anchor = shift >= 0 ? told?.end ?? told?.start : told?.start else { return unknown(text) }
    let date = anchor.adding(days: shift)
    return SortieDate(start: date, end: date, precision: .day, basis: .relative, text: text)
  }

  private func period(_ node: Node, _ text: String) -> SortieDate? {
    guard let unit = node.capture("unit").map({ words.folded($0.range) }),
      let length = words.language.unitsOfTime[unit].flatMap(Int.init)
    else { return nil }
    guard let published else { return unknown(text) }
    if node.attribute("calendar") != nil { return before(published, length: length, text) }
    let start: CalendarDate
    var end = published
    if node.capture("this") != nil {
      switch length {
      case 7: start = published.adding(days: -published.weekday)
      case 2: start = published.adding(days: -((published.weekday + 2) % 7))
      case 30: start = CalendarDate(year: published.year, month: published.month, day: 1) ?? published
      default: start = CalendarDate(year: published.year, month: 1, day: 1) ?? published
      }
    } else if length == 2 {
      // The weekend: Saturday and Sunday on or before publication.
      let sunday = published.adding(days: -((published.weekday + 1) % 7))
      start = sunday.adding(days: -1)
      end = min(sunday, published)
      if published.weekday == 5 {
        return SortieDate(start: published, end: published, precision: .day, basis: .relative, text: text)
      }
    } else {
      let number = node.capture("number").flatMap { self.number($0.range) } ?? 1
      let days: Int
      if length == 0 {
        days = max(1, (number + 23) / 24)
      } else if length == 1, number == 1 {
        days = 1
      } else {
        days = number * length
      }
      start = published.adding(days: -days)
      // "The past week" of a text that told its days is those days.
      if days >= 3, let told, told.basis == .explicit, let from = told.start, let to = told.end,
        abs(to.dayNumber - from.dayNumber - days) <= 1, abs(to.dayNumber - published.dayNumber) <= days
      {
        return told
      }
    }
    return SortieDate(start: start, end: end, precision: start == end ? .day : .range, basis: .relative, text: text)
  }

  /// "Last week", "last month", "last year": the one before that of publication, from its first day to its last.
  private func before(_ published: CalendarDate, length: Int, _ text: String) -> SortieDate? {
    let first: CalendarDate?
    let last: CalendarDate
    let precision: SortieDate.Precision
    switch length {
    case 7:
      last = published.adding(days: -published.weekday - 1)
      (first, precision) = (last.adding(days: -6), .range)
    case 30:
      last = published.adding(days: -published.day)
      (first, precision) = (CalendarDate(year: last.year, month: last.month, day: 1), .month)
    default:
      last = CalendarDate(year: published.year - 1, month: 12, day: 31) ?? published
      (first, precision) = (CalendarDate(year: published.year - 1, month: 1, day: 1), .year)
    }
    guard let first else { return unknown(text) }
    return SortieDate(start: first, end: last, precision: precision, basis: .relative, text: text)
  }

  private func span(_ node: Node, _ nodes: [Node], _ text: String) -> SortieDate? {
    guard let first = inner(node, "first", nodes), let last = inner(node, "last", nodes) else { return nil }
    guard let start = first.start, let end = last.end, start <= end else { return unknown(text) }
    return SortieDate(start: start, end: end, precision: .range, basis: last.basis, text: text)
  }

  private func since(_ node: Node, _ nodes: [Node], _ text: String) -> SortieDate? {
    guard let first = inner(node, "first", nodes), let start = first.start else { return unknown(text) }
    // A total told beside the days of its report runs to the last of them.
    if let last = told?.end, told?.basis == .explicit, let published, last >= start,
      abs(published.dayNumber - last.dayNumber) <= (told?.precision == .range ? 14 : 3)
    {
      return SortieDate(start: start, end: last, precision: .range, basis: first.basis, text: text)
    }
    guard let end = published, end >= start else {
      return SortieDate(start: start, end: nil, precision: .range, basis: first.basis, text: text)
    }
    return SortieDate(start: start, end: end, precision: .range, basis: first.basis, text: text)
  }

  private func inner(_ node: Node, _ name: String, _ nodes: [Node]) -> SortieDate? {
    guard let index = node.capture(name)?.nodes.first else { return nil }
    return date(nodes[index], nodes: nodes)
  }

  // MARK: Parts

  private func unknown(_ text: String) -> SortieDate {
    SortieDate(start: nil, end: nil, precision: .unknown, basis: .none, text: text)
  }

  private func monthNumber(_ node: Node, _ name: String) -> Int? {
    guard let range = node.capture(name)?.range else { return nil }
    var word = words.folded(range)
    if word.hasSuffix(".") { word.removeLast() }
    return words.language.months[word].flatMap(Int.init) ?? Int(word)
  }

  private func number(_ node: Node, _ name: String) -> Int? {
    guard let range = node.capture(name)?.range else { return nil }
    var value = 0
    var found = false
    for byte in words.text.bytes[range] {
      guard (0x30...0x39).contains(byte) else { break }
      value = value * 10 + Int(byte - 0x30)
      found = true
    }
    return found ? value : nil
  }

  /// "24", "three", "few".
  private func number(_ range: Range<Int>) -> Int? {
    let words = self.words.folded(range)
    if let value = Int(words) { return value }
    if let value = self.words.language.numberWords[words].flatMap(Int.init) { return value }
    if let vague = self.words.language.vagueNumbers[words] ?? self.words.language.vagueNumbers["a " + words] {
      return Int(vague)
    }
    return self.words.language.pairWords["a " + words.split(separator: " ").prefix(1).joined()].flatMap(Int.init)
  }
}
