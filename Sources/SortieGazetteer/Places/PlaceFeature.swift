/// What kind of place it is, as the column `feature` says.
public enum PlaceFeature: UInt8, CaseIterable, Sendable {
  case other, country, region, governorate, district, subdistrict, city, town, village, quarter, airbase, airport,
    base, camp, crossing, mountain, valley, dam, oilfield, river, lake, road, sea, island, site

  private static let names: [String: PlaceFeature] = [
    "country": .country, "region": .region, "governorate": .governorate, "province": .governorate,
    "district": .district, "subdistrict": .subdistrict, "sub-district": .subdistrict, "city": .city, "town": .town,
    "village": .village, "quarter": .quarter, "neighbourhood": .quarter, "neighborhood": .quarter, "suburb": .quarter,
    "airbase": .airbase, "air-base": .airbase, "airport": .airport, "airfield": .airport, "base": .base,
    "military-base": .base, "camp": .camp, "crossing": .crossing, "border-crossing": .crossing, "facility": .site,
    "mountain": .mountain, "hill": .mountain,
    "valley": .valley, "dam": .dam, "oilfield": .oilfield, "oil-field": .oilfield, "gas-field": .oilfield,
    "river": .river, "lake": .lake, "road": .road, "highway": .road, "sea": .sea, "island": .island, "site": .site,
    "countryside": .governorate,
  ]

  /// A name that is not known is `other`.
  public init(named name: String) { self = Self.names[name] ?? .other }

  /// The feature that a word of a text means, in singular, in lower case.
  public init?(word: String) {
    guard let feature = Self.names[word] else { return nil }
    self = feature
  }

  /// How likely a bare name means a place of this kind, 0…1.
  var prominence: Double {
    switch self {
    case .country: 1
    case .city: 0.9
    case .governorate: 0.8
    case .town, .airbase: 0.7
    case .region: 0.65
    case .airport, .base: 0.55
    case .quarter, .dam, .sea, .mountain, .camp: 0.45
    case .oilfield, .river, .lake, .crossing, .island, .valley: 0.4
    case .village, .road, .site: 0.3
    // A bare name is the town, not the district around it.
    case .district, .subdistrict: 0.25
    case .other: 0.2
    }
  }

  /// Whether a text that says `hint` may mean a place of this kind.
  func fits(_ hint: PlaceFeature) -> Bool {
    if self == hint { return true }
    switch hint {
    case .city, .town, .village: return [.city, .town, .village].contains(self)
    case .airbase, .airport, .base: return [.airbase, .airport, .base].contains(self)
    case .district: return self == .subdistrict
    default: return false
    }
  }
}
