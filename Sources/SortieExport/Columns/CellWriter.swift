import SortieSchema

/// Takes what a column says of a row.
///
/// The bytes of text go straight to the end of a buffer that all cells share, so that writing a cell of text costs no
/// string and no array; other values are kept as they are, for formats write them each in their own way. A column that
/// puts nothing leaves the cell empty.
struct CellWriter {
  /// What was put.
  enum Kind { case text, integer, number, flag, date }

  /// What was written before, and behind `start` the text of this cell.
  var bytes: [UInt8]
  /// Where the text of this cell begins.
  private(set) var start: Int
  private(set) var kind = Kind.text
  /// What was put where it was no text. The others are of earlier cells.
  private(set) var integer = 0
  private(set) var number = 0.0
  private(set) var flag = false
  private(set) var date = CalendarDate(dayNumber: 0)

  init(_ bytes: consuming [UInt8] = []) {
    self.bytes = bytes
    start = self.bytes.count
  }

  /// Makes ready for the next cell, which begins at the end of the bytes.
  mutating func next() {
    start = bytes.count
    kind = .text
  }

  /// What was put, as a value of its own; the bytes are empty again.
  mutating func take() -> Cell {
    defer {
      bytes.removeAll(keepingCapacity: true)
      next()
    }
    return switch kind {
    case .text: bytes.isEmpty ? .empty : .text(String(decoding: bytes, as: UTF8.self))
    case .integer: .integer(integer)
    case .number: .number(number)
    case .flag: .flag(flag)
    case .date: .date(date)
    }
  }

  // MARK: One value

  mutating func put(_ text: String?) { if let text { append(text) } }

  mutating func put(_ value: Int?) {
    guard let value else { return }
    kind = .integer
    integer = value
  }

  /// What is no number is not put.
  mutating func put(_ value: Double?) {
    guard let value, value.isFinite else { return }
    kind = .number
    number = value
  }

  mutating func put(_ value: Bool?) {
    guard let value else { return }
    kind = .flag
    flag = value
  }

  mutating func put(_ value: CalendarDate?) {
    guard let value else { return }
    kind = .date
    date = value
  }

  // MARK: Several values in one cell of text

  /// The values that the items have, joined by "; " in their order.
  @inline(__always)
  mutating func put<Item>(list items: [Item], _ text: (Item) -> String?) {
    put(list: items.indices) { index, cell in
      guard let text = text(items[index]) else { return false }
      cell.append(text)
      return true
    }
  }

  /// The same, each value only at its first place.
  @inline(__always)
  mutating func put<Item>(unique items: [Item], _ text: (Item) -> String?) {
    // Lists are short: looking through them is cheaper than a set, until they are not.
    guard items.count <= 16 else { return put(list: WideColumns.unique(items.compactMap(text))) { $0 } }
    put(list: items.indices) { index, cell in
      guard let found = text(items[index]) else { return false }
      var earlier = 0
      while earlier < index {
        if text(items[earlier]) == found { return false }
        earlier += 1
      }
      cell.append(found)
      return true
    }
  }

  /// What is written for the items, joined by "; ". It is inlined, as the others are, so that no item is copied.
  /// - Parameter write: writes an item; false where it wrote nothing, and the item has no place in the list.
  @inline(__always)
  mutating func put<Items: Sequence>(list items: Items, writing write: (Items.Element, inout CellWriter) -> Bool) {
    var isFirst = true
    for item in items {
      if !isFirst { append("; ") }
      if write(item, &self) { isFirst = false } else if !isFirst { bytes.removeLast(2) }
    }
  }

  // MARK: Pieces of a cell of text

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(_ number: Int) { DecimalText.append(number, to: &bytes) }

  /// `2 × Su-24M`; only the name where no count is told.
  mutating func append(_ count: CountFigure?, _ name: String) {
    if count?.appendText(to: &bytes) == true { append(" × ") }
    append(name)
  }
}
