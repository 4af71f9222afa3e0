/// What the user and the gazetteer tell the formats.
public struct FormatOptions: Sendable {
  /// Leaves cells of text as they are, even where a spreadsheet would run them as a formula.
  public var isRaw: Bool
  /// Columns of the terminal that a table may take; nil: as many as the table needs.
  public var width: Int?
  /// The sides that a claimant speaks for, as ids of operators: "Russian Ministry of Defence" → `RU`, "CENTCOM" → `US`,
  /// `us-led-coalition`; empty where it is nobody's mouthpiece. Without this look-up the attribution of claimed records
  /// stays empty.
  public var claimantSides: (@Sendable (_ claimant: String) -> [String])?
  /// The name of a state, coalition or group by its id: `RU` → "Russia". Where there is none the id stands for itself.
  public var names: (@Sendable (_ id: String) -> String?)?

  public init(
    isRaw: Bool = false, width: Int? = nil, claimantSides: (@Sendable (_ claimant: String) -> [String])? = nil,
    names: (@Sendable (_ id: String) -> String?)? = nil
  ) {
    self.isRaw = isRaw
    self.width = width
    self.claimantSides = claimantSides
    self.names = names
  }
}
