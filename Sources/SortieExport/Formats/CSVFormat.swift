public import SortieSchema

/// Comma-separated values (RFC 4180, UTF-8, CR LF, a header), one row a record; the columns are `ColumnDocumentation.all`.
public struct CSVFormat: SortieFormat {
  public static let name = "csv"
  public static let fileExtensions = ["csv"]
  public static let about = "comma-separated values, one row a record, for spreadsheets and data frames"

  private let options: FormatOptions
  private let writer: DelimitedWriter

  public init(options: FormatOptions) {
    self.options = options
    writer = DelimitedWriter(delimiter: UInt8(ascii: ","), lineEnd: [0x0D, 0x0A], isRaw: options.isRaw)
  }

  public mutating func begin(into buffer: inout [UInt8]) { writer.header(Column.all, into: &buffer) }

  public mutating func write(_ result: DocumentResult, into buffer: inout [UInt8]) {
    for row in RecordRow.rows(of: result, options: options) { writer.row(row, Column.all, into: &buffer) }
  }

  public mutating func end(into buffer: inout [UInt8]) {}
}
