import ReportText
import SortieDocuments
import SortieExtraction
import SortieSchema
import Synchronization

/// One text as it was read.
struct TextReading: Sendable {
  var result: DocumentResult
  /// What is wrong with what the input says of the text.
  let problem: DataFileError?
  /// How long the extractor took; nil where nobody asks.
  let time: Duration?
}

/// Extractors that nobody uses at the moment, one for each thread that ever needed one at the same time as others.
private final class ExtractorPool: Sendable {
  private let original: Extractor
  private let free: Mutex<[Extractor]>

  init(_ extractor: Extractor) {
    original = extractor
    free = Mutex([extractor])
  }

  func take() -> Extractor { free.withLock { $0.popLast() } ?? original.separated() }

  func give(back extractor: Extractor) { free.withLock { $0.append(extractor) } }
}

/// Reads texts; any number of threads may use it at once.
struct TextReader: Sendable {
  private let extractors: ExtractorPool
  private let defaults: DocumentDefaults
  private let isTimed: Bool

  init(extractor: Extractor, defaults: DocumentDefaults, isTimed: Bool) {
    extractors = ExtractorPool(extractor)
    self.defaults = defaults
    self.isTimed = isTimed
  }

  func read(_ batch: TextBatch) -> [RunProduct] {
    let extractor = extractors.take()
    defer { extractors.give(back: extractor) }
    return batch.items.map { item in
      if case .document(let document) = item { .read(read(document, extractor)) } else { .passed(item) }
    }
  }

  private func read(_ document: SourceDocument, _ extractor: Extractor) -> TextReading {
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
