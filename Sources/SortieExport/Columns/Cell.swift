public import SortieSchema

/// One value of a row.
public enum Cell: Hashable, Sendable {
  case empty
  case text(String)
  case integer(Int)
  case number(Double)
  case flag(Bool)
  case date(CalendarDate)
}
