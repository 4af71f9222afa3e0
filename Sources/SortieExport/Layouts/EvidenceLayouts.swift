import SortieSchema

extension Layout {
  public static let evidence = Layout(
    "evidence", "one row a slot of a record: the words that it was read from, and by what", key: SharedColumns.partKey,
    references: [.record], columns: EvidenceColumns.evidence
  ) { result in
    result.parts { record in
      record.evidence.map {
        QuotedEvidence(
          evidence: $0, words: result.words(from: $0.start, to: $0.end),
          source: result.source(from: $0.start, to: $0.end))
      }
    }
  }

  public static let findings = Layout(
    "findings", "one row a doubt that validation noted, about a record or a text", key: ["document_id", "position"],
    references: [.document], columns: EvidenceColumns.findings
  ) { result in
    let ofText = result.result.findings.map { (sortieID: String?.none, finding: $0) }
    let ofRecords = result.result.records.flatMap { record in
      record.findings.map { (sortieID: String?.some(record.id), finding: $0) }
    }
    return (ofText + ofRecords).enumerated().map { position, noted in
      NotedFinding(
        documentID: result.result.document.id, position: position, sortieID: noted.sortieID, finding: noted.finding)
    }
  }
}

private struct QuotedEvidence {
  let evidence: Evidence
  let words: String?
  let source: String?
}

private final class NotedFinding {
  let documentID: String
  let position: Int
  let sortieID: String?
  let finding: Finding

  init(documentID: String, position: Int, sortieID: String?, finding: Finding) {
    self.documentID = documentID
    self.position = position
    self.sortieID = sortieID
    self.finding = finding
  }
}

private enum EvidenceColumns {
  typealias Item = TableColumn<Part<QuotedEvidence>>

  static let evidence: [Item] =
    SharedColumns.key("spans of evidence", slot: "evidence") + [
      Item(
        "slot", .string,
        "What was read: a JSON pointer into the record, e.g. /participants/0/count; empty for the record as a whole."
      ) { $1.put($0.value.evidence.slot) },
      Item(
        "start_byte", .integer, "Where the words begin: UTF-8 byte offset in the text.", unit: "bytes", isRequired: true
      ) { $1.put($0.value.evidence.start) },
      Item("end_byte", .integer, "Where they end, exclusive.", unit: "bytes", isRequired: true) {
        $1.put($0.value.evidence.end)
      },
      Item("pattern", .string, "Id of the pattern or gazetteer entry that read them.", isRequired: true) {
        $1.put($0.value.evidence.pattern)
      },
      Item("words", .string, "The words, line breaks as spaces.") { $1.put($0.value.words) },
      Item(
        "source", .string,
        "Where they stand in the original: its bytes, its page; empty where the text is the original."
      ) { $1.put($0.value.source) },
    ]

  static let findings: [TableColumn<NotedFinding>] = [
    TableColumn("document_id", .string, "Id of the text.", isRequired: true) { $1.put($0.documentID) },
    TableColumn("position", .integer, "Place among the findings of the text, from 0.", isRequired: true) {
      $1.put($0.position)
    },
    TableColumn("sortie_id", .string, "Id of the record; empty where the finding is about the text as a whole.") {
      $1.put($0.sortieID)
    },
    TableColumn("rule", .string, "Id of the rule, e.g. parts-add-up.", isRequired: true) { $1.put($0.finding.rule) },
    TableColumn(
      "severity", .string, "warning: doubtful; error: it breaks the form.", words: Finding.Severity.words,
      isRequired: true
    ) { $1.put($0.finding.severity.rawValue) },
    TableColumn("message", .string, "What is doubtful.") { $1.put($0.finding.message) },
  ]
}
