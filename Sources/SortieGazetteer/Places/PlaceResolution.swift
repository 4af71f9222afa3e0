/// What a text tells about where a place lies.
public struct PlaceContext: Sendable, Equatable {
  /// Names or ids of provinces that the sentence or the text names.
  public var admin1: [String]
  /// ISO 3166 alpha-2.
  public var countries: [String]
  /// Points of the other places of the text, degrees.
  public var points: [(latitude: Double, longitude: Double)]
  /// What the word beside the name says: "province", "district", "airbase" …
  public var feature: PlaceFeature?

  public init(
    admin1: [String] = [], countries: [String] = [], points: [(latitude: Double, longitude: Double)] = [],
    feature: PlaceFeature? = nil
  ) {
    self.admin1 = admin1
    self.countries = countries
    self.points = points
    self.feature = feature
  }

  public static func == (left: PlaceContext, right: PlaceContext) -> Bool {
    left.admin1 == right.admin1 && left.countries == right.countries && left.feature == right.feature
      && left.points.elementsEqual(right.points) { $0 == $1 }
  }
}

/// The place that is meant, and what else it could be.
public struct ResolvedPlace: Equatable, Sendable {
  /// Index into the gazetteer's places.
  public let index: Int
  public let place: GazetteerPlace
  /// How sure it is, 0…1.
  public let score: Double
  public let tier: KeyTier
  public let needsCue: Bool
  /// Ids of the other candidates, best first, at most `Gazetteer.mostAlternatives`.
  public let alternatives: [String]
}

extension Gazetteer {
  public static let mostAlternatives = 8

  /// How likely a bare name means the place: by its kind, its population and its country; 0…1.3.
  func prominence(_ index: Int) -> Double {
    guard let numbers = placeNumbers(index) else { return 0 }
    let home = homeCountries.contains(numbers.country) ? 0.3 : 0
    return home + numbers.feature.prominence * 0.6 + Self.populationWeight(numbers.population) * 0.4
  }

  /// A place's own name counts for more than one of its others.
  func prominence(of candidate: Candidate) -> Double {
    prominence(candidate.index) + (candidate.isMainName ? 0.2 : 0)
  }

  /// The countries that a gazetteer is about: each holds a tenth of its places or more.
  static func homeCountries(_ layers: [CompiledTables]) -> [UInt16] {
    var counts: [(country: UInt16, places: Int)] = []
    var all = 0
    // Places of one country mostly stand together.
    var last = 0
    for layer in layers {
      for index in 0..<layer.count(.place) {
        let country = layer.country(ofPlace: index)
        if last >= counts.count || counts[last].country != country {
          last = counts.firstIndex { $0.country == country } ?? counts.count
          if last == counts.count { counts.append((country, 0)) }
        }
        counts[last].places += 1
      }
      all += layer.count(.place)
    }
    return counts.filter { $0.places * 10 >= all }.map(\.country)
  }

  /// Whether a country is one of those that the gazetteer is about.
  /// - Parameter country: ISO 3166 alpha-2.
  public func isHome(country: String) -> Bool { homeCountries.contains(PlaceNumbers.country(country)) }

  /// 0 for an unknown population, 1 for ten million.
  private static func populationWeight(_ population: UInt32) -> Double {
    population == 0 ? 0 : min(1, Double(UInt64.bitWidth - UInt64(population).leadingZeroBitCount) / 23.25)
  }

  /// All entries whose name is `name`, whatever its capitals; places by all three keys.
  public func candidates(for name: String) -> [Candidate] {
    var lookup = NameLookup(self, name: Array(name.utf8))
    return lookup.candidates()
  }

  /// The place that a name means; nil where no place has the name.
  ///
  /// Where no key finds the name, or only in another province than told, places of the same consonants are weighed too.
  public func resolve(_ name: String, context: PlaceContext = PlaceContext()) -> ResolvedPlace? {
    resolve(name, PlaceRanking(self, context))
  }

  func resolve(_ name: String, _ ranking: PlaceRanking) -> ResolvedPlace? {
    var lookup = NameLookup(self, name: Array(name.utf8))
    var candidates = lookup.candidates().filter { $0.table == .place }
    if !candidates.contains(where: { ranking.liesAsTold($0.index) != false }) {
      let known = Set(candidates.map(\.index))
      candidates += lookup.looseCandidates().filter { !known.contains($0.index) }
    }
    return resolve(candidates, ranking)
  }

  /// The place among the candidates of a mention that is meant.
  public func resolve(_ candidates: [Candidate], context: PlaceContext = PlaceContext()) -> ResolvedPlace? {
    resolve(candidates, PlaceRanking(self, context))
  }

  func resolve(_ candidates: [Candidate], _ ranking: PlaceRanking) -> ResolvedPlace? {
    let ranked = ranking.rank(candidates.filter { $0.table == .place })
    guard let best = ranked.first else { return nil }
    let margin = ranked.count > 1 ? min(1, max(0, best.weight - ranked[1].weight) / 0.4) : 1
    return ResolvedPlace(
      index: best.candidate.index, place: place(at: best.candidate.index),
      score: best.candidate.score * (0.6 + 0.4 * margin), tier: best.candidate.tier,
      needsCue: best.candidate.needsCue,
      alternatives: ranked.dropFirst().prefix(Self.mostAlternatives).map { field(.place, $0.candidate.index, 0) })
  }
}

/// Weighs candidates for one place against what the text tells.
struct PlaceRanking {
  private let gazetteer: Gazetteer
  var context: PlaceContext
  /// Names of the provinces told, as mid keys.
  private(set) var admin1: Set<UInt64> = []
  /// Where places of the provinces' names lie.
  private(set) var provincePoints: [(latitude: Double, longitude: Double)] = []
  private let countries: Set<UInt16>

  init(_ gazetteer: Gazetteer, _ context: PlaceContext) {
    self.gazetteer = gazetteer
    self.context = context
    countries = Set(context.countries.map { PlaceNumbers.country($0) })
    for name in context.admin1 { tell(gazetteer.province(name)) }
  }

  /// Adds a province that was told.
  mutating func tell(_ province: Province) {
    admin1.formUnion(province.keys)
    provincePoints += province.points
  }

  /// Best first; equal weights in the order of the candidates.
  func rank(_ candidates: [Candidate]) -> [(candidate: Candidate, weight: Double)] {
    let seats = districtPoints(candidates)
    let weighed = candidates.map { (candidate: $0, weight: weight($0, seats)) }
    return weighed.indices.sorted {
      weighed[$0].weight != weighed[$1].weight ? weighed[$0].weight > weighed[$1].weight : $0 < $1
    }.map { weighed[$0] }
  }

  /// Whether a place lies in a province told; nil where none is told or its own is not known.
  func liesAsTold(_ index: Int) -> Bool? {
    if admin1.isEmpty { return nil }
    let province = gazetteer.field(.place, index, 5)
    if province.isEmpty { return nil }
    return PlaceRunKeys.keys(of: Array(province.utf8))?.midKey.map { admin1.contains($0) } ?? false
  }

  private func weight(_ candidate: Candidate, _ seats: [(latitude: Double, longitude: Double)]) -> Double {
    guard let numbers = gazetteer.placeNumbers(candidate.index) else { return 0 }
    var weight = candidate.score + gazetteer.prominence(of: candidate) * 0.6
    if let hint = context.feature { weight += numbers.feature.fits(hint) ? 0.5 : -0.3 }
    if !countries.isEmpty { weight += countries.contains(numbers.country) ? 0.15 : -0.5 }
    let here = numbers.point
    if let told = liesAsTold(candidate.index) {
      // Borders are told loosely: a place near the province's town may count as the province's.
      let isNear = here.map { here in provincePoints.contains { Distance.kilometres($0, here) < 40 } } ?? false
      weight += told ? 0.5 : isNear ? -0.1 : -0.5
    }
    if let here {
      if let nearest = context.points.map({ Distance.kilometres($0, here) }).min() {
        weight += 0.4 / (1 + nearest / 30)
      }
      // The town of a district's name is the district's seat.
      if [.village, .town, .city].contains(numbers.feature),
        seats.contains(where: { Distance.kilometres($0, here) < 40 })
      {
        weight += 0.15
      }
    }
    return weight
  }

  /// Where the districts among the candidates lie.
  private func districtPoints(_ candidates: [Candidate]) -> [(latitude: Double, longitude: Double)] {
    candidates.compactMap { candidate in
      guard let numbers = gazetteer.placeNumbers(candidate.index),
        numbers.feature == .district || numbers.feature == .subdistrict
      else { return nil }
      return numbers.point
    }
  }
}

extension PlaceNumbers {
  /// Degrees.
  var point: (latitude: Double, longitude: Double)? {
    guard let latitude, let longitude else { return nil }
    return (Double(latitude) / 100_000, Double(longitude) / 100_000)
  }
}

extension Gazetteer {
  func isGovernorate(_ name: String) -> Bool {
    candidates(for: name).contains { $0.table == .place && placeNumbers($0.index)?.feature == .governorate }
  }

  /// The mid keys of all names of a province ("Deir ez-Zor" is told as "Dayr az Zawr", "Deir Ezzor" …), and where
  /// the places of its name lie.
  func province(_ name: String) -> Province { provinces.province(name) { readProvince(name) } }

  private func readProvince(_ name: String) -> Province {
    var keys: Set<UInt64> = []
    var points: [(latitude: Double, longitude: Double)] = []
    func add(_ name: String) { PlaceRunKeys.keys(of: Array(name.utf8))?.midKey.map { _ = keys.insert($0) } }
    add(name)
    var indices = candidates(for: name).filter { $0.table == .place }.map(\.index)
    if let index = places.index(id: name) { indices.append(index) }
    for index in indices {
      guard let numbers = placeNumbers(index) else { continue }
      if numbers.feature == .governorate {
        add(field(.place, index, 1))
        for alias in field(.place, index, 3).listed { add(alias) }
      }
      if numbers.feature == .city, let point = numbers.point { points.append(point) }
    }
    return Province(keys: keys, points: points)
  }
}

/// A province that a text names.
struct Province: Sendable {
  /// Mid keys of all its names.
  var keys: Set<UInt64>
  /// Where places of its name lie, degrees.
  var points: [(latitude: Double, longitude: Double)]
}
