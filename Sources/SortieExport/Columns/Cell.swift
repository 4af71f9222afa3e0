public import SortieSchema

/// One value of a row.
public enum Cell: Hashable, Sendable {
  case empty
  case text(String)
  case integer(Int)
  case number(Double)
  case flag(Bool)
  case date(CalendarDate)

  init(_ text: String?) { self = text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty }
  init(_ value: Int?) { self = value.map(Cell.integer) ?? .empty }
  init(_ value: Double?) { self = value.map { $0.isFinite ? .number($0) : .empty } ?? .empty }
  init(_ value: Bool?) { self = value.map(Cell.flag) ?? .empty }
  init(_ value: CalendarDate?) { self = value.map(Cell.date) ?? .empty }
  /// The values joined by "; " in their order; empty where there are none.
  init(list values: [String]) {
    switch values.count {
    case 0: self = .empty
    // One value is joined to nothing, and the usual case.
    case 1: self.init(values[0])
    default: self = .text(values.joined(separator: "; "))
    }
  }
}
