internal import SortieGazetteer
internal import SortieSchema

/// "A monitor" is the monitor that the text names: the last before it, else the first that says something, else the only
/// one that the text speaks of.
enum Monitors {
  /// Row of the claimants that stands for a monitor without a name.
  static let unnamed = "monitoring-group"

  /// - Parameter told: the monitors that the text names, whether they say anything in it or not.
  static func name(_ drafts: inout [Draft], told: Set<String> = [], gazetteer: Gazetteer) {
    guard let generic = gazetteer.claimants[id: unnamed]?.name,
      drafts.contains(where: { $0.claims.contains { $0.value.claimant == generic } })
    else { return }
    let named = drafts.flatMap(\.claims).filter { $0.value.kind == .monitor && $0.value.claimant != generic }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    let names = Set(named.map(\.value.claimant))
    let only = told.subtracting([generic]).count == 1 ? told.subtracting([generic]).first : nil
    for index in drafts.indices {
      guard let position = drafts[index].claims.firstIndex(where: { $0.value.claimant == generic }) else { continue }
      let claim = drafts[index].claims[position]
      if drafts[index].claims.contains(where: {
        names.contains($0.value.claimant) && $0.value.stance == claim.value.stance
      }) {
        drafts[index].claims.remove(at: position)
      } else if let name =
        (named.last { $0.range.lowerBound < claim.range.lowerBound } ?? named.first)?.value.claimant ?? only
      {
        drafts[index].claims[position].value.claimant = name
      }
    }
  }
}
