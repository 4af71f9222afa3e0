/// Keeps spreadsheets from running a cell of text as a formula.
///
/// A cell of text whose first character is `=`, `+`, `-`, `@`, a tab or a carriage return, with or without apostrophes
/// before it, gets one apostrophe more. So the way back is plain: where apostrophes stand before one of those
/// characters, take one away.
public enum FormulaGuard {
  static let apostrophe = UInt8(ascii: "'")

  /// Whether the cell of text that the buffer holds from `start` on would be run, or has been defused before.
  static func needsApostrophe(_ buffer: [UInt8], from start: Int) -> Bool {
    var index = start
    while index < buffer.count, buffer[index] == apostrophe { index += 1 }
    guard index < buffer.count else { return false }
    switch buffer[index] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: return true
    default: return false
    }
  }

  /// The cell of text as it is written by default.
  public static func defused(_ cell: String) -> String {
    needsApostrophe(Array(cell.utf8), from: 0) ? "'" + cell : cell
  }

  /// The text of a cell that was written by default.
  public static func restored(_ cell: String) -> String {
    cell.first == "'" && needsApostrophe(Array(cell.utf8), from: 0) ? String(cell.dropFirst()) : cell
  }
}
