import SortieExport

/// The views: the wide table, participants with what was flown, and texts with what they gave.
enum DatabaseViews {
  static let wideName = "sorties"

  static let all = [wide, participants, documents]

  /// The cells of the wide CSV, in their order; records that their text no longer gives are left out.
  private static let wide: String = {
    let records = Set(Layout.records.columns.map(\.name))
    let summaries = Set(DatabaseForm.summaryColumns.map { Layout.wide.columns[$0].name })
    let columns = Layout.wide.columns.map { column in
      let table =
        column.name == "sortie_id" || !summaries.contains(column.name)
        ? (records.contains(column.name) ? "records" : "coverage") : DatabaseForm.summariesTable
      return "\(table).\"\(column.name)\""
    }
    return """
      CREATE VIEW \(wideName) AS SELECT
        \(columns.joined(separator: ",\n  "))
      FROM records
      JOIN coverage ON coverage.document_id = records.document_id
      JOIN \(DatabaseForm.summariesTable) ON \(DatabaseForm.summariesTable).sortie_id = records.sortie_id
      WHERE \(isCurrent)
      """
  }()

  /// Whether the text, when it was read last, gave the record.
  private static let isCurrent = """
    NOT EXISTS (SELECT 1 FROM findings WHERE findings.sortie_id = records.sortie_id AND findings.rule = \
    '\(WithdrawnRecords.rule)')
    """

  /// One row an operator and aircraft type, with the day, kind and place of what it flew, but without the record's counts.
  private static let participants = """
    CREATE VIEW sortie_participants AS SELECT
      participants.*, records.document_id, records.kind, records.status, records.scope, records.date_start,
      records.date_end, \(DatabaseForm.summariesTable).place, \(DatabaseForm.summariesTable).country, records.confidence
    FROM participants
    JOIN records ON records.sortie_id = participants.sortie_id
    JOIN \(DatabaseForm.summariesTable) ON \(DatabaseForm.summariesTable).sortie_id = records.sortie_id
    WHERE \(isCurrent)
    """

  /// One row a text, with the first and last day of what it tells.
  private static let documents = """
    CREATE VIEW documents AS SELECT
      coverage.*, (SELECT min(date_start) FROM records WHERE records.document_id = coverage.document_id AND \
    \(isCurrent)) AS first_day,
      (SELECT max(date_end) FROM records WHERE records.document_id = coverage.document_id AND \(isCurrent)) AS last_day
    FROM coverage
    """
}
