import SortieSchema

/// What charts need to know of a record.
struct ChartRecord {
  struct Place {
    /// Tells places apart: the id where there is one, else the name.
    let key: String
    let name: String
    var region: String?
    var point: GeoPoint?
  }

  var id: String
  var partOf: String?
  var status: Sortie.Status
  var scope: Sortie.Scope
  var date: SortieDate?
  /// The known sides together, in the order of their ids: figures of a joint action cannot be shared out.
  var operatorKey: String
  /// Types, and classes where no type is told, each once.
  var aircraft: [String]
  /// Each once.
  var places: [Place]
  var netSorties: Int?
  var netStrikes: Int?

  init(_ row: RecordRow) {
    let record = row.record
    id = record.id
    partOf = record.partOf
    status = record.status
    scope = record.scope
    date = record.date
    operatorKey = Self.operatorKey(record.participants.sides)
    aircraft = Column.unique(record.participants.compactMap { $0.aircraft ?? $0.class.map(Self.untyped) })
    var seen: Set<String> = []
    places = record.places.filter { seen.insert($0.id ?? $0.displayName).inserted }.map { place in
      Place(
        key: place.id ?? place.displayName, name: place.displayName, region: Self.region(place.admin1, place.country),
        point: place.point.flatMap(GeoPoint.init))
    }
    netSorties = row.netSorties
    netStrikes = row.netStrikes
  }

  /// What aircraft are called of which only the class is told.
  private static func untyped(_ kind: AircraftClass) -> String {
    kind == .aircraft ? "aircraft of untold type" : "\(kind.rawValue) of untold type"
  }

  private static func operatorKey(_ sides: [String]) -> String { sides.sorted().joined(separator: " + ") }

  private static func region(_ admin1: String?, _ country: String?) -> String? {
    let words = [admin1, country].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}

extension ChartRecord {
  /// The columns of the wide table that a chart cannot do without.
  static let neededColumns = ["sortie_id", "status", "scope", "operators", "sorties_net", "strikes_net"]

  /// - Parameter cell: the cell of a column, empty where there is none.
  init(cell: (String) -> String) {
    func told(_ column: String) -> String? {
      let text = cell(column)
      return text.isEmpty ? nil : text
    }
    func list(_ column: String) -> [String] { told(column).map { $0.separated(by: "; ") } ?? [] }
    id = cell("sortie_id")
    partOf = told("part_of")
    status = Sortie.Status(rawValue: cell("status")) ?? .reported
    scope = Sortie.Scope(rawValue: cell("scope")) ?? .event
    let start = told("date_start").flatMap { CalendarDate(iso: $0) }
    let end = told("date_end").flatMap { CalendarDate(iso: $0) }
    if start != nil || end != nil {
      let precision = SortieDate.Precision(rawValue: cell("date_precision")) ?? .day
      date = SortieDate(start: start, end: end, precision: precision, basis: .explicit)
    }
    operatorKey = Self.operatorKey(Self.sides(list("operators"), count: told("n_operators").flatMap { Int($0) }))
    let classes = list("aircraft_class")
    aircraft = Column.unique(
      list("aircraft").compactMap { text in
        let name = text.separated(by: " × ").last ?? text
        guard let kind = AircraftClass(rawValue: name) else { return name }
        // "3 × aircraft" is also written where not even the class is told.
        return classes.contains(name) ? Self.untyped(kind) : nil
      })
    let names = Column.unique(list("place"))
    places = names.map { Place(key: $0, name: $0) }
    if names.count == 1 {
      places[0].region = Self.region(told("admin1"), told("country"))
      if let latitude = Double(cell("latitude")), let longitude = Double(cell("longitude")) {
        places[0].point = GeoPoint((latitude, longitude))
      }
    }
    netSorties = Int(cell("sorties_net"))
    netStrikes = Int(cell("strikes_net"))
  }

  /// The table has all operators in one cell. Where they count as one side they are a coalition and its members.
  private static func sides(_ operators: [String], count: Int?) -> [String] {
    let known = operators.filter { $0 != Participant.unknownOperator }
    guard count == 1, known.count > 1 else { return known }
    // Ids of states have two letters.
    return [known.first { $0.utf8.count > 2 } ?? known[0]]
  }
}

extension String {
  /// The pieces between the separators.
  fileprivate func separated(by separator: String) -> [String] {
    var pieces: [String] = []
    var piece: [UInt8] = []
    var rest = Array(utf8)[...]
    let mark = Array(separator.utf8)
    while let byte = rest.first {
      if rest.starts(with: mark) {
        pieces.append(String(decoding: piece, as: UTF8.self))
        piece = []
        rest = rest.dropFirst(mark.count)
      } else {
        piece.append(byte)
        rest = rest.dropFirst()
      }
    }
    return pieces + [String(decoding: piece, as: UTF8.self)]
  }
}
