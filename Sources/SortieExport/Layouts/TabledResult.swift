public import SortieSchema

/// What reading one text gave, made ready for all tables at once.
public final class TabledResult: Sendable {
  public let result: DocumentResult
  let claimantSides: (@Sendable (_ claimant: String) -> [String])?
  /// Nil where no record is a part of another, so that figures stand for themselves.
  private let nets: Nets?

  fileprivate struct Nets {
    let sorties: NetFigures
    let strikes: NetFigures
    let targets: NetFigures
  }

  public convenience init(_ result: DocumentResult, options: FormatOptions) {
    self.init(result, claimantSides: options.claimantSides)
  }

  init(_ result: DocumentResult, claimantSides: (@Sendable (_ claimant: String) -> [String])?) {
    self.result = result
    self.claimantSides = claimantSides
    nets = NetFigures.parents(of: result.records).map { parents in
      Nets(
        sorties: NetFigures(of: result.records, parents: parents) { $0.counts.sorties },
        strikes: NetFigures(of: result.records, parents: parents) { $0.counts.strikes },
        targets: NetFigures(of: result.records, parents: parents) { $0.counts.targets })
    }
  }

  /// One for each record, in their order.
  var rows: [RecordRow] { result.records.indices.map { RecordRow(table: self, index: $0) } }

  /// The figure of a record that can be added up; nil where it has none.
  /// - Parameter figure: what the record itself tells.
  fileprivate func net(
    _ index: Int, _ slot: (Nets) -> NetFigures, own figure: Int?
  ) -> Int? {
    // What a reprint tells is counted with the text that it was taken from.
    guard result.copyOf?.kind != .reprint else { return nil }
    if let nets { return slot(nets).values[index] }
    return NetFigures.own(result.records[index].scope, figure)
  }

  /// Where in the original the words between two byte offsets stand; nil where the text is the original.
  func source(from start: Int, to end: Int) -> String? {
    guard start >= 0, start < end, end <= result.text.count else { return nil }
    return result.sourceMap?.location(of: start..<end).description
  }

  /// The words between two byte offsets of the text, on one line; nil where there are none.
  func words(from start: Int, to end: Int) -> String? { EvidenceText.words(of: result.text, from: start, to: end) }
}

extension RecordRow {
  var netSorties: Int? { table.net(index, { $0.sorties }, own: record.counts.sorties?.bestFigure) }
  var netStrikes: Int? { table.net(index, { $0.strikes }, own: record.counts.strikes?.bestFigure) }
  var netTargets: Int? { table.net(index, { $0.targets }, own: record.counts.targets?.bestFigure) }
}

/// One of the things of which a record has several.
final class Part<Value> {
  let sortieID: String
  /// Place among its like of the record, from 0.
  let position: Int
  let value: Value

  init(sortieID: String, position: Int, value: Value) {
    self.sortieID = sortieID
    self.position = position
    self.value = value
  }
}

extension TabledResult {
  /// The parts of all records, in their order.
  func parts<Value>(_ slot: (Sortie) -> [Value]) -> [Part<Value>] {
    var parts: [Part<Value>] = []
    for row in rows {
      for (position, value) in slot(row.record).enumerated() {
        parts.append(Part(sortieID: row.record.id, position: position, value: value))
      }
    }
    return parts
  }
}

/// Columns that stand in several tables.
enum SharedColumns {
  static let sortieMeaning = "Id of the record that the row is a part of."

  /// The key of a table of parts.
  static func key<Value>(_ what: String, slot: String) -> [TableColumn<Part<Value>>] {
    [
      TableColumn("sortie_id", .string, sortieMeaning, isRequired: true) { $1.put($0.sortieID) },
      TableColumn(
        "position", .integer,
        "Place among the \(what) of the record, from 0, as the slots of evidence count them (/\(slot)/0).",
        isRequired: true
      ) { $1.put($0.position) },
    ]
  }

  static let partKey = ["sortie_id", "position"]

  /// The columns of a number as prose tells it.
  /// - Parameters:
  ///   - name: begins the names of the columns.
  ///   - what: what is counted, for the explanations.
  static func count<Row: AnyObject>(
    _ name: String, _ what: String, unit: String?, _ count: @escaping @Sendable (Row) -> Count?
  ) -> [TableColumn<Row>] {
    [
      TableColumn("\(name)_min", .integer, "Least number of \(what) that the words allow.", unit: unit) {
        $1.put(count($0)?.min)
      },
      TableColumn(
        "\(name)_max", .integer, "Greatest number of \(what); empty where there is no upper bound.", unit: unit
      ) { $1.put(count($0)?.max) },
      TableColumn(
        "\(name)_approximate", .boolean, "true: told as about, some, nearly; empty where no number is told."
      ) { $1.put(count($0)?.approximate) },
      TableColumn(
        "\(name)_vague", .boolean, "true: from a word such as dozens or several; empty where no number is told."
      ) { $1.put(count($0)?.vague) },
      TableColumn("\(name)_text", .string, "The words of the number.") { $1.put(count($0)?.text) },
    ]
  }

  /// The columns of a date, as the wide table has them, and how the day is known.
  static func date<Row: AnyObject>(_ date: @escaping @Sendable (Row) -> SortieDate?) -> [TableColumn<Row>] {
    [
      TableColumn("date_start", .date, "First day; empty where the words could not be resolved to a day.") {
        $1.put(date($0)?.start)
      },
      TableColumn("date_end", .date, "Last day, inclusive; equal to date_start for a single day.") {
        $1.put(date($0)?.end)
      },
      TableColumn(
        "date_precision", .string,
        "How exact the date is: day, range, month, year, or unknown where only date_text is known.",
        words: SortieDate.Precision.words
      ) { $1.put(date($0)?.precision.rawValue) },
      TableColumn(
        "date_basis", .string,
        "Whether the day is written out (explicit), was reckoned from another (relative), or could not be (none).",
        words: SortieDate.Basis.words
      ) { $1.put(date($0)?.basis.rawValue) },
      TableColumn("date_text", .string, "The words that tell the date.") { $1.put(date($0)?.text) },
    ]
  }
}
