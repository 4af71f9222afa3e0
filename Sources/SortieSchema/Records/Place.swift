/// Where the action was, or where it was flown from.
public struct Place: Hashable, Sendable {
  /// How exact the place is, as UCDP GED's `where_prec`.
  public enum Precision: Int, CaseIterable, Sendable {
    case point = 1
    case nearPoint, district, province, region, country, seaOrAir
  }

  /// Id in the gazetteer; nil where the name could not be resolved.
  public var id: String?
  /// As the text writes it.
  public var name: String
  public var canonical: String?
  public var admin1: String?
  /// ISO 3166 alpha-2.
  public var country: String?
  /// Degrees; nil for provinces and countries, whose middle is not the point of the action.
  public var latitude: Double?
  public var longitude: Double?
  /// `in`, `near`, `north-of` …
  public var relation: String?
  public var distanceKm: Double?
  /// `north-west` … from the named place.
  public var bearing: String?
  public var precision: Precision?
  /// Ids of the other candidates, best first.
  public var alternatives: [String]

  public init(
    id: String? = nil, name: String, canonical: String? = nil, admin1: String? = nil, country: String? = nil,
    latitude: Double? = nil, longitude: Double? = nil, relation: String? = nil, distanceKm: Double? = nil,
    bearing: String? = nil, precision: Precision? = nil, alternatives: [String] = []
  ) {
    self.id = id
    self.name = name
    self.canonical = canonical
    self.admin1 = admin1
    self.country = country
    self.latitude = latitude
    self.longitude = longitude
    self.relation = relation
    self.distanceKm = distanceKm
    self.bearing = bearing
    self.precision = precision
    self.alternatives = alternatives
  }
}
