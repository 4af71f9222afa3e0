import SortieSchema

/// What a drawing does not show, in sentences.
enum ChartNotes {
  /// The notes below a drawing of one measure.
  ///
  /// - Parameters:
  ///   - undrawn: figures that this kind of drawing cannot show, in words.
  ///   - sharing: how figures are shared out, where that needs saying.
  static func notes(
    _ totals: ChartTotals, measure: Measure, undrawn: [String] = [], sharing: String? = nil
  ) -> [String] {
    var notes = [measure.note]
    if let sharing { notes.append(sharing) }
    let left = undrawn + notFlown(totals)
    if !left.isEmpty { notes.append("Not drawn: \(left.joined(separator: "; ")).") }
    if totals.disputed > 0 { notes.append("Drawn although disputed: \(records(totals.disputed)).") }
    notes.append("Figures are what texts claim, not what happened.")
    return notes
  }

  /// Records that no drawing of flown actions shows, in words.
  static func notFlown(_ totals: ChartTotals) -> [String] {
    var left: [String] = []
    for status in [Sortie.Status.denied, .planned, .aborted] {
      if let count = totals.notFlown[status] { left.append("\(Axis.label(count)) \(status.rawValue)") }
    }
    if totals.runningTotals > 0 {
      left.append("\(Axis.label(totals.runningTotals)) running total\(totals.runningTotals == 1 ? "" : "s")")
    }
    return left.isEmpty ? [] : ["of \(records(totals.records)) \(left.joined(separator: ", "))"]
  }

  static func undrawnDates(_ totals: ChartTotals, _ bins: TimelineBins, measure: Measure) -> [String] {
    var parts: [String] = []
    let undated = totals.timeline.undated[measure]
    let long = bins.tooLong[measure]
    if undated > 0 { parts.append("\(figure(undated, measure)) without a date that could be resolved") }
    if long > 0 { parts.append("\(figure(long, measure)) told of periods longer than a bar") }
    return parts
  }

  static func undrawnPlaces(_ totals: ChartTotals, _ chart: MapChart, measure: Measure) -> [String] {
    var parts: [String] = []
    let areas = totals.places.values.filter { $0.point == nil }.reduce(Figures.none) { $0 + $1.figures }[measure]
    if areas > 0 { parts.append("\(figure(areas, measure)) at provinces, countries and places without coordinates") }
    let several = totals.severalPlaces[measure]
    if several > 0 { parts.append("\(figure(several, measure)) told of several places together") }
    let untold = totals.placeUntold[measure]
    if untold > 0 { parts.append("\(figure(untold, measure)) without a place") }
    let beyond = chart.beyond.filter { $0.figures[measure] > 0 }
    if !beyond.isEmpty {
      let names = beyond.prefix(5).map(\.name).joined(separator: ", ")
      let rest = beyond.count > 5 ? " and \(beyond.count - 5) more" : ""
      parts.append("beyond the edges \(names)\(rest)")
    }
    return parts
  }

  static func figure(_ value: Int, _ measure: Measure) -> String {
    let word = measure.rawValue
    return "\(Axis.label(value)) \(value == 1 ? String(word.dropLast()) : word)"
  }

  static func records(_ count: Int) -> String { "\(Axis.label(count)) record\(count == 1 ? "" : "s")" }
}
