import Foundation
import GRDB
import SortieDocuments
import SortieExport
import SortieSchema
import SortieWorkbooks
import Testing

/// An output of any of the three kinds of formats, written and read back.
struct OutputCase: Sendable, CustomTestStringConvertible {
  enum Format: Sendable {
    case stream(any SortieFormat.Type)
    case folder(any FolderFormat.Type)
    case file(any FileFormat.Type)
  }

  let format: Format
  let name: String
  var testDescription: String { name }

  static let all =
    SortieFormats.all.map { OutputCase(format: .stream($0), name: $0.name) }
    + [OutputCase(format: .folder(DataPackageFormat.self), name: DataPackageFormat.name)]
    + WorkbookFormats.all.map { OutputCase(format: .file($0), name: $0.name) }

  /// Writes results, which are asked for one after the other, into a folder.
  /// - Returns: the most bytes that the format held back in a buffer at once; nil where a library holds them.
  @discardableResult
  func write(_ results: some Sequence<DocumentResult>, to folder: URL) throws -> Int? {
    let options = FormatOptions(isRaw: true, width: 4_000)
    switch format {
    case .stream(let format):
      var written = try WrittenFile(folder.appendingPathComponent("out"))
      func run(_ format: some SortieFormat) throws {
        var format = format
        format.begin(into: &written.buffer)
        for result in results {
          format.write(result, into: &written.buffer)
          try written.flush()
        }
        format.end(into: &written.buffer)
        try written.flush()
      }
      try run(format.init(options: options))
      return written.most
    case .folder(let format):
      var files = try format.fileNames.map { try WrittenFile(folder.appendingPathComponent($0)) }
      func run(_ format: some FolderFormat) throws {
        var format = format
        var buffers = files.map(\.buffer)
        func flush() throws {
          for index in files.indices {
            files[index].buffer = buffers[index]
            try files[index].flush()
            buffers[index] = []
          }
        }
        format.begin(into: &buffers)
        for result in results {
          format.write(result, into: &buffers)
          try flush()
        }
        format.end(into: &buffers)
        try flush()
      }
      try run(format.init(options: options))
      return files.map(\.most).max()
    case .file(let format):
      func run(_ format: some FileFormat) throws {
        var format = format
        for result in results { try format.write(result) }
        _ = try format.finish()
      }
      try run(format.init(path: folder.appendingPathComponent("out").path, options: options))
      return nil
    }
  }

  /// The titles of the records that the output holds, by their ids; nil where the format has no way back.
  func titles(in folder: URL) throws -> [String: String]? {
    let out = folder.appendingPathComponent(name == DataPackageFormat.name ? "wide.csv" : "out")
    switch name {
    case "csv", "tsv", "xlsx", DataPackageFormat.name:
      return try rows(of: out, as: name == "xlsx" ? "in.xlsx" : name == "tsv" ? "in.tsv" : "in.csv")
    case "jsonl", "json", "geojson":
      let bytes = [UInt8](try Data(contentsOf: out))
      let records: [JSONValue] =
        switch name {
        case "jsonl": try bytes.split(separator: 0x0A).map { try JSONValue(parsing: Array($0)) }
        case "json": try JSONValue(parsing: bytes).array ?? []
        default: try JSONValue(parsing: bytes)["features"]?.array ?? []
        }
      return Dictionary(
        uniqueKeysWithValues: records.map { record in
          let title = record["properties"]?["title"] ?? record["document"]?["title"]
          return (record["id"]?.string ?? "", title?.string ?? "")
        })
    case "sqlite":
      var configuration = Configuration()
      configuration.readonly = true
      return try DatabaseQueue(path: out.path, configuration: configuration).read { database in
        let rows = try Row.fetchAll(database, sql: "SELECT sortie_id, title FROM sorties")
        return Dictionary(uniqueKeysWithValues: rows.map { ($0["sortie_id"], $0["title"] ?? "") })
      }
    default: return nil
    }
  }

  /// The rows of the wide table, by the reader of tables.
  private func rows(of file: URL, as name: String) throws -> [String: String] {
    var source: any ByteSource = BytesInMemory([UInt8](try Data(contentsOf: file)))
    let columns = ColumnChoice(text: "title", id: "sortie_id")
    var titles: [String: String] = [:]
    try DocumentReaders.read(&source, name: name, context: ReadingContext(columns: columns)) { item in
      // The sheets of other tables hold titles as well, but no records.
      guard case .document(let document) = item, document.id.utf8.count == 16 else { return }
      titles[document.id] = String(decoding: document.text, as: UTF8.self)
    }
    return titles
  }

  /// All bytes of an output, file by file.
  func bytes(in folder: URL) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.appendingPathComponent($0))) })
  }
}

/// A file that is written piece by piece.
private struct WrittenFile {
  var buffer: [UInt8] = []
  /// The longest piece.
  private(set) var most = 0
  private let handle: FileHandle

  init(_ url: URL) throws {
    try Data().write(to: url)
    handle = try FileHandle(forWritingTo: url)
  }

  mutating func flush() throws {
    most = max(most, buffer.count)
    try handle.write(contentsOf: buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
