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
    let region: String?
    let point: GeoPoint?
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
  mutating func add(_ rows: [RecordRow]) {
    var running = Set(rows.filter { $0.record.scope == .cumulative }.map(\.record.id))
    // A part of a running total runs as long as the total, whatever day the text tells beside it.
    var before = -1
    while before != running.count, !running.isEmpty {
      before = running.count
      running.formUnion(rows.filter { $0.record.partOf.map(running.contains) ?? false }.map(\.record.id))
    }
    for row in rows { add(row, isRunning: running.contains(row.record.id)) }
  }

  private mutating func add(_ row: RecordRow, isRunning: Bool) {
    records += 1
    let record = row.record
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
      actions: record.scope == .event ? 1 : 0, sorties: row.netSorties ?? 0, strikes: row.netStrikes ?? 0)
    if row.netSorties != nil { tellingSorties += 1 }
    if row.netStrikes != nil { tellingStrikes += 1 }
    let operatorKey = record.operatorKey
    operators[operatorKey, default: .none] += figures
    timeline.add(figures, of: operatorKey, on: record.date)
    addAircraft(of: record, figures)
    addPlaces(of: record, figures)
  }

  private mutating func addAircraft(of record: Sortie, _ figures: Figures) {
    let names = Column.unique(record.participants.compactMap { $0.aircraft ?? $0.class.map(Self.untyped) })
    if names.count > 1 {
      for name in names { aircraft[name, default: .none] += Figures(actions: figures.actions) }
      severalAircraft += Figures(sorties: figures.sorties, strikes: figures.strikes)
    } else {
      aircraft[names.first ?? Self.untold, default: .none] += figures
    }
  }

  /// What aircraft are called of which only the class is told.
  private static func untyped(_ kind: AircraftClass) -> String {
    kind == .aircraft ? "aircraft of untold type" : "\(kind.rawValue) of untold type"
  }

  private mutating func addPlaces(of record: Sortie, _ figures: Figures) {
    var seen: Set<String> = []
    let places = record.places.filter { seen.insert($0.id ?? $0.displayName).inserted }
    guard !places.isEmpty else {
      placeUntold += figures
      return
    }
    let own = places.count == 1 ? figures : Figures(actions: figures.actions)
    if places.count > 1 { severalPlaces += Figures(sorties: figures.sorties, strikes: figures.strikes) }
    for place in places {
      let key = place.id ?? place.displayName
      if self.places[key] == nil {
        let region = [place.admin1, place.country].compactMap { $0 }.joined(separator: ", ")
        self.places[key] = PlaceTotal(
          name: place.displayName, region: region.isEmpty ? nil : region, point: place.point.flatMap(GeoPoint.init),
          figures: .none)
      }
      self.places[key]?.figures += own
    }
  }
}

extension Sortie {
  /// The known sides together, in the order of their ids: figures of a joint action cannot be shared out.
  fileprivate var operatorKey: String { participants.sides.sorted().joined(separator: " + ") }
}
