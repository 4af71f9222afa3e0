/// Which names get a series of their own, in the order in which they are drawn.
struct SeriesRanking {
  struct Series {
    let name: String
    let fill: String
    /// Keys whose figures are drawn together.
    let keys: [String]
  }

  let series: [Series]

  /// The greatest names each by itself, the rest together, last what is not told.
  init(_ totals: ChartTotals.ByName, measure: Measure, prefix: String, name: (String) -> String) {
    let ranked = totals.filter { $0.value[measure] > 0 && $0.key != ChartTotals.untold }
      .sorted { ($1.value[measure], $0.key) < ($0.value[measure], $1.key) }.map(\.key)
    // A rest of one name is better told by that name.
    let own = ranked.count <= Palette.colours.count ? ranked.count : Palette.colours.count - 1
    var series = ranked.prefix(own).enumerated().map { rank, key in
      Series(name: name(key), fill: Palette.fill(rank, prefix: prefix), keys: [key])
    }
    let rest = Array(ranked.dropFirst(own))
    if !rest.isEmpty { series.append(Series(name: "\(rest.count) others", fill: Palette.other, keys: rest)) }
    if let untold = totals[ChartTotals.untold], untold[measure] > 0 {
      series.append(
        Series(name: "operator not told", fill: Palette.untold(prefix: prefix), keys: [ChartTotals.untold]))
    }
    self.series = series
  }
}
