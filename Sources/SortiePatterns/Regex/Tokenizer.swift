/// Splits a free-spacing regex into as much structure as references and required marks ask for.
///
/// It need not understand every construct of PCRE2: what it does not know is an `.other`, and what would make
/// it misread the rest is a `.modeChange`, which patterns may not contain.
struct Tokenizer {
  enum Token: Equatable {
    /// `{{name}}`
    case reference(String)
    /// `{{` without a proper name and `}}` behind it.
    case malformedReference
    /// A reference inside `[…]`.
    case referenceInClass(String)
    /// A group whose content a match must contain.
    case open
    /// A lookaround, a condition, a recursion: a group whose content a match need not contain.
    case openOpaque
    case close
    case bar
    /// A quantifier, and whether it allows for nothing at all.
    case quantifier(optional: Bool)
    /// White space or a comment.
    case blank
    case other
    /// `(*ACCEPT)` and the like, which change how the rest is run.
    case verb
    /// `(?-x)` and the like, which change how the rest is read.
    case modeChange
  }

  private let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Names of parts, lexicons and marks.
  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    default: false
    }
  }

  /// The next token; `offset` stands behind it. Nil at the end.
  mutating func next() -> Token? {
    guard offset < bytes.count else { return nil }
    let byte = bytes[offset]
    switch byte {
    case UInt8(ascii: " "), 9...13:
      offset += 1
      return .blank
    case UInt8(ascii: "#"):
      while offset < bytes.count, bytes[offset] != 10, bytes[offset] != 13 { offset += 1 }
      return .blank
    case UInt8(ascii: "\\"):
      skipEscape()
      return .other
    case UInt8(ascii: "["): return characterClass()
    case UInt8(ascii: "("): return group()
    case UInt8(ascii: ")"):
      offset += 1
      return .close
    case UInt8(ascii: "|"):
      offset += 1
      return .bar
    case UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "+"):
      offset += 1
      return .quantifier(optional: byte != UInt8(ascii: "+"))
    case UInt8(ascii: "{"): return brace()
    default:
      offset += 1
      return .other
    }
  }

  private func has(_ text: StaticString, at index: Int) -> Bool {
    let wanted = "\(text)".utf8
    return index + wanted.count <= bytes.count && bytes[index..<(index + wanted.count)].elementsEqual(wanted)
  }

  /// A backslash and what belongs to it: one character, `\Q…\E`, or a letter with braces as in `\p{L}`.
  private mutating func skipEscape() {
    if has("\\Q", at: offset) {
      while offset < bytes.count, !has("\\E", at: offset) { offset += 1 }
      offset = min(offset + 2, bytes.count)
      return
    }
    offset = min(offset + 2, bytes.count)
    let letter = bytes[offset - 1]
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "{"), "pPxogkNu".utf8.contains(letter) else { return }
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "}") { offset += 1 }
    offset = min(offset + 1, bytes.count)
  }

  private mutating func brace() -> Token {
    if has("{{", at: offset) {
      let name = bytes[(offset + 2)...].prefix(while: Self.isNameByte)
      guard !name.isEmpty, has("}}", at: offset + 2 + name.count) else {
        offset += 2
        return .malformedReference
      }
      offset += name.count + 4
      return .reference(String(decoding: name, as: UTF8.self))
    }
    let digits = bytes[(offset + 1)...].prefix { $0 != UInt8(ascii: "}") }
    let isQuantifier = digits.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ",") || $0 == 32 }
    guard isQuantifier, !digits.isEmpty, offset + 1 + digits.count < bytes.count else {
      offset += 1
      return .other
    }
    offset += digits.count + 2
    // `{0,3}`, and `{,3}`, which is one from PCRE2 10.43 on.
    return .quantifier(optional: digits.first != nil && !(49...57).contains(digits[digits.startIndex]))
  }

  private mutating func characterClass() -> Token {
    offset += 1
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "^") { offset += 1 }
    var isFirst = true
    var found: String?
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "]") where !isFirst:
        offset += 1
        return found.map { .referenceInClass($0) } ?? .other
      case UInt8(ascii: "\\"):
        skipEscape()
      case UInt8(ascii: "[") where has("[:", at: offset):
        // `[:alpha:]`; a bracket that begins none is a letter like others.
        let name = bytes[(offset + 2)...].prefix { Self.isNameByte($0) || $0 == UInt8(ascii: "^") }
        offset += has(":]", at: offset + 2 + name.count) ? name.count + 4 : 1
      case UInt8(ascii: "{") where has("{{", at: offset):
        if case .reference(let name) = brace() { found = name }
      default:
        offset += 1
      }
      isFirst = false
    }
    return .other
  }

  /// An opening parenthesis with what tells its kind.
  private mutating func group() -> Token {
    offset += 1
    guard offset < bytes.count else { return .open }
    if bytes[offset] == UInt8(ascii: "*") { return .verb }
    guard bytes[offset] == UInt8(ascii: "?") else { return .open }
    offset += 1
    for lookaround in ["=", "!", "<=", "<!", "("] as [StaticString] where has(lookaround, at: offset) {
      // Of a condition `(?(…)…)` the inner parenthesis is left to be read as a group.
      if !has("(", at: offset) { offset += "\(lookaround)".utf8.count }
      return .openOpaque
    }
    if has("#", at: offset) {
      while offset < bytes.count, bytes[offset] != UInt8(ascii: ")") { offset += 1 }
      offset = min(offset + 1, bytes.count)
      return .blank
    }
    for plain in [":", ">", "|"] as [StaticString] where has(plain, at: offset) {
      offset += 1
      return .open
    }
    return namedOrOptions()
  }

  /// Behind `(?`: a name, options, a recursion.
  private mutating func namedOrOptions() -> Token {
    for opening in ["P<", "<", "'"] as [StaticString] where has(opening, at: offset) {
      offset += "\(opening)".utf8.count
      while offset < bytes.count, bytes[offset] != UInt8(ascii: ">"), bytes[offset] != UInt8(ascii: "'") { offset += 1 }
      offset = min(offset + 1, bytes.count)
      return .open
    }
    let letters = bytes[offset...].prefix { "imsnJU-^".utf8.contains($0) }
    let end = offset + letters.count
    if !letters.isEmpty, has(":", at: end) {
      offset = end + 1
      return letters.contains(UInt8(ascii: "^")) ? .modeChange : .open
    }
    if !letters.isEmpty, has(")", at: end) {
      offset = end + 1
      return letters.contains(UInt8(ascii: "^")) ? .modeChange : .other
    }
    if has("x", at: end) || !letters.isEmpty { return .modeChange }
    return .openOpaque
  }
}
