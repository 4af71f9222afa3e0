public import SortieSchema

/// A readable table for a terminal, with the columns that tell at a glance what was flown.
///
/// The widths are settled by the first rows (`rowsForLayout`), after which rows are written as they come.
public struct TableFormat: SortieFormat {
  public static let name = "table"
  public static let fileExtensions: [String] = []
  public static let about = "a table to look at on a terminal"

  /// So many rows are held back to see how wide their cells are.
  static let rowsForLayout = 200

  private let options: FormatOptions
  private var held: [[String]] = []
  private var layout: TableLayout?

  public init(options: FormatOptions) { self.options = options }

  public mutating func begin(into buffer: inout [UInt8]) {}

  public mutating func write(_ result: DocumentResult, into buffer: inout [UInt8]) {
    for row in RecordRow.rows(of: result, options: options) {
      let cells = GlanceColumn.all.map { column in DisplayText.onOneLine(column.value(row) ?? "–") }
      if let layout {
        layout.write(cells, into: &buffer)
      } else {
        held.append(cells)
        if held.count == Self.rowsForLayout { settle(into: &buffer) }
      }
    }
  }

  public mutating func end(into buffer: inout [UInt8]) {
    if layout == nil, !held.isEmpty { settle(into: &buffer) }
  }

  private mutating func settle(into buffer: inout [UInt8]) {
    let titles = GlanceColumn.all.map(\.title)
    let layout = TableLayout(titles: titles, rows: held, width: options.width)
    layout.writeHeader(into: &buffer)
    for cells in held { layout.write(cells, into: &buffer) }
    held = []
    self.layout = layout
  }
}
