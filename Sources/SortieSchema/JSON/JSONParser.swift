extension JSONValue {
  /// Values nested deeper than this are refused, so that no input can exhaust the stack.
  public static let defaultDepthLimit = 128

  /// Reads one JSON value and nothing after it (RFC 8259, UTF-8 only; a byte order mark is skipped).
  ///
  /// A key that stands twice in an object is an error: which of the two is meant is anybody's guess.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - firstLine: number of the first line, for values that are lines of a larger file.
  /// - Throws: `JSONError` with line and column of what cannot be read.
  public init(
    parsing bytes: [UInt8], firstLine: Int = 1, depthLimit: Int = JSONValue.defaultDepthLimit
  ) throws(JSONError) {
    var parser = JSONParser(bytes: bytes, line: firstLine, depthLimit: depthLimit)
    self = try parser.parseWhole()
  }
}

/// A recursive-descent reader over bytes.
struct JSONParser {
  private let bytes: [UInt8]
  private let depthLimit: Int
  private var index = 0
  private var line: Int
  private var lineStart = 0

  init(bytes: [UInt8], line: Int, depthLimit: Int) {
    self.bytes = bytes
    self.line = line
    self.depthLimit = depthLimit
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  mutating func parseWhole() throws(JSONError) -> JSONValue {
    skipSpace()
    let value = try parseValue(depth: 0)
    skipSpace()
    guard index == bytes.count else { throw JSONError(.trailingText, at: position) }
    return value
  }

  private var position: TextPosition { TextPosition(line: line, column: index - lineStart + 1) }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0D: index += 1
      case 0x0A:
        index += 1
        line += 1
        lineStart = index
      default: return
      }
    }
  }

  private func unexpected(_ expected: String) -> JSONError {
    guard index < bytes.count else { return JSONError(.unexpectedEnd, at: position) }
    return JSONError(.unexpectedByte(bytes[index], expected: expected), at: position)
  }

  private mutating func parseValue(depth: Int) throws(JSONError) -> JSONValue {
    guard depth <= depthLimit else { throw JSONError(.tooDeep(limit: depthLimit), at: position) }
    guard index < bytes.count else { throw JSONError(.unexpectedEnd, at: position) }
    let start = position
    switch bytes[index] {
    case UInt8(ascii: "{"): return JSONValue(.object(try parseMembers(depth: depth)), at: start)
    case UInt8(ascii: "["): return JSONValue(.array(try parseElements(depth: depth)), at: start)
    case UInt8(ascii: "\""): return JSONValue(.string(try parseString()), at: start)
    case UInt8(ascii: "t"): return JSONValue(try parseWord("true", .bool(true)), at: start)
    case UInt8(ascii: "f"): return JSONValue(try parseWord("false", .bool(false)), at: start)
    case UInt8(ascii: "n"): return JSONValue(try parseWord("null", .null), at: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return JSONValue(try parseNumber(), at: start)
    default: throw unexpected("a value")
    }
  }

  private mutating func parseWord(_ word: String, _ content: JSONValue.Content) throws(JSONError) -> JSONValue.Content {
    guard bytes[index...].starts(with: word.utf8) else { throw unexpected("a value") }
    index += word.utf8.count
    return content
  }

  private mutating func parseElements(depth: Int) throws(JSONError) -> [JSONValue] {
    index += 1
    var values: [JSONValue] = []
    skipSpace()
    if index < bytes.count, bytes[index] == UInt8(ascii: "]") {
      index += 1
      return values
    }
    while true {
      skipSpace()
      values.append(try parseValue(depth: depth + 1))
      skipSpace()
      guard index < bytes.count else { throw JSONError(.unexpectedEnd, at: position) }
      switch bytes[index] {
      case UInt8(ascii: ","): index += 1
      case UInt8(ascii: "]"):
        index += 1
        return values
      default: throw unexpected("',' or ']'")
      }
    }
  }

  private mutating func parseMembers(depth: Int) throws(JSONError) -> [JSONValue.Member] {
    index += 1
    var members: [JSONValue.Member] = []
    // Small objects are searched; only large ones pay for a set.
    var seen: Set<String> = []
    skipSpace()
    if index < bytes.count, bytes[index] == UInt8(ascii: "}") {
      index += 1
      return members
    }
    while true {
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
      let keyPosition = position
      let key = try parseString()
      if members.count < 24 {
        guard !members.contains(where: { $0.key == key }) else {
          throw JSONError(.duplicateKey(key), at: keyPosition)
        }
      } else {
        if seen.isEmpty { seen = Set(members.map(\.key)) }
        guard seen.insert(key).inserted else { throw JSONError(.duplicateKey(key), at: keyPosition) }
      }
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { throw unexpected("':'") }
      index += 1
      skipSpace()
      let value = try parseValue(depth: depth + 1)
      members.append(JSONValue.Member(key: key, keyPosition: keyPosition, value: value))
      skipSpace()
      guard index < bytes.count else { throw JSONError(.unexpectedEnd, at: position) }
      switch bytes[index] {
      case UInt8(ascii: ","): index += 1
      case UInt8(ascii: "}"):
        index += 1
        return members
      default: throw unexpected("',' or '}'")
      }
    }
  }

  private mutating func parseNumber() throws(JSONError) -> JSONValue.Content {
    let start = index
    let startPosition = position
    var isWhole = true
    func isDigit(_ at: Int) -> Bool { at < bytes.count && (0x30...0x39).contains(bytes[at]) }
    func bad() -> JSONError {
      var end = index
      while end < bytes.count, end - start < 40, !", \t\r\n]}".utf8.contains(bytes[end]) { end += 1 }
      return JSONError(.badNumber(String(decoding: bytes[start..<end], as: UTF8.self)), at: startPosition)
    }
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    guard isDigit(index) else { throw bad() }
    if bytes[index] == UInt8(ascii: "0"), isDigit(index + 1) { throw bad() }
    while isDigit(index) { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      isWhole = false
      index += 1
      guard isDigit(index) else { throw bad() }
      while isDigit(index) { index += 1 }
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
      guard isDigit(index) else { throw bad() }
      while isDigit(index) { index += 1 }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isWhole, let value = Int(text) { return .integer(value) }
    guard let value = Double(text), value.isFinite else { throw bad() }
    return .number(value)
  }

  private mutating func parseString() throws(JSONError) -> String {
    let opening = position
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\"),
      bytes[index] >= 0x20
    {
      index += 1
    }
    guard index < bytes.count else { throw JSONError(.unexpectedEnd, at: position) }
    var text: [UInt8]?
    if bytes[index] != UInt8(ascii: "\"") {
      text = Array(bytes[start..<index])
      try parseEscapedRest(into: &text!)
    }
    let end = index
    index += 1
    let string =
      if let text { String(validating: text, as: UTF8.self) } else {
        String(validating: bytes[start..<end], as: UTF8.self)
      }
    guard let string else { throw JSONError(.notUTF8, at: opening) }
    return string
  }

  /// Reads on to the closing quote, which it leaves, from the first byte that cannot be copied as it is.
  private mutating func parseEscapedRest(into text: inout [UInt8]) throws(JSONError) {
    while true {
      guard index < bytes.count else { throw JSONError(.unexpectedEnd, at: position) }
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""): return
      case 0..<0x20: throw JSONError(.controlCharacter(byte), at: position)
      case UInt8(ascii: "\\"): try parseEscape(into: &text)
      default:
        text.append(byte)
        index += 1
      }
    }
  }

  private mutating func parseEscape(into text: inout [UInt8]) throws(JSONError) {
    guard index + 1 < bytes.count else { throw JSONError(.unexpectedEnd, at: position) }
    let start = position
    let letter = bytes[index + 1]
    index += 2
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "u"):
      var code = try parseFourHexDigits(of: start)
      if (0xD800..<0xDC00).contains(code) {
        // The first half of a pair; alone it is no character.
        guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
        else { throw JSONError(.badEscape, at: start) }
        index += 2
        let low = try parseFourHexDigits(of: start)
        guard (0xDC00..<0xE000).contains(low) else { throw JSONError(.badEscape, at: start) }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = UnicodeScalar(code) else { throw JSONError(.badEscape, at: start) }
      text.append(contentsOf: UTF8.encode(scalar)!)
    default: throw JSONError(.badEscape, at: start)
    }
  }

  private mutating func parseFourHexDigits(of start: TextPosition) throws(JSONError) -> UInt32 {
    guard index + 4 <= bytes.count else { throw JSONError(.unexpectedEnd, at: start) }
    var code: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: throw JSONError(.badEscape, at: start)
      }
      code = code << 4 | UInt32(digit)
    }
    index += 4
    return code
  }
}
