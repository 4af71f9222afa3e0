import SortieSchema

/// The bars of a timeline: days, months or years, whichever gives bars that can be told apart.
struct TimelineBins {
  enum Unit: Sendable {
    case day, month, year

    var word: String {
      switch self {
      case .day: "day"
      case .month: "month"
      case .year: "year"
      }
    }
  }

  let unit: Unit
  /// Number of the first bar's day, month or year.
  let first: Int
  /// Figures by name, bar after bar; without gaps.
  let bars: [ChartTotals.ByName]
  /// Dated figures for which these bars are too fine.
  let tooLong: Figures

  /// So many bars can be told apart.
  static let mostBars = 120

  /// Nil where no figure has a date that a bar could stand for.
  init?(_ totals: TimelineTotals, measure: Measure) {
    func told(_ bins: [Int: ChartTotals.ByName]) -> [Int: ChartTotals.ByName] {
      bins.filter { $0.value.contains { $0.value[measure] > 0 } }
    }
    let days = told(totals.days)
    let months = told(totals.months)
    let years = told(totals.years)
    func coarser(_ bins: [Int: ChartTotals.ByName], _ number: (Int) -> Int) -> [Int: ChartTotals.ByName] {
      bins.reduce(into: [:]) { sums, bin in
        for (name, figures) in bin.value { sums[number(bin.key), default: [:]][name, default: .none] += figures }
      }
    }
    func merged(_ a: [Int: ChartTotals.ByName], _ b: [Int: ChartTotals.ByName]) -> [Int: ChartTotals.ByName] {
      a.merging(b) { $0.merging($1, uniquingKeysWith: +) }
    }
    func sum(_ bins: [Int: ChartTotals.ByName]) -> Figures {
      bins.values.reduce(Figures.none) { $1.values.reduce($0, +) }
    }
    let byMonth = merged(coarser(days) { CalendarDate(dayNumber: $0).monthNumber }, months)
    let byYear = merged(coarser(byMonth) { $0 / 12 }, years)
    func spread(_ bins: [Int: ChartTotals.ByName]) -> Int {
      guard let low = bins.keys.min(), let high = bins.keys.max() else { return 0 }
      return high - low + 1
    }
    let bins: [Int: ChartTotals.ByName]
    if !days.isEmpty, spread(days) <= Self.mostBars {
      (unit, bins, tooLong) = (.day, days, sum(months) + sum(years) + totals.longer)
    } else if !byMonth.isEmpty, spread(byMonth) <= Self.mostBars {
      (unit, bins, tooLong) = (.month, byMonth, sum(years) + totals.longer)
    } else {
      (unit, bins, tooLong) = (.year, byYear, totals.longer)
    }
    guard let low = bins.keys.min(), let high = bins.keys.max() else { return nil }
    first = low
    bars = (low...high).map { bins[$0] ?? [:] }
  }

  /// The first day of a bar.
  func start(of bar: Int) -> CalendarDate? {
    switch unit {
    case .day: CalendarDate(dayNumber: first + bar)
    case .month: CalendarDate(year: (first + bar) / 12, month: (first + bar) % 12 + 1, day: 1)
    case .year: CalendarDate(year: first + bar, month: 1, day: 1)
    }
  }

  /// `17 November 2016`, `November 2016`, `2016`.
  func name(of bar: Int) -> String {
    guard let day = start(of: bar) else { return "" }
    switch unit {
    case .day: return "\(day.day) \(Self.months[day.month - 1]) \(day.year)"
    case .month: return "\(Self.months[day.month - 1]) \(day.year)"
    case .year: return "\(day.year)"
    }
  }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
