import Foundation
import RecordMaking
import SortieExport
import SortieSchema

/// A folder that is gone when nobody holds it any more.
final class ScratchFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("sortie-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}

/// Results made up for tests.
enum Made {
  static func id(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// A text with so many records, every slot of them now filled, now empty.
  static func result(
    _ name: String, records: Int, from first: Int = 0, seed: UInt64 = 1,
    words: [String] = ["Su-24M", "مارع", "🛩️👨‍👩‍👧", "two\nlines", "say \"no\"", "=1+1", "_x0041_"]
  ) -> DocumentResult {
    var maker = RecordMaker(seed: seed, words: words)
    let document = DocumentInfo(id: name, title: "Title of \(name)", url: "https://example.org/\(name)")
    let made = (0..<records).map { number in
      var record = maker.record()
      record.id = id(first + number)
      record.document = document
      record.partOf = nil
      return record
    }
    return DocumentResult(
      document: document, text: Array("Jets struck. Nobody spoke.".utf8), records: made,
      coverage: records == 0 ? .noAction : .records)
  }

  /// Writes results with a format and gives what it noted.
  @discardableResult
  static func write(
    _ format: any FileFormat.Type, _ results: [DocumentResult], to path: String
  ) throws -> [String] {
    func run(_ format: some FileFormat) throws -> [String] {
      var format = format
      for result in results { try format.write(result) }
      return try format.finish()
    }
    return try run(format.init(path: path, options: FormatOptions()))
  }
}
