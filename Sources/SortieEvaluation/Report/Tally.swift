/// What was right, what was invented and what was missed, of records or of slots.
public struct Tally: Hashable, Sendable {
  public var matched = 0
  /// Predicted, and not in gold.
  public var spurious = 0
  /// In gold, and not predicted.
  public var missing = 0

  public init(matched: Int = 0, spurious: Int = 0, missing: Int = 0) {
    self.matched = matched
    self.spurious = spurious
    self.missing = missing
  }

  /// Share of what was predicted that is right; nil where nothing was predicted.
  public var precision: Double? { Self.share(matched, of: matched + spurious) }
  /// Share of gold that was found; nil where gold has nothing.
  public var recall: Double? { Self.share(matched, of: matched + missing) }
  /// Harmonic mean of both; nil where there is nothing on either side.
  public var f1: Double? { Self.share(2 * matched, of: 2 * matched + spurious + missing) }

  public var isEmpty: Bool { matched + spurious + missing == 0 }

  public static func + (a: Tally, b: Tally) -> Tally {
    Tally(matched: a.matched + b.matched, spurious: a.spurious + b.spurious, missing: a.missing + b.missing)
  }

  public static func += (a: inout Tally, b: Tally) { a = a + b }

  private static func share(_ part: Int, of whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }
}

extension Sequence<Tally> {
  /// All tallies in one.
  public var sum: Tally { reduce(Tally(), +) }
}
