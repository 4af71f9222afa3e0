/// A row of the gazetteer; made when it is asked for.
public protocol GazetteerEntry: Sendable, Equatable {
  static var table: Table { get }
  /// `fields` in the order of `Table.columns`.
  init(fields: [String])
  var id: String { get }
  var name: String { get }
  var aliases: [String] { get }
  var source: String { get }
}

/// An operator of an aircraft type, and when it flew it.
public struct OperatorYears: Equatable, Sendable {
  /// ISO 3166 alpha-2, or the id of a group or coalition.
  public let code: String
  /// Nil where it is not told, as for a type that is still flown.
  public let from, to: Int?

  /// Reads `RU`, `RU:1974-`, `SY:1990-2024`.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let code = parts.first, !code.isEmpty, parts.count <= 2 else { return nil }
    self.code = String(code)
    guard parts.count == 2 else {
      from = nil
      to = nil
      return
    }
    let years = parts[1].split(separator: "-", omittingEmptySubsequences: false)
    guard years.count <= 2 else { return nil }
    let numbers = years.map { Int($0) }
    for (year, number) in zip(years, numbers) where !year.isEmpty && number == nil { return nil }
    from = numbers[0]
    to = years.count == 2 ? numbers[1] : numbers[0]
    if let from, let to, from > to { return nil }
  }

  /// Whether the operator flew the type in a year.
  public func holds(in year: Int) -> Bool { (from ?? Int.min) <= year && year <= (to ?? Int.max) }
}

/// A type of aircraft, or a family of types.
public struct Aircraft: GazetteerEntry {
  public static let table = Table.aircraft
  public let id, name: String
  /// Id of the row that stands for the whole family; nil for a family itself.
  public let family: String?
  public let aliases, nicknames: [String]
  /// `fighter`, `drone` …
  public let aircraftClass: String
  public let crewed: Bool
  /// ISO 3166 alpha-2 of the maker's country.
  public let origin: String?
  public let operators: [OperatorYears]
  public let source: String

  public init(fields: [String]) {
    id = fields[0]
    name = fields[1]
    family = fields[2].nonEmpty
    aliases = fields[3].listed
    nicknames = fields[4].listed
    aircraftClass = fields[5]
    crewed = fields[6] != "no"
    origin = fields[7].nonEmpty
    operators = fields[8].listed.compactMap { OperatorYears($0) }
    source = fields[9]
  }

  /// Whether `code` flies or flew the type; nil where the table tells no operators.
  public func isFlown(by code: String, in year: Int? = nil) -> Bool? {
    if operators.isEmpty { return nil }
    return operators.contains { $0.code == code && (year.map($0.holds(in:)) ?? true) }
  }
}

/// An air arm: of a state, a coalition or a group.
public struct AirForce: GazetteerEntry {
  public static let table = Table.airForce
  public let id, name: String
  /// `state`, `air-force`, `naval-air`, `coalition` or `group`.
  public let kind: String
  /// What a record's operator says: ISO 3166 alpha-2, or a coalition's or group's id.
  public let operatorCode: String
  public let aliases, adjectives, metonyms, cues: [String]
  public let source: String

  public init(fields: [String]) {
    id = fields[0]
    name = fields[1]
    kind = fields[2]
    operatorCode = fields[3]
    aliases = fields[4].listed
    adjectives = fields[5].listed
    metonyms = fields[6].listed
    cues = fields[7].listed
    source = fields[8]
  }
}

/// An armed group or a side that is no state.
public struct Group: GazetteerEntry {
  public static let table = Table.group
  public let id, name, kind: String
  public let country: String?
  public let aliases, members: [String]
  public let source: String

  public init(fields: [String]) {
    id = fields[0]
    name = fields[1]
    kind = fields[2]
    country = fields[3].nonEmpty
    aliases = fields[4].listed
    members = fields[5].listed
    source = fields[6]
  }
}

/// Somebody whose word texts relay.
public struct Claimant: GazetteerEntry {
  public static let table = Table.claimant
  public let id, name: String
  /// `official`, `monitor`, `agency`, `outlet` …
  public let kind: String
  public let country: String?
  public let aliases, roles: [String]
  public let years: String
  public let source: String

  public init(fields: [String]) {
    id = fields[0]
    name = fields[1]
    kind = fields[2]
    country = fields[3].nonEmpty
    aliases = fields[4].listed
    roles = fields[5].listed
    years = fields[6]
    source = fields[7]
  }
}

/// A weapon that aircraft use.
public struct Munition: GazetteerEntry {
  public static let table = Table.munition
  public let id, name: String
  public let aliases: [String]
  public let category: String
  public let guided: Bool?
  public let origin: String?
  public let source: String

  public init(fields: [String]) {
    id = fields[0]
    name = fields[1]
    aliases = fields[2].listed
    category = fields[3]
    guided = fields[4].isEmpty ? nil : fields[4] == "yes"
    origin = fields[5].nonEmpty
    source = fields[6]
  }
}

/// A kind of thing that is hit.
public struct TargetType: GazetteerEntry {
  public static let table = Table.targetType
  public let id, name: String
  public let aliases: [String]
  public let category, source: String

  public init(fields: [String]) {
    id = fields[0]
    name = fields[1]
    aliases = fields[2].listed
    category = fields[3]
    source = fields[4]
  }
}

/// A place with its names.
public struct GazetteerPlace: GazetteerEntry {
  public static let table = Table.place
  public let id, name, arabic: String
  public let aliases: [String]
  /// `governorate`, `district`, `city`, `town`, `village`, `airbase` …
  public let feature: String
  public let admin1, admin2: String?
  /// ISO 3166 alpha-2.
  public let country: String
  /// Degrees; nil for regions that have no point.
  public let latitude, longitude: Double?
  public let population: Int?
  public let pcode: String?
  public let source: String

  public init(fields: [String]) {
    id = fields[0]
    name = fields[1]
    arabic = fields[2]
    aliases = fields[3].listed
    feature = fields[4]
    admin1 = fields[5].nonEmpty
    admin2 = fields[6].nonEmpty
    country = fields[7]
    latitude = Double(fields[8])
    longitude = Double(fields[9])
    population = Int(fields[10])
    pcode = fields[11].nonEmpty
    source = fields[12]
  }
}

extension String {
  var nonEmpty: String? { isEmpty ? nil : self }
  /// The items of a field that joins several by `|`.
  var listed: [String] {
    if isEmpty { return [] }
    let bytes = Array(utf8)
    var items: [String] = []
    var start = 0
    for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: "|") {
      var item = bytes[start..<end]
      while let first = item.first, first == 0x20 || first == 0x09 { item.removeFirst() }
      while let last = item.last, last == 0x20 || last == 0x09 { item.removeLast() }
      if !item.isEmpty { items.append(String(decoding: item, as: UTF8.self)) }
      start = end + 1
    }
    return items
  }
  var trimmed: String {
    var bytes = Substring(self).utf8
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return String(Substring(bytes))
  }
}
