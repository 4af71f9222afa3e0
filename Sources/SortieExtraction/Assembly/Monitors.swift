internal import SortieGazetteer
internal import SortieSchema

/// "A monitor" is the monitor that the text names elsewhere, where it names one alone.
enum Monitors {
  /// Row of the claimants that stands for a monitor without a name.
  static let unnamed = "monitoring-group"

  static func name(_ drafts: inout [Draft], gazetteer: Gazetteer) {
    guard let generic = gazetteer.claimants[id: unnamed]?.name else { return }
    var named: Set<String> = []
    for claim in drafts.flatMap({ $0.claims }) where claim.value.kind == .monitor && claim.value.claimant != generic {
      named.insert(claim.value.claimant)
    }
    for index in drafts.indices {
      guard let position = drafts[index].claims.firstIndex(where: { $0.value.claimant == generic }) else { continue }
      let stance = drafts[index].claims[position].value.stance
      if drafts[index].claims.contains(where: { named.contains($0.value.claimant) && $0.value.stance == stance }) {
        drafts[index].claims.remove(at: position)
      } else if named.count == 1, let name = named.first {
        drafts[index].claims[position].value.claimant = name
      }
    }
  }
}
