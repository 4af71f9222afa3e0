/// What the user and the gazetteer tell the formats.
public struct FormatOptions: Sendable {
  /// Leaves cells of text as they are, even where a spreadsheet would run them as a formula.
  public var isRaw: Bool
  /// The table that delimited text holds.
  public var layout: Layout
  /// Writes delimited text as spreadsheets want it: a byte order mark, CR LF, and text that looks like a number or a
  /// date as `="…"`.
  public var isForSpreadsheet: Bool
  /// What stands between the cells of CSV; nil: a comma.
  public var delimiter: UInt8?
  /// Columns of the terminal that a table may take; nil: as many as the table needs.
  public var width: Int?
  /// The sides that a claimant speaks for, as ids of operators: "Russian Ministry of Defence" → `RU`, "CENTCOM" → `US`,
  /// `us-led-coalition`; empty where it is nobody's mouthpiece. Without this look-up the attribution of claimed records
  /// stays empty.
  public var claimantSides: (@Sendable (_ claimant: String) -> [String])?
  /// The name of a state, coalition or group by its id: `RU` → "Russia". Where there is none the id stands for itself.
  public var names: (@Sendable (_ id: String) -> String?)?

  public init(
    isRaw: Bool = false, layout: Layout = .wide, isForSpreadsheet: Bool = false, delimiter: UInt8? = nil,
    width: Int? = nil, claimantSides: (@Sendable (_ claimant: String) -> [String])? = nil,
    names: (@Sendable (_ id: String) -> String?)? = nil
  ) {
    self.isRaw = isRaw
    self.layout = layout
    self.isForSpreadsheet = isForSpreadsheet
    self.delimiter = delimiter
    self.width = width
    self.claimantSides = claimantSides
    self.names = names
  }
}
