import SortieExport
import SortieSchema

/// Writes a file that only a library can write: beside its place, or, where the format brings files up to date, in it.
struct FileSink: ResultSink {
  private var format: any FileFormat
  private let path: String
  /// Nil where a file is brought up to date; its format leaves it as it was unless all goes well.
  private let place: FilePlace?

  init(_ path: String, format: any FileFormat.Type, options: FormatOptions) throws {
    self.path = path
    let place = try FilePlace(path)
    let isUpdate = format.updatesFiles && FileTree.kind(of: path) == .file
    self.place = isUpdate ? nil : place
    // Where nothing can be written, this is known before anything is read.
    if !isUpdate { try Descriptor.creating(place.beside, named: path).close() }
    self.format = try Self.told(path) { try format.init(path: isUpdate ? path : place.beside, options: options) }
  }

  mutating func write(_ result: DocumentResult) throws { try Self.told(path) { try format.write(result) } }

  mutating func finish() throws -> [String] {
    let notes = try Self.told(path) { try format.finish() }
    try place?.commit()
    return notes
  }

  private static func told<Value>(_ path: String, _ body: () throws -> Value) throws(OutputFault) -> Value {
    do { return try body() } catch { throw OutputFault(path: path, error: error) }
  }
}

/// What a library said when an output could not be written.
struct OutputFault: EndingError, CustomStringConvertible {
  let path: String
  let error: any Error

  var status: ExitStatus { .cannotWrite }

  var description: String {
    let text = String(describing: error)
    return text.hasPrefix(path) ? text : "\(path): cannot write: \(text)"
  }
}
