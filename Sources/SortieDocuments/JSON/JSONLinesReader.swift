internal import ReportText
internal import SortieSchema

/// JSON Lines: one text a line, an object with `text` and, where known, `id`, `title`, `published`, `source`, `url`.
///
/// Other keys are passed over, and other names may be mapped to these. A line that is no such object is a problem and costs
/// no other line; so is a value that is no string, which costs only itself. A text without an id is named by its input and
/// line.
public enum JSONLinesReader: DocumentReader {
  public static let fileExtensions = ["jsonl", "ndjson"]
  public static let kind = "JSON Lines"
  public static let about = "JSON Lines, one text a line: id, title, published, source, url, text"

  public static func recognise(_ opening: Opening) -> Recognition {
    let words = opening.words
    guard words.first == UInt8(ascii: "{") else { return .possible }
    // An object that is whole in the first line; where that line is longer than what is seen, it is hardly anything else.
    let line = words.prefix { $0 != 0x0A }
    guard line.endIndex < words.endIndex || opening.isWhole else { return .likely }
    var parser = DocumentObjectParser(bytes: Array(line), range: 0..<line.count, map: FieldMap())
    do throws(LineFault) {
      try parser.parse()
      return .likely
    } catch {
      return .possible
    }
  }

  public static func read(
    _ source: inout any ByteSource, name: String, context: ReadingContext, each: (InputItem) throws -> Void
  ) throws {
    let decoded = try DecodedSource(source, limits: context.limits)
    for note in decoded.notes { try each(.note("\(name): \(note)")) }
    var lines = LineReader(decoded.source)
    var isEmpty = true
    while let range = try lines.next() {
      var range = range
      guard range.count <= context.limits.wholeBytes else {
        throw InputProblem.tooLarge(limit: context.limits.wholeBytes)
      }
      if lines.line == 1, lines.bytes[range].starts(with: ByteMarks.utf8) {
        range = range.lowerBound + ByteMarks.utf8.count..<range.upperBound
      }
      guard let first = lines.bytes[range].firstIndex(where: { !ByteMarks.isBlank($0) }) else { continue }
      isEmpty = false
      let line = JSONStretch(
        bytes: lines.bytes, base: lines.base, range: first..<range.upperBound, decoded: decoded)
      let (number, start) = (lines.line, range.lowerBound)
      try line.read(id: "\(name):\(lines.line)", fields: context.fields, each: each) { offset in
        InputPosition(input: name, line: number, column: offset - start + 1)
      }
    }
    guard !isEmpty else { throw InputProblem.empty }
  }
}

/// Bytes that should hold one object.
struct JSONStretch {
  let bytes: [UInt8]
  /// Where in the input, as it was decoded, the bytes begin.
  let base: Int
  let range: Range<Int>
  let decoded: DecodedSource

  /// Gives the object's text, and what is wrong with it.
  /// - Parameters:
  ///   - id: for a text that has none itself.
  ///   - position: where an offset of the bytes stands.
  func read(
    id: String, fields map: FieldMap, each: (InputItem) throws -> Void, position: (Int) -> InputPosition
  ) throws {
    var parser = DocumentObjectParser(bytes: bytes, range: range, map: map)
    do throws(LineFault) {
      try parser.parse()
    } catch {
      return try each(.problem(DataFileError(error.problem, at: position(error.offset))))
    }
    let fields = parser.fields
    for fault in parser.faults { try each(.problem(DataFileError(fault.problem, at: position(fault.offset)))) }
    guard let text = fields.text else {
      guard !parser.hasFaultyText else { return }
      let problem = InputProblem.missingText(key: map.key(of: .text), keys: parser.strangers)
      return try each(.problem(DataFileError(problem, at: position(range.lowerBound))))
    }
    let value = decoded.text(text, map: fields.textMap.shifted(by: base))
    try each(
      .document(
        SourceDocument(
          id: fields[.id] ?? id, metadata: fields.metadata, text: value.bytes, position: position(range.lowerBound),
          publishedPosition: fields.publishedOffset.map(position), sourceMap: value.map, encoding: value.encoding,
          findings: value.findings)))
  }
}
