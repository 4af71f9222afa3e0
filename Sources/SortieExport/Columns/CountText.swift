import SortieSchema

extension Count {
  /// The count in a cell of text: `2`, `15–20`, `≥20`, `≤8`, `~30`; nil where it says nothing.
  var cellText: String? {
    let sign = approximate ? "~" : ""
    switch (min, max) {
    case (let min?, let max?): return min == max ? "\(sign)\(min)" : "\(sign)\(min)–\(max)"
    case (let min?, nil): return "≥\(sign)\(min)"
    case (nil, let max?): return "≤\(sign)\(max)"
    case (nil, nil): return nil
    }
  }

  /// `2 × Su-24M`; only the name where no count is told.
  static func counted(_ count: Count?, _ name: String) -> String {
    guard let number = count?.cellText else { return name }
    return "\(number) × \(name)"
  }
}
