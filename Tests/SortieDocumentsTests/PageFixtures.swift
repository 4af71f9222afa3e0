import Foundation
import SortieDocuments
import SortieSchema
import Testing

/// A page of `Pages`, with what a careful reader takes from it.
struct PageFixture: CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let published: String
  /// Words of the text, and words that may be given or left out.
  let text: [String: Int]
  let optional: [String: Int]

  var testDescription: String { name }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Pages")

  static func all(_ half: String) throws -> [PageFixture] {
    let folder = folder.appendingPathComponent(half)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".html") }.sorted()
      .map { file in
        let page = folder.appendingPathComponent(file)
        let gold = try JSONValue(
          parsing: Array(Data(contentsOf: page.deletingPathExtension().appendingPathExtension("json"))))
        func lines(_ key: String) -> String { (gold[key]?.array ?? []).compactMap(\.string).joined(separator: " ") }
        let published = gold["published"]?.string ?? ""
        return PageFixture(
          name: "\(half)/\(file)", bytes: Array(try Data(contentsOf: page)), published: published,
          text: words(lines("text")), optional: words(lines("optional") + " by " + published))
      }
  }

  static func words(_ text: String) -> [String: Int] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.reduce(into: [:]) { $0[String($1), default: 0] += 1 }
  }

  /// Word-level precision and recall; optional words count neither for nor against.
  func score(_ given: String) -> (precision: Double, recall: Double, f1: Double) {
    var hits = 0
    var found = 0
    for (word, count) in Self.words(given) {
      let right = text[word] ?? 0
      let surplus = max(0, count - right)
      found += count - min(surplus, optional[word] ?? 0)
      hits += min(count, right)
    }
    guard hits > 0 else { return (0, 0, 0) }
    let precision = Double(hits) / Double(found)
    let recall = Double(hits) / Double(text.values.reduce(0, +))
    return (precision, recall, 2 * precision * recall / (precision + recall))
  }
}
