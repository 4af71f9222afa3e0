import Foundation
import SortieExtraction
import SortieGazetteer
import SortiePatterns
import SortieSchema

/// What the benchmarks work on: the tables and patterns of the repository, and the texts of its fixtures.
struct Material {
  let gazetteer: Gazetteer
  let extractor: Extractor
  let texts: [Text]

  struct Text {
    let id: String
    let bytes: [UInt8]
  }

  /// The repository, three folders above this file's own.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  init() throws {
    gazetteer = try Gazetteer(
      files: Self.files(in: "Gazetteer", ending: "csv").map { GazetteerFile(name: $0.name, text: $0.bytes) })
    let patterns = try PatternLibrary(
      files: Self.files(in: "Patterns/en", ending: "yaml").map {
        PatternFile(name: $0.name, text: String(decoding: $0.bytes, as: UTF8.self))
      }, marks: CascadeStages.marks, stages: CascadeStages.all)
    extractor = try Extractor(
      gazetteer: gazetteer, patterns: patterns,
      provenance: Provenance(tool: "benchmarks", gazetteer: "", patterns: ""))
    texts = try Self.fixtures()
    guard !texts.isEmpty else { throw CocoaError(.fileNoSuchFile) }
  }

  /// Bytes of all texts together.
  var byteCount: Int { texts.reduce(0) { $0 + $1.bytes.count } }

  func results() -> [DocumentResult] {
    texts.map { extractor.read($0.bytes, document: DocumentInfo(id: $0.id)) }
  }

  /// The texts as JSON Lines.
  func lines() throws -> [UInt8] {
    try texts.reduce(into: []) { lines, text in
      let object = ["id": text.id, "text": String(decoding: text.bytes, as: UTF8.self)]
      lines += try JSONSerialization.data(withJSONObject: object, options: .sortedKeys) + [0x0A]
    }
  }

  private static func fixtures() throws -> [Text] {
    let folder = root.appending(path: "Tests/Fixtures")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
    return try paths.filter { $0.hasSuffix("/report.txt") }.sorted().map { path in
      Text(id: path, bytes: [UInt8](try Data(contentsOf: folder.appending(path: path))))
    }
  }

  private static func files(in folder: String, ending: String) throws -> [(name: String, bytes: [UInt8])] {
    let place = root.appending(path: folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path(percentEncoded: false))
    return try names.filter { $0.hasSuffix("." + ending) }.sorted().map { name in
      (name: "\(folder)/\(name)", bytes: [UInt8](try Data(contentsOf: place.appending(path: name))))
    }
  }
}
