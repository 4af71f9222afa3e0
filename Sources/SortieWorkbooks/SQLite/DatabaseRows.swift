import GRDB
import SortieExport
import SortieSchema

/// Writes the rows of one text after the other, replacing those of the same keys.
struct DatabaseRows {
  /// Whether nothing was in the database before, so that nothing has to be looked for.
  private let isNew: Bool
  private var withdrawn = 0
  private var cells: [Cell] = []

  init(isNew: Bool) { self.isNew = isNew }

  var notes: [String] {
    withdrawn == 0
      ? [] : ["sqlite: \(withdrawn) records that their texts no longer give are marked \(WithdrawnRecords.rule)"]
  }

  static func isEmpty(_ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
  }

  static func checkForm(of db: Database, path: String) throws {
    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == DatabaseForm.applicationID else {
      throw SQLiteFault.notOurs(path: path)
    }
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard version == DatabaseForm.version else {
      throw SQLiteFault.otherVersion(path: path, found: version, expected: DatabaseForm.version)
    }
  }

  mutating func write(_ result: TabledResult, to db: Database) throws {
    let documentID = result.result.document.id
    let ids = result.result.records.map(\.id)
    if !isNew {
      for layout in DatabaseForm.textLayouts {
        try db.cachedStatement(sql: "DELETE FROM \"\(layout.name)\" WHERE document_id = ?").execute(arguments: [
          documentID
        ])
      }
      for layout in DatabaseForm.partLayouts {
        let delete = try db.cachedStatement(sql: "DELETE FROM \"\(layout.name)\" WHERE sortie_id = ?")
        for id in ids { try delete.execute(arguments: [id]) }
      }
    }
    try insert(.coverage, of: result, to: db)
    try insert(.records, of: result, to: db)
    try insertSummaries(of: result, to: db)
    for layout in DatabaseForm.partLayouts + DatabaseForm.textLayouts { try insert(layout, of: result, to: db) }
    if !isNew { try withdraw(documentID: documentID, given: ids, result, in: db) }
  }

  private mutating func insert(_ layout: Layout, of result: TabledResult, to db: Database) throws {
    try insert(layout, into: layout.name, only: Array(layout.columns.indices), of: result, to: db)
  }

  private mutating func insertSummaries(of result: TabledResult, to db: Database) throws {
    try insert(.wide, into: DatabaseForm.summariesTable, only: DatabaseForm.summaryColumns, of: result, to: db)
  }

  private mutating func insert(
    _ layout: Layout, into table: String, only columns: [Int], of result: TabledResult, to db: Database
  ) throws {
    cells.removeAll(keepingCapacity: true)
    layout.appendCells(of: result, to: &cells)
    guard !cells.isEmpty else { return }
    let statement = try db.cachedStatement(sql: InsertText.sql(layout, into: table, only: columns))
    let width = layout.columns.count
    for start in stride(from: 0, to: cells.count, by: width) {
      let values = columns.map { cells[start + $0].databaseValue }
      statement.setUncheckedArguments(StatementArguments(values))
      try statement.execute()
    }
  }

  /// Marks the records of a text that it gave before and does not give now.
  private mutating func withdraw(
    documentID: String, given: [String], _ result: TabledResult, in db: Database
  ) throws {
    let given = Set(given)
    let before = try String.fetchAll(
      db.cachedStatement(sql: "SELECT sortie_id FROM records WHERE document_id = ? ORDER BY number"),
      arguments: [documentID])
    var position = result.result.findings.count + result.result.records.reduce(0) { $0 + $1.findings.count }
    for id in before where !given.contains(id) {
      let finding = WithdrawnRecords.finding
      try db.cachedStatement(sql: "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?)").execute(
        arguments: [documentID, position, id, finding.rule, finding.severity.rawValue, finding.message])
      let nets = WithdrawnRecords.netColumns.map { "\"\($0)\" = NULL" }.joined(separator: ", ")
      try db.cachedStatement(sql: "UPDATE records SET \(nets) WHERE sortie_id = ?").execute(arguments: [id])
      position += 1
      withdrawn += 1
    }
  }
}

private enum InsertText {
  /// Replaces the values of a row whose key is there, so that what refers to the row keeps its hold.
  static func sql(_ layout: Layout, into table: String, only columns: [Int]) -> String {
    let names = columns.map { layout.columns[$0].name }
    let marks = Array(repeating: "?", count: names.count).joined(separator: ", ")
    let others = names.filter { !layout.key.contains($0) }.map { "\"\($0)\" = excluded.\"\($0)\"" }
    return """
      INSERT INTO "\(table)" (\(DatabaseForm.quoted(names))) VALUES (\(marks)) \
      ON CONFLICT (\(DatabaseForm.quoted(layout.key))) DO UPDATE SET \(others.joined(separator: ", "))
      """
  }
}

extension Cell {
  fileprivate var databaseValue: DatabaseValue {
    switch self {
    case .empty: .null
    case .text(let text): text.databaseValue
    case .integer(let value): value.databaseValue
    case .number(let value): value.databaseValue
    case .flag(let value): value.databaseValue
    case .date(let date): date.description.databaseValue
    }
  }
}
