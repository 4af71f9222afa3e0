internal import ReportText
internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// What lies in what, of the places that one phrase names.
extension PhraseReader {
  /// Adds a place of a list: one beside those before it, what the last of them lies in, or what lies in that.
  func add(_ spot: Spot, of node: Node, to spots: inout [Spot]) {
    guard let previous = spots.indices.last(where: { !spots[$0].isContainer }) else { return spots.append(spot) }
    let last = spots[previous]
    let between = min(last.range.upperBound, spot.range.lowerBound)..<spot.range.lowerBound
    func addContainer() {
      var container = spot
      container.isContainer = true
      spots.append(container)
    }
    func add(inner: Spot) {
      spots[previous].isContainer = true
      spots.append(inner)
    }
    if node.capture("indefinite") != nil, !joins(between) {
      // "Eastern Ghouta, a suburb of Damascus" says of the first what it is.
      addContainer()
    } else if isOtherName(spot, of: &spots[previous], between) {
      addContainer()
    } else if contains(spot, last) || names(spot, provinceOf: last) && !joins(between) {
      for earlier in spots.indices where contains(spot, spots[earlier]) || names(spot, provinceOf: spots[earlier]) {
        adopt(&spots[earlier], from: spot)
      }
      addContainer()
    } else if contains(last, spot) {
      var inner = spot
      adopt(&inner, from: last)
      add(inner: inner)
    } else if isPossessive(last.range, name: last.place.canonical), names(last, provinceOf: spot), !joins(between) {
      // "Idlib's Maarat al-Numan".
      add(inner: spot)
    } else if opensWithKind(node), isOfItsOwnProvince(last),
      words.bytes[last.range.upperBound..<node.range.lowerBound].allSatisfy({ $0 == 0x20 })
    {
      // "The Damascus suburb of Harasta".
      add(inner: spot)
    } else if isToldToLie(spot, in: last, between) {
      add(inner: placed(spot, in: last))
    } else if isToldToLie(last, in: spot, between) {
      spots[previous] = placed(last, in: spot)
      addContainer()
    } else {
      spots.append(spot)
    }
  }

  /// A province or the capital that it is named after: "the Aleppo district of …", not "the Jadida district of Mosul".
  private func isOfItsOwnProvince(_ spot: Spot) -> Bool {
    spot.level == 2 || spot.place.canonical != nil && spot.place.canonical == spot.place.admin1
  }

  /// "Suburb of Harasta", without an article: what stands before it tells whose suburb.
  private func opensWithKind(_ node: Node) -> Bool {
    node.capture("kind").map { $0.range.lowerBound == node.range.lowerBound } ?? false
  }

  func contains(_ outer: Spot, _ inner: Spot) -> Bool { PlaceRelations.contains(outer.draft, inner.draft) }

  /// "Saraqib, Idlib": the city's name stands for its province.
  func names(_ outer: Spot, provinceOf inner: Spot) -> Bool {
    guard let admin = inner.place.admin1 else {
      // A quarter that no table holds, in the capital of a province.
      return inner.place.id == nil && outer.place.canonical != nil && outer.place.canonical == outer.place.admin1
    }
    return outer.place.id != inner.place.id && outer.place.canonical == admin
  }

  /// "Hama governorate, al-Huwash": a place and a province beside it, though the only place known of that name lies in
  /// another one.
  func isToldToLie(_ inner: Spot, in outer: Spot, _ between: Range<Int>) -> Bool {
    isProvince(outer) && inner.level == 4 && inner.place.id != nil && between.count <= Self.widestJoint
      && !joins(between)
  }

  /// A province that is called one: "Hama governorate", not "Hama".
  func isProvince(_ spot: Spot) -> Bool {
    guard spot.level == 2, let kind = words.folded(spot.range).split(separator: " ").last else { return false }
    return words.language.placeKinds[String(kind)] == Self.province
  }

  /// In the word table of kinds of places.
  private static let province = "governorate"

  /// Most bytes between a place and its province: ", in the ".
  private static let widestJoint = 9

  /// How far beyond its province's capital a place may lie, in kilometres: maps differ on where provinces end.
  private static let reachOfProvince = 90.0

  /// The place that is told to lie in a province: what is known of it, unless that lies too far away to be meant.
  func placed(_ inner: Spot, in outer: Spot) -> Spot {
    guard let province = outer.place.canonical, let country = outer.place.country,
      let whole = governorate(outer.place.admin1 ?? province, country: country),
      let latitude = inner.place.latitude, let longitude = inner.place.longitude,
      let middleLatitude = whole.latitude, let middleLongitude = whole.longitude,
      Distance.kilometres((latitude, longitude), (middleLatitude, middleLongitude)) > Self.reachOfProvince
    else { return inner }
    let place = Place(name: inner.place.name, admin1: outer.place.admin1 ?? province, country: country)
    return Spot(place: place, level: inner.level, range: inner.range, by: inner.by, isMoved: true)
  }

  /// "Tirbespiye (al-Qahtaniyah)": a second name of one place, by which a table may know it.
  func isOtherName(_ second: Spot, of first: inout Spot, _ between: Range<Int>) -> Bool {
    guard first.level == 4, second.level == 4, between.count <= 3, first.place.id == nil || second.place.id == nil,
      words.string(between).contains("("), words.text.bytes.indices.contains(second.range.upperBound),
      words.text.bytes[second.range.upperBound] == UInt8(ascii: ")")
    else { return false }
    if first.place.id == nil, second.place.id != nil {
      let name = first.place.name
      first.place = second.place
      first.place.name = name
      first.by = second.by
    }
    return true
  }

  /// Whether two places are joined by "and" or a word like it.
  func joins(_ range: Range<Int>) -> Bool {
    words.folded(range).split(whereSeparator: { !$0.isLetter && $0 != "&" }).contains {
      words.language.conjunctions[String($0)] != nil
    }
  }

  func adopt(_ inner: inout Spot, from outer: Spot) {
    if inner.place.country == nil { inner.place.country = outer.place.country }
    if inner.place.admin1 == nil, outer.level >= 2 { inner.place.admin1 = outer.place.admin1 ?? outer.place.canonical }
  }
}
