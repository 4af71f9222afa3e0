public import SortieExport
public import SortieSchema
import XlsxWriter

/// A workbook for Excel and LibreOffice: a sheet a table, with real dates and numbers, filters, lists to choose coded
/// values from, and a codebook.
///
/// Rows go to the disk as they come, so that any number of texts is written in bounded memory.
public final class XLSXFormat: FileFormat {
  public static let name = "xlsx"
  public static let fileExtensions = ["xlsx"]
  public static let about = "a workbook: a sheet a table, with filters, links and a codebook"
  public static let updatesFiles = false

  private let book: XlsxBook
  private let options: FormatOptions
  private var tables: [(layout: Layout, sheets: [SheetWriter])] = []
  private var cells: [Cell] = []

  public init(path: String, options: FormatOptions) throws {
    book = try XlsxBook(path: path, title: "Air operations as texts report them", created: Self.created)
    self.options = options
    let looks = try SheetLooks(book)
    for plan in SheetPlan.all {
      let sheet = try SheetWriter(plan, book: book, looks: looks)
      if let index = tables.firstIndex(where: { $0.layout.name == plan.layout.name }) {
        tables[index].sheets.append(sheet)
      } else {
        tables.append((plan.layout, [sheet]))
      }
    }
    try CodebookSheet.write(to: book, looks: looks)
  }

  /// 2000-01-01, so that the same records give the same file.
  private static let created = 946_684_800

  public func write(_ result: DocumentResult) throws {
    let rows = TabledResult(result, options: options)
    for (layout, sheets) in tables {
      cells.removeAll(keepingCapacity: true)
      layout.appendCells(of: rows, to: &cells)
      let width = layout.columns.count
      for start in stride(from: 0, to: cells.count, by: width) {
        for sheet in sheets { try sheet.write(cells[start..<start + width]) }
      }
    }
  }

  public func finish() throws -> [String] {
    let sheets = tables.flatMap(\.sheets)
    for sheet in sheets { try sheet.finish() }
    try book.close()
    return SheetLosses(sheets.map(\.losses)).notes
  }
}
