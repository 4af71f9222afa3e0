import SortieSchema

extension WideColumns {
  static let departure: [Column] = [
    Column("departure", .string, "Base that the aircraft flew from, where told.") {
      $1.put($0.record.departure?.displayName)
    }
  ]

  static let places: [Column] = [
    Column(
      "place", .string,
      "Where the action was: names as the gazetteer writes them, else as the text does, joined by \"; \"."
    ) { $1.put(list: $0.record.places, \.displayName) },
    Column("n_places", .integer, "Number of places.") { $1.put($0.record.places.count) },
    Column(
      "relation", .string,
      "How the action lay to the place: in, near, north-of …, with the distance where told, e.g. \"west-of (24 km)\"; one "
        + "for each place unless all are the same."
    ) { row, cell in
      let places = row.record.places
      guard places.count > 1 else { return cell.put(places.first?.relationText) }
      let relations = places.map(\.relationText)
      let told = unique(relations.compactMap { $0 })
      if told.count < 2 { return cell.put(told.first) }
      cell.put(list: relations) { $0 ?? "–" }
    },
    Column("admin1", .string, "Governorates or provinces of the places, joined by \"; \".") {
      $1.put(unique: $0.record.places, \.admin1)
    },
    Column("country", .string, "ISO 3166 alpha-2 codes of the countries of the places, joined by \"; \".") {
      $1.put(unique: $0.record.places, \.country)
    },
    Column(
      "geo_precision", .integer,
      "How exact the place is, as in UCDP GED: 1 point, 2 near a known point, 3 district, 4 province, 5 region or line, 6 "
        + "country, 7 sea or air. With several places only where it is the same for all.",
      words: Place.Precision.words
    ) { row, cell in
      let places = row.record.places
      guard let precision = places.first?.precision, places.allSatisfy({ $0.precision == precision }) else { return }
      cell.put(precision.rawValue)
    },
    Column(
      "latitude", .number,
      "Degrees north of the place; only where there is one place, and never for a province, region or country, whose "
        + "middle is not where it happened.",
      unit: "degrees"
    ) { $1.put($0.record.point?.latitude) },
    Column("longitude", .number, "Degrees east of the place; under the same conditions as latitude.", unit: "degrees") {
      $1.put($0.record.point?.longitude)
    },
  ]
}

extension Place {
  /// The name to group by: the gazetteer's where the place is known.
  var displayName: String { canonical ?? name }

  /// `near`, `west-of (24 km)`; nil where nothing is told.
  var relationText: String? {
    guard let relation = relation ?? bearing.map({ "\($0)-of" }) else { return nil }
    guard let distanceKm, distanceKm.isFinite else { return relation }
    var buffer = Array("\(relation) (".utf8)
    DecimalText.append(distanceKm, to: &buffer)
    return String(decoding: buffer, as: UTF8.self) + " km)"
  }

  /// The coordinates, unless they are merely the middle of an area.
  var point: (latitude: Double, longitude: Double)? {
    switch precision {
    case .province, .region, .country: return nil
    default: break
    }
    guard let latitude, let longitude, latitude.isFinite, longitude.isFinite else { return nil }
    return (latitude, longitude)
  }
}

extension Sortie {
  /// The coordinates of the only place.
  var point: (latitude: Double, longitude: Double)? { places.count == 1 ? places[0].point : nil }
}
