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
  /// What could not be read, and records that were held back.
  private(set) var faults = 0
  private let extractor: Extractor
  private let context: ReadingContext
  private let defaults: DocumentDefaults
  private var gate: RecordGate

  init(
    _ reading: ReadingData, context: ReadingContext, defaults: DocumentDefaults, texts: ScoredTexts
  ) throws {
    self.texts = texts
    self.context = context
    self.defaults = defaults
    extractor = try reading.extractor()
    gate = RecordGate(reading.gazetteer)
  }

  /// Reads the texts that gold is asked of; the others cost no time.
  mutating func read(_ list: InputList, wanted: Set<String>) {
    for fault in list.faults { report(fault) }
    for input in list.inputs { read(input, wanted: wanted) }
  }

  mutating func read(_ fixture: Fixture) { add(fixture.result(extractor, through: &gate)) }

  private mutating func read(_ input: Input, wanted: Set<String>) {
    var quota = MessageQuota()
    do {
      try input.read(in: context) { item in
        switch item {
        case .note(let note): Messages.note(note)
        case .problem(let problem):
          quota.error(problem)
          faults += 1
        case .document(let document):
          guard wanted.contains(document.id) else { return }
          guard !documents.contains(document.id) else {
            return Messages.warning("\(document.id): given more than once; scored once")
          }
          let (info, problem) = defaults.info(of: document)
          if let problem {
            quota.error(problem)
            faults += 1
          }
          var result = extractor.read(document, info: info)
          for refusal in gate.pass(&result) {
            quota.error(refusal)
            faults += 1
          }
          add(result)
        }
      }
    } catch {
      report(error)
    }
    quota.finish(input: input.name)
  }

  private mutating func add(_ result: DocumentResult) {
    documents.insert(result.document.id)
    for record in result.records { predictions.append(CodedRecord(record), to: result.document.id) }
    texts.add(text: result.text, of: result.document.id)
  }

  private mutating func report(_ fault: any Error) {
    Messages.error(fault)
    faults += 1
  }
}
