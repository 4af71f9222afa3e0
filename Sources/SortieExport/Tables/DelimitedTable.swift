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
    let width = layout.columns.count
    var column = 0
    layout.forEachCell(of: result) { cell in
      if column > 0 { buffer.append(writer.delimiter) }
      writer.cell(cell, into: &buffer)
      column += 1
      if column == width {
        buffer.append(contentsOf: writer.lineEnd)
        column = 0
      }
    }
  }
}
