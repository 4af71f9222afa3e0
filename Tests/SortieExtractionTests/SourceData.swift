import Foundation
import SortieExtraction
import SortieGazetteer
import SortiePatterns
import SortieSchema

/// The tables and patterns of the repository, read from their sources once for all tests.
enum SourceData {
  static let gazetteer: Gazetteer = {
    do {
      return try Gazetteer(
        files: files(in: "Gazetteer", ending: "csv").map { GazetteerFile(name: $0.name, text: $0.bytes) })
    } catch { fatalError("\(error)") }
  }()

  static let patterns: PatternLibrary = {
    do {
      return try PatternLibrary(files: patternFiles(), marks: CascadeStages.marks, stages: CascadeStages.all)
    } catch { fatalError("\(error)") }
  }()

  /// Reads texts with these tables and patterns.
  static let extractor: Extractor = {
    do {
      return try Extractor(
        gazetteer: gazetteer, patterns: patterns, provenance: Provenance(tool: "test", gazetteer: "", patterns: ""))
    } catch { fatalError("\(error)") }
  }()

  static func patternFiles() throws -> [PatternFile] {
    try files(in: "Patterns/en", ending: "yaml").map {
      PatternFile(name: $0.name, text: String(decoding: $0.bytes, as: UTF8.self))
    }
  }

  /// The files right in a folder of the repository, by name, which begins at the repository.
  private static func files(in folder: String, ending: String) throws -> [(name: String, bytes: [UInt8])] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let names = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: folder).path(percentEncoded: false))
    return try names.filter { $0.hasSuffix("." + ending) }.sorted().map { name in
      (
        name: "\(folder)/\(name)",
        bytes: [UInt8](try Data(contentsOf: root.appending(path: folder).appending(path: name)))
      )
    }
  }
}
