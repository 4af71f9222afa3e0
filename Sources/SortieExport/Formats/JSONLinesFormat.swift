public import SortieSchema

/// One record a line, in the form of `sortie schema`.
public struct JSONLinesFormat: SortieFormat {
  public static let name = "jsonl"
  public static let fileExtensions = ["jsonl", "ndjson"]
  public static let about = "one JSON record a line, with evidence, findings and provenance"

  public init(options: FormatOptions) {}

  public mutating func begin(into buffer: inout [UInt8]) {}

  public mutating func write(_ result: DocumentResult, into buffer: inout [UInt8]) {
    for record in result.records {
      record.writeJSON(into: &buffer)
      buffer.append(0x0A)
    }
  }

  public mutating func end(into buffer: inout [UInt8]) {}
}
