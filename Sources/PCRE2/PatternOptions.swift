internal import CPCRE2

/// How a pattern is compiled. Patterns and subjects are always UTF-8, `\C` is never allowed, and
/// CR, LF and CRLF each end a line, whatever the library on this machine was built with.
public struct PatternOptions: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Letters match in either case, over all of Unicode.
  public static let caseless = PatternOptions(rawValue: PCRE2_CASELESS)
  /// White space in the pattern means nothing and `#` starts a comment.
  public static let extended = PatternOptions(rawValue: PCRE2_EXTENDED)
  /// Several groups may bear one name.
  public static let duplicateNames = PatternOptions(rawValue: PCRE2_DUPNAMES)
  /// `^` and `$` match at every line.
  public static let multiline = PatternOptions(rawValue: PCRE2_MULTILINE)
  /// `.` matches the end of a line too.
  public static let dotAll = PatternOptions(rawValue: PCRE2_DOTALL)
  /// `\w`, `\d`, `\s` and `\b` go by Unicode properties (`\d` then matches Arabic digits).
  public static let ucp = PatternOptions(rawValue: PCRE2_UCP)
  /// A match must start where the search starts.
  public static let anchored = PatternOptions(rawValue: PCRE2_ANCHORED)
  /// Every place is tried in earnest, even in a text that lacks a letter which every match needs: slower, with the
  /// same answers, to see what a pattern costs at its worst.
  public static let noStartOptimizations = PatternOptions(rawValue: PCRE2_NO_START_OPTIMIZE)
}

/// How one search is done.
public struct MatchOptions: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// An empty match does not count.
  public static let notEmpty = MatchOptions(rawValue: PCRE2_NOTEMPTY)
  /// An empty match does not count where the search starts.
  public static let notEmptyAtStart = MatchOptions(rawValue: PCRE2_NOTEMPTY_ATSTART)
  /// A match must start where the search starts. The interpreter does such searches, not the JIT.
  public static let anchored = MatchOptions(rawValue: PCRE2_ANCHORED)
  /// Check first that the bytes are UTF-8: for bytes nobody has checked. It costs a pass over all of them, every time.
  // The bit is that of the contrary flag, which every other search sets.
  public static let checkUTF8 = MatchOptions(rawValue: PCRE2_NO_UTF_CHECK)
}
