import SortieDocuments
import SortieEvaluation
import SortieExtraction
import SortieSchema

/// Texts that are read in order to be scored, and the records they give.
struct ScoredExtraction {
  private(set) var predictions = Predictions()
  /// The ids of the texts that were read.
  private(set) var documents: Set<String> = []
  private(set) var texts: ScoredTexts
  private let extractor: Extractor
  private let defaults: DocumentDefaults
  private var walk: InputWalk
  private var gate: RecordGate

  init(
    _ reading: ReadingData, context: ReadingContext, defaults: DocumentDefaults, texts: ScoredTexts
  ) throws {
    self.texts = texts
    self.defaults = defaults
    walk = InputWalk(context)
    extractor = try reading.extractor()
    gate = RecordGate(reading.gazetteer)
  }

  /// What could not be read, and records that were held back.
  var faults: Int { walk.faults }

  /// Reads the texts that gold is asked of; the others cost no time.
  mutating func read(_ list: InputList, wanted: Set<String>) throws {
    var walk = walk
    try walk.run(list) { document, walk in
      guard wanted.contains(document.id) else { return }
      guard !documents.contains(document.id) else {
        return Messages.warning("\(document.id): given more than once; scored once")
      }
      var result = extractor.read(document, info: walk.info(of: document, defaults))
      for refusal in gate.pass(&result) { walk.error(refusal.description) }
      add(result)
    }
    self.walk = walk
  }

  mutating func read(_ fixture: Fixture) { add(fixture.result(extractor, through: &gate)) }

  private mutating func add(_ result: DocumentResult) {
    documents.insert(result.document.id)
    for record in result.records { predictions.append(CodedRecord(record), to: result.document.id) }
    texts.add(text: result.text, of: result.document.id)
  }
}
