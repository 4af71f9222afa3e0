import SortieExport
import SortieSchema

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Writes a folder of files, each of which is there whole or not at all; other files of the folder are left alone.
struct FolderSink: ResultSink {
  private var format: any FolderFormat
  private let files: [OutputFile]
  private var buffers: [[UInt8]]
  private let made: MadeFolder?
  private var hasBegun = false

  init(_ folder: String, format: any FolderFormat.Type, options: FormatOptions) throws(FileFault) {
    let isNew = FileTree.kind(of: folder) == nil
    try FileTree.makeFolder(folder)
    made = isNew ? MadeFolder(path: folder) : nil
    var files: [OutputFile] = []
    for name in format.fileNames { files.append(try OutputFile("\(folder)/\(name)")) }
    self.files = files
    buffers = files.map { _ in [] }
    self.format = format.init(options: options)
  }

  mutating func write(_ result: DocumentResult) throws {
    begin()
    format.write(result, into: &buffers)
    try flush { $0.count >= StreamSink.fullAt }
  }

  mutating func finish() throws -> [String] {
    begin()
    format.end(into: &buffers)
    try flush { _ in true }
    made?.isKept = true
    for file in files { try file.commit() }
    return format.notes
  }

  private mutating func begin() {
    guard !hasBegun else { return }
    hasBegun = true
    format.begin(into: &buffers)
  }

  private mutating func flush(_ isFull: ([UInt8]) -> Bool) throws(FileFault) {
    for index in files.indices where isFull(buffers[index]) {
      try files[index].write(buffers[index])
      buffers[index].removeAll(keepingCapacity: true)
    }
  }
}

/// A folder that was made for an output; gone again where the output was not completed and nothing else is in it.
private final class MadeFolder {
  let path: String
  var isKept = false

  init(path: String) { self.path = path }

  deinit { if !isKept { _ = rmdir(path) } }
}
