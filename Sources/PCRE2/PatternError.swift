internal import CPCRE2

/// A status of PCRE2 that is neither a match nor "no match".
public struct PatternError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What went wrong, as far as a caller may want to tell cases apart.
  public enum Kind: Equatable, Sendable {
    /// The source of the pattern is not a regular expression.
    case syntax
    /// The search took more steps than `MatchLimits.match` or `MatchLimits.depth` allows.
    case searchLimit
    /// The search needed more memory than `MatchLimits.heapKiB` or the JIT stack holds.
    case memoryLimit
    /// The bytes are no UTF-8, or an offset stands outside of them or inside a character.
    case badSubject
    case other
  }

  /// PCRE2's number: positive for a pattern that does not compile, negative for a search that failed.
  public let number: Int32
  /// Where in the pattern's UTF-8 bytes the compiler stopped; 0 for a failed search.
  public let offset: Int

  public init(number: Int32, offset: Int = 0) {
    self.number = number
    self.offset = offset
  }

  public var kind: Kind {
    switch number {
    case 1...: .syntax
    case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT: .searchLimit
    case PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_JIT_STACKLIMIT, PCRE2_ERROR_NOMEMORY: .memoryLimit
    case PCRE2_ERROR_UTF8_ERR21...PCRE2_ERROR_UTF8_ERR1, PCRE2_ERROR_BADOFFSET, PCRE2_ERROR_BADUTFOFFSET: .badSubject
    default: .other
    }
  }

  /// PCRE2's own wording.
  public var message: String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
      unsafe pcre2_get_error_message_8(number, buffer.baseAddress, buffer.count)
    }
    // A message that did not fit is cut at the end and still worth showing; an unknown number has none.
    guard length != PCRE2_ERROR_BADDATA else { return "PCRE2 status \(number)" }
    return String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
  }

  public var description: String {
    number > 0 ? "\(message) (at byte \(offset) of the regex)" : message
  }
}
