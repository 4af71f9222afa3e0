import SortieSchema

/// Figures by when the actions were flown.
struct TimelineTotals: Sendable {
  typealias ByName = ChartTotals.ByName

  /// By the day's number; a period of two days, such as a night, stands on its first day.
  private(set) var days: [Int: ByName] = [:]
  /// Longer periods within one month, by months since year 0.
  private(set) var months: [Int: ByName] = [:]
  /// Longer periods within one year, by the year.
  private(set) var years: [Int: ByName] = [:]
  /// Periods that no year contains, or of which only one end is told.
  private(set) var longer = Figures.none
  private(set) var undated = Figures.none

  mutating func add(_ figures: Figures, of name: String, on date: SortieDate?) {
    guard let date, date.start != nil || date.end != nil else {
      undated += figures
      return
    }
    guard let start = date.start, let end = date.end, start <= end else {
      longer += figures
      return
    }
    if end.dayNumber - start.dayNumber <= 1 {
      days[start.dayNumber, default: [:]][name, default: .none] += figures
    } else if start.year != end.year {
      longer += figures
    } else if start.month == end.month {
      months[start.monthNumber, default: [:]][name, default: .none] += figures
    } else {
      years[start.year, default: [:]][name, default: .none] += figures
    }
  }
}

extension CalendarDate {
  /// Months since January of year 0.
  var monthNumber: Int { year * 12 + month - 1 }
}
