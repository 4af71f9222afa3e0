import SortieSchema
import Testing

/// A short text, and what its records have to tell; each suite says in which words.
struct TextCase: Sendable, CustomTestStringConvertible {
  let what: String
  let text: String
  var source: String?
  let told: [String]

  var testDescription: String { what }

  func records(published: CalendarDate? = nil) -> [Sortie] {
    SourceData.extractor.read(
      Array(text.utf8), document: DocumentInfo(id: "t", source: source, published: published)
    ).records
  }
}
