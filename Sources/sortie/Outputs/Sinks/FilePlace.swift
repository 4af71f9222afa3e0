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

  deinit { if !isDone { discard() } }

  /// Puts the file in its place, with the access rights of the one that was there.
  func commit() throws(FileFault) {
    var info = stat()
    if stat(path, &info) == 0 { _ = chmod(beside, info.st_mode & 0o7777) }
    guard rename(beside, path) == 0 else { throw FileFault("write", path, status: .cannotWrite) }
    isDone = true
  }

  /// Leaves nothing behind.
  func discard() {
    isDone = true
    _ = unlink(beside)
  }
}
