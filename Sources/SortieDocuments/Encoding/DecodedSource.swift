internal import SortieSchema
internal import TextScan

/// The bytes of an input that is made of many texts, a table or JSON, as UTF-8.
///
/// What is UTF-8 as far as its first bytes tell is handed on as it comes, in bounded memory. In any other encoding the
/// input is read as a whole, for where its lines end can be told only when it is decoded.
struct DecodedSource {
  let source: any ByteSource
  let encoding: TextEncoding
  /// Leads to the bytes of the input; nil where what is handed on are these.
  let map: SourceMap?
  /// What was noticed about the input as a whole, in words.
  let notes: [String]

  /// - Throws: `InputProblem` where the bytes are no text, or where they have to be read as a whole and are too many.
  init(_ source: any ByteSource, limits: InputLimits) throws {
    var opened = OpenedSource(source)
    let opening = try opened.opening()
    if let stranger = ByteMarks.stranger(opening.bytes) { throw InputProblem.notText(stranger) }
    // The last character may be cut.
    let start = opening.isWhole ? opening.bytes[...] : opening.bytes.dropLast(opening.bytes.cutCharacter)
    let choice = EncodingChoice(Array(start), declared: nil)
    guard choice.encoding != EncodingName.utf8 else {
      self.source = opened
      encoding = TextEncoding(choice.encoding, choice.origin)
      map = nil
      notes = []
      return
    }
    let decoded = DecodedText(try opened.readAll(limits))
    self.source = BytesInMemory(decoded.text)
    encoding = decoded.textEncoding
    map = decoded.map
    notes = decoded.findings.map(\.message)
  }

  /// A text out of the input; `map` leads from it to what was handed on.
  func text(_ bytes: [UInt8], map: SourceMap) -> SourceText {
    var text = SourceText(bytes: bytes, map: map, encoding: encoding)
    if let decoded = StrayBytes.decoded(bytes) {
      text.map = decoded.map.map { $0.composed(with: map) } ?? map
      text.bytes = decoded.text
      text.findings = decoded.findings
      if decoded.encoding != EncodingName.utf8 { text.encoding = decoded.textEncoding }
    }
    if let origin = self.map { text.map = text.map.composed(with: origin) }
    return text
  }
}

/// A text with the way back to the input and what was noticed when it was decoded.
struct SourceText {
  var bytes: [UInt8]
  var map: SourceMap
  var encoding: TextEncoding
  var findings: [Finding] = []
}

/// Single values in another encoding than the input around them, as in tables that were put together from several.
enum StrayBytes {
  /// The value in UTF-8; nil where it is that already.
  static func decoded(_ value: [UInt8]) -> DecodedText? {
    // 0xC3 begins the letters by which broken characters are known.
    guard
      ByteSearch.firstMalformed(in: value, 0..<value.count) != nil
        || ByteSearch.first(0xC3, in: value, 0..<value.count) != nil
    else { return nil }
    return DecodedText(value)
  }

  static func string(_ value: [UInt8]) -> String { String(decoding: decoded(value)?.text ?? value, as: UTF8.self) }
}

extension [UInt8] {
  /// How many bytes at the end are the beginning of a character of UTF-8 that is not whole.
  fileprivate var cutCharacter: Int {
    for (count, byte) in reversed().prefix(4).enumerated() {
      switch byte {
      case 0x80...0xBF: continue
      case 0xC2...0xDF: return count < 1 ? count + 1 : 0
      case 0xE0...0xEF: return count < 2 ? count + 1 : 0
      case 0xF0...0xF4: return count < 3 ? count + 1 : 0
      default: return 0
      }
    }
    return 0
  }
}
