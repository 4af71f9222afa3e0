public import SortieSchema

/// The table of `CSVFormat` with tabs between the cells and LF after each row; cells with tabs, quotes or line breaks
/// are quoted as in CSV.
public struct TSVFormat: SortieFormat {
  public static let name = "tsv"
  public static let fileExtensions = ["tsv", "tab"]
  public static let about = "the same table with tabs between the cells"

  private let options: FormatOptions
  private let writer: DelimitedWriter

  public init(options: FormatOptions) {
    self.options = options
    writer = DelimitedWriter(delimiter: 0x09, lineEnd: [0x0A], isRaw: options.isRaw)
  }

  public mutating func begin(into buffer: inout [UInt8]) { writer.header(Column.all, into: &buffer) }

  public mutating func write(_ result: DocumentResult, into buffer: inout [UInt8]) {
    for row in RecordRow.rows(of: result, options: options) { writer.row(row, Column.all, into: &buffer) }
  }

  public mutating func end(into buffer: inout [UInt8]) {}
}
