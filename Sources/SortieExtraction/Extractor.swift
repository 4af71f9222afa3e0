internal import Crypto
internal import PCRE2
internal import ReportText
public import SortieGazetteer
public import SortiePatterns
public import SortieSchema

/// Reads the air actions that texts report.
///
/// A value that holds the gazetteer and the patterns; any number of threads may read with it at once.
public struct Extractor: Sendable {
  let gazetteer: Gazetteer
  let patterns: PatternLibrary
  let provenance: Provenance
  let language: Language
  let cascade: Cascade
  /// Nil where the patterns have no table of triggers: then every text is read.
  let gate: TriggerGate?

  /// - Throws: `MissingLexicon` where the patterns lack a word table.
  public init(gazetteer: Gazetteer, patterns: PatternLibrary, provenance: Provenance) throws(MissingLexicon) {
    self.gazetteer = gazetteer
    self.patterns = patterns
    self.provenance = provenance
    language = try Language(patterns)
    cascade = Cascade(library: patterns)
    gate = TriggerGate(patterns, gazetteer: gazetteer)
  }

  /// Reads one text. Odd prose is never an error: it becomes a finding, or no record.
  /// - Parameter bytes: the text as read; bytes that are no UTF-8 are replaced one by one, so that offsets stay.
  public func read(_ bytes: [UInt8], document: DocumentInfo) -> DocumentResult {
    run(bytes, document: document, isTraced: false).result
  }

  /// The same, with what was done on the way.
  public func explain(_ bytes: [UInt8], document: DocumentInfo) -> (result: DocumentResult, trace: Trace) {
    run(bytes, document: document, isTraced: true)
  }

  private func run(_ bytes: [UInt8], document: DocumentInfo, isTraced: Bool) -> (result: DocumentResult, trace: Trace) {
    var document = document
    document.sha256 = SHA256.hash(data: bytes).map { RecordAssembler.hex($0) }.joined()
    let text = ReportText(bytes, rules: language.sentenceRules)
    var reader = DocumentReader(extractor: self, language: language, text: text, document: document, isTraced: isTraced)
    return reader.read()
  }
}
