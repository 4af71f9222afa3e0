internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// Where: which fact of a clause a place belongs to.
extension ClauseReader {
  mutating func takePlace(_ node: Node, into clause: inout Clause) {
    var context = placeContext()
    let told = clause.segments.flatMap(\.places).compactMap(\.value.place.country)
    if !told.isEmpty, state.headingCountry == nil { context.countries = told }
    let places = phrases.places(node, context: context).map { under(heading: $0) }
    guard !places.isEmpty else { return }
    state.namedCountry = state.namedCountry ?? places[0].value.place.country
    if node.attribute("scene") != nil {
      clause.scenePlaces += places
      return
    }
    // "… like those that the coalition flies in both Syria and Iraq" moves nothing that has its place.
    if places.allSatisfy({ $0.value.level == 0 }),
      clause.segments.contains(where: { $0.places.contains { $0.value.level >= 2 } })
    {
      return
    }
    if places.contains(where: { $0.value.level >= 2 }) { state.mention(places) }
    add(places, to: &clause)
  }

  /// Under the heading "Iraq" no place lies in Syria: a name that only the other country has stays a name.
  func under(heading place: Sourced<DraftPlace>) -> Sourced<DraftPlace> {
    guard let country = state.headingCountry, place.value.level >= 2, place.value.place.country != country else {
      return place
    }
    var place = place
    let told = place.value.place
    place.value.place = Place(
      name: told.name, country: country, relation: told.relation, distanceKm: told.distanceKm, bearing: told.bearing)
    return place
  }

  /// A place goes to the facts before it where they have none yet, and opens a new segment where they have.
  mutating func add(_ places: [Sourced<DraftPlace>], to clause: inout Clause) {
    if clause.current.places.isEmpty {
      clause.current.places = places
      return
    }
    let known = clause.current.places
    // "The town of Mayadin near Deir ez-Zor": where the town lies.
    if let last = known.last, let first = places.first?.range.lowerBound,
      first - last.range.upperBound <= Self.longestRelation, last.value.level >= 3,
      places.allSatisfy({ isBeside($0.value.place.relation) })
    {
      for index in known.indices where known[index].value.place.country == nil {
        clause.current.places[index].value.place.country = places[0].value.place.country
      }
      return
    }
    // "In Idlib province … in the town of Sarmin": the finer place is the place.
    if let merged = refine(known, with: places) {
      clause.current.places = merged
      return
    }
    if clause.current.hasContent || clause.hasAction {
      var next = Clause.Segment()
      next.places = places
      clause.segments.append(next)
    } else {
      clause.current.places += places
    }
  }

  /// Bytes of the words between two places of which one only tells where the other lies: " north-west of the ".
  private static let longestRelation = 20

  /// "Near", "north of", not "in" or "over".
  private func isBeside(_ relation: String?) -> Bool {
    relation == "near" || relation?.hasSuffix("-of") == true
  }

  /// One list where either contains the other, or nil.
  func refine(_ known: [Sourced<DraftPlace>], with new: [Sourced<DraftPlace>]) -> [Sourced<DraftPlace>]? {
    if new.allSatisfy({ outer in
      known.allSatisfy { PlaceRelations.contains(outer.value, $0.value) || isQuarter($0, of: outer) }
    }) {
      return known.map { PlaceRelations.adopting($0, from: new[0]) }
    }
    if known.allSatisfy({ outer in new.allSatisfy { PlaceRelations.contains(outer.value, $0.value) } }) {
      return new.map { PlaceRelations.adopting($0, from: known[0]) }
    }
    if new.allSatisfy({ place in known.contains { PlaceRelations.isSame($0.value, place.value) } }) { return known }
    return nil
  }

  /// "The quarter of Maghara in Aleppo": a name that no table holds, right before the capital of a province.
  private func isQuarter(_ inner: Sourced<DraftPlace>, of outer: Sourced<DraftPlace>) -> Bool {
    let gap = outer.range.lowerBound - inner.range.upperBound
    return inner.value.place.id == nil && (1...5).contains(gap) && outer.value.place.canonical != nil
      && outer.value.place.canonical == outer.value.place.admin1
  }

  /// Whether the clause tells its place first: "Near Ayn Isa, one strike …".
  func startsWithPlace(_ clause: Clause) -> Bool {
    guard let first = clause.segments.first, let place = first.places.first else { return false }
    let content = first.anchor ?? place.range
    return place.range.lowerBound < content.lowerBound
  }
}
