import SortieSchema

/// A record with what its columns need to know beside it.
///
/// A record is large, and every column looks at it: it stays where it is among the records of its text, and is never
/// copied.
final class RecordRow: Sendable {
  let table: TabledResult
  /// Place among the records of the text.
  let index: Int

  init(table: TabledResult, index: Int) {
    self.table = table
    self.index = index
  }

  var record: Sortie { _read { yield table.result.records[index] } }
  /// What is known of the text, as the record carries it: records that were read from a file have no other.
  var document: DocumentInfo { _read { yield table.result.records[index].document } }
  /// The words of the text; empty where the records came without it.
  var text: [UInt8] { table.result.text }
  /// Leads from the text to the original; nil where the text is the original.
  var sourceMap: SourceMap? { table.result.sourceMap }

  /// The rows of one text, in the order of its records.
  static func rows(of result: DocumentResult, options: FormatOptions) -> [RecordRow] {
    TabledResult(result, options: options).rows
  }
}
