internal import CPCRE2

/// A compiled pattern; many threads may search with it at once, each with its own `MatchScratch`.
// The code is written by `init` alone, JIT included, and PCRE2 only reads it afterwards.
@safe public final class CompiledPattern: @unchecked Sendable {
  /// The number of the last group; group 0, the whole match, is not counted.
  public let captureCount: Int
  /// Named groups in the order of their numbers. A name stands more than once under `.duplicateNames`.
  public let groupNames: [(name: String, number: Int)]
  /// Whether machine code was made; if not, the interpreter searches, with the same answers.
  public let isJITCompiled: Bool

  let code: OpaquePointer

  /// - Throws: a `PatternError` of kind `.syntax` with the byte offset where the compiler stopped.
  public init(_ source: String, options: PatternOptions = [], useJIT: Bool = true) throws(PatternError) {
    guard let context = unsafe pcre2_compile_context_create_8(nil) else {
      throw PatternError(number: PCRE2_ERROR_NOMEMORY)
    }
    defer { unsafe pcre2_compile_context_free_8(context) }
    unsafe pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_ANYCRLF))
    unsafe pcre2_set_bsr_8(context, UInt32(PCRE2_BSR_UNICODE))

    let flags = options.rawValue | PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C
    var number: Int32 = 0
    var offset = 0
    // `source.count` counts graphemes and would cut the pattern. The terminating 0 makes sure of a base address.
    let bytes = Array(source.utf8) + [0]
    let compiled = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe pcre2_compile_8(bytes.baseAddress, bytes.count - 1, flags, &number, &offset, context)
    }
    guard let code = unsafe compiled else { throw PatternError(number: number, offset: offset) }

    unsafe self.code = code
    isJITCompiled = useJIT && (unsafe pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE)) == 0
    captureCount = Int(unsafe Self.info(code, PCRE2_INFO_CAPTURECOUNT))
    groupNames = unsafe Self.readGroupNames(code)
  }

  deinit { unsafe pcre2_code_free_8(code) }

  /// The numbers of all groups of a name, in ascending order; empty when there is none.
  public func groupNumbers(named name: String) -> [Int] {
    groupNames.filter { $0.name == name }.map(\.number)
  }

  private static func info(_ code: OpaquePointer, _ what: Int32) -> UInt32 {
    var answer: UInt32 = 0
    _ = unsafe pcre2_pattern_info_8(code, UInt32(what), &answer)
    return answer
  }

  /// Each entry of PCRE2's table is two bytes of group number, high byte first, the name, and zeros up to the
  /// table's width.
  private static func readGroupNames(_ code: OpaquePointer) -> [(name: String, number: Int)] {
    let count = Int(unsafe info(code, PCRE2_INFO_NAMECOUNT))
    let width = Int(unsafe info(code, PCRE2_INFO_NAMEENTRYSIZE))
    var start: UnsafePointer<UInt8>?
    _ = unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &start)
    guard count > 0, let start = unsafe start else { return [] }
    let table = unsafe Array(UnsafeBufferPointer(start: start, count: count * width))

    var names: [(name: String, number: Int)] = []
    names.reserveCapacity(count)
    for entry in stride(from: 0, to: table.count, by: width) {
      let name = table[(entry + 2)..<(entry + width)].prefix { $0 != 0 }
      names.append((String(decoding: name, as: UTF8.self), Int(table[entry]) << 8 | Int(table[entry + 1])))
    }
    return names.sorted { $0.number < $1.number }
  }
}
