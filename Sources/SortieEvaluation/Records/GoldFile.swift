public import SortieSchema

/// The gold records of one text: `{"doc": ID, "records": […]}`.
public struct GoldFile: Sendable {
  public let document: String
  public let records: [CodedRecord]

  public init(document: String, records: [CodedRecord]) {
    self.document = document
    self.records = records
  }

  /// - Throws: `JSONError` with the position of what is missing or wrong, also of a `partOf` that names no record.
  public init(json bytes: [UInt8]) throws(JSONError) {
    let file = try JSONValue(parsing: bytes)
    guard let name = file["doc"] else { throw JSONError(.missing(key: "doc"), at: file.position) }
    guard let document = name.string ?? name.integer.map(String.init) else {
      throw JSONError(.wrongType(found: name.typeName, expected: "string"), at: name.position)
    }
    guard let list = file["records"] else { throw JSONError(.missing(key: "records"), at: file.position) }
    guard let items = list.array else {
      throw JSONError(.wrongType(found: list.typeName, expected: "array"), at: list.position)
    }
    var records: [CodedRecord] = []
    for item in items { records.append(try CodedRecord(json: item)) }
    let parents = Kinship(records)
    for (index, item) in items.enumerated() where records[index].partOf != nil && parents.parent(of: index) == nil {
      throw JSONError(
        .notOneOf(found: records[index].partOf ?? "", allowed: ["the records of this file"]),
        at: item["partOf"]?.position ?? item.position)
    }
    self.init(document: document, records: records)
  }
}
