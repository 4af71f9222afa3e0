internal import SortieSchema

/// Decides whether two drafts tell the same action.
///
/// A conflict in one slot settles it: other days, other places, other numbers. Without one, what both share adds up.
enum SameAction {
  /// Why two drafts were joined or kept apart, for the trace.
  struct Verdict {
    /// Nil: something contradicts.
    var score: Int?
    var reasons: [String]
    var reason: String { reasons.joined(separator: ", ") }
  }

  /// From this on two drafts that both tell an action are one.
  static let threshold = 3

  /// Each comparison either contradicts or adds to the score; the first that contradicts settles it.
  static func judge(_ record: Draft, _ draft: Draft) -> Verdict {
    var pair = Pair(record: record, draft: draft)
    let contradiction =
      pair.compareActions() ?? pair.compareDays() ?? pair.compareSides() ?? pair.compareAircraft()
      ?? pair.comparePlaces()
      ?? pair.compareTolls() ?? pair.compareUntoldDays() ?? pair.compareAllies() ?? pair.compareNumbers()
    if let contradiction { return Verdict(score: nil, reasons: [contradiction]) }
    pair.compareTargets()
    pair.weighTelling()
    return Verdict(score: pair.score, reasons: pair.reasons)
  }

  /// Whether two dates can be one; nil where either is unknown.
  static func overlap(_ a: SortieDate, _ b: SortieDate) -> Bool? {
    guard let start = a.start ?? a.end, let end = a.end ?? a.start, let from = b.start ?? b.end,
      let to = b.end ?? b.start
    else { return nil }
    return start <= to && from <= end
  }

  /// Whether two periods share days and neither lies within the other.
  static func crosses(_ a: SortieDate, _ b: SortieDate) -> Bool {
    guard let start = a.start, let end = a.end, let from = b.start, let to = b.end, start <= to, from <= end else {
      return false
    }
    return start < from && end < to || from < start && to < end
  }

  /// A family and its variant are one type; two variants are not.
  static func related(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let (short, long) = a.utf8.count < b.utf8.count ? (a, b) : (b, a)
    guard long.hasPrefix(short), let next = long.dropFirst(short.count).first else { return false }
    // Mi-2 is no Mi-24.
    return !next.isNumber
  }

  static func bearings(_ draft: Draft) -> Names { Names(draft.places.lazy.compactMap(\.value.place.bearing)) }
}
