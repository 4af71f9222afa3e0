/// Writes tables as CSV.
enum CSVText {
  /// A row with its line end; fields are quoted where they must be.
  static func line(_ fields: [String]) -> String {
    fields.map { field($0) }.joined(separator: ",") + "\n"
  }

  static func field(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// `0.87`.
  static func hundredths(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
  }

  static func table(_ columns: [String], _ rows: [[String]]) -> String {
    rows.reduce(into: line(columns)) { $0 += line($1) }
  }
}
