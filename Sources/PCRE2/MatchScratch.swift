internal import CPCRE2

/// The working memory of searches, one at a time: where the groups of the last match are, the limits, a JIT stack.
///
/// Making one costs about as much as a search, so keep it for many. It cannot be copied, so no two threads share it.
@safe public struct MatchScratch: ~Copyable, @unchecked Sendable {
  public let limits: MatchLimits

  private var data: OpaquePointer
  private var capacity: Int
  private let context: OpaquePointer
  /// Nil where the library has no JIT.
  private let jitStack: OpaquePointer?
  /// How many groups `data` speaks of, group 0 included; 0 when the last search found nothing.
  private var groupCount = 0

  public init(limits: MatchLimits = MatchLimits()) {
    self.limits = limits
    capacity = 32
    guard let data = unsafe pcre2_match_data_create_8(UInt32(capacity), nil),
      let context = unsafe pcre2_match_context_create_8(nil)
      // Where memory is wanting, Swift's own arrays end the program too.
    else { fatalError("out of memory") }
    unsafe self.data = data
    unsafe self.context = context
    unsafe pcre2_set_match_limit_8(context, limits.match)
    unsafe pcre2_set_depth_limit_8(context, limits.depth)
    unsafe pcre2_set_heap_limit_8(context, limits.heapKiB)
    let most = max(Int(limits.jitStackKiB) * 1024, 32 * 1024)
    unsafe jitStack = unsafe pcre2_jit_stack_create_8(32 * 1024, most, nil)
    if let jitStack = unsafe jitStack {
      unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(jitStack))
    }
  }

  deinit {
    unsafe pcre2_match_data_free_8(data)
    unsafe pcre2_match_context_free_8(context)
    if let jitStack = unsafe jitStack { unsafe pcre2_jit_stack_free_8(jitStack) }
  }

  /// The byte range of the first match that starts at or after `start`; nil when there is none.
  ///
  /// The caller vouches that `bytes` are valid UTF-8 (`ReportText` checks once, and checking again at every search
  /// is what makes PCRE2 slow); pass `.checkUTF8` where nobody has. Lookbehinds see the bytes before `start`,
  /// nothing sees those from `end` on, and `$` matches at `end`.
  /// - Throws: a `PatternError` for every status but "no match": a limit reached is never "no match".
  public mutating func firstMatch(
    of pattern: CompiledPattern, in bytes: Span<UInt8>, from start: Int = 0, to end: Int? = nil,
    options: MatchOptions = []
  ) throws(PatternError) -> Range<Int>? {
    let end = end ?? bytes.count
    groupCount = 0
    guard 0 <= start, start <= end, end <= bytes.count else { throw PatternError(number: PCRE2_ERROR_BADOFFSET) }
    guard Self.isBoundary(start, in: bytes), Self.isBoundary(end, in: bytes) else {
      throw PatternError(number: PCRE2_ERROR_BADUTFOFFSET)
    }
    reserve(pattern.captureCount + 1)

    let flags = options.rawValue ^ PCRE2_NO_UTF_CHECK
    let status = unsafe bytes.withUnsafeBufferPointer { buffer in
      // Older libraries refuse a null subject even when it is empty.
      let nothing: StaticString = ""
      let subject = unsafe buffer.baseAddress ?? nothing.utf8Start
      // The short way to the machine code, which does not look at most options first.
      if pattern.isJITCompiled, flags & PCRE2_NO_UTF_CHECK != 0, flags & ~Self.fastOptions == 0 {
        return unsafe pcre2_jit_match_8(pattern.code, subject, end, start, flags, data, context)
      }
      return unsafe pcre2_match_8(pattern.code, subject, end, start, flags, data, context)
    }
    if status == PCRE2_ERROR_NOMATCH { return nil }
    guard status > 0 else { throw PatternError(number: status) }
    groupCount = pattern.captureCount + 1
    return range(ofGroup: 0)
  }

  /// The byte range of the first match at one of several places.
  ///
  /// The caller vouches for the UTF-8 as above, and that no place stands within a character.
  /// - Parameters:
  ///   - pattern: one that was compiled as anchored.
  ///   - count: how many of the places count.
  ///   - next: the first place to try, by its number; behind the match afterwards.
  public mutating func firstMatch(
    of pattern: CompiledPattern, in bytes: [UInt8], to end: Int? = nil, at places: [UInt32], count: Int,
    from next: inout Int
  ) throws(PatternError) -> Range<Int>? {
    groupCount = 0
    reserve(pattern.captureCount + 1)
    precondition(count <= places.count)
    var number = next
    let isJITCompiled = pattern.isJITCompiled
    let (code, data, context) = unsafe (pattern.code, data, context)
    let status: Int32 = unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let subject = buffer.baseAddress else { return PCRE2_ERROR_NOMATCH }
      let length = min(end ?? buffer.count, buffer.count)
      return unsafe places.withUnsafeBufferPointer { places in
        while number < count {
          let start = unsafe Int(places[number])
          number += 1
          guard start <= length else { return PCRE2_ERROR_BADOFFSET }
          let status =
            isJITCompiled
            ? unsafe pcre2_jit_match_8(code, subject, length, start, PCRE2_NO_UTF_CHECK, data, context)
            : unsafe pcre2_match_8(code, subject, length, start, PCRE2_NO_UTF_CHECK, data, context)
          if status != PCRE2_ERROR_NOMATCH { return status }
        }
        return PCRE2_ERROR_NOMATCH
      }
    }
    next = number
    if status == PCRE2_ERROR_NOMATCH { return nil }
    guard status > 0 else { throw PatternError(number: status) }
    groupCount = pattern.captureCount + 1
    return range(ofGroup: 0)
  }

  /// As above, over an array, which is borrowed and not copied.
  public mutating func firstMatch(
    of pattern: CompiledPattern, in bytes: [UInt8], from start: Int = 0, to end: Int? = nil,
    options: MatchOptions = []
  ) throws(PatternError) -> Range<Int>? {
    try firstMatch(of: pattern, in: bytes.span, from: start, to: end, options: options)
  }

  /// The byte range of a group in the last match; nil when the group took no part in it, when there is no such
  /// group, or when the last search found nothing. Group 0 is the whole match.
  public func range(ofGroup group: Int) -> Range<Int>? {
    guard group >= 0, group < groupCount, let offsets = unsafe pcre2_get_ovector_pointer_8(data) else { return nil }
    let lower = unsafe offsets[2 * group]
    let upper = unsafe offsets[2 * group + 1]
    // An unset group has all bits set, -1 here. `\K` in a lookahead, which old libraries allow, can cross the two.
    guard lower >= 0 else { return nil }
    return min(lower, upper)..<upper
  }

  /// How many of some groups took part in the last match.
  public func count(ofGroups groups: [(name: String, number: Int)]) -> Int {
    guard groupCount > 0, let offsets = unsafe pcre2_get_ovector_pointer_8(data) else { return 0 }
    var count = 0
    for group in groups where group.number < groupCount {
      if unsafe offsets[2 * group.number] >= 0 { count += 1 }
    }
    return count
  }

  /// The byte range of the first group of this name that took part in the last match; nil when none did.
  public func range(ofGroup name: String, in pattern: CompiledPattern) -> Range<Int>? {
    for group in pattern.groupNames where group.name == name {
      if let range = range(ofGroup: group.number) { return range }
    }
    return nil
  }

  private static let fastOptions: UInt32 = PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY | PCRE2_NOTEMPTY_ATSTART

  private mutating func reserve(_ pairs: Int) {
    guard pairs > capacity else { return }
    guard let larger = unsafe pcre2_match_data_create_8(UInt32(pairs), nil) else { fatalError("out of memory") }
    unsafe pcre2_match_data_free_8(data)
    unsafe data = larger
    capacity = pairs
  }

  /// Whether no character of UTF-8 is cut in two before this offset.
  static func isBoundary(_ offset: Int, in bytes: Span<UInt8>) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }
}
