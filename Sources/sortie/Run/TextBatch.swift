import ReportText
import SortieDocuments

/// What comes out of the inputs of a run, in their order.
enum RunItem: Sendable {
  case document(SourceDocument)
  case problem(DataFileError)
  case note(String)
  /// The input ends here because the system gives no more of it.
  case fault(FileFault)
  case inputEnd(name: String)
}

/// What became of a `RunItem`.
enum RunProduct: Sendable {
  /// A text that was read.
  case read(TextReading)
  /// Everything else, as it came.
  case passed(RunItem)
}

/// Items enough that handing them to a thread costs nothing beside the work on them.
struct TextBatch: Sendable {
  /// Bytes of text from which on a batch is full.
  static let fullAt = 1 << 16
  static let mostItems = 256

  private(set) var items: [RunItem] = []
  /// Bytes of text.
  private(set) var weight = 0

  var isFull: Bool { weight >= Self.fullAt || items.count >= Self.mostItems }

  mutating func add(_ item: RunItem) {
    items.append(item)
    if case .document(let document) = item { weight += document.text.count }
  }
}
