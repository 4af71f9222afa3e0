internal import SortieSchema

/// One cell of a table.
struct TableCell {
  var bytes: [UInt8]
  /// Leads to the bytes of the file; nil where that means nothing.
  var sourceMap: SourceMap?

  var string: String { StrayBytes.string(bytes) }
}

/// One row of a table.
struct TableRow {
  var cells: [TableCell]
  /// Number of the line in the file, or of the row in the sheet.
  var line: Int
}
