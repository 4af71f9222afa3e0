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

  /// A record in short: operators, day, places, sorties, strikes, dead, and a status that is not "reported".
  static func line(_ record: Sortie) -> String {
    var parts: [String] = [Set(record.participants.map(\.operator)).sorted().joined(separator: "+")]
    parts.append(record.date?.start.map { "\($0)" } ?? "–")
    parts.append(record.places.map(\.name).joined(separator: ", "))
    if let sorties = record.counts.sorties?.min, sorties > 3 { parts.append("\(sorties) sorties") }
    if let strikes = record.counts.strikes?.min, strikes > 1 { parts.append("\(strikes) strikes") }
    if let dead = record.casualties.compactMap({ $0.killed?.min }).max(), dead > 1 { parts.append("\(dead) dead") }
    if record.status != .reported { parts.append(record.status.rawValue) }
    return parts.joined(separator: " ")
  }
}
