#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file that is there whole or not at all: it is written beside its place and moved there when it is complete.
final class OutputFile {
  let path: String
  private let file: Descriptor
  /// Nil for pipes and devices, which are written straight into.
  private let beside: String?
  private var isDone = false

  init(_ path: String) throws(FileFault) {
    self.path = path
    switch FileTree.kind(of: path) {
    case .folder: throw FileFault("write", path, number: EISDIR, status: .cannotWrite)
    case .other:
      beside = nil
      file = try Descriptor.writingStraight(to: path)
    case .file, nil:
      if FileTree.kind(of: path) == .file, access(path, W_OK) != 0 {
        throw FileFault("write", path, status: .cannotWrite)
      }
      let place = "\(path).\(getpid()).part"
      file = try Descriptor.creating(place, named: path)
      beside = place
      file.takeMode(of: path)
    }
  }

  deinit { if !isDone { discard() } }

  func write(_ bytes: [UInt8]) throws(FileFault) { try file.write(bytes) }

  /// Puts the file in its place.
  func commit() throws(FileFault) {
    try file.close()
    if let beside, rename(beside, path) != 0 { throw FileFault("write", path, status: .cannotWrite) }
    isDone = true
  }

  /// Leaves nothing behind.
  func discard() {
    isDone = true
    if let beside { _ = unlink(beside) }
  }
}
