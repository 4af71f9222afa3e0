/// One column of a table: what it is called, what it means, and what stands in it for one row.
///
/// Rows are objects, so that a closure takes them as it is written: a row of any type would be handed through a second
/// closure that holds the first, which costs more than most cells do.
struct TableColumn<Row: AnyObject>: Sendable {
  let description: ColumnDescription
  let write: @Sendable (_ row: Row, _ cell: inout CellWriter) -> Void

  var name: String { description.name }

  /// - Parameters:
  ///   - words: the closed list of what may stand in the column; empty where anything may.
  ///   - unit: what numbers count or measure.
  ///   - isRequired: whether no cell of the column is ever empty.
  ///   - write: puts what stands in the column for a row, or nothing.
  init(
    _ name: String, _ kind: ColumnDescription.Kind, _ about: String, words: [String] = [], unit: String? = nil,
    isRequired: Bool = false, write: @escaping @Sendable (_ row: Row, _ cell: inout CellWriter) -> Void
  ) {
    description = ColumnDescription(
      name: name, kind: kind, about: about, words: words, unit: unit, isRequired: isRequired)
    self.write = write
  }
}

/// What is told about a column, once, for the CSV, the sheets of a workbook, databases and data packages.
public struct ColumnDescription: Hashable, Sendable {
  /// What the values are, as a data package names types.
  public enum Kind: String, Sendable { case string, integer, number, boolean, date }

  public let name: String
  public let kind: Kind
  /// What the value means and how it comes about.
  public let about: String
  /// The closed list of what may stand in the column, as it is written there; empty where anything may.
  public let words: [String]
  /// What numbers count or measure, e.g. `km`; nil where there is nothing to say.
  public let unit: String?
  /// Whether no cell of the column is ever empty.
  public let isRequired: Bool
}

/// A column of the wide table: one value of every record.
typealias Column = TableColumn<RecordRow>

extension TableColumn where Row == RecordRow {
  /// The columns of the wide table in their order; it is a contract with everybody's spreadsheets.
  static var all: [Column] { WideColumns.all }

  /// The values without repetitions, each at its first place.
  static func unique(_ values: [String]) -> [String] { WideColumns.unique(values) }
}

/// The columns of the wide table by what they tell.
enum WideColumns {
  static let all: [Column] =
    identity + date + action + participants + counts + departure + places + effects + casualties + exactness + claims
    + judgement

  /// The values without repetitions, each at its first place.
  static func unique(_ values: [String]) -> [String] {
    guard values.count > 1 else { return values }
    // Lists are short: looking through them is cheaper than a set, until they are not.
    guard values.count > 16 else {
      return values.indices.filter { !values[..<$0].contains(values[$0]) }.map { values[$0] }
    }
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }
}
