import SortieExport
import SortieSchema

/// Writes results in one format to one place, in bounded memory.
struct OutputSink {
  private static let fullAt = 1 << 16

  private var format: any SortieFormat
  private let file: OutputFile?
  private var buffer: [UInt8] = []
  private var hasBegun = false

  init(_ place: OutputPlan.Place, format: any SortieFormat.Type, options: FormatOptions) throws(FileFault) {
    switch place {
    case .standardOutput: file = nil
    case .file(let path): file = try OutputFile(path)
    }
    self.format = format.init(options: options)
  }

  mutating func write(_ result: DocumentResult) throws(FileFault) {
    begin()
    format.write(result, into: &buffer)
    if buffer.count >= Self.fullAt { try flush() }
  }

  /// Writes what is left and puts a file in its place.
  mutating func finish() throws(FileFault) {
    begin()
    format.end(into: &buffer)
    try flush()
    try file?.commit()
  }

  private mutating func begin() {
    guard !hasBegun else { return }
    hasBegun = true
    format.begin(into: &buffer)
  }

  private mutating func flush() throws(FileFault) {
    if let file { try file.write(buffer) } else { try StandardStream.output.write(buffer) }
    buffer.removeAll(keepingCapacity: true)
  }
}
