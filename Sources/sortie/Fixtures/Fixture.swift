import SortieExport
import SortieExtraction
import SortieSchema

/// A text with what a careful reader makes of it: a folder with `report.txt`, `gold.json` (the records, coded by hand) or
/// `expected.csv` (the table that the text must give) or both, and, where the text has metadata, `report.json` (id, title,
/// published, source, url).
struct Fixture {
  enum Fault: EndingError, CustomStringConvertible {
    case metadata(file: String, JSONError)
    case noText(String)

    var status: ExitStatus { .failed }

    var description: String {
      switch self {
      case .metadata(let file, let error): "\(file):\(error.position): error: \(error.message)"
      case .noText(let folder): "\(folder): no report.txt in this folder of fixtures"
      }
    }
  }

  /// The folder.
  let path: String
  let document: DocumentInfo
  let text: [UInt8]
  /// With line feeds for line ends; nil where no table was recorded.
  let expected: [UInt8]?
  /// Whether records coded by hand lie beside the text.
  let hasGold: Bool

  var expectedPath: String { "\(path)/expected.csv" }
  var goldPath: String { "\(path)/gold.json" }
  /// Whether `check --record` writes a table: what gold stands for alone is scored and not compared.
  var isRecorded: Bool { expected != nil || !hasGold }

  /// - Parameter id: the id of the text where its metadata give none.
  init(_ path: String, id: String) throws {
    self.path = path
    text = try FileTree.read("\(path)/report.txt")
    let expected = "\(path)/expected.csv"
    self.expected = FileTree.kind(of: expected) == .file ? Self.plainLines(try FileTree.read(expected)) : nil
    hasGold = FileTree.kind(of: "\(path)/gold.json") == .file
    let metadata = "\(path)/report.json"
    document =
      FileTree.kind(of: metadata) == .file
      ? try Self.document(json: try FileTree.read(metadata), file: metadata, id: id) : DocumentInfo(id: id)
  }

  /// All fixtures under a folder, sorted by path; a folder of fixtures holds nothing else.
  static func all(under root: String) throws -> [Fixture] {
    var found: [Fixture] = []
    func walk(_ folder: String, id: String) throws {
      if FileTree.kind(of: "\(folder)/report.txt") == .file { return found.append(try Fixture(folder, id: id)) }
      let inner = try FileTree.folders(in: folder)
      guard !inner.isEmpty || folder == root else { throw Fault.noText(folder) }
      for next in inner {
        let name = next.split(separator: "/").last.map(String.init) ?? next
        try walk(next, id: id.isEmpty ? name : "\(id)/\(name)")
      }
    }
    try walk(root, id: "")
    return found
  }

  private static func document(json: [UInt8], file: String, id: String) throws(Fault) -> DocumentInfo {
    do throws(JSONError) {
      let value = try JSONValue(parsing: json)
      var info = DocumentInfo(id: id)
      for member in value.members {
        guard let text = member.value.string else {
          throw JSONError(.wrongType(found: member.value.typeName, expected: "string"), at: member.value.position)
        }
        switch member.key {
        case "id": info.id = text
        case "title": info.title = text
        case "source": info.source = text
        case "url": info.url = text
        case "published":
          guard let day = PublicationDay.day(in: text) else {
            throw JSONError(.notADate(text), at: member.value.position)
          }
          info.published = day
        default: throw JSONError(.unknownKey(member.key), at: member.keyPosition)
        }
      }
      return info
    } catch {
      throw .metadata(file: file, error)
    }
  }

  /// What the text gives now.
  func result(_ extractor: Extractor, through gate: inout RecordGate) -> DocumentResult {
    var result = extractor.read(text, document: document)
    _ = gate.pass(&result)
    return result
  }

  /// What the text gives now, with line feeds for line ends, so that recorded tables are easily compared.
  func actual(_ extractor: Extractor, through gate: inout RecordGate, options: FormatOptions) -> [UInt8] {
    Self.plainLines(CSVFormat.write([result(extractor, through: &gate)], options: options))
  }

  private static func plainLines(_ bytes: [UInt8]) -> [UInt8] { bytes.filter { $0 != 0x0D } }

  /// What differs from what was recorded; empty where nothing does.
  func differences(from actual: [UInt8]) -> [String] {
    guard let expected else { return ["\(expectedPath): error: not recorded yet; run 'sortie check --record'"] }
    return TableDifference.lines(expected: expected, actual: actual, file: expectedPath)
  }
}
