public import SortieSchema

/// The records to be scored, by text.
public struct Predictions: Sendable {
  public private(set) var records: [String: [CodedRecord]] = [:]

  public init(_ sorties: some Sequence<Sortie> = []) {
    for sortie in sorties { append(CodedRecord(sortie), to: sortie.document.id) }
  }

  /// Reads JSON Lines, one record in the form of the schema a line; blank lines are passed over.
  /// - Throws: `JSONError` with the line of the file and the column.
  public init(jsonLines bytes: [UInt8]) throws(JSONError) {
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { continue }
      let record = try JSONValue(parsing: Array(line), firstLine: index + 1)
      guard let document = record["document"] else {
        throw JSONError(.missing(key: "document"), at: record.position)
      }
      guard let id = document["id"] else { throw JSONError(.missing(key: "id"), at: document.position) }
      guard let name = id.string ?? id.integer.map(String.init) else {
        throw JSONError(.wrongType(found: id.typeName, expected: "string"), at: id.position)
      }
      append(try CodedRecord(json: record), to: name)
    }
  }

  /// Adds a record of a text.
  public mutating func append(_ record: CodedRecord, to document: String) {
    records[document, default: []].append(record)
  }

  /// The records of one text, in their order; none where the text gave none.
  public subscript(document: String) -> [CodedRecord] { records[document] ?? [] }
}
