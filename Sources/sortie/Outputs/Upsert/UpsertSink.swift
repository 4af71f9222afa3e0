import SortieExport
import SortieSchema

/// Brings a file of records up to date: records of the same id are replaced where they stand, new ones added at the end,
/// those that a text no longer gives are marked. Records of texts that are not read again stay as they are.
///
/// The records of this run, and the file where it is a table, are held in memory until the end; the file is replaced when
/// all is done.
struct UpsertSink: ResultSink {
  private let path: String
  private let format: any SortieFormat.Type
  private let options: FormatOptions
  private var results: [DocumentResult] = []
  private let file: OutputFile

  init(_ path: String, format: any SortieFormat.Type, options: FormatOptions) throws(FileFault) {
    self.path = path
    self.format = format
    self.options = options
    file = try OutputFile(path)
  }

  mutating func write(_ result: DocumentResult) throws { results.append(result) }

  mutating func finish() throws -> [String] {
    let old = try FileTree.read(path)
    var options = options
    // A file that was written for a spreadsheet stays one.
    if old.starts(with: [0xEF, 0xBB, 0xBF]) { options.isForSpreadsheet = true }
    var update = Update(documents: Set(results.map(\.document.id)))
    let bytes =
      if format is JSONLinesFormat.Type {
        try UpsertedLines.merge(old, file: path, with: results, into: &update)
      } else {
        try UpsertedTable.merge(old, file: path, with: format.write(results, options: options), into: &update)
      }
    try file.write(bytes)
    try file.commit()
    return update.notes(of: path)
  }
}

/// What a run does to a file.
struct Update {
  /// Ids of the texts that were read.
  let documents: Set<String>
  var replaced = 0
  var added = 0
  var withdrawn = 0
  var kept = 0
  /// Columns of the table that the file does not have.
  var missingColumns: [String] = []

  init(documents: Set<String>) { self.documents = documents }

  func notes(of path: String) -> [String] {
    var notes = ["\(path): \(replaced) records replaced, \(added) added, \(kept) of other texts left as they were"]
    if withdrawn > 0 {
      notes.append(
        "\(path): \(withdrawn) records that their texts no longer give are marked \(WithdrawnRecords.rule) in their findings"
      )
    }
    if !missingColumns.isEmpty {
      notes.append("\(path): has no column \(missingColumns.joined(separator: ", ")); it is not added")
    }
    return notes
  }
}

/// What tells a record from all others: a text may be there under two names.
struct RecordKey: Hashable {
  let record: String
  let document: String
}
