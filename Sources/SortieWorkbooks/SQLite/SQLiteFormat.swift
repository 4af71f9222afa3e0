import GRDB
public import SortieExport
public import SortieSchema

/// A SQLite database: a table a layout with keys and indices, an index over the evidence, and views.
///
/// A database that is there is brought up to date: records of the same id are replaced, new ones added, those that a
/// text no longer gives are marked by a finding. All of it happens in one transaction.
public final class SQLiteFormat: FileFormat {
  public static let name = "sqlite"
  public static let fileExtensions = ["sqlite", "sqlite3", "db"]
  public static let about = "a database: tables, views and a search index; updated where it is there"
  public static let updatesFiles = true

  private let queue: DatabaseQueue
  private let path: String
  private let options: FormatOptions
  private var rows: DatabaseRows
  private var ids = DistinctIDs()

  public init(path: String, options: FormatOptions) throws {
    self.path = path
    self.options = options
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    // Every reference is checked when the transaction ends.
    configuration.foreignKeysEnabled = true
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      rows = try queue.inDatabase { db in
        let isNew = try DatabaseRows.isEmpty(db)
        if !isNew { try DatabaseRows.checkForm(of: db, path: path) }
        try db.execute(sql: "PRAGMA temp_store = FILE; PRAGMA cache_size = -16000")
        try db.beginTransaction(.immediate)
        try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
        if isNew { try DatabaseForm.create(in: db) }
        return DatabaseRows(isNew: isNew)
      }
    } catch let error as DatabaseError {
      throw Self.fault(error, path: path)
    }
  }

  public func write(_ result: DocumentResult) throws {
    var result = result
    ids.settle(&result)
    let tabled = TabledResult(result, options: options)
    do {
      try queue.inDatabase { db in try rows.write(tabled, to: db) }
    } catch let error as DatabaseError {
      throw Self.fault(error, path: path)
    }
  }

  public func finish() throws -> [String] {
    do {
      try queue.inDatabase { db in
        try db.execute(sql: "PRAGMA optimize")
        try db.commit()
      }
      try queue.close()
    } catch let error as DatabaseError {
      throw Self.fault(error, path: path)
    }
    return ids.notes + rows.notes
  }

  private static func fault(_ error: DatabaseError, path: String) -> SQLiteFault {
    switch error.resultCode {
    case .SQLITE_NOTADB: .notOurs(path: path)
    default: .refused(path: path, message: error.message ?? "error \(error.resultCode.rawValue)")
    }
  }
}
