internal import Synchronization

/// The rows of the small tables, decoded at first use and kept: reading texts asks for them at every name.
///
/// Of places those are kept that texts named lately: there are many, and most texts name the same few again and again.
final class DecodedTables: Sendable {
  private final class Rows<Entry: GazetteerEntry>: Sendable {
    let entries: [Entry]
    init(_ entries: [Entry]) { self.entries = entries }
  }

  private let layers: [CompiledTables]
  private let aircraftRows = AtomicLazyReference<Rows<Aircraft>>()
  private let airForceRows = AtomicLazyReference<Rows<AirForce>>()
  private let groupRows = AtomicLazyReference<Rows<Group>>()
  private let claimantRows = AtomicLazyReference<Rows<Claimant>>()
  private let munitionRows = AtomicLazyReference<Rows<Munition>>()
  private let targetTypeRows = AtomicLazyReference<Rows<TargetType>>()
  private let derived = AtomicLazyReference<Derived>()
  private let named = AtomicLazyReference<Named>()
  private let places = Mutex<[Int: GazetteerPlace]>([:])
  private static let mostPlaces = 2_048

  /// What reading texts asks of whole tables.
  private final class Derived: Sendable {
    let stateForces: [String: String]
    let headWords: [Set<String>]

    init(_ groups: [Group], _ targetTypes: [TargetType]) {
      stateForces = Dictionary(
        groups.compactMap { group in
          group.kind == "state-forces" ? group.country.map { ($0, group.id) } : nil
        }, uniquingKeysWith: { first, _ in first })
      headWords = targetTypes.map { row in
        Set(
          ([row.name] + row.aliases).compactMap { name in
            name.lowercased().split(whereSeparator: { $0 == " " || $0 == "-" }).last.map(String.init)
          })
      }
    }
  }

  /// Rows by their name; of several the first.
  private final class Named: Sendable {
    let aircraft, claimants: [String: Int]

    init(_ aircraft: [Aircraft], _ claimants: [Claimant]) {
      self.aircraft = Self.rows(aircraft.map(\.name))
      self.claimants = Self.rows(claimants.map(\.name))
    }

    private static func rows(_ names: [String]) -> [String: Int] {
      Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    }
  }

  init(_ layers: [CompiledTables]) { self.layers = layers }

  // Two threads that come first at once may both decode; one result is kept and given to both.
  var aircraft: [Aircraft] { (aircraftRows.load() ?? aircraftRows.storeIfNil(decoded())).entries }
  var airForces: [AirForce] { (airForceRows.load() ?? airForceRows.storeIfNil(decoded())).entries }
  var groups: [Group] { (groupRows.load() ?? groupRows.storeIfNil(decoded())).entries }
  var claimants: [Claimant] { (claimantRows.load() ?? claimantRows.storeIfNil(decoded())).entries }
  var munitions: [Munition] { (munitionRows.load() ?? munitionRows.storeIfNil(decoded())).entries }
  var targetTypes: [TargetType] { (targetTypeRows.load() ?? targetTypeRows.storeIfNil(decoded())).entries }

  private var ofTables: Derived { derived.load() ?? derived.storeIfNil(Derived(groups, targetTypes)) }

  private var byName: Named { named.load() ?? named.storeIfNil(Named(aircraft, claimants)) }

  func aircraft(named name: String) -> Aircraft? { byName.aircraft[name].map { aircraft[$0] } }
  func claimant(named name: String) -> Claimant? { byName.claimants[name].map { claimants[$0] } }

  /// Ids of groups by the country whose forces they are; of several the first.
  var stateForces: [String: String] { ofTables.stateForces }

  /// For each target type the last words of its names, in small letters.
  var headWords: [Set<String>] { ofTables.headWords }

  func place(_ index: Int, otherwise decode: () -> GazetteerPlace) -> GazetteerPlace {
    if let place = places.withLock({ $0[index] }) { return place }
    let place = decode()
    places.withLock {
      if $0.count >= Self.mostPlaces { $0.removeAll(keepingCapacity: true) }
      $0[index] = place
    }
    return place
  }

  private func decoded<Entry: GazetteerEntry>() -> Rows<Entry> {
    Rows(
      layers.flatMap { layer in
        (0..<layer.count(Entry.table)).map { Entry(fields: layer.fields(Entry.table, $0)) }
      })
  }
}
