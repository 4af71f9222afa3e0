internal import ReportText

/// JSON Lines: one text a line, an object with `text` and, where known, `id`, `title`, `published`, `source`, `url`.
///
/// Other keys are passed over. A line that is no such object is a problem and costs no other line; so is a value that is
/// no string, which costs only itself. A text without an id is named by its input and line.
public enum JSONLinesReader: DocumentReader {
  public static let fileExtensions = ["jsonl", "ndjson"]
  public static let about = "JSON Lines, one text a line: id, title, published, source, url, text"

  public static func read(
    _ source: inout any ByteSource, name: String, each: (InputItem) throws -> Void
  ) throws {
    var lines = LineReader(source)
    var isEmpty = true
    while let range = try lines.next() {
      var range = range
      if lines.line == 1 {
        if let stranger = ByteMarks.stranger(lines.bytes[range]) {
          let position = InputPosition(input: name, line: 1, column: 1)
          return try each(.problem(DataFileError(.notText(stranger), at: position)))
        }
        if lines.bytes[range].starts(with: ByteMarks.utf8) {
          range = range.lowerBound + ByteMarks.utf8.count..<range.upperBound
        }
      }
      guard let first = lines.bytes[range].firstIndex(where: { !ByteMarks.isBlank($0) }) else { continue }
      isEmpty = false
      var parser = DocumentLineParser(bytes: lines.bytes, range: first..<range.upperBound)
      let lineStart = range.lowerBound
      func position(_ offset: Int) -> InputPosition {
        InputPosition(input: name, line: lines.line, column: offset - lineStart + 1)
      }
      do throws(LineFault) {
        try parser.parse()
      } catch {
        try each(.problem(DataFileError(error.problem, at: position(error.offset))))
        continue
      }
      let fields = parser.fields
      for fault in parser.faults { try each(.problem(DataFileError(fault.problem, at: position(fault.offset)))) }
      guard let text = fields.text else { continue }
      try each(
        .document(
          SourceDocument(
            id: fields[.id] ?? "\(name):\(lines.line)", metadata: fields.metadata, text: text,
            position: position(first), publishedPosition: fields.publishedOffset.map(position))))
    }
    if isEmpty {
      try each(.problem(DataFileError(.empty, at: InputPosition(input: name, line: 1, column: 1))))
    }
  }
}
