import Foundation
import SortieSchema

/// The coded corpus, where it lies beside the package.
enum Corpus {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/corpus/dev")

  /// The gold files in the order of their names; empty where there is no corpus.
  static let gold: [[UInt8]] = {
    let gold = folder.appendingPathComponent("gold")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: gold.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { name in
      FileManager.default.contents(atPath: gold.appendingPathComponent(name).path).map(Array.init)
    }
  }()

  /// Figures were recorded for one state of the gold only.
  static let isTheRecordedOne = digest == 0x2B75_F7A1_EC99_BA8D

  /// FNV-1a over all gold files.
  static let digest: UInt64 = gold.joined().reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }

  /// Style by document id.
  static func styles() throws -> [String: String] {
    let lines = Array(try Data(contentsOf: folder.appendingPathComponent("docs.jsonl"))).split(separator: 0x0A)
    var styles: [String: String] = [:]
    for line in lines {
      let document = try JSONValue(parsing: Array(line))
      if let id = document["id"]?.string, let style = document["style"]?.string { styles[id] = style }
    }
    return styles
  }

  static func three(_ share: Double?) -> String { share.map { String(format: "%.3f", $0) } ?? "nan" }
}
