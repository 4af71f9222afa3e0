import SortieSchema

extension Layout {
  /// What is told once of a record; everything else is in the tables of its parts.
  public static let records = Layout(
    "records", "one row a record: kind, status, date, its own counts, confidence", key: ["sortie_id"],
    references: [.document], columns: RecordsColumns.all
  ) { $0.rows }
}

private enum RecordsColumns {
  static let all: [Column] =
    identity + SharedColumns.date(\.record.date) + counts + judgement

  /// Columns of the wide table that stand here as well.
  private static func wide(_ names: String...) -> [Column] {
    names.flatMap { name in WideColumns.all.filter { $0.name == name } }
  }

  private static let identity = wide("sortie_id", "document_id", "part_of", "kind", "status", "attribution", "scope")

  private static let counts: [Column] =
    SharedColumns.count("sorties", "sorties (flights)", unit: "flights") { $0.record.counts.sorties }
    + wide("sorties_net")
    + SharedColumns.count("strikes", "strikes, raids, attacks", unit: "strikes") { $0.record.counts.strikes }
    + wide("strikes_net")
    + SharedColumns.count("engagements", "engagements", unit: "engagements") { $0.record.counts.engagements }
    + SharedColumns.count("targets", "targets hit, where the text itself tells their number,", unit: "targets") {
      $0.record.counts.targets
    }
    + wide("targets_net")
    + SharedColumns.count("munitions", "munitions used in all", unit: "munitions") { $0.record.counts.munitions }

  private static let judgement: [Column] =
    wide("confidence", "evidence", "evidence_source") + [
      Column("tool", .string, "Name and version of the program that read the text.") {
        $1.put($0.record.provenance.tool)
      },
      Column("gazetteer", .string, "Digest of the gazetteer that it read with.") {
        $1.put($0.record.provenance.gazetteer)
      },
      Column("patterns", .string, "Digest of the patterns that it read with.") {
        $1.put($0.record.provenance.patterns)
      },
    ]
}
