/// One table of the output: its columns, what tells its rows apart, and the rows that a text gives.
///
/// Every format that writes tables (delimited text, workbooks, databases, data packages) takes them from here, so that a
/// table is described once.
public struct Layout: Sendable {
  /// Columns whose values are the key of a row of another table.
  public struct Reference: Hashable, Sendable {
    public let columns: [String]
    public let layout: String
    public let keyColumns: [String]
  }

  /// The value that `--layout` takes; the name of the table in databases and data packages.
  public let name: String
  /// One line for the help.
  public let about: String
  public let columns: [ColumnDescription]
  /// Names of the columns that tell the rows apart.
  public let key: [String]
  public let references: [Reference]
  private let fillCells: @Sendable (TabledResult, inout [Cell]) -> Void
  private let fillText: @Sendable (TabledResult, inout DelimitedRows) -> Void

  init<Row: AnyObject>(
    _ name: String, _ about: String, key: [String], references: [Reference] = [], columns: [TableColumn<Row>],
    rows: @escaping @Sendable (TabledResult) -> [Row]
  ) {
    self.name = name
    self.about = about
    self.key = key
    self.references = references
    self.columns = columns.map(\.description)
    // The closures are called out of their columns: an array of closures would hand each through another one.
    fillCells = { result, cells in
      var cell = CellWriter()
      for row in rows(result) {
        for index in columns.indices {
          columns[index].write(row, &cell)
          cells.append(cell.take())
        }
      }
    }
    // The same for text, which is written as it comes: cells that are kept cost several times as much.
    fillText = { result, text in
      for row in rows(result) {
        for index in columns.indices {
          columns[index].write(row, &text.cell)
          text.endCell()
        }
        text.endRow()
      }
    }
  }

  /// Appends the cells of all rows of a text, one row after the other: as many as there are columns for each.
  public func appendCells(of result: TabledResult, to cells: inout [Cell]) { fillCells(result, &cells) }

  /// Writes all rows of a text.
  func appendText(of result: TabledResult, to text: inout DelimitedRows) { fillText(result, &text) }

  /// Place of a column of this name, counted from 0; nil where there is none.
  public func index(of column: String) -> Int? { columns.firstIndex { $0.name == column } }
}

extension Layout {
  /// All tables: the wide one, then the tidy ones.
  public static let all: [Layout] = [
    wide, records, participants, places, targets, casualties, munitions, claims, evidence, findings, coverage, absences,
  ]

  /// The tables that together hold everything, each fact once.
  public static let tidy: [Layout] = all.filter { $0.name != wide.name }

  /// The table of this name; nil where there is none.
  public static func named(_ name: String) -> Layout? { all.first { $0.name == name } }

  /// One row a record with everything that fits into one.
  public static let wide = Layout(
    "wide", "one row a record, with its participants, places and the rest joined in cells", key: ["sortie_id"],
    references: [.document], columns: WideColumns.all
  ) { $0.rows }
}

extension Layout.Reference {
  /// The text that a row is of.
  static let document = Layout.Reference(columns: ["document_id"], layout: "coverage", keyColumns: ["document_id"])
  /// The record that a row is a part of.
  static let record = Layout.Reference(columns: ["sortie_id"], layout: "records", keyColumns: ["sortie_id"])
}
