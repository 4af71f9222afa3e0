public import SortieSchema

/// One array of all records, each on a line of its own, in the form of `sortie schema`.
public struct JSONFormat: SortieFormat {
  public static let name = "json"
  public static let fileExtensions = ["json"]
  public static let about = "one JSON array of all records"

  private var isFirst = true

  public init(options: FormatOptions) {}

  public mutating func begin(into buffer: inout [UInt8]) { buffer.append(UInt8(ascii: "[")) }

  public mutating func write(_ result: DocumentResult, into buffer: inout [UInt8]) {
    for record in result.records {
      buffer.append(contentsOf: (isFirst ? "\n" : ",\n").utf8)
      isFirst = false
      record.writeJSON(into: &buffer)
    }
  }

  public mutating func end(into buffer: inout [UInt8]) { buffer.append(contentsOf: (isFirst ? "]\n" : "\n]\n").utf8) }
}
