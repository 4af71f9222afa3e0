import SortieSchema

extension Layout {
  public static let places = Layout(
    "places", "one row a place of a record, the base that it was flown from among them",
    key: ["sortie_id", "use", "position"], references: [.record], columns: PlacesColumns.all
  ) { result in
    result.parts { record in
      record.places.map { UsedPlace(use: .action, place: $0) }
        + (record.departure.map { [UsedPlace(use: .departure, place: $0)] } ?? [])
    }
  }
}

/// A place with what it is to the record.
private struct UsedPlace {
  enum Use: String, CaseIterable { case action, departure }

  let use: Use
  let place: Place
}

private enum PlacesColumns {
  typealias Item = TableColumn<Part<UsedPlace>>

  static let all: [Item] = key + name + position

  private static let key: [Item] = [
    Item("sortie_id", .string, SharedColumns.sortieMeaning, isRequired: true) { $1.put($0.sortieID) },
    Item(
      "use", .string, "action: where the action was; departure: the base that the aircraft flew from.",
      words: UsedPlace.Use.words, isRequired: true
    ) { $1.put($0.value.use.rawValue) },
    Item(
      "position", .integer,
      "Place among the places of the action, from 0, as the slots of evidence count them (/places/0); 0 for the base.",
      isRequired: true
    ) { $1.put($0.value.use == .departure ? 0 : $0.position) },
  ]

  private static let name: [Item] = [
    Item("place_id", .string, "Id in the gazetteer; empty where the name could not be resolved.") {
      $1.put($0.value.place.id)
    },
    Item("name", .string, "As the text writes it.", isRequired: true) { $1.put($0.value.place.name) },
    Item("canonical", .string, "As the gazetteer writes it.") { $1.put($0.value.place.canonical) },
    Item("admin1", .string, "Governorate or province.") { $1.put($0.value.place.admin1) },
    Item("country", .string, "ISO 3166 alpha-2 code of the country.") { $1.put($0.value.place.country) },
  ]

  private static let position: [Item] = [
    Item("relation", .string, "How the action lay to the place: in, near, north-of …") {
      $1.put($0.value.place.relation)
    },
    Item("distance_km", .number, "Distance from the place, where told.", unit: "km") {
      $1.put($0.value.place.distanceKm)
    },
    Item("bearing", .string, "Direction from the place, where told: north, north-west …") {
      $1.put($0.value.place.bearing)
    },
    Item(
      "geo_precision", .integer,
      "How exact the place is, as in UCDP GED: 1 point, 2 near a known point, 3 district, 4 province, 5 region or line, 6 "
        + "country, 7 sea or air.",
      words: Place.Precision.words
    ) { $1.put($0.value.place.precision?.rawValue) },
    Item(
      "latitude", .number,
      "Degrees north of the named place. With geo_precision 4 to 6 it is the middle of an area and not where the action "
        + "was.",
      unit: "degrees"
    ) { $1.put($0.value.place.latitude) },
    Item("longitude", .number, "Degrees east of the named place; see latitude.", unit: "degrees") {
      $1.put($0.value.place.longitude)
    },
    Item("alternatives", .string, "Ids of the other places of that name, best first, joined by \"; \".") {
      $1.put(list: $0.value.place.alternatives) { $0 }
    },
  ]
}
