public import SortieSchema

/// The table of `CSVFormat` with tabs between the cells and LF after each row; cells with tabs, quotes or line breaks
/// are quoted as in CSV.
public struct TSVFormat: SortieFormat {
  public static let name = "tsv"
  public static let fileExtensions = ["tsv", "tab"]
  public static let about = "the same table with tabs between the cells"

  private let table: DelimitedTable

  public init(options: FormatOptions) {
    table = DelimitedTable(
      layout: options.layout,
      writer: DelimitedWriter(
        delimiter: 0x09, lineEnd: options.isForSpreadsheet ? .crlf : .lf, isRaw: options.isRaw,
        isForSpreadsheet: options.isForSpreadsheet), options: options)
  }

  public mutating func begin(into buffer: inout [UInt8]) { table.begin(into: &buffer) }

  public mutating func write(_ result: DocumentResult, into buffer: inout [UInt8]) {
    table.write(result, into: &buffer)
  }

  public mutating func end(into buffer: inout [UInt8]) {}
}
