public import SortieSchema

/// What charts draw, added up over the records of any number of texts.
///
/// It grows with the number of different days, operators, aircraft and places, not with the number of records. Planned,
/// aborted and denied actions were not flown, or nobody says so: they are counted apart and never drawn.
public struct ChartTotals: Sendable {
  /// The order in which operators were told first does not matter: keys are sorted where they are drawn.
  typealias ByName = [String: Figures]

  /// A place with what its label and its point need.
  struct PlaceTotal: Sendable {
    let name: String
    var region: String?
    var point: GeoPoint?
    /// Records that tell this place and no other carry all figures, others only that there was an action.
    var figures: Figures
  }

  /// What a record that names nobody is drawn as.
  static let untold = ""

  /// Records added, drawn or not.
  public private(set) var records = 0
  private(set) var notFlown: [Sortie.Status: Int] = [:]
  private(set) var disputed = 0
  private(set) var runningTotals = 0

  /// Drawn records of which the text tells a number of sorties, or of strikes.
  private var tellingSorties = 0
  private var tellingStrikes = 0

  private(set) var timeline = TimelineTotals()
  private(set) var operators: ByName = [:]
  private(set) var aircraft: ByName = [:]
  /// Figures of records with several types or classes of aircraft, which cannot be shared out.
  private(set) var severalAircraft = Figures.none
  private(set) var places: [String: PlaceTotal] = [:]
  /// Figures of records with several places, which cannot be shared out.
  private(set) var severalPlaces = Figures.none
  private(set) var placeUntold = Figures.none

  public init() {}

  /// What is drawn where nobody says otherwise.
  public func usualMeasure(of chart: Chart) -> Measure {
    switch chart {
    case .timeline where tellingSorties + tellingStrikes > 0: tellingSorties > tellingStrikes ? .sorties : .strikes
    case .places where tellingStrikes > 0: .strikes
    case .timeline, .places, .aircraft, .operators, .map: .actions
    }
  }

  /// Adds the records of one text; net figures need all of them together.
  public mutating func add(_ result: DocumentResult) {
    add(RecordRow.rows(of: result, options: FormatOptions()))
  }

  /// Adds the rows of one text.
  mutating func add(_ rows: [RecordRow]) { add(rows.map(ChartRecord.init)) }

  /// Adds the rows of the wide table; those of a text, at least, all together.
  ///
  /// The table has coordinates only of records with one place, so that a place that is never told alone has none.
  /// - Parameters:
  ///   - columns: the names of the columns.
  ///   - rows: of cells without what only keeps spreadsheets from changing them, as many as there are columns.
  /// - Returns: the names of columns that are needed and missing; where there are any nothing is added.
  public mutating func add(columns: [String], rows: [[String]]) -> [String] {
    let places = Dictionary(columns.enumerated().map { ($1, $0) }) { first, _ in first }
    let missing = ChartRecord.neededColumns.filter { places[$0] == nil }
    guard missing.isEmpty else { return missing }
    add(rows.map { row in ChartRecord { column in places[column].map { row[$0] } ?? "" } })
    return []
  }

  private mutating func add(_ records: [ChartRecord]) {
    var running = Set(records.filter { $0.scope == .cumulative }.map(\.id))
    // A part of a running total runs as long as the total, whatever day the text tells beside it.
    var before = -1
    while before != running.count, !running.isEmpty {
      before = running.count
      running.formUnion(records.filter { $0.partOf.map(running.contains) ?? false }.map(\.id))
    }
    for record in records { add(record, isRunning: running.contains(record.id)) }
  }

  private mutating func add(_ record: ChartRecord, isRunning: Bool) {
    records += 1
    switch record.status {
    case .planned, .aborted, .denied:
      notFlown[record.status, default: 0] += 1
      return
    case .disputed: disputed += 1
    case .reported: break
    }
    guard !isRunning else {
      runningTotals += 1
      return
    }
    let figures = Figures(
      actions: record.scope == .event ? 1 : 0, sorties: record.netSorties ?? 0, strikes: record.netStrikes ?? 0)
    if record.netSorties != nil { tellingSorties += 1 }
    if record.netStrikes != nil { tellingStrikes += 1 }
    operators[record.operatorKey, default: .none] += figures
    timeline.add(figures, of: record.operatorKey, on: record.date)
    addAircraft(of: record, figures)
    addPlaces(of: record, figures)
  }

  private mutating func addAircraft(of record: ChartRecord, _ figures: Figures) {
    if record.aircraft.count > 1 {
      for name in record.aircraft { aircraft[name, default: .none] += Figures(actions: figures.actions) }
      severalAircraft += Figures(sorties: figures.sorties, strikes: figures.strikes)
    } else {
      aircraft[record.aircraft.first ?? Self.untold, default: .none] += figures
    }
  }

  private mutating func addPlaces(of record: ChartRecord, _ figures: Figures) {
    guard !record.places.isEmpty else {
      placeUntold += figures
      return
    }
    let own = record.places.count == 1 ? figures : Figures(actions: figures.actions)
    if record.places.count > 1 { severalPlaces += Figures(sorties: figures.sorties, strikes: figures.strikes) }
    for place in record.places {
      var total =
        places[place.key] ?? PlaceTotal(name: place.name, region: place.region, point: place.point, figures: .none)
      total.figures += own
      total.region = total.region ?? place.region
      total.point = total.point ?? place.point
      places[place.key] = total
    }
  }
}
