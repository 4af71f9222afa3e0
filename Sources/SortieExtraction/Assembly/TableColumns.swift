internal import ReportText
internal import SortieGazetteer
internal import SortiePatterns

/// The columns of a table in a text, as its first line names them: "Town | Air raids | Barrel bombs | Killed".
struct TableColumns {
  /// What the cells of a column tell.
  enum Head: String {
    case place, aircraft, date, strikes, sorties, targets, munitions, killed, wounded

    var isNumber: Bool { self != .place && self != .aircraft && self != .date }
  }

  struct Column {
    /// Nil where the column's name is not known.
    let head: Head?
    /// Name and id of the munition that is counted, where the column names one.
    let munition: (name: String, id: String)?
  }

  let columns: [Column]

  /// - Returns: nil where a line is not the head of a table: it holds figures, or fewer than two known columns, or none
  ///   of numbers.
  init?(_ line: Range<Int>, words: Words, gazetteer: Gazetteer) {
    let cells = Self.cells(of: line, in: words.bytes)
    guard cells.count >= 2, !words.bytes[line].contains(where: { $0 &- 0x30 < 10 }) else { return nil }
    columns = cells.map { Self.column($0, words: words, gazetteer: gazetteer) }
    guard columns.filter({ $0.head != nil }).count >= 2, columns.contains(where: { $0.head?.isNumber ?? false }) else {
      return nil
    }
  }

  private static func column(_ cell: Range<Int>, words: Words, gazetteer: Gazetteer) -> Column {
    let name = words.folded(cell)
    let parts = name.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "(" || $0 == ")" })
    // "Sorties to date" are a running total beside those of the period.
    guard !words.language.runningTotals.entries.contains(where: { name.hasSuffix($0.key) }) else {
      return Column(head: nil, munition: nil)
    }
    for form in [name, name.hasSuffix("s") ? String(name.dropLast()) : name] {
      if let found = gazetteer.candidates(for: form).first(where: { $0.table == .munition }) {
        let row = gazetteer.munitions[found.index]
        return Column(head: .munitions, munition: (name: row.name, id: row.id))
      }
    }
    for length in stride(from: min(parts.count, 3), through: 1, by: -1) {
      let phrase = parts.prefix(length).joined(separator: " ")
      if let head = words.language.columnHeads[phrase].flatMap({ Head(rawValue: $0) }) {
        return Column(head: head, munition: nil)
      }
    }
    return Column(head: nil, munition: nil)
  }

  /// The cells of a line, without the blanks around them and without empty ones at its ends.
  static func cells(of line: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    for position in line where bytes[position] == separator {
      cells.append(trimmed(start..<position, in: bytes))
      start = position + 1
    }
    cells.append(trimmed(start..<line.upperBound, in: bytes))
    if cells.first?.isEmpty ?? false { cells.removeFirst() }
    if cells.last?.isEmpty ?? false { cells.removeLast() }
    return cells
  }

  static let separator = UInt8(ascii: "|")

  private static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == 0x20 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }
}
