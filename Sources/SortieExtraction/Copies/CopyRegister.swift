public import SortieSchema

/// Remembers the texts of a run, so that a text that comes again is coded once and reprints are counted once.
///
/// A duplicate has the same letters and figures, whatever stands between them. A reprint shares most of its wording with an
/// earlier text and tells no other figure, day, place, aircraft or munition: bulletins of two days are alike in their
/// wording and differ in these.
public struct CopyRegister: Sendable {
  /// How much of two texts' wording must be the same.
  static let likeness = 0.7
  /// Reprints follow their originals within days.
  static let mostDays = 14

  /// Whether what is remembered is logged, so that another register can be told of it.
  public var isLogged = false

  private var seen = SeenTexts()
  private var sketches = SketchIndex()
  private var log = CopyLog()

  public init() {}

  /// Notes whether a text was read before. What is a duplicate loses its records; a reprint keeps them.
  public mutating func settle(_ result: inout DocumentResult) {
    guard result.coverage != .empty else { return }
    var digests: [TextDigest] = []
    let hash = result.document.sha256.flatMap { TextDigest(hex: $0) }
    digests.append(hash ?? TextDigest(bytesOf: result.text))
    let isRead =
      switch result.coverage {
      case .records, .noAction, .statedAbsence: true
      default: false
      }
    // Texts of which nothing was read are compared as they are: the look at their letters would cost more than they did.
    if isRead { digests.append(TextDigest(lettersOf: result.text)) }
    if let first = seen.first(of: digests) {
      let isSameDay =
        first.published == nil || result.document.published == nil || first.published == result.document.published
      // "Today" in the same words on another day is another day.
      mark(&result, isSameDay ? .duplicate : .reprint, of: first.document)
      return
    }
    var entry = CopyLog.Entry(
      document: result.document.id, published: result.document.published, digests: digests)
    if isRead, result.isRead {
      let sketch = TextSketch(result)
      if let first = sketches.original(of: sketch) {
        mark(&result, .reprint, of: first)
      } else {
        entry.sketch = sketch
      }
    }
    remember(entry)
    if isLogged { log.append(entry) }
  }

  /// What was remembered since the last call.
  public mutating func takeLog() -> [UInt8] {
    defer { log = CopyLog() }
    return log.bytes
  }

  /// Remembers what another register remembered.
  /// - Parameter bytes: all that its `takeLog` gave, in order.
  /// - Throws: `CopyLogError` where they are something else.
  public mutating func replay(_ bytes: [UInt8]) throws(CopyLogError) {
    try CopyLog.read(bytes) { remember($0) }
  }

  private mutating func remember(_ entry: CopyLog.Entry) {
    seen.add(entry.document, published: entry.published, digests: entry.digests)
    if let sketch = entry.sketch { sketches.add(sketch) }
  }

  private func mark(_ result: inout DocumentResult, _ kind: DocumentResult.CopyOf.Kind, of document: String) {
    result.copyOf = DocumentResult.CopyOf(kind: kind, document: document)
    guard kind == .duplicate else { return }
    result.records = []
    result.absences = []
    result.coverage = .duplicate
  }
}
