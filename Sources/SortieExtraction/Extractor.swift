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
  private let workspaces = WorkspacePool()
  private var meter: ReadingMeter?

  /// - Throws: `MissingLexicon` where the patterns lack a word table.
  public init(gazetteer: Gazetteer, patterns: PatternLibrary, provenance: Provenance) throws(MissingLexicon) {
    self.gazetteer = gazetteer
    self.patterns = patterns
    self.provenance = provenance
    language = try Language(patterns)
    cascade = Cascade(library: patterns)
    gate = TriggerGate(patterns, gazetteer: gazetteer)
  }

  /// The same extractor, which tells a meter what its reading takes.
  public func measured(by meter: ReadingMeter) -> Extractor {
    var copy = self
    copy.meter = meter
    return copy
  }

  /// The same extractor for another thread. One extractor may read on any number of threads, but what they count
  /// references to is then counted by all of them, and they wait for each other; each with its own read faster.
  public func separated() -> Extractor {
    let provenance = Provenance(
      tool: String(decoding: Array(provenance.tool.utf8), as: UTF8.self),
      gazetteer: String(decoding: Array(provenance.gazetteer.utf8), as: UTF8.self),
      patterns: String(decoding: Array(provenance.patterns.utf8), as: UTF8.self))
    do {
      var copy = try Extractor(
        gazetteer: gazetteer.separated(), patterns: patterns.separated(), provenance: provenance)
      copy.meter = meter
      return copy
    } catch { preconditionFailure("a copy of the patterns lacks what they have: \(error)") }
  }

  /// Reads one text. Odd prose is never an error: it becomes a finding, or no record.
  /// - Parameter bytes: the text as read; bytes that are no UTF-8 are replaced one by one, so that offsets stay.
  public func read(_ bytes: [UInt8], document: DocumentInfo) -> DocumentResult {
    var workspace = workspaces.take()
    workspace.isMeasured = meter != nil
    let result = run(bytes, document: document, isTraced: false, workspace: &workspace).result
    meter?.take(from: &workspace)
    workspaces.give(back: workspace)
    return result
  }

  /// The same, with what was done on the way.
  public func explain(_ bytes: [UInt8], document: DocumentInfo) -> (result: DocumentResult, trace: Trace) {
    var workspace = workspaces.take()
    let read = run(bytes, document: document, isTraced: true, workspace: &workspace)
    workspaces.give(back: workspace)
    return read
  }

  func run(
    _ bytes: [UInt8], document: DocumentInfo, isTraced: Bool, workspace: inout Workspace
  ) -> (result: DocumentResult, trace: Trace) {
    let text = ValidText(bytes)
    let trigger = gate?.firstTrigger(text.bytes, 0..<text.bytes.count)
    // Most texts are neither: they cost no look at their words.
    if gate == nil || trigger != nil || LanguageGuess.beginsInOtherScript(text.bytes) {
      if let language = LanguageGuess.foreign(text.bytes) {
        return (unread(text, document, .otherLanguage, language: language), Trace())
      }
    }
    var known = ActionSearch.Findings()
    if let gate, !isTraced {
      guard let trigger else { return (unread(text, document, .noTrigger), Trace()) }
      let search = ActionSearch(extractor: self, gate: gate, text: text, document: document)
      guard let found = search.run(from: trigger, workspace: &workspace) else {
        return (unread(text, document, .noAction), Trace())
      }
      known = found
    }
    var document = document
    document.sha256 = HexText.of(SHA256.hash(data: bytes))
    var reader = DocumentReader(
      extractor: self, language: language, text: ReportText(text, rules: language.sentenceRules), document: document,
      known: known, isTraced: isTraced)
    return reader.read(workspace: &workspace)
  }

  /// The result of a text that was not read further.
  private func unread(
    _ text: ValidText, _ document: DocumentInfo, _ coverage: DocumentResult.Coverage, language: String? = nil
  ) -> DocumentResult {
    DocumentResult(
      document: document, text: text.bytes, findings: DocumentReader.findings(of: text),
      coverage: text.isBlank ? .empty : coverage, isRead: false, language: language)
  }
}
