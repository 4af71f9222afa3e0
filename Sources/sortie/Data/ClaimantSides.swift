import SortieGazetteer

/// For whom a claimant speaks: the operators whose own statement its word is.
struct ClaimantSides {
  private let byName: [String: [String]]

  /// Kinds of claimants that speak for the state or coalition of their row; a monitor of a country does not.
  private static let mouthpieces: Set<String> = ["official", "agency", "outlet"]

  /// States that lead a coalition and speak for it.
  private static let led = ["US": ["us-led-coalition"], "SA": ["saudi-led-coalition"]]

  init(_ gazetteer: Gazetteer) {
    var byName: [String: [String]] = [:]
    for claimant in gazetteer.claimants.current {
      if let side = claimant.country, Self.mouthpieces.contains(claimant.kind) {
        byName[claimant.name] = [side] + (Self.led[side] ?? [])
      } else if claimant.kind == "group" {
        byName[claimant.name] = [claimant.id]
      }
    }
    self.byName = byName
  }

  /// Empty where the claimant is nobody's mouthpiece.
  subscript(claimant: String) -> [String] { byName[claimant] ?? [] }
}
