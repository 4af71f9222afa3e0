import Foundation
import SortieEvaluation
import SortieExtraction
import SortieSchema
import Testing

/// Texts with the records that a person coded of them.
enum CodedTexts: String, CaseIterable, Sendable {
  /// The package's own, each with `gold.json` beside `report.txt`.
  case fixtures
  /// Texts of the package that were written and coded by others than who wrote the rules.
  case independent
  /// A corpus that may lie beside the package; its texts are not the project's to give away.
  case corpus

  struct Text: Sendable, CustomTestStringConvertible {
    let document: DocumentInfo
    let bytes: [UInt8]
    let gold: GoldFile

    var testDescription: String { document.id }
  }

  private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let corpusFolder = package.deletingLastPathComponent().appending(path: "shared/corpus/dev")

  var isThere: Bool {
    switch self {
    case .fixtures, .independent: true
    case .corpus:
      FileManager.default.fileExists(
        atPath: Self.corpusFolder.appending(path: "docs.jsonl").path(percentEncoded: false))
    }
  }

  /// All that come with the package.
  static func ofPackage() throws -> [Text] { try fixtures.texts() + independent.texts() }

  func texts() throws -> [Text] {
    switch self {
    case .fixtures: try Self.fixtureTexts { !$0.hasPrefix(Self.independentFolder) }
    case .independent: try Self.fixtureTexts { $0.hasPrefix(Self.independentFolder) }
    case .corpus: try Self.corpusTexts()
    }
  }

  private static let independentFolder = "independent/"

  /// - Parameter isIncluded: whether a fixture belongs to the set, by its path in the folder of fixtures.
  private static func fixtureTexts(_ isIncluded: (String) -> Bool) throws -> [Text] {
    let root = package.appending(path: "Tests/Fixtures")
    let names =
      FileManager.default.enumerator(atPath: root.path(percentEncoded: false))?.compactMap { $0 as? String } ?? []
    return try names.filter { $0.hasSuffix("/gold.json") && isIncluded($0) }.sorted().map { name in
      let folder = root.appending(path: name).deletingLastPathComponent()
      let gold = try GoldFile(json: bytes(folder.appending(path: "gold.json")))
      var document = DocumentInfo(id: gold.document)
      if let metadata = try? bytes(folder.appending(path: "report.json")) {
        document = info(try JSONValue(parsing: metadata), id: gold.document)
      }
      return Text(document: document, bytes: try bytes(folder.appending(path: "report.txt")), gold: gold)
    }
  }

  /// Without the late ones, which stay unseen until the rules stand.
  private static func corpusTexts() throws -> [Text] {
    let late = Set(
      String(decoding: try bytes(corpusFolder.appending(path: "late.txt")), as: UTF8.self)
        .split(whereSeparator: \.isWhitespace).map(String.init))
    return try bytes(corpusFolder.appending(path: "docs.jsonl")).split(separator: 0x0A).compactMap { line in
      let value = try JSONValue(parsing: Array(line))
      guard let id = value["id"]?.string, !late.contains(id), let text = value["text"]?.string else { return nil }
      let gold = try GoldFile(json: bytes(corpusFolder.appending(path: "gold/\(id).json")))
      return Text(document: info(value, id: id), bytes: Array(text.utf8), gold: gold)
    }
  }

  private static func info(_ value: JSONValue, id: String) -> DocumentInfo {
    DocumentInfo(
      id: id, title: value["title"]?.string, source: value["source"]?.string, url: value["url"]?.string,
      published: value["published"]?.string.flatMap { CalendarDate(iso: String($0.prefix(10))) })
  }

  private static func bytes(_ file: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: file)) }
}
