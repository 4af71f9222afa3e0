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
      // The widest column gives way first, one step at a time, until all fit.
      while widths.reduce(0, +) > room, let widest = widths.max(), widest > Self.narrowest,
        let index = widths.lastIndex(of: widest)
      {
        widths[index] -= 1
      }
    }
    self.widths = widths
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
