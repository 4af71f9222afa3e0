import SortieSchema

extension Layout {
  public static let coverage = Layout(
    "coverage", "one row a text read: how many records it gave, or why none", key: ["document_id"],
    columns: CoverageColumns.coverage
  ) { [$0] }

  public static let absences = Layout(
    "absences", "one row a statement that no strikes were carried out: by whom, where, when",
    key: ["document_id", "position"], references: [.document], columns: CoverageColumns.absences
  ) { result in
    result.result.absences.enumerated().map { position, absence in
      QuotedAbsence(
        documentID: result.result.document.id, position: position, absence: absence,
        words: result.words(from: absence.start, to: absence.end))
    }
  }
}

private final class QuotedAbsence {
  let documentID: String
  let position: Int
  let absence: DocumentResult.StatedAbsence
  let words: String?

  init(documentID: String, position: Int, absence: DocumentResult.StatedAbsence, words: String?) {
    self.documentID = documentID
    self.position = position
    self.absence = absence
    self.words = words
  }
}

private enum CoverageColumns {
  typealias Item = TableColumn<TabledResult>

  static let coverage: [Item] = [
    Item("document_id", .string, "Id of the text as given, or its path as typed.", isRequired: true) {
      $1.put($0.result.document.id)
    },
    Item("title", .string, "Title of the text.") { $1.put($0.result.document.title) },
    Item("source", .string, "Who published the text.") { $1.put($0.result.document.source) },
    Item("url", .string, "Where the text was published.") { $1.put($0.result.document.url) },
    Item("published", .date, "Day of publication.") { $1.put($0.result.document.published) },
    Item("sha256", .string, "SHA-256 of the text as read, in hex.") { $1.put($0.result.document.sha256) },
    Item("n_records", .integer, "Number of records that the text gave.", unit: "records", isRequired: true) {
      $1.put($0.result.records.count)
    },
    Item(
      "coverage", .string,
      "records: it gave records; no-trigger: no word of flying or striking; no-action: such words, but no action that the "
        + "codebook codes; stated-absence: it says that there were no strikes; other-language: not in English; "
        + "duplicate: the same text as an earlier one, which has its records; empty: no words.",
      words: DocumentResult.Coverage.words, isRequired: true
    ) { $1.put($0.result.coverage.rawValue) },
    Item("language", .string, "Language of a text that is not in English, as a tag of ISO 639-1.") {
      $1.put($0.result.language)
    },
    Item(
      "duplicate_of", .string, "Id of the earlier text with the same words, with which this one is coded."
    ) { $1.put($0.result.copyOf.flatMap { $0.kind == .duplicate ? $0.document : nil }) },
    Item(
      "reprint_of", .string,
      "Id of the earlier text that this one repeats with few changes. Its records are kept, and only those of the first count "
        + "in net figures."
    ) { $1.put($0.result.copyOf.flatMap { $0.kind == .reprint ? $0.document : nil }) },
    Item(
      "n_absences", .integer, "Number of statements that there were no strikes; they are the table absences.",
      unit: "statements", isRequired: true
    ) { $1.put($0.result.absences.count) },
    Item(
      "absence_claimants", .string,
      "Who says that there were no strikes, one for each statement, – where it is not told, joined by \"; \"."
    ) { perAbsence($0, &$1, \.claimant) },
    Item("absence_periods", .string, "For when they say it, in the same order, e.g. 2017-01-03 – 2017-01-04.") {
      perAbsence($0, &$1) { $0.date?.periodText }
    },
    Item("absence_places", .string, "For where they say it, in the same order.") { perAbsence($0, &$1, \.place) },
    Item(
      "findings", .string, "Ids of the rules by which the text as a whole is doubtful, joined by \"; \"."
    ) { $1.put(unique: $0.result.findings, \.rule) },
  ]

  /// One value for each statement, so that the three columns can be read side by side.
  private static func perAbsence(
    _ row: TabledResult, _ cell: inout CellWriter, _ value: (DocumentResult.StatedAbsence) -> String?
  ) {
    cell.put(list: row.result.absences) { value($0) ?? "–" }
  }

  static let absences: [TableColumn<QuotedAbsence>] =
    [
      TableColumn("document_id", .string, "Id of the text.", isRequired: true) { $1.put($0.documentID) },
      TableColumn("position", .integer, "Place among the statements of the text, from 0.", isRequired: true) {
        $1.put($0.position)
      },
      TableColumn("claimant", .string, "Who says that there were no strikes.") { $1.put($0.absence.claimant) },
      TableColumn("place", .string, "Where there were none, as far as it is told.") { $1.put($0.absence.place) },
    ] + SharedColumns.date(\.absence.date) + [
      TableColumn(
        "start_byte", .integer, "Where the sentence begins: UTF-8 byte offset in the text.", unit: "bytes",
        isRequired: true
      ) { $1.put($0.absence.start) },
      TableColumn("end_byte", .integer, "Where it ends, exclusive.", unit: "bytes", isRequired: true) {
        $1.put($0.absence.end)
      },
      TableColumn("words", .string, "The sentence, line breaks as spaces.") { $1.put($0.words) },
    ]
}
