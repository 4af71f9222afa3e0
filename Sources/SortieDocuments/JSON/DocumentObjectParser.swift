internal import SortieSchema
internal import TextScan

/// Reads one JSON object where it stands and copies nothing but the values that are asked for.
///
/// Strings are taken as bytes: invalid UTF-8 and control characters that JSON would have escaped pass, since a text with
/// one odd byte is still a text. Half of a surrogate pair becomes U+FFFD.
struct DocumentObjectParser {
  static let depthLimit = 128

  private let bytes: [UInt8]
  private let end: Int
  private var index: Int

  private let names: [FieldName]

  private(set) var fields = DocumentFields()
  /// What is wrong with single values of a line that could be read.
  private(set) var faults: [LineFault] = []
  /// The keys of the object itself that are no field of a text, some of them; for messages.
  private(set) var strangers: [String] = []

  init(bytes: [UInt8], range: Range<Int>, map: FieldMap) {
    self.bytes = bytes
    names = map.names
    index = range.lowerBound
    end = range.upperBound
  }

  mutating func parse() throws(LineFault) {
    guard take(UInt8(ascii: "{")) else { throw fault(.notAnObject) }
    var seen: Set<DocumentFields.Key> = []
    try parseObject(names[...], level: 0, seen: &seen)
    skipSpace()
    guard index == end else { throw fault(.trailingText) }
  }

  /// Reads what follows an opening brace.
  /// - Parameters:
  ///   - candidates: fields to which the keys above this object lead.
  ///   - level: how many keys that are.
  private mutating func parseObject(
    _ candidates: ArraySlice<FieldName>, level: Int, seen: inout Set<DocumentFields.Key>
  ) throws(LineFault) {
    try parseMembers { parser, keyRange throws(LineFault) in
      // Nobody escapes these keys, so escapes are not undone.
      let meant = candidates.filter { parser.bytes[keyRange].elementsEqual($0.path[level]) }
      guard let first = meant.first else {
        if level == 0 { parser.note(keyRange) }
        return try parser.skipValue(depth: level + 1)
      }
      let complete = meant.filter { $0.path.count == level + 1 }.map(\.key)
      if !complete.isEmpty {
        guard seen.isDisjoint(with: complete) else {
          throw LineFault(
            problem: .duplicateKey(String(decoding: first.path[level], as: UTF8.self)), offset: keyRange.lowerBound - 1)
        }
        seen.formUnion(complete)
        // One key may serve several fields: a headline that is the text as well.
        let start = parser.index
        for field in complete {
          parser.index = start
          try parser.parseField(field)
        }
      } else if level + 1 < Self.depthLimit, parser.take(UInt8(ascii: "{")) {
        try parser.parseObject(meant[...], level: level + 1, seen: &seen)
      } else {
        try parser.skipValue(depth: level + 1)
      }
    }
  }

  /// Whether the text is there and is no string.
  var hasFaultyText: Bool {
    faults.contains { if case .notAString(DocumentFields.Key.text.rawValue) = $0.problem { true } else { false } }
  }

  private mutating func note(_ key: Range<Int>) {
    if strangers.count < 12 { strangers.append(String(decoding: bytes[key], as: UTF8.self)) }
  }

  // MARK: Values that are kept

  private mutating func parseField(_ key: DocumentFields.Key) throws(LineFault) {
    let start = index
    switch index < end ? bytes[index] : 0 {
    case UInt8(ascii: "\""):
      if key == .text {
        var map = SourceMap()
        fields.set(
          key,
          try parseString { count, range in
            if count == range.count {
              map.append(count, from: range.lowerBound)
            } else {
              map.append(count, standingFor: range)
            }
          })
        fields.textMap = map
      } else {
        fields.set(key, try parseString())
      }
      if key == .published { fields.publishedOffset = start }
    case UInt8(ascii: "n"):
      try skipValue(depth: 1)
      if key == .text { faults.append(LineFault(problem: .notAString(key: key.rawValue), offset: start)) }
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try skipValue(depth: 1)
      // Databases number their texts.
      if key == .id {
        fields.set(key, Array(bytes[start..<index]))
      } else {
        faults.append(LineFault(problem: .notAString(key: key.rawValue), offset: start))
      }
    default:
      try skipValue(depth: 1)
      faults.append(LineFault(problem: .notAString(key: key.rawValue), offset: start))
    }
  }

  /// The value of a string, from its opening quote to behind its closing one.
  /// - Parameter source: is told, piece by piece, how many bytes of the value stand for which bytes of the object.
  private mutating func parseString(
    _ source: (_ count: Int, Range<Int>) -> Void = { _, _ in }
  ) throws(LineFault) -> [UInt8] {
    index += 1
    var start = index
    skipPlainBytes()
    guard index < end else { throw fault(.unfinished) }
    if bytes[index] == UInt8(ascii: "\"") {
      index += 1
      source(index - 1 - start, start..<index - 1)
      return Array(bytes[start..<index - 1])
    }
    var value: [UInt8] = []
    while index < end {
      value.append(contentsOf: bytes[start..<index])
      source(index - start, start..<index)
      if bytes[index] == UInt8(ascii: "\"") {
        index += 1
        return value
      }
      let (escape, before) = (index, value.count)
      try parseEscape(into: &value)
      source(value.count - before, escape..<index)
      start = index
      skipPlainBytes()
    }
    throw fault(.unfinished)
  }

  private mutating func skipPlainBytes() {
    index = ByteSearch.first(UInt8(ascii: "\""), or: UInt8(ascii: "\\"), in: bytes, index..<end) ?? end
  }

  private mutating func parseEscape(into value: inout [UInt8]) throws(LineFault) {
    let start = index
    guard index + 1 < end else { throw fault(.unfinished) }
    index += 2
    switch bytes[index - 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): value.append(bytes[index - 1])
    case UInt8(ascii: "b"): value.append(0x08)
    case UInt8(ascii: "t"): value.append(0x09)
    case UInt8(ascii: "n"): value.append(0x0A)
    case UInt8(ascii: "f"): value.append(0x0C)
    case UInt8(ascii: "r"): value.append(0x0D)
    case UInt8(ascii: "u"):
      var code = try parseHex(of: start)
      if (0xD800..<0xDC00).contains(code), index + 1 < end, bytes[index] == UInt8(ascii: "\\"),
        bytes[index + 1] == UInt8(ascii: "u")
      {
        let before = index
        index += 2
        let low = try parseHex(of: before)
        if (0xDC00..<0xE000).contains(low) {
          code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        } else {
          index = before
        }
      }
      let scalar = UnicodeScalar(code) ?? "\u{FFFD}"
      value.append(contentsOf: String(scalar).utf8)
    default: throw LineFault(problem: .badEscape, offset: start)
    }
  }

  private mutating func parseHex(of start: Int) throws(LineFault) -> UInt32 {
    guard index + 4 <= end else { throw LineFault(problem: .unfinished, offset: end) }
    var code: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      guard let digit = Self.hexDigit(byte) else { throw LineFault(problem: .badEscape, offset: start) }
      code = code << 4 | UInt32(digit)
    }
    index += 4
    return code
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  // MARK: Values that are passed over

  /// Reads what follows an opening brace, up to and with the closing one; `value` reads each value.
  private mutating func parseMembers(
    _ value: (inout DocumentObjectParser, Range<Int>) throws(LineFault) -> Void
  ) throws(LineFault) {
    skipSpace()
    if take(UInt8(ascii: "}")) { return }
    while true {
      skipSpace()
      guard index < end else { throw fault(.unfinished) }
      guard bytes[index] == UInt8(ascii: "\"") else { throw fault(.expected("a key in quotes")) }
      let keyStart = index + 1
      try skipString()
      let key = keyStart..<index - 1
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw fault(.expected("':'")) }
      skipSpace()
      try value(&self, key)
      skipSpace()
      if take(UInt8(ascii: "}")) { return }
      guard take(UInt8(ascii: ",")) else { throw fault(.expected("',' or '}'")) }
    }
  }

  private mutating func skipValue(depth: Int) throws(LineFault) {
    guard depth < Self.depthLimit else { throw fault(.tooDeep(limit: Self.depthLimit)) }
    guard index < end else { throw fault(.unfinished) }
    switch bytes[index] {
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: "{"):
      index += 1
      try parseMembers { parser, _ throws(LineFault) in try parser.skipValue(depth: depth + 1) }
    case UInt8(ascii: "["):
      index += 1
      skipSpace()
      if take(UInt8(ascii: "]")) { return }
      while true {
        skipSpace()
        try skipValue(depth: depth + 1)
        skipSpace()
        if take(UInt8(ascii: "]")) { return }
        guard take(UInt8(ascii: ",")) else { throw fault(.expected("',' or ']'")) }
      }
    case UInt8(ascii: "t"): try skipWord("true")
    case UInt8(ascii: "f"): try skipWord("false")
    case UInt8(ascii: "n"): try skipWord("null")
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try skipNumber()
    default: throw fault(.expected("a value"))
    }
  }

  private mutating func skipString() throws(LineFault) {
    index += 1
    while true {
      skipPlainBytes()
      guard index < end else { throw fault(.unfinished) }
      if bytes[index] == UInt8(ascii: "\"") {
        index += 1
        return
      }
      index = min(index + 2, end)
    }
  }

  private mutating func skipWord(_ word: StaticString) throws(LineFault) {
    for letter in word.description.utf8 {
      guard take(letter) else { throw fault(.expected("a value")) }
    }
  }

  private mutating func skipNumber() throws(LineFault) {
    let start = index
    func digits(_ parser: inout DocumentObjectParser) throws(LineFault) {
      let first = parser.index
      while parser.index < parser.end, (0x30...0x39).contains(parser.bytes[parser.index]) { parser.index += 1 }
      guard parser.index > first else { throw LineFault(problem: .badNumber, offset: start) }
    }
    _ = take(UInt8(ascii: "-"))
    try digits(&self)
    if take(UInt8(ascii: ".")) { try digits(&self) }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits(&self)
    }
  }

  private mutating func skipSpace() {
    while index < end, ByteMarks.isBlank(bytes[index]) { index += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < end, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private func fault(_ problem: InputProblem) -> LineFault {
    LineFault(problem: index >= end ? .unfinished : problem, offset: index)
  }
}
