/// Every format that the program writes. A new one is a file beside this one and a line in `all`.
public enum SortieFormats {
  public static let all: [any SortieFormat.Type] = [
    CSVFormat.self, TSVFormat.self, JSONLinesFormat.self, JSONFormat.self, GeoJSONFormat.self, HTMLFormat.self,
    TableFormat.self,
  ]

  /// The format that `--format` names; nil where there is none of that name.
  public static func named(_ name: String) -> (any SortieFormat.Type)? {
    all.first { $0.name == name }
  }

  /// The format that the name of a file asks for by its extension, upper or lower case; nil where none does.
  public static func forFile(named fileName: String) -> (any SortieFormat.Type)? {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    let fileExtension = fileName[fileName.index(after: dot)...].lowercased()
    return all.first { $0.fileExtensions.contains(fileExtension) }
  }
}
