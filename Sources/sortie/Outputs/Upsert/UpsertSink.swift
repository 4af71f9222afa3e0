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
    let records = replaced == 1 ? "record" : "records"
    var notes = ["\(path): \(replaced) \(records) replaced, \(added) added, \(kept) of other texts left as they were"]
    if withdrawn > 0 {
      let whose =
        withdrawn == 1
        ? "1 record that its text no longer gives is" : "\(withdrawn) records that their texts no longer give are"
      notes.append("\(path): \(whose) marked \(WithdrawnRecords.rule) in the findings")
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

/// Which records of a run stand in a file already.
struct KnownRecords {
  /// By their keys, which the file has.
  private var exact: [RecordKey: Int] = [:]
  /// By their ids: the text has another name now than in the file, or the file has nothing of it.
  private var renamed: [String: Int] = [:]
  /// Records that are new whatever the file holds: the same text under one more name.
  private var added: [Int] = []

  /// - Parameters:
  ///   - run: the records of the run, in their order.
  ///   - file: those of the file.
  init(run: [RecordKey], file: Set<RecordKey>) {
    let known = Set(run.lazy.filter(file.contains).map(\.record))
    var seen: Set<RecordKey> = []
    for (index, key) in run.enumerated() where seen.insert(key).inserted {
      if file.contains(key) {
        exact[key] = index
      } else if known.contains(key.record) || renamed[key.record] != nil {
        added.append(index)
      } else {
        renamed[key.record] = index
      }
    }
  }

  /// The record of the run that a record of the file is replaced by; each is given once.
  mutating func take(_ key: RecordKey) -> Int? {
    exact.removeValue(forKey: key) ?? renamed.removeValue(forKey: key.record)
  }

  /// What was not taken, in its order.
  var rest: [Int] { (Array(exact.values) + Array(renamed.values) + added).sorted() }
}
