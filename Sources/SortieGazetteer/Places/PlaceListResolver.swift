/// Resolves a list of place names as monitors write them.
public struct PlaceListResolver: Sendable {
  /// The answer to one name; all nil and empty where no place has the name.
  public struct Row: Equatable, Sendable {
    public var id: String?
    public var name: String?
    public var latitude, longitude: Double?
    /// 0…1.
    public var score: Double?
    public var alternatives: [String] = []
  }

  public static let columns = ["id", "name", "latitude", "longitude", "score", "alternatives"]

  private let gazetteer: Gazetteer

  public init(_ gazetteer: Gazetteer) { self.gazetteer = gazetteer }

  /// The place of a name; parts after a comma, and `governorate`, tell where it lies.
  public func resolve(_ name: String, governorate: String? = nil) -> Row {
    guard let found = place(name, governorate: governorate) else { return Row() }
    return Row(
      id: found.place.id, name: found.place.name, latitude: found.place.latitude, longitude: found.place.longitude,
      score: found.score, alternatives: found.alternatives)
  }

  func place(_ name: String, governorate: String?) -> ResolvedPlace? {
    let parts = name.split(whereSeparator: { $0 == "," || $0 == ";" }).map { String($0).trimmed }
      .filter { !$0.isEmpty }
    guard let first = parts.first else { return nil }
    var context = PlaceContext(admin1: governorate.map { [$0] } ?? [])
    // "Batina, Rajo district, Afrin": the later parts are places around.
    for part in parts.dropFirst() {
      guard let around = gazetteer.resolve(named(part).name, context: PlaceContext(admin1: context.admin1)) else {
        continue
      }
      if around.place.feature == "governorate" { context.admin1.append(around.place.name) }
      if let latitude = around.place.latitude, let longitude = around.place.longitude {
        context.points.append((latitude, longitude))
      }
    }
    // Two spellings of one name: "Baciliye/El-Elî Baciliye", "Tal Rahil (Taraheil)".
    for spelling in first.split(whereSeparator: { $0 == "/" || $0 == "(" || $0 == ")" || $0 == "[" || $0 == "]" }) {
      if let found = resolve(spelling: String(spelling).trimmed, context) { return found }
    }
    return nil
  }

  /// "Afrin city", "village of Qamji": a word that says what it is, told apart from the name.
  private func named(_ name: String) -> (name: String, feature: PlaceFeature?) {
    var words = name.split(separator: " ").map { String($0) }
    guard words.count > 1, gazetteer.candidates(for: name).allSatisfy({ $0.table != .place }) else {
      return (name, nil)
    }
    var feature = PlaceFeature(word: words[words.count - 1].lowercased())
    if feature != nil {
      words.removeLast()
    } else if let leading = PlaceFeature(word: words[0].lowercased()) {
      feature = leading
      words.removeFirst()
      if words.count > 1, words[0] == words[0].lowercased() { words.removeFirst() }
    }
    return (words.joined(separator: " "), feature)
  }

  private func resolve(spelling: String, _ context: PlaceContext) -> ResolvedPlace? {
    let (name, feature) = named(spelling)
    var context = context
    context.feature = feature
    if let found = gazetteer.resolve(name, context: context) { return found }
    return resolve(within: name, context)
  }

  /// A name within other words ("Vicinity of Qamji and Batinta"): the first that is found, if no other name adjoins it.
  private func resolve(within name: String, _ context: PlaceContext) -> ResolvedPlace? {
    let bytes = Array(name.utf8)
    for mention in gazetteer.mentions(in: bytes) {
      let before = bytes[..<mention.range.lowerBound].split(separator: 0x20).last?.first
      let after = bytes[mention.range.upperBound...].split(separator: 0x20).first?.first
      let adjoins = [before, after].contains { $0.map { (0x41...0x5A).contains($0) || $0 >= 0x80 } ?? false }
      guard !adjoins, mention.candidates.contains(where: { $0.table == .place && !$0.needsCue }) else { continue }
      return gazetteer.resolve(mention.candidates, context: context)
    }
    return nil
  }
}
