import SortieDocuments
import SortieExtraction
import SortieSchema

extension Extractor {
  /// Reads a text as it came in: what its reader noticed is a finding of the text, and its evidence leads back to the
  /// input.
  func read(_ document: SourceDocument, info: DocumentInfo) -> DocumentResult {
    var result = read(document.text, document: info)
    result.takeOver(document)
    return result
  }

  /// The same, with what was done on the way.
  func explain(_ document: SourceDocument, info: DocumentInfo) -> (result: DocumentResult, trace: Trace) {
    var (result, trace) = explain(document.text, document: info)
    result.takeOver(document)
    return (result, trace)
  }
}

extension DocumentResult {
  fileprivate mutating func takeOver(_ document: SourceDocument) {
    sourceMap = document.sourceMap
    findings = document.findings + findings
  }
}
