import Foundation
import GRDB
import SortieExport
import SortieSchema
import SortieWorkbooks
import Testing

@Suite("Databases")
struct SQLiteTests {
  private let folder: ScratchFolder
  private var path: String { folder.path("o.sqlite") }

  init() throws { folder = try ScratchFolder() }

  private func value<Value: DatabaseValueConvertible>(_ sql: String) throws -> Value {
    try DatabaseQueue(path: path).read { db in try #require(try Value.fetchOne(db, sql: sql)) }
  }

  private func isSound() throws -> Bool {
    let check: String = try value("PRAGMA integrity_check")
    let broken = try DatabaseQueue(path: path).read { db in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") }
    return check == "ok" && broken.isEmpty
  }

  @Test("Every table has the rows of its layout, whole and with their references")
  func tables() throws {
    let results = [Made.result("a", records: 30), Made.result("b", records: 0)]
    try Made.write(SQLiteFormat.self, results, to: path)
    #expect(try isSound())
    for layout in Layout.tidy {
      var cells: [Cell] = []
      for result in results { layout.appendCells(of: TabledResult(result, options: FormatOptions()), to: &cells) }
      let rows = try DatabaseQueue(path: path).read { db in
        try Row.fetchAll(
          db,
          sql:
            "SELECT \(layout.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")) FROM \"\(layout.name)\" ORDER BY rowid"
        )
      }
      #expect(rows.count == cells.count / layout.columns.count, "\(layout.name)")
      for (index, cell) in cells.enumerated() {
        let stored: DatabaseValue = rows[index / layout.columns.count][index % layout.columns.count]
        #expect(stored == cell.expected, "\(layout.name).\(layout.columns[index % layout.columns.count].name)")
      }
    }
  }

  @Test("The view of sorties has the cells of the wide table")
  func wideView() throws {
    let result = Made.result("a", records: 30)
    try Made.write(SQLiteFormat.self, [result], to: path)
    var cells: [Cell] = []
    Layout.wide.appendCells(of: TabledResult(result, options: FormatOptions()), to: &cells)
    let rows = try DatabaseQueue(path: path).read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM sorties ORDER BY sortie_id")
    }
    let names: [String] = rows[0].columnNames.map { $0 }
    #expect(names == Layout.wide.columns.map(\.name))
    let stored: [DatabaseValue] = rows.flatMap { row in Array(row.databaseValues) }
    #expect(stored == cells.map(\.expected))
  }

  @Test("Evidence is found by its words")
  func search() throws {
    var result = Made.result("a", records: 1)
    result.records[0].evidence = [Evidence(slot: "", start: 0, end: 12, pattern: "p")]
    try Made.write(SQLiteFormat.self, [result], to: path)
    let found: Int = try value("SELECT count(*) FROM evidence_search WHERE evidence_search MATCH 'struck'")
    #expect(found == 1)
    let other: Int = try value("SELECT count(*) FROM evidence_search WHERE evidence_search MATCH 'spoke'")
    #expect(other == 0)
  }

  @Test("Read again, a text replaces its records instead of doubling them")
  func again() throws {
    try Made.write(SQLiteFormat.self, [Made.result("a", records: 5), Made.result("b", records: 5, from: 5)], to: path)
    let changed = Made.result("a", records: 5, seed: 9)
    #expect(try Made.write(SQLiteFormat.self, [changed], to: path).isEmpty)
    #expect(try isSound())
    let records: Int = try value("SELECT count(*) FROM records")
    #expect(records == 10)
    let parts: Int = try value(
      "SELECT count(*) FROM participants JOIN records USING (sortie_id) WHERE document_id = 'a'")
    #expect(parts == changed.records.reduce(0) { $0 + $1.participants.count })
    let kind: String = try value("SELECT kind FROM records WHERE sortie_id = '\(Made.id(0))'")
    #expect(kind == changed.records[0].kind.rawValue)
  }

  @Test("A record that its text no longer gives is marked, counts no more, and comes back with the text")
  func withdrawn() throws {
    try Made.write(SQLiteFormat.self, [Made.result("a", records: 5)], to: path)
    let notes = try Made.write(SQLiteFormat.self, [Made.result("a", records: 3)], to: path)
    #expect(notes == ["sqlite: 2 records that their texts no longer give are marked no-longer-read"])
    #expect(try isSound())
    let kept: Int = try value("SELECT count(*) FROM records")
    let current: Int = try value("SELECT count(*) FROM sorties")
    let marked: Int = try value("SELECT count(*) FROM findings WHERE rule = '\(WithdrawnRecords.rule)'")
    let net: Int = try value(
      "SELECT count(*) FROM records JOIN findings USING (sortie_id) WHERE rule = '\(WithdrawnRecords.rule)' AND strikes_net > 0"
    )
    let counts: [Int] = [kept, current, marked, net]
    let expected: [Int] = [5, 3, 2, 0]
    #expect(counts == expected)
    try Made.write(SQLiteFormat.self, [Made.result("a", records: 5)], to: path)
    let back: Int = try value("SELECT count(*) FROM sorties")
    #expect(back == 5)
  }

  @Test("A run that breaks off leaves the database as it was")
  func brokenOff() throws {
    try Made.write(SQLiteFormat.self, [Made.result("a", records: 5)], to: path)
    do {
      let format = try SQLiteFormat(path: path, options: FormatOptions())
      try format.write(Made.result("b", records: 5, from: 5))
    }
    let records: Int = try value("SELECT count(*) FROM records")
    #expect(records == 5)
  }

  @Test("A database of something else, or no database at all, is left as it is")
  func foreign() throws {
    try DatabaseQueue(path: path).write { db in try db.execute(sql: "CREATE TABLE other (x)") }
    #expect { try Made.write(SQLiteFormat.self, [], to: path) } throws: {
      String(describing: $0).hasSuffix("is a database of something else; it is left as it is")
    }
    let text = folder.path("text.db")
    try Data(repeating: 0x41, count: 5000).write(to: URL(fileURLWithPath: text))
    #expect { try Made.write(SQLiteFormat.self, [], to: text) } throws: {
      String(describing: $0).hasSuffix("is a database of something else; it is left as it is")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: text)) == Data(repeating: 0x41, count: 5000))
  }

  @Test("Every column is explained in the codebook table")
  func codebook() throws {
    try Made.write(SQLiteFormat.self, [], to: path)
    let count: Int = try value("SELECT count(*) FROM codebook")
    #expect(count == Layout.all.reduce(0) { $0 + $1.columns.count })
  }
}

extension Cell {
  fileprivate var expected: DatabaseValue {
    switch self {
    case .empty: .null
    case .text(let text): text.databaseValue
    case .integer(let value): value.databaseValue
    case .number(let value): value.databaseValue
    case .flag(let value): (value ? 1 : 0).databaseValue
    case .date(let date): date.description.databaseValue
    }
  }
}
