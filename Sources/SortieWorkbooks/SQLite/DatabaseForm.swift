import GRDB
import SortieExport

/// The tables, indices and views of the database, made from the layouts.
enum DatabaseForm {
  /// Tells our databases from others: `Sort` in ASCII.
  static let applicationID = 0x536F_7274
  /// Goes up when a table changes.
  static let version = 1

  /// Cells of the wide table that no other table has as they are.
  static let summariesTable = "summaries"
  static let searchTable = "evidence_search"
  static let codebookTable = "codebook"

  /// Tables of which a record has rows.
  static let partLayouts: [Layout] = [
    .participants, .places, .targets, .casualties, .munitions, .claims, .evidence,
  ]
  static let textLayouts: [Layout] = [.findings, .absences]

  /// Columns of `summaries`, as places in the wide table.
  static let summaryColumns: [Int] = {
    let told = Set((Layout.records.columns + Layout.coverage.columns).map(\.name))
    return Layout.wide.columns.indices.filter { index in
      let name = Layout.wide.columns[index].name
      return name == "sortie_id" || !told.contains(name) || ambiguous.contains(name)
    }
  }()

  /// Names that mean one thing of a record and another of a text.
  private static let ambiguous: Set<String> = ["findings"]

  static func create(in db: Database) throws {
    try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
    try db.execute(sql: table(.coverage))
    try db.execute(sql: table(.records, before: ["\"number\" INTEGER PRIMARY KEY"], isKeyUnique: true))
    for layout in partLayouts + textLayouts { try db.execute(sql: table(layout)) }
    let summaries = summaryColumns.map { definition(of: Layout.wide.columns[$0]) }
    try db.execute(
      sql: """
        CREATE TABLE \(summariesTable) (
          \((summaries + [
            "PRIMARY KEY (\"sortie_id\")", "FOREIGN KEY (\"sortie_id\") REFERENCES \"records\" (\"sortie_id\")",
          ]).joined(separator: ",\n  "))
        ) WITHOUT ROWID
        """)
    try db.execute(
      sql: """
        CREATE TABLE \(codebookTable) (
          "table" TEXT NOT NULL, "column" TEXT NOT NULL, "type" TEXT NOT NULL, "unit" TEXT, "values" TEXT,
          "meaning" TEXT NOT NULL, PRIMARY KEY ("table", "column")
        ) WITHOUT ROWID
        """)
    for statement in indices + search + views { try db.execute(sql: statement) }
    try fillCodebook(in: db)
  }

  private static func table(_ layout: Layout, before: [String] = [], isKeyUnique: Bool = false) -> String {
    var parts = before + layout.columns.map(definition(of:))
    parts.append("\(isKeyUnique ? "UNIQUE" : "PRIMARY KEY") (\(quoted(layout.key)))")
    for reference in layout.references {
      parts.append(
        "FOREIGN KEY (\(quoted(reference.columns))) REFERENCES \"\(reference.layout)\" (\(quoted(reference.keyColumns)))"
      )
    }
    return "CREATE TABLE \"\(layout.name)\" (\n  \(parts.joined(separator: ",\n  "))\n)"
  }

  private static func definition(of column: ColumnDescription) -> String {
    let type =
      switch column.kind {
      case .string, .date: "TEXT"
      case .integer, .boolean: "INTEGER"
      case .number: "REAL"
      }
    return "\"\(column.name)\" \(type)\(column.isRequired ? " NOT NULL" : "")"
  }

  static func quoted(_ names: [String]) -> String { names.map { "\"\($0)\"" }.joined(separator: ", ") }

  private static let indices = [
    ("records", "document_id"), ("records", "date_start"), ("records", "part_of"), ("participants", "operator"),
    ("participants", "aircraft"), ("places", "place_id"), ("targets", "type"), ("claims", "claimant"),
    ("findings", "sortie_id"), ("coverage", "published"), ("coverage", "sha256"),
  ].map { "CREATE INDEX \"\($0)_\($1)\" ON \"\($0)\" (\"\($1)\")" }

  /// The index over the sentences follows the table by triggers, so that rows that somebody mends are found as well.
  private static let search = [
    """
    CREATE VIRTUAL TABLE \(searchTable) USING fts5(
      evidence, content='records', content_rowid='number', tokenize='unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER records_search_insert AFTER INSERT ON records BEGIN
      INSERT INTO \(searchTable) (rowid, evidence) VALUES (new.number, new.evidence);
    END
    """,
    """
    CREATE TRIGGER records_search_delete AFTER DELETE ON records BEGIN
      INSERT INTO \(searchTable) (\(searchTable), rowid, evidence) VALUES ('delete', old.number, old.evidence);
    END
    """,
    """
    CREATE TRIGGER records_search_update AFTER UPDATE OF evidence ON records BEGIN
      INSERT INTO \(searchTable) (\(searchTable), rowid, evidence) VALUES ('delete', old.number, old.evidence);
      INSERT INTO \(searchTable) (rowid, evidence) VALUES (new.number, new.evidence);
    END
    """,
  ]

  private static func fillCodebook(in db: Database) throws {
    let statement = try db.makeStatement(sql: "INSERT INTO \(codebookTable) VALUES (?, ?, ?, ?, ?, ?)")
    let tables = [DatabaseViews.wideName: Layout.wide.columns].merging(
      Layout.tidy.map { ($0.name, $0.columns) }, uniquingKeysWith: { first, _ in first })
    for (name, columns) in tables.sorted(by: { $0.key < $1.key }) {
      for column in columns {
        let words = column.words.isEmpty ? nil : column.words.joined(separator: ", ")
        try statement.execute(
          arguments: [name, column.name, column.kind.rawValue, column.unit, words, column.about])
      }
    }
  }

  private static let views = DatabaseViews.all
}
