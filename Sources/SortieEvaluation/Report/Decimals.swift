/// Shares as text.
enum Decimals {
  /// `0.912`; a dash where there is none.
  static func three(_ share: Double?) -> String { share.map { fixed($0, places: 3) } ?? "–" }

  /// `0.90`.
  static func two(_ share: Double) -> String { fixed(share, places: 2) }

  private static func fixed(_ value: Double, places: Int) -> String {
    let scale = places == 3 ? 1000 : 100
    let whole = Int((value * Double(scale)).rounded())
    let fraction = String(whole % scale)
    return "\(whole / scale)." + String(repeating: "0", count: places - fraction.count) + fraction
  }
}
