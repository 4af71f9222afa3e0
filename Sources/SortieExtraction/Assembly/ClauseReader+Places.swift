internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// Where: which fact of a clause a place belongs to.
extension ClauseReader {
  mutating func takePlace(_ node: Node, into clause: inout Clause) {
    var context = placeContext()
    let told = clause.segments.flatMap(\.places).compactMap(\.value.place.country)
    if !told.isEmpty, state.headingCountry == nil { context.countries = told }
    if let next, next.mark == .where, next.range.lowerBound - node.range.upperBound <= Self.longestRelation {
      // "The quarters of Barzeh and Qaboun in eastern Damascus".
      context.admin1 = phrases.provinces(next) + context.admin1
    }
    let places = phrases.places(node, context: context).map { near(under(heading: $0), in: clause, context) }
    guard !places.isEmpty else { return }
    rememberLocal(places)
    state.namedCountry = state.namedCountry ?? places[0].value.place.country
    // A ship's sea is where the action is only if it has no other place.
    if node.attribute("scene") != nil || places.allSatisfy({ $0.value.place.precision == .seaOrAir }) {
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
    add(places, to: &clause, from: node.range.lowerBound)
    if node.capture("each") != nil { clause.current.isOfEach = true }
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

  /// Farther than this from what a text tells, in kilometres, nobody looks for a place of a country that it does not name.
  private static let reachOfTheatre = 600.0

  /// A name that the gazetteer has only in a far country of which the text does not speak stays a name.
  private func near(_ place: Sourced<DraftPlace>, in clause: Clause, _ context: PlaceContext) -> Sourced<DraftPlace> {
    let told = place.value.place
    guard place.value.level >= 3, let country = told.country, !context.countries.isEmpty,
      !context.countries.contains(country), !state.countries.contains(country)
    else { return place }
    let others = (clause.segments.flatMap(\.places) + state.places).compactMap {
      PlaceRelations.kilometres($0.value, place.value)
    }
    guard let nearest = others.min(), nearest > Self.reachOfTheatre else { return place }
    return unresolved(place, country: context.countries.count == 1 ? context.countries[0] : nil)
  }

  private func unresolved(
    _ place: Sourced<DraftPlace>, country: String?, admin1: String? = nil
  ) -> Sourced<DraftPlace> {
    let told = place.value.place
    var place = place
    place.value.place = Place(
      name: told.name, admin1: admin1, country: country, relation: told.relation, distanceKm: told.distanceKm,
      bearing: told.bearing)
    return place
  }

  /// Bytes in which a place may be said to be a town of its province.
  private static let longestApposition = 80

  /// "Shaara, a town in Deir ez-Zor province": a namesake in another province is not meant.
  private func lying(
    in provinces: [Sourced<DraftPlace>], _ known: [Sourced<DraftPlace>]
  ) -> [Sourced<DraftPlace>] {
    guard provinces.count == 1, known.count == 1, let province = provinces.first, province.value.level == 2,
      province.value.place.relation == "in", let name = province.value.place.canonical ?? province.value.place.admin1,
      known[0].value.level >= 3, known[0].value.place.id != nil, known[0].value.place.admin1 != nil,
      !PlaceRelations.contains(province.value, known[0].value), isApposition(known[0], province)
    else { return known }
    var context = PlaceContext(admin1: [name])
    if let country = province.value.place.country { context.countries = [country] }
    let told = known[0].value.place
    if let meant = phrases.gazetteer.resolve(told.name, context: context)?.place,
      let row = phrases.gazetteer.places[id: meant.id],
      row.admin1 == province.value.place.admin1 ?? name
    {
      var place = known[0]
      place.value.place = Place(
        id: row.id, name: told.name, canonical: row.name, admin1: row.admin1, country: row.country,
        latitude: row.latitude, longitude: row.longitude, relation: told.relation,
        distanceKm: told.distanceKm, bearing: told.bearing, precision: told.precision)
      place.by = row.id
      return [place]
    }
    return [
      unresolved(known[0], country: province.value.place.country, admin1: province.value.place.admin1 ?? name)
    ]
  }

  /// Whether nothing but words that say what a place is stands between it and its province.
  private func isApposition(_ place: Sourced<DraftPlace>, _ province: Sourced<DraftPlace>) -> Bool {
    let gap = province.range.lowerBound - place.range.upperBound
    guard gap >= 0, gap <= Self.longestApposition else { return false }
    if gap <= Self.longestBareApposition { return true }
    let between = place.range.upperBound..<province.range.lowerBound
    let tells: Set<Mark> = [.strike, .hit, .toll, .targets, .where, .date, .force, .break]
    guard !reading.top.contains(where: { tells.contains(nodes[$0].mark) && between.overlaps(nodes[$0].range) }) else {
      return false
    }
    return phrases.words.folded(between).split(whereSeparator: { !$0.isLetter }).contains {
      phrases.words.language.placeKinds[String($0)] != nil
    }
  }

  /// Bytes of ", in ".
  private static let longestBareApposition = 5

  /// A place goes to the facts before it where they have none yet, and opens a new segment where they have.
  /// - Parameter start: where the words that put something there begin.
  mutating func add(_ places: [Sourced<DraftPlace>], to clause: inout Clause, from start: Int? = nil) {
    if clause.current.places.isEmpty {
      clause.current.places = places
      return
    }
    let known = lying(in: places, clause.current.places)
    clause.current.places = known
    // "The town of Mayadin near Deir ez-Zor": where the town lies.
    if let last = known.last, let first = places.first, last.value.level >= 3 || isSmallRegion(last.value),
      min(start ?? first.range.lowerBound, first.range.lowerBound) - last.range.upperBound
        <= (first.value.place.distanceKm == nil ? Self.longestRelation : Self.longestDistance),
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

  /// Bytes of ", which lies about 50 kilometres to the south-west of ".
  private static let longestDistance = 60

  /// "Eastern Ghouta", of which the tables know in which province it lies; not "eastern Syria".
  private func isSmallRegion(_ place: DraftPlace) -> Bool {
    place.level == 1 && place.place.id != nil && place.place.admin1 != nil
  }

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
