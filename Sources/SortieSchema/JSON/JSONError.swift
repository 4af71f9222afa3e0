/// What is wrong with a JSON text, and where.
public struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong, apart from how it is worded.
  public enum Problem: Equatable, Sendable {
    case unexpectedEnd
    case unexpectedByte(UInt8, expected: String)
    case notUTF8
    case controlCharacter(UInt8)
    case badEscape
    case badNumber(String)
    case duplicateKey(String)
    case tooDeep(limit: Int)
    case trailingText
    /// A key that the form requires is missing.
    case missing(key: String)
    /// A key that the form does not know, where it allows no others.
    case unknownKey(String)
    case wrongType(found: String, expected: String)
    case notOneOf(found: String, allowed: [String])
    /// No `YYYY-MM-DD`, or a day that the calendar does not have.
    case notADate(String)
  }

  public let position: TextPosition
  public let problem: Problem
  /// JSON pointer of the value in the record; nil while the text itself is being read.
  public let pointer: String?

  public init(_ problem: Problem, at position: TextPosition, pointer: String? = nil) {
    self.problem = problem
    self.position = position
    self.pointer = pointer
  }

  /// The message without its place, which the caller puts before it as `file:line:column: error: …`.
  public var message: String {
    guard let pointer, !pointer.isEmpty else { return problem.wording }
    return "\(pointer): \(problem.wording)"
  }

  public var description: String { "\(position): error: \(message)" }
}

extension JSONError.Problem {
  var wording: String {
    switch self {
    case .unexpectedEnd: return "the text ends inside a value"
    case .unexpectedByte(let byte, let expected):
      guard byte > 0x20, byte < 0x7F else { return "expected \(expected)" }
      return "unexpected '\(String(UnicodeScalar(byte)))', expected \(expected)"
    case .notUTF8: return "a string is not valid UTF-8"
    case .controlCharacter(let byte): return "control character \(byte) in a string is not escaped"
    case .badEscape: return "an escape that JSON does not have"
    case .badNumber(let text): return "'\(text)' is not a number"
    case .duplicateKey(let key): return "the key '\(key)' stands twice"
    case .tooDeep(let limit): return "values are nested deeper than \(limit)"
    case .trailingText: return "text follows the value"
    case .missing(let key): return "'\(key)' is missing"
    case .unknownKey(let key): return "'\(key)' is not a slot of the form"
    case .wrongType(let found, let expected): return "expected \(expected), found \(found)"
    case .notOneOf(let found, let allowed): return "'\(found)' is not one of \(allowed.joined(separator: ", "))"
    case .notADate(let text): return "'\(text)' is not a day of the calendar in the form YYYY-MM-DD"
    }
  }
}
