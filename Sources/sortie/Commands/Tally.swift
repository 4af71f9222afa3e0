import SortieSchema

/// What came of the inputs.
struct Tally: Codable {
  private(set) var texts = 0
  private(set) var records = 0
  private(set) var textsWithRecords = 0
  private var withoutRecords: [DocumentResult.Coverage: Int] = [:]
  private var languages: [String: Int] = [:]
  private var reprints = 0
  /// Records with findings.
  private(set) var doubtful = 0
  /// What could not be read.
  var faults = 0

  mutating func add(_ result: DocumentResult) {
    texts += 1
    records += result.records.count
    doubtful += result.records.count { !$0.findings.isEmpty }
    if result.copyOf?.kind == .reprint { reprints += 1 }
    if let language = result.language { languages[language, default: 0] += 1 }
    if result.records.isEmpty {
      withoutRecords[result.coverage, default: 0] += 1
    } else {
      textsWithRecords += 1
    }
  }

  func summary(files: [String]) -> String {
    var text = "\(Self.number(records, "record")) from \(textsWithRecords) of \(Self.number(texts, "text"))"
    let reasons = DocumentResult.Coverage.allCases.compactMap { coverage in
      withoutRecords[coverage].map { count in
        let tags = languages.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
        return "\(count) \(coverage.rawValue)"
          + (coverage == .otherLanguage ? " (\(tags.joined(separator: ", ")))" : "")
      }
    }
    if !reasons.isEmpty { text += "; without records: \(reasons.joined(separator: ", "))" }
    if reprints > 0 { text += "; \(Self.number(reprints, "reprint")) of texts read before" }
    if doubtful > 0 { text += "; \(Self.number(doubtful, "record")) with findings" }
    if faults > 0 { text += "; \(Self.number(faults, "error"))" }
    if !files.isEmpty { text += "; written to \(files.joined(separator: ", "))" }
    return text
  }

  private static func number(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
