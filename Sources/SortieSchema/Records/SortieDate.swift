/// When the action was flown, as far as the text tells.
public struct SortieDate: Hashable, Sendable {
  /// How exactly the words tell when; `unknown` where only the words are known.
  public enum Precision: String, CaseIterable, Sendable { case day, range, month, year, unknown }
  /// Whether the day is written out, was reckoned from another day, or is not known.
  public enum Basis: String, CaseIterable, Sendable { case explicit, relative, none }

  /// First and last day, both inclusive; nil where the words could not be resolved.
  public var start: CalendarDate?
  public var end: CalendarDate?
  public var precision: Precision
  /// Whether the day is written out, was reckoned from another, or could not be.
  public var basis: Basis
  public var text: String?

  public init(start: CalendarDate?, end: CalendarDate?, precision: Precision, basis: Basis, text: String? = nil) {
    self.start = start
    self.end = end
    self.precision = precision
    self.basis = basis
    self.text = text
  }
}
