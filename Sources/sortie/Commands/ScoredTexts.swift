import ReportText
import SortieSchema

/// What is known of the texts that are scored: the group of each, and its words where they are at hand.
struct ScoredTexts {
  /// Group by document id.
  private(set) var groups: [String: String] = [:]
  private var texts: [String: ReportText] = [:]

  init() {}

  /// Reads JSON Lines with `id`, the field to group by, and perhaps `text`.
  init(jsonLines path: String, field: String) throws {
    let bytes = try ScoreFiles.bytes(at: path)
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() where !line.isEmpty
    {
      let document = try ScoreFiles.naming(path) { () throws(JSONError) in
        try JSONValue(parsing: Array(line), firstLine: index + 1)
      }
      guard let id = document["id"].flatMap(Self.word) else {
        throw ScoreFiles.Fault(file: path, error: JSONError(.missing(key: "id"), at: document.position))
      }
      groups[id] = document[field].flatMap(Self.word)
      if let text = document["text"]?.string { texts[id] = ReportText(text, rules: .none) }
    }
  }

  /// Keeps the words of a text, unless they are known already.
  mutating func add(text bytes: [UInt8], of document: String) {
    if texts[document] == nil { texts[document] = ReportText(bytes, rules: .none) }
  }

  /// The sentence that a piece of evidence begins in, in one line; nil where the text is not at hand.
  func sentence(of evidence: Evidence, in document: String) -> String? {
    guard let text = texts[document],
      let sentence = text.sentences.first(where: { evidence.start < $0.range.upperBound })
    else { return nil }
    return text.string(sentence.range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func word(_ value: JSONValue) -> String? { value.string ?? value.integer.map(String.init) }
}
