internal import Synchronization

/// The rows of the small tables, each decoded at first use and kept: reading texts asks for them at every name, but one
/// text for few of them.
///
/// Of places those are kept that texts named lately: there are many, and most texts name the same few again and again.
final class DecodedTables: Sendable {
  private let layers: [CompiledTables]
  let aircraft: DecodedRows<Aircraft>
  let airForces: DecodedRows<AirForce>
  let groups: DecodedRows<Group>
  let claimants: DecodedRows<Claimant>
  let munitions: DecodedRows<Munition>
  let targetTypes: DecodedRows<TargetType>
  private let ofGroups = AtomicLazyReference<StateForces>()
  private let ofKinds = AtomicLazyReference<Kinds>()
  private let headWordRows: LazyRows<Set<String>>
  private let places = Mutex<[Int: GazetteerPlace]>([:])
  private static let mostPlaces = 2_048

  private final class StateForces: Sendable {
    let byCountry: [String: String]
    init(_ byCountry: [String: String]) { self.byCountry = byCountry }
  }

  /// Numbers of air forces by code and kind.
  private final class Kinds: Sendable {
    let airForces: [String: Int]
    init(_ airForces: [String: Int]) { self.airForces = airForces }
  }

  init(_ layers: [CompiledTables]) {
    self.layers = layers
    aircraft = DecodedRows(.aircraft, layers) { Aircraft(fields: $0) }
    airForces = DecodedRows(.airForce, layers) { AirForce(fields: $0) }
    groups = DecodedRows(.group, layers) { Group(fields: $0) }
    claimants = DecodedRows(.claimant, layers) { Claimant(fields: $0) }
    munitions = DecodedRows(.munition, layers) { Munition(fields: $0) }
    targetTypes = DecodedRows(.targetType, layers) { TargetType(fields: $0) }
    headWordRows = LazyRows(count: targetTypes.count)
  }

  /// The first air force of a kind with an operator's code.
  func airForce(ofKind kind: String, operatorCode: String) -> Int? {
    func key(_ kind: String, _ code: String) -> String { code + "/" + kind }
    if let known = ofKinds.load() { return known.airForces[key(kind, operatorCode)] }
    var numbers: [String: Int] = [:]
    for index in (0..<airForces.count).reversed() {
      let row = airForces[index]
      numbers[key(row.kind, row.operatorCode)] = index
    }
    return ofKinds.storeIfNil(Kinds(numbers)).airForces[key(kind, operatorCode)]
  }

  /// Ids of groups by the country whose forces they are; of several the first.
  var stateForces: [String: String] {
    if let known = ofGroups.load() { return known.byCountry }
    var byCountry: [String: String] = [:]
    for group in (0..<groups.count).map({ groups[$0] }) where group.kind == "state-forces" {
      if let country = group.country, byCountry[country] == nil { byCountry[country] = group.id }
    }
    return ofGroups.storeIfNil(StateForces(byCountry)).byCountry
  }

  /// The last words of the names of a target type, in small letters.
  func headWords(ofTargetType index: Int) -> Set<String> {
    headWordRows.row(index) {
      let row = targetTypes[index]
      return Set(
        ([row.name] + row.aliases).compactMap { name in
          name.lowercased().split(whereSeparator: { $0 == " " || $0 == "-" }).last.map(String.init)
        })
    }
  }

  func place(_ index: Int, otherwise decode: () -> GazetteerPlace) -> GazetteerPlace {
    if let place = places.withLock({ $0[index] }) { return place }
    let place = decode()
    places.withLock {
      if $0.count >= Self.mostPlaces { $0.removeAll(keepingCapacity: true) }
      $0[index] = place
    }
    return place
  }
}
