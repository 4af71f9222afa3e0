import SortieExport
import SortieSchema

/// Where results go, in bounded memory unless it says otherwise.
protocol ResultSink {
  mutating func write(_ result: DocumentResult) throws
  /// Writes what is left and puts files in their places.
  /// - Returns: what the user should know of how it was written.
  mutating func finish() throws -> [String]
  /// Puts on the disk what was given so far.
  /// - Returns: the unfinished file; nil where the output is none that another run could go on with.
  mutating func settle() throws -> OutputPart?
  /// Leaves the unfinished file to a run that goes on with it.
  func keep()
}

extension ResultSink {
  mutating func settle() throws -> OutputPart? { nil }
  func keep() {}
}

/// Writes results in one format to one place.
struct OutputSink {
  private var sink: any ResultSink

  init(_ part: OutputPlan.Part, options: FormatOptions) throws {
    switch (part.format, part.place) {
    case (let format as any SortieFormat.Type, .updated(let path)) where FileTree.kind(of: path) != nil:
      sink = try UpsertSink(path, format: format, options: options)
    case (let format as any SortieFormat.Type, let place):
      sink = try StreamSink(place.path, format: format, options: options)
    case (let format as any FolderFormat.Type, let place):
      sink = try FolderSink(place.path ?? ".", format: format, options: options)
    case (let format as any FileFormat.Type, let place):
      sink = try FileSink(place.path ?? "", format: format, options: options)
    default:
      preconditionFailure("'\(part.format.name)' is of no kind of format")
    }
  }

  /// Goes on with what an interrupted run wrote.
  /// - Returns: nil where that is not there any more.
  init?(_ part: OutputPlan.Part, continuing unfinished: OutputPart, options: FormatOptions) throws {
    guard let format = part.format as? any SortieFormat.Type, let path = part.place.path,
      let sink = try StreamSink(path, continuing: unfinished, format: format, options: options)
    else { return nil }
    self.sink = sink
  }

  /// Puts on the disk what was given so far.
  /// - Returns: the unfinished file; nil where the output is none that another run could go on with.
  mutating func settle() throws -> OutputPart? { try sink.settle() }

  /// Leaves the unfinished file to a run that goes on with it.
  func keep() { sink.keep() }

  mutating func write(_ result: DocumentResult) throws { try sink.write(result) }

  /// Writes what is left and puts files in their places.
  /// - Returns: what the user should know of how it was written.
  mutating func finish() throws -> [String] { try sink.finish() }
}

/// Writes a stream of bytes.
struct StreamSink: ResultSink {
  static let fullAt = 1 << 16

  private var format: any SortieFormat
  /// Nil: the standard output.
  private let file: OutputFile?
  private var buffer: [UInt8] = []
  private var hasBegun = false

  init(_ path: String?, format: any SortieFormat.Type, options: FormatOptions) throws(FileFault) {
    file = if let path { try OutputFile(path) } else { nil }
    self.format = format.init(options: options)
  }

  init?(
    _ path: String, continuing part: OutputPart, format: any SortieFormat.Type, options: FormatOptions
  ) throws(FileFault) {
    guard let file = try OutputFile(path, continuing: part) else { return nil }
    self.file = file
    self.format = format.init(options: options)
    hasBegun = part.length > 0
  }

  mutating func settle() throws -> OutputPart? {
    begin()
    try flush()
    return try file?.settled()
  }

  func keep() { file?.keep() }

  mutating func write(_ result: DocumentResult) throws {
    begin()
    format.write(result, into: &buffer)
    if buffer.count >= Self.fullAt { try flush() }
  }

  mutating func finish() throws -> [String] {
    begin()
    format.end(into: &buffer)
    try flush()
    try file?.commit()
    return []
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
