import SortieSchema

extension WideColumns {
  static let identity: [Column] = [
    Column(
      "sortie_id", .string,
      "Id of the record: 16 hex digits, the same for the same words of the same text, whatever the data files say.",
      isRequired: true
    ) { $1.put($0.record.id) },
    Column(
      "part_of", .string, "sortie_id of the summary whose figures contain the figures of this record."
    ) { $1.put($0.record.partOf) },
    Column("document_id", .string, "Id of the text as given, or its path as typed.", isRequired: true) {
      $1.put($0.document.id)
    },
    Column("title", .string, "Title of the text.") { $1.put($0.document.title) },
    Column("source", .string, "Who published the text.") { $1.put($0.document.source) },
    Column("url", .string, "Where the text was published.") { $1.put($0.document.url) },
    Column("published", .date, "Day of publication.") { $1.put($0.document.published) },
  ]

  static let date: [Column] = [
    Column("date_start", .date, "First day of the action; empty where the words could not be resolved to a day.") {
      $1.put($0.record.date?.start)
    },
    Column("date_end", .date, "Last day of the action, inclusive; equal to date_start for a single day.") {
      $1.put($0.record.date?.end)
    },
    Column("date_days", .integer, "Number of days from date_start to date_end, both counted.", unit: "days") {
      row, cell in
      guard let start = row.record.date?.start, let end = row.record.date?.end, start <= end else { return }
      cell.put(end.dayNumber - start.dayNumber + 1)
    },
    Column(
      "date_precision", .string,
      "How exact the date is: day, range, month, year, or unknown where only date_text is known.",
      words: SortieDate.Precision.words
    ) { $1.put($0.record.date?.precision.rawValue) },
    Column("date_text", .string, "The words that tell the date.") { $1.put($0.record.date?.text) },
  ]

  static let action: [Column] = [
    Column(
      "kind", .string,
      "What was flown: strike, reconnaissance, patrol, escort, interception, transport, airdrop, refuelling, incursion, "
        + "other.",
      words: Sortie.Kind.words, isRequired: true
    ) { $1.put($0.record.kind.rawValue) },
    Column(
      "status", .string,
      "reported: somebody says that it was flown; planned; aborted; denied: the text carries only the denial; disputed: "
        + "asserted by one source and denied by another.",
      words: Sortie.Status.words, isRequired: true
    ) { $1.put($0.record.status.rawValue) },
    Column(
      "attribution", .string,
      "declared: the operator's own side says so; alleged: somebody else does; unattributed: the text says so without "
        + "naming anybody. Empty where it is not known for whom a claimant speaks.",
      words: Attribution.words
    ) { $1.put($0.attribution?.rawValue) },
    Column(
      "scope", .string,
      "event: the finest grain of the text; summary: a total whose parts are records of the same text; cumulative: a "
        + "running total of a campaign, or a total for a month or longer.",
      words: Sortie.Scope.words, isRequired: true
    ) { $1.put($0.record.scope.rawValue) },
  ]

  static let judgement: [Column] = [
    Column("confidence", .number, "From 0 to 1, how sure the reading is; not how true the claim.", isRequired: true) {
      $1.put($0.record.confidence)
    },
    Column(
      "findings", .string, "Ids of the validation rules that found the record doubtful, joined by \"; \"."
    ) { $1.put(unique: $0.record.findings, \.rule) },
    Column(
      "evidence", .string,
      "The sentence of the text that tells the action, line breaks as spaces; several are joined by \" […] \"."
    ) { $0.appendEvidence(to: &$1.bytes) },
    Column(
      "evidence_source", .string,
      "Where these words stand in the original, in their order: its bytes (from 0, end exclusive), its page, or the part of "
        + "it and the bytes there. Empty where the text is the original."
    ) { $1.put($0.evidenceSource) },
  ]
}
