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
    ) { row, cell in
      cell.put(list: row.record.places.indices) { index, cell in
        cell.append(row.record.places[index].displayName)
        return true
      }
    },
    Column("n_places", .integer, "Number of places.") { $1.put($0.record.places.count) },
    Column(
      "relation", .string,
      "How the action lay to the place: in, near, north-of …, with the distance where told, e.g. \"west-of (24 km)\"; one "
        + "for each place unless all are the same."
    ) { row, cell in
      // By index, for a place that is handed on is copied.
      let places = row.record.places
      guard places.indices.contains(where: { places[$0].relation != nil || places[$0].bearing != nil }) else { return }
      if places.count == 1 {
        return Place.append(places[0].relation, places[0].bearing, places[0].distanceKm, to: &cell)
      }
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
      guard !places.isEmpty, let precision = places[0].precision,
        places.indices.allSatisfy({ places[$0].precision == precision })
      else { return }
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
    guard relation != nil || bearing != nil else { return nil }
    var cell = CellWriter()
    Self.append(relation, bearing, distanceKm, to: &cell)
    return String(decoding: cell.bytes, as: UTF8.self)
  }

  /// Writes the same.
  fileprivate static func append(
    _ relation: String?, _ bearing: String?, _ distanceKm: Double?, to cell: inout CellWriter
  ) {
    if let relation {
      cell.append(relation)
    } else if let bearing {
      cell.append(bearing)
      cell.append("-of")
    }
    guard let distanceKm, distanceKm.isFinite else { return }
    cell.append(" (")
    DecimalText.append(distanceKm, to: &cell.bytes)
    cell.append(" km)")
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
