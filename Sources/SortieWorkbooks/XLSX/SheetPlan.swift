import SortieExport

/// What stands on a sheet: a table, or some columns of one.
struct SheetPlan {
  let title: String
  let layout: Layout
  /// Places of the columns in the table.
  let columns: [Int]

  private init(_ title: String, _ layout: Layout, only names: [String]? = nil) {
    self.title = title
    self.layout = layout
    columns = names.map { $0.compactMap(layout.index(of:)) } ?? Array(layout.columns.indices)
  }

  static let all: [SheetPlan] = [
    SheetPlan("Sorties", .wide),
    SheetPlan("Participants", .participants),
    SheetPlan("Places", .places),
    SheetPlan("Targets", .targets),
    SheetPlan("Casualties", .casualties),
    SheetPlan("Munitions", .munitions),
    SheetPlan("Claims", .claims),
    SheetPlan("Sources", .coverage, only: ["document_id", "title", "source", "published", "url", "sha256"]),
    SheetPlan(
      "Coverage", .coverage,
      only: [
        "document_id", "title", "published", "n_records", "coverage", "n_absences", "absence_claimants",
        "absence_periods", "absence_places", "findings",
      ]),
    SheetPlan("Absences", .absences),
    SheetPlan("Findings", .findings),
  ]

  /// The columns that are written, in their order.
  var descriptions: [ColumnDescription] { columns.map { layout.columns[$0] } }

  /// Width of a column in characters.
  static func width(of column: ColumnDescription) -> Double {
    // Room for the arrow of the filter beside the name.
    let forName = Double(column.name.count) + 3.5
    switch (column.kind, column.name) {
    case (.date, _): return max(12, forName)
    case (.string, "evidence"), (.string, "words"), (.string, "message"): return 70
    case (.string, "title"), (.string, "url"), (.string, "targets"), (.string, "claimed_by"): return max(32, forName)
    case (.string, "document_id"): return 40
    case (.string, "sortie_id"), (.string, "part_of"): return 19
    case (.string, _) where column.words.isEmpty: return max(18, forName)
    default: return max(9, forName, Double(column.words.map(\.count).max() ?? 0) + 2)
    }
  }

  /// Whether long text is broken into lines.
  static func isWrapped(_ column: ColumnDescription) -> Bool {
    column.kind == .string && ["evidence", "words", "message"].contains(column.name)
  }
}
