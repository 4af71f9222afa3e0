/// Widths of the columns of a table, and how its rows are written.
struct TableLayout: Sendable {
  let titles: [String]
  let widths: [Int]

  private static let gap = "  "
  /// No column is squeezed below this, even where the table is then wider than asked.
  private static let narrowest = 6

  /// - Parameter width: columns of the terminal; nil: as wide as the rows need.
  init(titles: [String], rows: [[String]], width: Int?) {
    self.titles = titles
    var widths = titles.map { DisplayText.width(of: $0) }
    for row in rows {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], DisplayText.width(of: cell)) }
    }
    if let width {
      let room = width - Self.gap.count * (titles.count - 1)
      // The widest column gives way first, one step at a time, until all fit; words are cut only where nothing else
      // helps.
      let words = Self.longestWords(titles: titles, rows: rows)
      for floors in [words, widths.map { _ in Self.narrowest }] {
        while widths.reduce(0, +) > room,
          let index = widths.indices.filter({ widths[$0] > floors[$0] }).max(by: { widths[$0] <= widths[$1] })
        {
          widths[index] -= 1
        }
      }
    }
    self.widths = widths
  }

  /// The width of the longest word of each column, which wrapping keeps whole.
  private static func longestWords(titles: [String], rows: [[String]]) -> [Int] {
    var longest = titles.map { DisplayText.width(of: $0) }
    for row in rows {
      for (index, cell) in row.enumerated() {
        for word in DisplayText.words(of: cell) { longest[index] = max(longest[index], DisplayText.width(of: word)) }
      }
    }
    return longest
  }

  func writeHeader(into buffer: inout [UInt8]) {
    write(titles, into: &buffer)
    write(widths.map { String(repeating: "─", count: $0) }, into: &buffer)
  }

  /// Appends a row; cells that are too wide go on in the lines below.
  func write(_ cells: [String], into buffer: inout [UInt8]) {
    let columns = zip(cells, widths).map { DisplayText.wrapped($0, to: $1) }
    for line in 0..<(columns.map(\.count).max() ?? 0) {
      var pending = 0
      for (index, lines) in columns.enumerated() {
        let text = line < lines.count ? lines[line] : ""
        if !text.isEmpty {
          buffer.append(contentsOf: repeatElement(0x20, count: pending))
          buffer.append(contentsOf: text.utf8)
          pending = 0
        }
        // Spaces are written only before more text, so that no line ends in them.
        pending += max(0, widths[index] - DisplayText.width(of: text)) + Self.gap.count
      }
      buffer.append(0x0A)
    }
  }
}
