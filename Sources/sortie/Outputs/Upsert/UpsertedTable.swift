import SortieExport

/// A CSV or TSV file brought up to date.
enum UpsertedTable {
  /// - Parameters:
  ///   - old: the file as it is; its columns, in their order, and those that somebody added are kept.
  ///   - new: the table of this run, with a header.
  static func merge(
    _ old: [UInt8], file: String, with new: [UInt8], into update: inout Update
  ) throws(CSVRows.Fault) -> [UInt8] {
    let style = DelimitedStyle(of: old)
    var (header, rows) = try CSVRows.table(of: old, delimiter: style.delimiter, file: file)
    let run = try CSVRows.table(of: new, delimiter: DelimitedStyle(of: new).delimiter, file: file)
    guard let idColumn = header.firstIndex(of: "sortie_id"), let documentColumn = header.firstIndex(of: "document_id")
    else {
      throw CSVRows.Fault(
        file: file, line: 1,
        message: "has no columns sortie_id and document_id, by which records are brought up to date")
    }
    update.missingColumns = run.header.filter { !header.contains($0) && $0 != "findings" }
    if !header.contains("findings") {
      header.append("findings")
      for index in rows.indices { rows[index].append("") }
    }
    let places = header.map { run.header.firstIndex(of: $0) }
    func key(_ row: [String], _ id: Int, _ document: Int) -> RecordKey {
      RecordKey(record: CSVRows.plain(row[id]), document: CSVRows.plain(row[document]))
    }
    var keys: [RecordKey] = []
    if let id = run.header.firstIndex(of: "sortie_id"), let document = run.header.firstIndex(of: "document_id") {
      keys = run.rows.map { key($0, id, document) }
    }
    var found = KnownRecords(run: keys, file: Set(rows.map { key($0, idColumn, documentColumn) }))
    var writer = RowText(style: style)
    writer.append(header)
    for var row in rows {
      let key = key(row, idColumn, documentColumn)
      if let index = found.take(key) {
        for (column, place) in places.enumerated() {
          if let place { row[column] = run.rows[index][place] }
        }
        update.replaced += 1
      } else if update.documents.contains(key.document) {
        withdraw(&row, header: header)
        update.withdrawn += 1
      } else {
        update.kept += 1
      }
      writer.append(row)
    }
    let added = found.rest
    for index in added { writer.append(places.map { place in place.map { run.rows[index][$0] } ?? "" }) }
    update.added += added.count
    return writer.bytes
  }

  private static func withdraw(_ row: inout [String], header: [String]) {
    for (column, name) in header.enumerated() {
      if WithdrawnRecords.netColumns.contains(name) { row[column] = "" }
      if name == "findings", !row[column].contains(WithdrawnRecords.rule) {
        row[column] += (row[column].isEmpty ? "" : "; ") + WithdrawnRecords.rule
      }
    }
  }
}

/// Rows of cells as they stand in the file.
private struct RowText {
  let style: DelimitedStyle
  private(set) var bytes: [UInt8]

  init(style: DelimitedStyle) {
    self.style = style
    bytes = style.hasMark ? [0xEF, 0xBB, 0xBF] : []
  }

  mutating func append(_ row: [String]) {
    // What was safe in the file, or was made safe by this run, is not made safe once more.
    let writer = DelimitedWriter(delimiter: style.delimiter, lineEnd: style.lineEnd, isRaw: true)
    writer.row(row, into: &bytes)
  }
}
