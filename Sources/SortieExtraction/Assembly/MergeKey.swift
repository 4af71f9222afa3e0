internal import SortieSchema

/// What of a draft tells most others apart at a glance, so that few pairs are compared slot by slot.
struct MergeKey {
  private let isCumulative: Bool
  private let ownsDate: Bool
  private let isDefinite: Bool
  /// First and last day; nil where one is not known.
  private let days: (first: CalendarDate, last: CalendarDate)?
  /// The only place, where it is a settlement of a gazetteer with a point.
  private let settlement: (id: String, precision: Place.Precision?)?

  init(_ draft: Draft) {
    isCumulative = draft.isCumulative
    ownsDate = draft.ownsDate
    isDefinite = draft.isDefinite
    if let date = draft.date?.value, let first = date.start ?? date.end, let last = date.end ?? date.start {
      days = (first, last)
    } else {
      days = nil
    }
    if draft.places.count == 1, let place = draft.places.first?.value, place.level == 4, let id = place.place.id,
      place.place.latitude != nil
    {
      settlement = (id, place.place.precision)
    } else {
      settlement = nil
    }
  }

  /// Whether a draft certainly tells another action than a record: see `SameAction.judge`, which then finds a
  /// contradiction, this one or another.
  func contradicts(_ draft: MergeKey) -> Bool {
    if isCumulative != draft.isCumulative { return true }
    if draft.ownsDate, let a = days, let b = draft.days, b.last < a.first || a.last < b.first { return true }
    // Two settlements are two places, unless one is told as near the other.
    if !draft.isDefinite, let a = settlement, let b = draft.settlement, a.id != b.id {
      return !(a.precision == .nearPoint && b.precision == .point || a.precision == .point && b.precision == .nearPoint)
    }
    return false
  }
}

/// What of a draft tells at a glance that it is no part of most others.
struct PartKey {
  private let kind: Sortie.Kind
  private let hasDate: Bool
  private let ownsDate: Bool
  private let start, end: CalendarDate?
  private let figures: (strikes: Int?, sorties: Int?, targets: Int?)

  init(_ draft: Draft) {
    kind = draft.kind
    hasDate = draft.date != nil
    ownsDate = draft.ownsDate
    start = draft.date?.value.start
    end = draft.date?.value.end
    figures = (
      draft.strikes?.value.bestFigure, draft.sorties?.value.bestFigure, draft.targetTotal?.value.bestFigure
    )
  }

  /// Whether a draft may be a part of a total; where not, `Totals.isPart` finds that it is none.
  func mayBePart(of total: PartKey) -> Bool {
    guard kind == total.kind || kind == .strike && total.kind == .other else { return false }
    if hasDate, total.hasDate {
      guard let first = start ?? end, let from = total.start, let to = total.end, from <= first, end ?? first <= to
      else {
        return false
      }
    } else if hasDate, ownsDate {
      return false
    }
    func exceeds(_ part: Int?, _ total: Int?) -> Bool {
      guard let part, let total else { return false }
      return part > total
    }
    return !exceeds(figures.strikes, total.figures.strikes) && !exceeds(figures.sorties, total.figures.sorties)
      && !exceeds(figures.targets, total.figures.targets)
  }
}
