internal import ReportText
internal import Yams

/// Reads the stanzas of one file and collects whatever is wrong with them.
struct StanzaReader {
  private let text: SourceText
  private(set) var stanzas: [Stanza] = []
  private(set) var errors: [DataFileError] = []

  init(_ file: PatternFile) {
    text = SourceText(file)
    do {
      // All values are texts to us; to guess at booleans and dates would take most of the time.
      guard let root = try Yams.compose(yaml: file.text, .basic) else { return }
      guard case .sequence(let sequence) = root else {
        report(.notAList, at: root.mark)
        return
      }
      for node in sequence { read(node) }
    } catch let error as YamlError {
      let (message, mark) = Self.explain(error)
      report(.notYAML(message), at: mark)
    } catch {
      report(.notYAML("\(error)"), at: nil)
    }
  }

  private mutating func read(_ node: Node) {
    guard case .mapping(let mapping) = node else { return report(.notAStanza, at: node.mark) }
    let before = errors.count
    var fields = StanzaFields(mapping, text: text)
    let stanza: Stanza? =
      switch fields.kind {
      case "part": fields.part().map { .part($0) }
      case "lexicon": fields.lexicon().map { .lexicon($0) }
      case "id": fields.pattern().map { .pattern($0) }
      default: nil
      }
    errors += fields.errors
    if let stanza, errors.count == before { stanzas.append(stanza) }
  }

  private mutating func report(_ problem: PatternProblem, at mark: Mark?) {
    errors.append(DataFileError(at: text.position(mark), problem))
  }

  private static func explain(_ error: YamlError) -> (message: String, mark: Mark?) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (problem, mark)
    case .duplicatedKeysInMapping(let duplicates, let context):
      ("the key \(duplicates.map { "'\($0)'" }.joined(separator: ", ")) stands twice", context.mark)
    case .reader(let problem, _, _, _): (problem, nil)
    default: ("\(error)", nil)
    }
  }
}

extension DataFileError {
  init(at position: PatternPosition, _ problem: PatternProblem) {
    self.init(file: position.file, line: position.line, column: position.column, problem: problem)
  }
}
