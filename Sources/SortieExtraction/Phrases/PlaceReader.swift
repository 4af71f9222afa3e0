internal import ReportText
internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// Where: the places of a phrase, with what they lie in.
extension PhraseReader {
  /// One named place of a phrase before the phrase is settled.
  struct Spot {
    var place: Place
    var level: Int
    var range: Range<Int>
    var by: String
    /// The province, region or country that it turned out to lie in.
    var isContainer = false
    /// It is told to lie elsewhere than the only place known of its name.
    var isMoved = false

    var draft: DraftPlace { DraftPlace(place: place, level: level) }
  }

  /// The places of a `where` node. "Al-Bab in Aleppo province" is one place with its province, "provinces of Hama and
  /// Idlib" are two.
  func places(_ node: Node, context: PlaceContext) -> [Sourced<DraftPlace>] {
    let hint = featureHint(node)
    var context = context
    context.admin1 = provinces(node) + context.admin1
    var spots: [Spot] = []
    if let capture = node.capture("spots") ?? node.capture("base") {
      for index in capture.nodes {
        // The places of a list lie in one country.
        if context.countries.isEmpty, spots.count >= 2 {
          let told = Set(spots.compactMap(\.place.country))
          if told.count == 1 { context.countries = Array(told) }
        }
        guard let spot = spot(nodes[index], hint: hint, context: context) else { continue }
        add(spot, of: nodes[index], to: &spots)
      }
    }
    if node.attribute("list") != nil, let capture = node.capture("spots") {
      spots = withUnknown(spots, in: capture, areApart: node.attribute("list") == "apart", by: ruleID(node))
    }
    if spots.isEmpty, let unknown = node.capture("unknown") {
      spots.append(self.unknown(unknown.range, by: ruleID(node)))
    }
    let relation = relation(node)
    return spots.filter { !$0.isContainer }.map { spot in
      var place = spot.place
      place.relation = relation.name
      place.bearing = relation.bearing
      place.distanceKm = relation.distance
      if place.precision == .point, relation.name != "in", relation.name != nil { place.precision = .nearPoint }
      return Sourced(DraftPlace(place: place, level: spot.level), spot.range, by: spot.by)
    }
  }

  /// The places of a list with those between them that no table holds, in the order of the text; all lie in what the
  /// known ones lie in, but for regions, which lie apart.
  private func withUnknown(_ known: [Spot], in list: Node.Capture, areApart: Bool, by rule: String) -> [Spot] {
    let known = known.filter { $0.place.id != nil || $0.level == 0 || $0.isMoved }
    var unknown: [Spot] = []
    var position = list.range.lowerBound
    func take(upTo end: Int) {
      if position < end { unknown += unknownNames(in: position..<end).map { self.unknown($0, by: rule) } }
    }
    for node in list.nodes.map({ nodes[$0] }) {
      if let name = node.capture("unknown")?.range {
        // "The villages of Qarbut": the name goes on in the words behind it.
        take(upTo: node.range.lowerBound)
        position = name.lowerBound
      } else {
        take(upTo: node.range.lowerBound)
        position = max(position, node.range.upperBound)
      }
    }
    take(upTo: list.range.upperBound)
    let countries = Set(known.compactMap(\.place.country))
    let provinces = Set(known.compactMap(\.place.admin1))
    for index in unknown.indices where !areApart {
      if countries.count == 1 { unknown[index].place.country = countries.first }
      if provinces.count == 1 { unknown[index].place.admin1 = provinces.first }
    }
    // "Hama governorate, Qarbutiyah": the province is where the name lies, no place beside it.
    let isOneInProvince =
      known.count == 1 && unknown.count == 1 && isProvince(known[0])
      && known[0].range.upperBound <= unknown[0].range.lowerBound
      && !joins(known[0].range.upperBound..<unknown[0].range.lowerBound)
    let places = isOneInProvince ? unknown : known + unknown
    return places.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// A place that no table holds, told by nothing but its name.
  func unlistedPlace(_ name: Range<Int>, country: String?) -> Sourced<DraftPlace> {
    let spot = unknown(name, by: "table")
    var place = spot.place
    place.country = country
    place.relation = "in"
    return Sourced(DraftPlace(place: place, level: spot.level), name, by: spot.by)
  }

  /// The base of a `departure` node.
  func departure(_ node: Node, context: PlaceContext) -> Sourced<Place>? {
    guard let first = places(node, context: context).first else { return nil }
    var place = first.value.place
    place.relation = nil
    return Sourced(place, first.range, by: first.by)
  }

  // MARK: One name

  private func spot(_ node: Node, hint: String?, context: PlaceContext) -> Spot? {
    if node.mention != nil { return named(node, in: node, hint: hint, context: context) }
    if let inner = node.capture("place")?.nodes.first {
      let target = nodes[inner]
      let own = node.captures.filter { $0.name == "kind" || $0.name == "kind2" }.compactMap { kind($0.range) }.first
      var spot =
        target.mention == nil
        ? self.spot(target, hint: own ?? hint, context: context)
        : named(target, in: node, hint: own ?? hint, context: context)
      if own == Self.front, spot != nil { widen(&spot!, to: node.range) }
      if let compass = node.capture("compass"), spot != nil {
        applyCompass(&spot!, compass: compass.range, target: target.range, kindRange: node.capture("kind")?.range)
      }
      return spot
    }
    if let unknown = node.capture("unknown") { return self.unknown(unknown.range, by: ruleID(node)) }
    return nil
  }

  /// In the word table of kinds of places: a stretch of a front, named after a town.
  private static let front = "front"

  /// "The Makhmour front" is a region without a point.
  private func widen(_ spot: inout Spot, to range: Range<Int>) {
    spot.place.id = nil
    spot.place.canonical = nil
    spot.place.latitude = nil
    spot.place.longitude = nil
    spot.place.precision = .region
    spot.level = 1
  }

  /// "Northern Syria" is a region and has no point; "rural Aleppo" is a province.
  private func applyCompass(_ spot: inout Spot, compass: Range<Int>, target: Range<Int>, kindRange: Range<Int>?) {
    // "Northeastern Hasakeh" is the province, which lies in the north-east.
    guard spot.level <= 1 else { return }
    // So is "the northern part of the Golan" the Golan.
    guard spot.level == 0 || spot.place.latitude == nil && spot.place.id == nil else { return }
    let first = min(compass.lowerBound, target.lowerBound)
    let last = max(compass.upperBound, target.upperBound)
    spot.place.name = words.string(first..<last)
    spot.place.latitude = nil
    spot.place.longitude = nil
    spot.place.precision = .region
    spot.level = 1
    spot.range = first..<last
  }

  private func named(_ node: Node, in outer: Node, hint: String?, context: PlaceContext) -> Spot? {
    guard let mention = node.mention else { return nil }
    let candidates = mention.candidates.filter { $0.table == .place }
    var name = words.string(node.range)
    if name.hasSuffix("'s") || name.hasSuffix("’s") { name = String(name.dropLast(2)) }
    if mention.candidates.first?.isPlural == true, name.hasSuffix("s") { name = String(name.dropLast()) }
    guard !candidates.isEmpty else {
      // A state told by its name alone.
      guard let side = side(node), side.code.count == 2 else { return nil }
      return Spot(
        place: Place(name: name, country: side.code, precision: .country), level: 0, range: node.range,
        by: ruleID(node))
    }
    var context = context
    context.feature = hint.flatMap { PlaceFeature(named: $0) }
    guard let resolved = gazetteer.resolve(candidates, context: context) else { return nil }
    var row = resolved.place
    // "Western Aleppo province" is the province; "rural Aleppo" keeps its name.
    if row.feature == "region", let admin = row.admin1, let first = name.split(separator: " ").first,
      name.split(separator: " ").count > 1, let whole = governorate(admin, country: row.country),
      name.lowercased().hasSuffix(" province") || name.lowercased().hasSuffix(" governorate")
    {
      row = whole
      name = String(name.dropFirst(first.count + 1))
    }
    let level = Self.level(row.feature)
    let hasPoint = level == 4 || level == 3 && row.feature == "sub-district"
    let place = Place(
      id: row.id, name: withoutKind(name), canonical: row.name,
      admin1: row.admin1, country: row.country.isEmpty ? nil : row.country,
      latitude: hasPoint ? row.latitude : nil, longitude: hasPoint ? row.longitude : nil,
      precision: Self.precision(row.feature), alternatives: resolved.alternatives)
    return Spot(place: place, level: level, range: node.range, by: row.id)
  }

  func governorate(_ name: String, country: String) -> GazetteerPlace? {
    for candidate in gazetteer.candidates(for: name) where candidate.table == .place {
      let row = gazetteer.places[candidate.index]
      if row.feature == "governorate", row.country == country { return row }
    }
    return nil
  }

  /// "Idlib governorate" is Idlib; "Damascus airport" stays what it is.
  private func withoutKind(_ name: String) -> String {
    let parts = name.split(separator: " ")
    guard parts.count > 1, let last = parts.last,
      let kind = words.language.placeKinds[last.lowercased()],
      Self.plainKinds.contains(kind) || kind == "quarter" && last.lowercased() != kind
    else { return name }
    return parts.dropLast().joined(separator: " ")
  }

  private static let plainKinds: Set<String> = ["governorate", "city", "town", "village", "district", "sub-district"]

  private func unknown(_ range: Range<Int>, by rule: String) -> Spot {
    Spot(place: Place(name: words.string(range)), level: 4, range: range, by: rule)
  }

  static func level(_ feature: String) -> Int {
    switch feature {
    case "country": return 0
    case "region", "river", "sea": return 1
    case "governorate": return 2
    case "district": return 3
    default: return 4
    }
  }

  private static func precision(_ feature: String) -> Place.Precision {
    switch feature {
    case "country": return .country
    case "region", "river": return .region
    case "sea": return .seaOrAir
    case "governorate": return .province
    case "district", "sub-district": return .district
    default: return .point
    }
  }

  /// Provinces that the phrase itself names: "Al-Dour in Suwayda Governorate".
  func provinces(_ node: Node) -> [String] {
    descendants(node).compactMap { name in
      guard let mention = name.mention else { return nil }
      for candidate in mention.candidates where candidate.table == .place {
        let feature = gazetteer.feature(ofPlace: candidate.index)
        if feature == "governorate" || feature == "city" { return gazetteer.provinceOrName(ofPlace: candidate.index) }
        if feature == "region", let province = gazetteer.places[candidate.index].admin1 { return province }
      }
      return nil
    }
  }

  // MARK: What lies in what

  /// The feature that a word such as "town" asks for.
  func kindOfPlace(_ range: Range<Int>) -> String? { kind(range) }

  private func kind(_ range: Range<Int>) -> String? { words.language.placeKinds[words.bytes, range] }

  /// "The provinces of …" holds for every name of the list.
  private func featureHint(_ node: Node) -> String? {
    for spot in outermost(.spot, in: node.children) {
      for capture in spot.captures where capture.name == "kind" || capture.name == "kind2" {
        let word = words.folded(capture.range)
        if word.hasSuffix("s"), let feature = words.language.placeKinds[word] { return feature }
      }
    }
    return nil
  }

  private func relation(_ node: Node) -> (name: String?, bearing: String?, distance: Double?) {
    var distance: Double?
    if let capture = node.capture("distance"), let unit = node.capture("unit") {
      // Plain digits are no node of their own, and a capture without one counts as a single thing.
      let number = Double(words.folded(capture.range)) ?? numbers.count(capture)?.min.map { Double($0) }
      let metres = words.language.unitsOfDistance[words.bytes, unit.range].flatMap { Double($0) }
      if let number, let metres { distance = (number * metres / 100).rounded() / 10 }
    }
    if let fixed = node.attribute("relation") { return (fixed, nil, distance) }
    guard let capture = node.capture("relation") else { return (node.mark == .departure ? nil : "near", nil, distance) }
    let word = words.folded(capture.range)
    let known = words.language.relations[word] ?? words.language.relations[word + " of"]
    let bearing = known?.hasSuffix("-of") == true ? known.map { String($0.dropLast(3)) } : nil
    return (known ?? "near", bearing, distance)
  }
}
