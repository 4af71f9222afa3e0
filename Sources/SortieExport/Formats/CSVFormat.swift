public import SortieSchema

/// Comma-separated values (RFC 4180, UTF-8, CR LF, a header), one row a record,
/// or another table where the options ask for one.
public struct CSVFormat: SortieFormat {
  public static let name = "csv"
  public static let fileExtensions = ["csv"]
  public static let about = "comma-separated values, one row a record, for spreadsheets and data frames"

  private let table: DelimitedTable

  public init(options: FormatOptions) {
    table = DelimitedTable(
      layout: options.layout,
      writer: DelimitedWriter(
        delimiter: options.delimiter ?? UInt8(ascii: ","), lineEnd: .crlf, isRaw: options.isRaw,
        isForSpreadsheet: options.isForSpreadsheet), options: options)
  }

  public mutating func begin(into buffer: inout [UInt8]) { table.begin(into: &buffer) }

  public mutating func write(_ result: DocumentResult, into buffer: inout [UInt8]) {
    table.write(result, into: &buffer)
  }

  public mutating func end(into buffer: inout [UInt8]) {}
}
