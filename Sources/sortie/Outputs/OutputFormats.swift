import SortieExport
import SortieWorkbooks

/// Every format that the program writes: byte streams, folders and files that libraries write.
enum OutputFormats {
  static let all: [any OutputFormat.Type] = SortieFormats.all + [DataPackageFormat.self] + WorkbookFormats.all

  static let names = all.map { $0.name }.joined(separator: ", ")

  static func named(_ name: String) -> (any OutputFormat.Type)? { all.first { $0.name == name } }

  /// The format that the name of a file asks for by its extension, upper or lower case; nil where none does.
  static func forFile(named fileName: String) -> (any OutputFormat.Type)? {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    let fileExtension = fileName[fileName.index(after: dot)...].lowercased()
    return all.first { $0.fileExtensions.contains(fileExtension) }
  }
}
