/// Keeps spreadsheets from running a cell of text as a formula.
///
/// A cell of text whose first character is `=`, `+`, `-`, `@`, a tab or a carriage return, with or without apostrophes
/// before it, gets one apostrophe more. So the way back is plain: where apostrophes stand before one of those
/// characters, take one away.
public enum FormulaGuard {
  static let apostrophe = UInt8(ascii: "'")

  static func needsApostrophe(_ cell: ArraySlice<UInt8>) -> Bool {
    var index = cell.startIndex
    while index < cell.endIndex, cell[index] == apostrophe { index += 1 }
    guard index < cell.endIndex else { return false }
    switch cell[index] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: return true
    default: return false
    }
  }

  /// The cell of text as it is written by default.
  public static func defused(_ cell: String) -> String {
    needsApostrophe(Array(cell.utf8)[...]) ? "'" + cell : cell
  }

  /// The text of a cell that was written by default.
  public static func restored(_ cell: String) -> String {
    cell.first == "'" && needsApostrophe(Array(cell.utf8)[...]) ? String(cell.dropFirst()) : cell
  }
}
