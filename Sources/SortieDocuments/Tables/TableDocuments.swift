internal import ReportText

/// Makes a document of each row of a table whose first row names the columns.
struct TableDocuments {
  /// So many rows are looked at before columns are guessed.
  private static let sampleCount = 50

  private let name: String
  private let context: ReadingContext
  /// How the file of the table was decoded; nil where cells are whole in UTF-8 and lead nowhere.
  private let decoded: DecodedSource?
  private var header: [String]?
  private var waiting: [TableRow] = []
  private var columns: ColumnGuess?
  private var texts = 0
  private var emptyRows = 0
  private var days = DayReader(order: nil)

  /// - Parameter name: of the input, or of the sheet in it, for ids and messages.
  init(name: String, context: ReadingContext, decoded: DecodedSource? = nil) {
    self.name = name
    self.context = context
    self.decoded = decoded
  }

  mutating func add(_ row: TableRow, each: (InputItem) throws -> Void) throws {
    guard row.cells.contains(where: { !$0.bytes.allSatisfy(ByteMarks.isBlank) }) else { return }
    guard header != nil else {
      header = row.cells.map { Self.trimmed($0.string) }
      return
    }
    guard columns == nil else { return try give(row, each) }
    waiting.append(row)
    if waiting.count == Self.sampleCount { try settle(each) }
  }

  mutating func finish(each: (InputItem) throws -> Void) throws {
    guard header != nil, columns != nil || !waiting.isEmpty else { throw InputProblem.empty }
    if columns == nil { try settle(each) }
    guard texts > 0 else { throw InputProblem.noText }
    if emptyRows > 0 {
      try each(.note("\(name): \(emptyRows) row\(emptyRows == 1 ? "" : "s") without a text passed over"))
    }
  }

  /// Chooses the columns and gives the rows that waited for that.
  private mutating func settle(_ each: (InputItem) throws -> Void) throws {
    guard let header else { return }
    let guess = try ColumnGuess(context.columns, names: header, sample: waiting.map(\.cells))
    columns = guess
    if let note = guess.note { try each(.note("\(name): \(note)")) }
    if let column = guess.columns[.published] {
      let sample = waiting.compactMap { $0.cells.indices.contains(column) ? $0.cells[column].string : nil }
      days = DayReader(order: context.columns.dayOrder ?? DayReader.order(of: sample))
    }
    let rows = waiting
    waiting = []
    for row in rows { try give(row, each) }
  }

  private mutating func give(_ row: TableRow, _ each: (InputItem) throws -> Void) throws {
    guard let columns else { return }
    func cell(_ field: DocumentFields.Key) -> TableCell? {
      columns.columns[field].flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }
    }
    func value(_ field: DocumentFields.Key) -> String? { cell(field).map { Self.trimmed($0.string) } }
    guard let text = cell(.text), !text.bytes.allSatisfy(ByteMarks.isBlank) else {
      emptyRows += 1
      return
    }
    texts += 1
    var metadata = DocumentMetadata()
    metadata.state(.title, value(.title), by: .field)
    metadata.state(.source, value(.source), by: .field)
    metadata.state(.url, value(.url), by: .field)
    // What is no day is handed on as it is, so that it is named.
    metadata.state(.published, value(.published).map { days.day(in: $0) ?? $0 }, by: .field)
    let written = text.sourceMap.flatMap { decoded?.text(text.bytes, map: $0) }
    let id = value(.id).flatMap { $0.isEmpty ? nil : $0 } ?? "\(name):\(row.line)"
    try each(
      .document(
        SourceDocument(
          id: id, metadata: metadata, text: written?.bytes ?? text.bytes,
          position: InputPosition(input: name, line: row.line, column: 1), sourceMap: written?.map,
          encoding: written?.encoding ?? .ofFormat, findings: written?.findings ?? [])))
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
