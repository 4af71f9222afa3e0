/// Which columns of a table hold what makes a text, as the user says it: by name or by number from 1.
public struct ColumnChoice: Hashable, Sendable {
  public var text: String?
  public var date: String?
  public var id: String?
  public var title: String?
  public var source: String?
  public var url: String?
  /// Which number stands first in days such as 03/04/2017; nil to tell by the days of the table.
  public var dayOrder: DayOrder?

  public init(
    text: String? = nil, date: String? = nil, id: String? = nil, title: String? = nil, source: String? = nil,
    url: String? = nil, dayOrder: DayOrder? = nil
  ) {
    self.text = text
    self.date = date
    self.id = id
    self.title = title
    self.source = source
    self.url = url
    self.dayOrder = dayOrder
  }

  subscript(field: DocumentFields.Key) -> String? {
    switch field {
    case .text: text
    case .published: date
    case .id: id
    case .title: title
    case .source: source
    case .url: url
    }
  }
}

/// Which number stands first in days written in digits.
public enum DayOrder: String, CaseIterable, Sendable {
  case dayMonthYear = "dmy"
  case monthDayYear = "mdy"
}
