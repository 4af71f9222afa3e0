import ReportText
import SortieExtraction
import SortieGazetteer
import SortiePatterns

/// A folder that should hold data files and holds none.
struct NoDataFiles: EndingError, CustomStringConvertible {
  let folder: String
  let ending: String

  var status: ExitStatus { .noInput }
  var description: String { "\(folder): no \(ending) file in this folder" }
}

/// Reads the sources of the gazetteer and of the patterns.
enum DataFolders {
  /// Reads the tables that stand right in a folder.
  static func gazetteer(_ folder: String) throws -> Gazetteer { try Gazetteer(files: tables(folder)) }

  /// The files of the tables that stand right in a folder.
  static func tables(_ folder: String) throws -> [GazetteerFile] {
    let paths = try FileTree.files(under: folder, endings: ["csv"], isDeep: false)
    guard !paths.isEmpty else { throw NoDataFiles(folder: folder, ending: ".csv") }
    return try paths.map { GazetteerFile(name: $0, text: try FileTree.read($0)) }
  }

  /// Reads the pattern files of a folder and of the folders in it.
  ///
  /// Wherever the folder lies, patterns remember their files from its own name on, so that the compiled form is the same
  /// on every machine; only messages name the files as they were typed.
  static func patterns(_ folder: String) throws -> PatternLibrary {
    let paths = try FileTree.files(under: folder, endings: ["yaml", "yml"])
    guard !paths.isEmpty else { throw NoDataFiles(folder: folder, ending: ".yaml") }
    let root = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let files = try paths.map { path in
      PatternFile(
        name: stableRoot + path.utf8.dropFirst(root.utf8.count).string,
        text: String(decoding: try FileTree.read(path), as: UTF8.self))
    }
    do {
      return try PatternLibrary(files: files, marks: CascadeStages.marks, stages: CascadeStages.all)
    } catch {
      throw DataFileErrors(error.errors.map { asTyped($0, root: root) })
    }
  }

  private static let stableRoot = "Patterns"

  /// The error with the file as it was typed.
  static func asTyped(_ error: DataFileError, root: String) -> DataFileError {
    DataFileError(
      file: asTyped(error.file, root: root), line: error.line, column: error.column, problem: error.problem)
  }

  /// A text that begins with the name of a pattern file, with that name as it was typed.
  static func asTyped(_ text: String, root: String) -> String {
    guard text.hasPrefix(stableRoot + "/") else { return text }
    return (root.hasSuffix("/") ? String(root.dropLast()) : root) + text.utf8.dropFirst(stableRoot.utf8.count).string
  }
}

extension Substring.UTF8View {
  fileprivate var string: String { String(Substring(self)) }
}
