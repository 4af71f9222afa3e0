import SortieExport
import XlsxWriter

/// The sheet that explains every column of the others.
enum CodebookSheet {
  private static let columns: [(name: String, width: Double)] = [
    ("sheet", 14), ("column", 26), ("type", 9), ("unit", 12), ("values", 40), ("meaning", 100),
  ]

  static func write(to book: XlsxBook, looks: SheetLooks) throws(XlsxFault) {
    let sheet = try book.addSheet("Codebook")
    for (index, column) in columns.enumerated() {
      try sheet.setColumn(index, width: column.width, format: looks.wrapped)
      try sheet.write(column.name, row: 0, column: index, format: looks.header)
    }
    sheet.freeze(rows: 1, columns: 0)
    var row = 1
    for plan in SheetPlan.all {
      for column in plan.descriptions {
        let texts = [
          plan.title, column.name, column.kind.rawValue, column.unit ?? "", column.words.joined(separator: ", "),
          column.about,
        ]
        for (index, text) in texts.enumerated() where !text.isEmpty { try sheet.write(text, row: row, column: index) }
        row += 1
      }
    }
    try sheet.addFilter(columns: columns.count, lastRow: row - 1)
  }
}
