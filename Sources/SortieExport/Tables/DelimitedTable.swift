import SortieSchema

/// One table as delimited text: what CSV and TSV have in common.
struct DelimitedTable: Sendable {
  let layout: Layout
  private let writer: DelimitedWriter
  private let options: FormatOptions

  init(layout: Layout, writer: DelimitedWriter, options: FormatOptions) {
    self.layout = layout
    self.writer = writer
    self.options = options
  }

  func begin(into buffer: inout [UInt8]) { writer.header(layout.columns.map(\.name), into: &buffer) }

  func write(_ result: DocumentResult, into buffer: inout [UInt8]) {
    write(TabledResult(result, options: options), into: &buffer)
  }

  func write(_ result: TabledResult, into buffer: inout [UInt8]) {
    var rows = DelimitedRows(writer: writer, buffer: buffer)
    // The buffer is lent, so that it is not copied.
    buffer = []
    layout.appendText(of: result, to: &rows)
    buffer = rows.buffer
  }
}

/// Rows of delimited text, cell by cell, at the end of a buffer.
struct DelimitedRows {
  let writer: DelimitedWriter
  fileprivate(set) var buffer: [UInt8]
  private var isInRow = false

  fileprivate init(writer: DelimitedWriter, buffer: consuming [UInt8]) {
    self.writer = writer
    self.buffer = buffer
  }

  mutating func append(_ cell: Cell) {
    if isInRow { buffer.append(writer.delimiter) }
    isInRow = true
    writer.cell(cell, into: &buffer)
  }

  mutating func endRow() {
    buffer.append(contentsOf: writer.lineEnd)
    isInRow = false
  }
}
