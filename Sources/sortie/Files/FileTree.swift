#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Looks at what stands under a path.
enum FileTree {
  enum Kind: Equatable { case file, folder, other }

  /// Which file a path leads to, however it is written.
  struct Identity: Hashable {
    let device: UInt64
    let number: UInt64
  }

  /// Nil where nothing is there.
  static func kind(of path: String) -> Kind? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// Bytes of an ordinary file; nil for everything else.
  static func size(of path: String) -> Int? {
    var info = stat()
    guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(info.st_size)
  }

  static func identity(of path: String) -> Identity? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    return Identity(device: UInt64(truncatingIfNeeded: info.st_dev), number: UInt64(info.st_ino))
  }

  /// The files under a folder, sorted by their bytes, each with the folder's path as typed before it.
  ///
  /// What begins with a dot is passed over; links to folders are not followed, so that no circle is walked.
  ///
  /// - Parameters:
  ///   - endings: of the names that are wanted; nil for all.
  ///   - unreadable: takes the fault of a folder further down that may not be read; without it such a fault is thrown.
  static func files(
    under folder: String, endings: [String]? = nil, isDeep: Bool = true, unreadable: ((FileFault) -> Void)? = nil
  ) throws(FileFault) -> [String] {
    var files: [String] = []
    var folders = [folder.hasSuffix("/") ? String(folder.dropLast()) : folder]
    var isFirst = true
    while let next = folders.popLast() {
      let found: [String]
      do throws(FileFault) {
        found = try names(in: next.isEmpty ? "/" : next)
      } catch {
        guard !isFirst, let unreadable else { throw error }
        unreadable(error)
        continue
      }
      isFirst = false
      for name in found where !name.hasPrefix(".") {
        let path = "\(next)/\(name)"
        switch kind(of: path) {
        case .folder where isDeep && !isLink(path): folders.append(path)
        case .file where endings?.contains(ending(of: name)) != false: files.append(path)
        default: break
        }
      }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The folders right below a folder, sorted.
  static func folders(in folder: String) throws(FileFault) -> [String] {
    try names(in: folder).filter { kind(of: "\(folder)/\($0)") == .folder && !$0.hasPrefix(".") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { "\(folder)/\($0)" }
  }

  static func read(_ path: String) throws(FileFault) -> [UInt8] {
    let file = try Descriptor.reading(path)
    var scratch = [UInt8](repeating: 0, count: 1 << 16)
    var bytes: [UInt8] = []
    while try file.read(through: &scratch, onto: &bytes) > 0 {}
    return bytes
  }

  /// Makes a folder and those above it where they are missing.
  static func makeFolder(_ folder: String) throws(FileFault) {
    guard kind(of: folder) != .folder else { return }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw FileFault("make", folder, number: kind(of: folder) == nil ? EACCES : EEXIST, status: .cannotWrite)
    }
  }

  private static func names(in folder: String) throws(FileFault) -> [String] {
    guard access(folder, R_OK | X_OK) == 0 else { throw FileFault("read", folder) }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw FileFault("read", folder, number: EIO)
    }
  }

  private static func isLink(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFLNK
  }

  /// What follows the last dot, in lower case.
  private static func ending(of name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
