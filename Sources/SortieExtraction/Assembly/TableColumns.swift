internal import ReportText
internal import SortieGazetteer
internal import SortiePatterns

/// The columns of a table in a text, as its first line names them: "Town | Air raids | Barrel bombs | Killed".
struct TableColumns {
  /// What the cells of a column tell.
  enum Head: Equatable {
    case place, aircraft, date, strikes, sorties, killed, wounded
    /// How many of a munition, by its name and id, were used.
    case munition(name: String, id: String)

    /// A column's kind as the word table `column-heads` gives it.
    init?(word: String) {
      switch word {
      case "place": self = .place
      case "aircraft": self = .aircraft
      case "date": self = .date
      case "strikes": self = .strikes
      case "sorties": self = .sorties
      case "killed": self = .killed
      case "wounded": self = .wounded
      default: return nil
      }
    }

    var isNumber: Bool {
      switch self {
      case .place, .aircraft, .date: false
      case .strikes, .sorties, .munition, .killed, .wounded: true
      }
    }
  }

  /// What each column tells; nil where its name is not known.
  let heads: [Head?]

  /// - Returns: nil where a line is not the head of a table: it holds figures, or fewer than two known columns, or none
  ///   of numbers.
  init?(_ line: Range<Int>, words: Words, gazetteer: Gazetteer) {
    let cells = Self.cells(of: line, in: words.bytes)
    guard cells.count >= 2, !words.bytes[line].contains(where: { $0 &- 0x30 < 10 }) else { return nil }
    heads = cells.map { Self.head($0, words: words, gazetteer: gazetteer) }
    guard heads.count(where: { $0 != nil }) >= 2, heads.contains(where: { $0?.isNumber ?? false }) else { return nil }
  }

  private static func head(_ cell: Range<Int>, words: Words, gazetteer: Gazetteer) -> Head? {
    let name = words.folded(cell)
    let parts = name.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "(" || $0 == ")" })
    // "Sorties to date" are a running total beside those of the period.
    guard !words.language.runningTotals.entries.contains(where: { name.hasSuffix($0.key) }) else {
      return nil
    }
    for form in [name, name.hasSuffix("s") ? String(name.dropLast()) : name] {
      if let found = gazetteer.candidates(for: form).first(where: { $0.table == .munition }) {
        let row = gazetteer.munitions[found.index]
        return .munition(name: row.name, id: row.id)
      }
    }
    for length in stride(from: min(parts.count, 3), through: 1, by: -1) {
      let phrase = parts.prefix(length).joined(separator: " ")
      if let head = words.language.columnHeads[phrase].flatMap(Head.init(word:)) { return head }
    }
    return nil
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
