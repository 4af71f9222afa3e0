internal import Synchronization

/// The rows of the small tables, decoded at first use and kept: reading texts asks for them at every name.
///
/// Places are not kept: there are many, and a text names few of them.
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

  init(_ layers: [CompiledTables]) { self.layers = layers }

  // Two threads that come first at once may both decode; one result is kept and given to both.
  var aircraft: [Aircraft] { (aircraftRows.load() ?? aircraftRows.storeIfNil(decoded())).entries }
  var airForces: [AirForce] { (airForceRows.load() ?? airForceRows.storeIfNil(decoded())).entries }
  var groups: [Group] { (groupRows.load() ?? groupRows.storeIfNil(decoded())).entries }
  var claimants: [Claimant] { (claimantRows.load() ?? claimantRows.storeIfNil(decoded())).entries }
  var munitions: [Munition] { (munitionRows.load() ?? munitionRows.storeIfNil(decoded())).entries }
  var targetTypes: [TargetType] { (targetTypeRows.load() ?? targetTypeRows.storeIfNil(decoded())).entries }

  private func decoded<Entry: GazetteerEntry>() -> Rows<Entry> {
    Rows(
      layers.flatMap { layer in
        (0..<layer.count(Entry.table)).map { Entry(fields: layer.fields(Entry.table, $0)) }
      })
  }
}
