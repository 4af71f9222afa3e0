/// The tables of the gazetteer, in the order in which candidates of one mention are listed.
public enum Table: UInt8, CaseIterable, Sendable, Comparable {
  case group, airForce, claimant, aircraft, munition, targetType, place

  public static func < (left: Table, right: Table) -> Bool { left.rawValue < right.rawValue }

  /// Name of the file without its ending.
  public var fileName: String {
    switch self {
    case .group: "groups"
    case .airForce: "air-forces"
    case .claimant: "claimants"
    case .aircraft: "aircraft"
    case .munition: "munitions"
    case .targetType: "target-types"
    case .place: "places"
    }
  }

  public var columns: [String] {
    switch self {
    case .group: ["id", "name", "kind", "country", "aliases", "members", "source"]
    case .airForce:
      ["id", "name", "kind", "operator", "aliases", "adjectives", "metonyms", "cues", "source"]
    case .claimant: ["id", "name", "kind", "country", "aliases", "roles", "years", "source"]
    case .aircraft:
      ["id", "name", "family", "aliases", "nicknames", "class", "crewed", "origin", "operators", "source"]
    case .munition: ["id", "name", "aliases", "category", "guided", "origin", "source"]
    case .targetType: ["id", "name", "aliases", "category", "source"]
    case .place:
      [
        "id", "name", "arabic", "aliases", "feature", "admin1", "admin2", "country", "latitude", "longitude",
        "population", "pcode", "source",
      ]
    }
  }

  /// The table that a file holds, told by the last part of its name.
  static func named(byFile name: String) -> Table? {
    let base = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map { String($0) } ?? name
    return allCases.first { base == $0.fileName + ".csv" }
  }

  func column(_ name: String) -> Int? { columns.firstIndex(of: name) }
}
