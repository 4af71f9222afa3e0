#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The place of a file that is there whole or not at all: it is written beside its place and moved there when it is
/// complete.
final class FilePlace {
  let path: String
  /// Where to write.
  let beside: String
  private var isDone = false

  /// - Throws: where no file can be put there. Whatever is no ordinary file has to be written straight into.
  init(_ path: String) throws(FileFault) {
    self.path = path
    switch FileTree.kind(of: path) {
    case .folder: throw FileFault("write", path, number: EISDIR, status: .cannotWrite)
    case .other: throw FileFault("write", path, number: ENOTSUP, status: .cannotWrite)
    case .file: if access(path, W_OK) != 0 { throw FileFault("write", path, status: .cannotWrite) }
    case nil: break
    }
    beside = "\(path).\(getpid()).part"
  }

  /// The place of a file that an interrupted run left unfinished.
  init(_ path: String, beside: String) {
    self.path = path
    self.beside = beside
  }

  deinit { if !isDone { discard() } }

  /// Puts the file in its place, with the access rights of the one that was there.
  func commit() throws(FileFault) {
    var info = stat()
    if stat(path, &info) == 0 { _ = chmod(beside, info.st_mode & 0o7777) }
    guard rename(beside, path) == 0 else { throw FileFault("write", path, status: .cannotWrite) }
    isDone = true
  }

  /// Leaves the unfinished file to a run that goes on with it.
  func keep() { isDone = true }

  /// Removes what an interrupted run left, unless a run writes it.
  static func removePart(_ part: OutputPart) throws(FileFault) {
    if try Descriptor.isUnused(part.path) { try remove(part.path) }
  }

  /// Removes a file; one that is not there is no fault.
  static func remove(_ path: String) throws(FileFault) {
    guard unlink(path) == 0 || errno == ENOENT else { throw FileFault("remove", path, status: .cannotWrite) }
  }

  /// Leaves nothing behind.
  func discard() {
    isDone = true
    _ = unlink(beside)
  }
}
