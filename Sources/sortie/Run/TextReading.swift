import ReportText
import SortieDocuments
import SortieExtraction
import SortieSchema

/// One text as it was read.
struct TextReading: Sendable {
  var result: DocumentResult
  /// What is wrong with what the input says of the text.
  let problem: DataFileError?
  /// How long the extractor took; nil where nobody asks.
  let time: Duration?
}

/// Reads texts; any number of threads may use it at once.
struct TextReader: Sendable {
  let extractor: Extractor
  let defaults: DocumentDefaults
  let isTimed: Bool

  func read(_ batch: TextBatch) -> [RunProduct] {
    batch.items.map { item in
      if case .document(let document) = item { .read(read(document)) } else { .passed(item) }
    }
  }

  private func read(_ document: SourceDocument) -> TextReading {
    let (info, problem) = defaults.info(of: document)
    let start = isTimed ? ContinuousClock.now : nil
    var result = extractor.read(document, info: info)
    let time = start.map { ContinuousClock.now - $0 }
    if let problem {
      result.findings.append(
        Finding(rule: "published-is-a-day", severity: .error, message: String(describing: problem.problem)))
    }
    return TextReading(result: result, problem: problem, time: time)
  }
}
