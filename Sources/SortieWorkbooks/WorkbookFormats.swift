public import SortieExport

/// The formats that only a library can write.
public enum WorkbookFormats {
  public static let all: [any FileFormat.Type] = [XLSXFormat.self, SQLiteFormat.self]
}
