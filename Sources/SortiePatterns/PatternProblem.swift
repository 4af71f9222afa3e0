public import ReportText

/// What can be wrong in a pattern file.
public enum PatternProblem: DataFileProblem, Equatable {
  case notYAML(String)
  case notAList
  case notAStanza
  case unknownKey(String, known: [String])
  case missingKey(String)
  case wrongShape(key: String, wanted: String)
  case badName(String)
  case duplicate(String, first: PatternPosition)
  case nameOfMark(String)
  case sameWords(String)
  case malformedReference
  case undefinedReference(String)
  case referenceInClass(String)
  case modeChange
  case circularParts([String])
  case tooLong
  /// `user` is the pattern in which a part shows to be wrong, where the part by itself is right.
  case badRegex(String, user: String?)
  case noMatchExample
  case noRejectExample
  case unknownGroup(String, known: [String])
  case unknownStage(String, known: [String])
  case unknownMark(String, known: [String])
  case runaway(String)

  public var description: String {
    switch self {
    case .notYAML(let message): "no valid YAML: \(message)"
    case .notAList: "a pattern file is a list of stanzas, each beginning with '- '"
    case .notAStanza: "a stanza has exactly one of the keys id, part and lexicon"
    case .unknownKey(let key, let known): "unknown key '\(key)'; known are \(known.joined(separator: ", "))"
    case .missingKey(let key): "the key '\(key)' is missing"
    case .wrongShape(let key, let wanted): "'\(key)' must be \(wanted)"
    case .badName(let name): "'\(name)' is no name: use lower-case letters, digits, '-' and, in ids, '.'"
    case .duplicate(let name, let first): "'\(name)' is defined already at \(first)"
    case .nameOfMark(let name): "'\(name)' is the name of a mark"
    case .sameWords(let key): "'\(key)' is the same words as an earlier entry"
    case .malformedReference: "a reference is written {{name}}; write \\{ for a brace"
    case .undefinedReference(let name): "no part, lexicon or mark is named '\(name)'"
    case .referenceInClass(let name): "{{\(name)}} stands inside a character class"
    case .modeChange: "the options x and ^ cannot be changed inside a regex: free spacing is always on"
    case .circularParts(let names): "a part contains itself: \(names.joined(separator: " → "))"
    case .tooLong: "with its parts put in, the regex is longer than 1 MB"
    case .badRegex(let message, nil): message
    case .badRegex(let message, let user?): "\(message) (in '\(user)')"
    case .noMatchExample: "a pattern needs at least one example under 'match'"
    case .noRejectExample: "a pattern needs at least one example under 'reject'"
    case .unknownGroup(let name, let known):
      "the regex has no group '\(name)'; it has \(known.isEmpty ? "none" : known.joined(separator: ", "))"
    case .unknownStage(let name, let known): "no stage '\(name)'; stages are \(known.joined(separator: ", "))"
    case .unknownMark(let name, let known): "no mark '\(name)'; marks are \(known.joined(separator: ", "))"
    case .runaway(let message): "the regex runs away on a hostile text: \(message)"
    }
  }
}
