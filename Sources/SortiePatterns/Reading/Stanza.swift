/// A regex as it stands in a file, able to say where each of its bytes was written.
struct RegexSource {
  let bytes: [UInt8]
  /// Where the value begins; every byte's place when the YAML style hides the true one.
  let start: PatternPosition
  /// Place of the first byte of each line, for styles that keep lines as they are.
  let lineStarts: [PatternPosition]

  func position(of offset: Int) -> PatternPosition {
    var line = 0
    var column = 0
    for byte in bytes.prefix(max(offset, 0)) {
      column += 1
      if byte == UInt8(ascii: "\n") { (line, column) = (line + 1, 0) }
    }
    // An error is often noticed at the end of the regex, on the line after its last.
    if line >= lineStarts.count, let last = lineStarts.last, !bytes.isEmpty {
      let lastLine = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast().last ?? []
      return PatternPosition(file: last.file, line: last.line, column: last.column + lastLine.count)
    }
    guard line < lineStarts.count else { return start }
    let first = lineStarts[line]
    return PatternPosition(file: first.file, line: first.line, column: first.column + column)
  }
}

/// One entry of a pattern file, well formed in itself and not yet tied to the others.
enum Stanza {
  case part(PartStanza)
  case lexicon(LexiconStanza)
  case pattern(PatternStanza)
}

struct PartStanza {
  let name: String
  let position: PatternPosition
  let regex: RegexSource
}

struct LexiconStanza {
  let name: String
  let position: PatternPosition
  let lexicon: Lexicon
}

struct PatternStanza {
  let id: String
  let position: PatternPosition
  let about: String
  let stage: String
  let stagePosition: PatternPosition
  let makes: String?
  let makesPosition: PatternPosition
  let attributes: [String: String]
  let when: [String]
  let priority: Int
  let regex: RegexSource
  let examples: PatternExamples
  /// Where each name under `gives` stands.
  let givenNames: [(name: String, position: PatternPosition)]
}
