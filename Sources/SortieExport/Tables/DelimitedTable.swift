import SortieSchema

/// One table as delimited text: what CSV and TSV have in common.
struct DelimitedTable: Sendable {
  let layout: Layout
  private let writer: DelimitedWriter
  private let claimantSides: (@Sendable (_ claimant: String) -> [String])?

  init(layout: Layout, writer: DelimitedWriter, options: FormatOptions) {
    self.layout = layout
    self.writer = writer
    claimantSides = options.claimantSides
  }

  func begin(into buffer: inout [UInt8]) { writer.header(layout.columns.map(\.name), into: &buffer) }

  func write(_ result: DocumentResult, into buffer: inout [UInt8]) {
    write(TabledResult(result, claimantSides: claimantSides), into: &buffer)
  }

  func write(_ result: TabledResult, into buffer: inout [UInt8]) {
    // The buffer is lent, so that it is not copied.
    var rows = DelimitedRows(writer: writer, buffer: buffer)
    buffer = []
    layout.appendText(of: result, to: &rows)
    buffer = rows.cell.bytes
  }
}

/// Rows of delimited text, cell by cell, at the end of a buffer.
struct DelimitedRows {
  let writer: DelimitedWriter
  var cell: CellWriter

  fileprivate init(writer: DelimitedWriter, buffer: consuming [UInt8]) {
    self.writer = writer
    cell = CellWriter(buffer)
  }

  /// Completes the cell that was put, and makes ready for the next one of the row.
  mutating func endCell() {
    switch cell.kind {
    case .text: writer.finishText(from: cell.start, in: &cell.bytes)
    case .integer: DecimalText.append(cell.integer, to: &cell.bytes)
    case .number: DecimalText.append(cell.number, to: &cell.bytes)
    case .flag: cell.append(cell.flag ? "true" : "false")
    case .date: DecimalText.append(cell.date, to: &cell.bytes)
    }
    cell.bytes.append(writer.delimiter)
    cell.next()
  }

  /// Completes the row, which has one cell at least.
  mutating func endRow() {
    cell.bytes.removeLast()
    writer.endRow(in: &cell.bytes)
    cell.next()
  }
}
