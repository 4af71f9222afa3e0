internal import SortieSchema

/// What is wrong in JSON, and at which offset of the bytes it is a part of.
struct LineFault: Error {
  let problem: InputProblem
  let offset: Int
}

/// The values of one JSON object that make a document.
struct DocumentFields {
  enum Key: String, CaseIterable {
    case id, title, published, source, url, text
  }

  private var values = [[UInt8]?](repeating: nil, count: Key.allCases.count)
  var publishedOffset: Int?
  /// Leads from the text to the bytes that were parsed.
  var textMap = SourceMap()

  private static func index(_ key: Key) -> Int {
    switch key {
    case .id: 0
    case .title: 1
    case .published: 2
    case .source: 3
    case .url: 4
    case .text: 5
    }
  }

  var text: [UInt8]? { values[Self.index(.text)] }

  /// A value as text; nil where it is missing or empty.
  subscript(key: Key) -> String? {
    guard let bytes = values[Self.index(key)], !bytes.isEmpty else { return nil }
    return StrayBytes.string(bytes)
  }

  var metadata: DocumentMetadata {
    var metadata = DocumentMetadata()
    metadata.state(.title, self[.title], by: .field)
    metadata.state(.published, self[.published], by: .field)
    metadata.state(.source, self[.source], by: .field)
    metadata.state(.url, self[.url], by: .field)
    return metadata
  }

  mutating func set(_ key: Key, _ bytes: [UInt8]) { values[Self.index(key)] = bytes }
}
