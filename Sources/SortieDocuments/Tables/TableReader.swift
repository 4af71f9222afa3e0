internal import ReportText

/// Comma-, semicolon- or tab-separated values with a header line, a text a row.
public enum TableReader: DocumentReader {
  public static let fileExtensions = ["csv", "tsv", "tab"]
  public static let kind = "a table"
  public static let about = "tables with a header line and a column of texts (--text-column, --date-column …)"

  /// A header line that names a column of texts and another one that tables of texts have.
  public static func recognise(_ opening: Opening) -> Recognition {
    let line = Array(opening.words.prefix { $0 != 0x0A && $0 != 0x0D })
    guard line.count < opening.words.count, line.count < 10_000 else { return .possible }
    let names = line.split(separator: delimiter(in: line), omittingEmptySubsequences: false).map { field in
      String(decoding: field, as: UTF8.self)
    }
    return ColumnGuess.isHeader(names) ? .likely : .possible
  }

  public static func read(
    _ source: inout any ByteSource, name: String, context: ReadingContext, each: (InputItem) throws -> Void
  ) throws {
    let decoded = try DecodedSource(source, limits: context.limits)
    for note in decoded.notes { try each(.note("\(name): \(note)")) }
    var opened = OpenedSource(decoded.source)
    let opening = try opened.opening()
    var rows = DelimitedRowReader(
      opened, delimiter: delimiter(in: opening.bytes), limit: context.limits.wholeBytes)
    var documents = TableDocuments(name: name, context: context, decoded: decoded)
    do {
      while let row = try rows.next() { try documents.add(row, each: each) }
    } catch let problem as InputProblem {
      // The rows before it are whole.
      try each(.problem(DataFileError(problem, at: InputPosition(input: name, line: rows.rowLine, column: 1))))
    }
    try documents.finish(each: each)
  }

  /// The one of tab, semicolon, bar and comma that stands most often in the header line; the comma where none does.
  private static func delimiter(in bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A { break }
      counts[byte, default: 0] += 1
    }
    let comma = UInt8(ascii: ",")
    return [0x09, UInt8(ascii: ";"), UInt8(ascii: "|")].reduce(comma) { best, byte in
      counts[byte, default: 0] > counts[best, default: 0] ? byte : best
    }
  }
}
