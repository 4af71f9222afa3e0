import SortieEvaluation
import SortieSchema

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The files that scoring reads.
enum ScoreFiles {
  /// A fault in a file, printed as compilers print theirs.
  struct Fault: Error, CustomStringConvertible {
    let file: String
    let error: JSONError

    var description: String { "\(file):\(error)" }
  }

  /// A file or folder that is not there, or that may not be read.
  struct Unreadable: Error, CustomStringConvertible {
    let path: String

    var description: String { "\(path): error: cannot be read" }
  }

  /// Puts the file's name before the position of a fault.
  static func naming<Value>(_ file: String, _ read: () throws(JSONError) -> Value) throws(Fault) -> Value {
    do {
      return try read()
    } catch {
      throw Fault(file: file, error: error)
    }
  }

  static func bytes(at path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else { throw Unreadable(path: path) }
    return Array(data)
  }

  static func standardInput() -> [UInt8] {
    var bytes: [UInt8] = []
    while let line = readLine(strippingNewline: false) { bytes += line.utf8 }
    return bytes
  }

  static func gold(at path: String) throws -> GoldFile {
    let bytes = try bytes(at: path)
    return try naming(path) { () throws(JSONError) in try GoldFile(json: bytes) }
  }

  /// The words of a file, parted by white space.
  static func words(at path: String) throws -> Set<String> {
    let text = String(decoding: try bytes(at: path), as: UTF8.self)
    return Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Files of a folder whose names end so, in the order of their names.
  static func paths(in folder: String, suffix: String) throws -> [String] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw Unreadable(path: folder)
    }
    return names.filter { $0.hasSuffix(suffix) }.sorted().map { "\(folder)/\($0)" }
  }
}
