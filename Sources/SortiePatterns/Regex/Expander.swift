internal import ReportText

/// A regex with its references replaced, able to lead each byte back to where it was written.
struct ExpandedRegex {
  /// A stretch of bytes taken over from a source.
  struct Stretch {
    let start: Int
    let source: RegexSource
    let sourceOffset: Int
  }

  fileprivate(set) var bytes: [UInt8] = []
  fileprivate(set) var stretches: [Stretch] = []
  fileprivate(set) var requiredMarks: Set<String> = []
  /// Names of all parts in it, those inside of parts too.
  fileprivate(set) var parts: Set<String> = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Where the byte was written: in the regex itself or in one of its parts.
  func position(of offset: Int) -> PatternPosition? {
    guard let stretch = stretches.last(where: { $0.start <= offset }) ?? stretches.first else { return nil }
    return stretch.source.position(of: stretch.sourceOffset + max(offset - stretch.start, 0))
  }

  fileprivate mutating func append(_ text: String, as source: RegexSource, at sourceOffset: Int) {
    stretches.append(Stretch(start: bytes.count, source: source, sourceOffset: sourceOffset))
    bytes += text.utf8
  }
}

/// Puts parts, lexicons and marks in the place of their `{{name}}`.
struct Expander {
  private let parts: [String: PartStanza]
  /// Regexes of lexicons and marks, which refer to nothing.
  private let plain: [String: String]
  private let markNames: Set<String>
  private var done: [String: ExpandedRegex?] = [:]
  private var underway: [String] = []
  private(set) var errors: [DataFileError] = []

  private static let longest = 1 << 20

  init(parts: [PartStanza], lexicons: [LexiconStanza], marks: [String: String]) {
    self.parts = Dictionary(parts.map { ($0.name, $0) }) { first, _ in first }
    plain = Dictionary(lexicons.map { ($0.name, $0.lexicon.regex) }) { first, _ in first }
      .merging(marks) { _, mark in mark }
    markNames = Set(marks.keys)
  }

  /// The part's regex; nil when something in it is wrong, which is then among the errors, once.
  mutating func expand(part name: String) -> ExpandedRegex? {
    if let known = done[name] { return known }
    guard let part = parts[name] else { return nil }
    underway.append(name)
    let expanded = expand(part.regex)
    underway.removeLast()
    done[name] = .some(expanded)
    return expanded
  }

  mutating func expand(_ source: RegexSource) -> ExpandedRegex? {
    var result = ExpandedRegex()
    var needs: [String: Set<String>] = [:]
    var isGood = true
    var copied = 0
    var tokenizer = Tokenizer(source.bytes)
    var start = 0

    func fail(_ problem: PatternProblem) {
      errors.append(DataFileError(at: source.position(of: start), problem))
      isGood = false
    }
    func copy(to end: Int) {
      guard copied < end else { return }
      result.stretches.append(.init(start: result.bytes.count, source: source, sourceOffset: copied))
      result.bytes += source.bytes[copied..<end]
    }

    while let token = tokenizer.next() {
      defer { start = tokenizer.offset }
      switch token {
      case .malformedReference: fail(.malformedReference)
      case .referenceInClass(let name): fail(.referenceInClass(name))
      case .modeChange: fail(.modeChange)
      case .reference(let name):
        copy(to: start)
        copied = tokenizer.offset
        if let regex = plain[name] {
          result.append("(?:\(regex))", as: source, at: start)
          needs[name] = markNames.contains(name) ? [name] : []
        } else if let first = underway.firstIndex(of: name) {
          fail(.circularParts(underway[first...] + [name]))
        } else if parts[name] == nil {
          fail(.undefinedReference(name))
        } else if let part = expand(part: name) {
          needs[name] = part.requiredMarks
          result.parts.formUnion(part.parts.union([name]))
          result.append("(?:", as: source, at: start)
          let shift = result.bytes.count
          result.stretches += part.stretches.map {
            .init(start: $0.start + shift, source: $0.source, sourceOffset: $0.sourceOffset)
          }
          result.bytes += part.bytes
          // The part may end in a comment, which would swallow the parenthesis.
          result.append("\n)", as: source, at: start)
        } else {
          isGood = false
        }
      default: break
      }
      if result.bytes.count > Self.longest {
        fail(.tooLong)
        return nil
      }
    }
    copy(to: source.bytes.count)
    guard isGood else { return nil }
    result.requiredMarks = RequiredMarks.of(source.bytes, needs: needs)
    return result
  }
}
