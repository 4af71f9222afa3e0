internal import SortieGazetteer
internal import SortieSchema

/// What lies in what, as far as resolved places tell.
enum PlaceRelations {
  static func contains(_ outer: DraftPlace, _ inner: DraftPlace) -> Bool {
    guard outer.level < inner.level || isPartOfCountry(outer) && inner.level == 1 && inner.place.admin1 != nil else {
      return false
    }
    switch outer.level {
    case 0: return inner.place.country == nil || inner.place.country == outer.place.country
    case 1:
      guard let country = outer.place.country, let other = inner.place.country else { return true }
      return country == other
    default:
      guard let admin = outer.place.admin1 ?? outer.place.canonical else { return inner.place.id == nil }
      return inner.place.id == nil && (inner.place.admin1 == nil || inner.place.admin1 == admin)
        || inner.place.admin1 == admin
    }
  }

  /// A region of no province, as "northern Iraq", which holds the regions of its provinces.
  private static func isPartOfCountry(_ place: DraftPlace) -> Bool {
    place.level == 1 && place.place.admin1 == nil && place.place.country != nil
  }

  static func isSame(_ a: DraftPlace, _ b: DraftPlace) -> Bool {
    if let first = a.place.id, let second = b.place.id {
      return first == second && compass(a) == compass(b)
    }
    // Most names differ in their first letter.
    if let first = initial(a.place.name), let second = initial(b.place.name), first != second { return false }
    return Words.fold(a.place.name) == Words.fold(b.place.name)
  }

  /// The first letter of a name in lower case; nil where it is none of ASCII.
  private static func initial(_ name: String) -> UInt8? {
    guard let byte = name.utf8.first, (byte | 0x20) &- 0x61 < 26 else { return nil }
    return byte | 0x20
  }

  /// Whether both can be told of one action: one contains the other, or they are the same.
  static func areCompatible(_ a: DraftPlace, _ b: DraftPlace) -> Bool {
    isSame(a, b) || contains(a, b) || contains(b, a) || isCity(a, ofQuarter: b) || isCity(b, ofQuarter: a)
  }

  /// The capital of a province and a place of its own without a point, which is mostly a quarter of it.
  private static func isCity(_ a: DraftPlace, ofQuarter b: DraftPlace) -> Bool {
    guard let city = a.place.canonical, a.level == 4, b.level == 4, b.place.id != nil, b.place.latitude == nil else {
      return false
    }
    return city == a.place.admin1 && city == b.place.admin1
  }

  /// "Syria's Idlib" in a lead, and a village of the province: the city's name stood for its province.
  static func standsForProvince(_ city: DraftPlace, of place: DraftPlace) -> Bool {
    guard let name = city.place.canonical, city.level == 4, place.level == 4, city.place.id != place.place.id else {
      return false
    }
    return name == city.place.admin1 && name == place.place.admin1
  }

  /// Whether `inner` tells more finely where `outer` was: a place in a province, a quarter of its capital.
  static func refines(_ inner: DraftPlace, _ outer: DraftPlace) -> Bool {
    if contains(outer, inner) || isCity(outer, ofQuarter: inner) { return true }
    guard let city = outer.place.canonical, outer.level == 4, city == outer.place.admin1 else { return false }
    return inner.place.id == nil && inner.level == 4 && inner.place.admin1 == city
  }

  /// Farthest that the villages of one small region lie apart, in kilometres.
  private static let neighbourhood = 12.0

  /// Whether two points lie so near each other that "the strikes" on the one may be those in the other: the villages of
  /// a plain named after its largest.
  static func areNeighbours(_ a: DraftPlace, _ b: DraftPlace) -> Bool {
    kilometres(a, b).map { $0 <= neighbourhood } ?? false
  }

  /// How far two places lie apart; nil where one has no point.
  static func kilometres(_ a: DraftPlace, _ b: DraftPlace) -> Double? {
    guard let here = point(a.place), let there = point(b.place) else { return nil }
    return Distance.kilometres(here, there)
  }

  /// Where a place lies; "60 km south-west of Erbil" lies there, not in Erbil.
  private static func point(_ place: Place) -> (latitude: Double, longitude: Double)? {
    guard let latitude = place.latitude, let longitude = place.longitude else { return nil }
    guard let apart = place.distanceKm, let bearing = place.bearing, let angle = angles[bearing] else {
      return (latitude, longitude)
    }
    return Distance.point(from: (latitude, longitude), kilometres: apart, bearing: angle)
  }

  /// Degrees from north of the sides of the compass.
  private static let angles: [String: Double] = [
    "north": 0, "north-east": 45, "east": 90, "south-east": 135, "south": 180, "south-west": 225, "west": 270,
    "north-west": 315,
  ]

  /// How far off a place may lie that is told by its distance and a side of the compass, in kilometres.
  private static let leeway = 25.0

  /// Whether one is told by its distance from a town and the other lies there.
  static func areOneSpot(_ a: DraftPlace, _ b: DraftPlace) -> Bool {
    guard a.level == 4, b.level == 4, (a.place.distanceKm != nil) != (b.place.distanceKm != nil),
      a.place.id != b.place.id
    else { return false }
    return kilometres(a, b).map { $0 <= leeway } ?? false
  }

  /// How far "near a city" reaches, in kilometres.
  private static let outskirts = 20.0

  /// "Near the capital" and a town in its outskirts.
  static func areNear(_ a: DraftPlace, _ b: DraftPlace) -> Bool {
    surrounds(a, b) || surrounds(b, a) || areOneSpot(a, b)
  }

  /// How far "west of a city" may reach, in kilometres.
  private static let surroundings = 60.0

  /// Whether a place of the same province may be meant by "near the city", "west of the city".
  static func mayLieOutside(_ inner: DraftPlace, _ city: DraftPlace) -> Bool {
    guard city.place.precision == .nearPoint, inner.level >= 3, let province = city.place.admin1,
      inner.place.admin1 == province
    else { return false }
    return kilometres(city, inner).map { $0 <= surroundings } ?? true
  }

  /// Whether one is only told as "near" a point, and the other is a point there; a village that no table holds is there
  /// where both lie in one province.
  static func surrounds(_ outer: DraftPlace, _ inner: DraftPlace) -> Bool {
    if outer.place.precision == .nearPoint, inner.place.id == nil, inner.place.relation == "in" {
      return outer.place.admin1 != nil && outer.place.admin1 == inner.place.admin1
    }
    guard outer.place.precision == .nearPoint, inner.place.precision == .point, outer.place.id != inner.place.id,
      let apart = kilometres(outer, inner)
    else { return false }
    return apart <= outskirts
  }

  static func adopting(_ inner: Sourced<DraftPlace>, from outer: Sourced<DraftPlace>) -> Sourced<DraftPlace> {
    var inner = inner
    let container = outer.value.place
    if inner.value.place.country == nil { inner.value.place.country = container.country }
    if inner.value.place.admin1 == nil, outer.value.level >= 2 {
      inner.value.place.admin1 = container.admin1 ?? container.canonical
    }
    return inner
  }

  private static func compass(_ place: DraftPlace) -> String? {
    place.level <= 2 && place.place.precision == .region ? Words.fold(place.place.name) : nil
  }
}
