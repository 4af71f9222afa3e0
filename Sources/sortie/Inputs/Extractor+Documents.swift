import SortieDocuments
import SortieExtraction
import SortieSchema

extension Extractor {
  /// Reads a text as it came in: what its reader noticed is a finding of the text, and its evidence leads back to the
  /// input.
  func read(_ document: SourceDocument, info: DocumentInfo) -> DocumentResult {
    var result = read(document.text, document: info)
    if let dated = result.datedByProperties(of: document) {
      result = read(document.text, document: dated)
      result.findings.append(.datedByProperties)
    }
    result.takeOver(document)
    return result
  }

  /// The same, with what was done on the way.
  func explain(_ document: SourceDocument, info: DocumentInfo) -> (result: DocumentResult, trace: Trace) {
    var (result, trace) = explain(document.text, document: info)
    if let dated = result.datedByProperties(of: document) {
      (result, trace) = explain(document.text, document: dated)
      result.findings.append(.datedByProperties)
    }
    result.takeOver(document)
    return (result, trace)
  }
}

extension DocumentResult {
  fileprivate mutating func takeOver(_ document: SourceDocument) {
    sourceMap = document.sourceMap
    findings = document.findings + findings
  }

  /// What is known of the text with the day of its file, where neither the input, the user nor the text tells a day.
  fileprivate func datedByProperties(of document: SourceDocument) -> DocumentInfo? {
    guard self.document.published == nil, !records.isEmpty,
      let day = document.publishedByProperties.flatMap(PublicationDay.day)
    else { return nil }
    var info = self.document
    info.published = day
    return info
  }
}

extension Finding {
  fileprivate static let datedByProperties = Finding(
    rule: "dated-by-properties",
    message: "the day of publication is the one on which the file was made; --published says another")
}
