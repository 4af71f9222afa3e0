import SortieExport
import SortieSchema
import XlsxWriter

/// Writes the rows of one table onto a sheet, and onto further ones where Excel has no more rows for it.
final class SheetWriter {
  private let plan: SheetPlan
  private let book: XlsxBook
  private let looks: SheetLooks
  private let descriptions: [ColumnDescription]
  private var sheet: XlsxSheet
  /// Row that is written next; 0 is the header.
  private var row = 1
  private var links = 0
  /// Links of a sheet that the library holds in memory; further ones are formulas, which look and work the same.
  static let mostHeldLinks = 10_000
  private(set) var losses = SheetLosses()

  init(_ plan: SheetPlan, book: XlsxBook, looks: SheetLooks) throws(XlsxFault) {
    self.plan = plan
    self.book = book
    self.looks = looks
    descriptions = plan.descriptions
    sheet = try book.addSheet(plan.title)
    try begin()
  }

  private func begin() throws(XlsxFault) {
    for (column, description) in descriptions.enumerated() {
      let format =
        switch description.kind {
        case .date: looks.date
        case _ where description.name == "confidence": looks.share
        case _ where SheetPlan.isWrapped(description): looks.wrapped
        default: looks.plain
        }
      try sheet.setColumn(column, width: SheetPlan.width(of: description), format: format)
      try sheet.write(description.name, row: 0, column: column, format: looks.header)
    }
    sheet.freeze(rows: 1, columns: 1)
    row = 1
    links = 0
  }

  /// - Parameter cells: a whole row of the table.
  func write(_ cells: ArraySlice<Cell>) throws(XlsxFault) {
    if row == XlsxSheet.mostRows {
      try finish()
      losses.furtherSheets += 1
      sheet = try book.addSheet("\(plan.title) \(losses.furtherSheets + 1)")
      try begin()
    }
    for (column, index) in plan.columns.enumerated() {
      try write(cells[cells.startIndex + index], column: column, to: sheet)
    }
    row += 1
  }

  private func write(_ cell: Cell, column: Int, to sheet: XlsxSheet) throws(XlsxFault) {
    switch cell {
    case .empty: return
    case .integer(let value): try sheet.write(Double(value), row: row, column: column)
    case .number(let value): try sheet.write(value, row: row, column: column)
    case .flag(let value): try sheet.write(value, row: row, column: column)
    case .date(let date):
      if let number = Self.serialNumber(of: date) {
        try sheet.write(Double(number), row: row, column: column)
      } else {
        losses.oldDates += 1
        try sheet.write(date.description, row: row, column: column)
      }
    case .text(let text):
      let text = shortened(text)
      if descriptions[column].name == "url", Self.isLink(text) {
        if links < Self.mostHeldLinks {
          links += 1
          return try sheet.write(link: text, row: row, column: column, format: looks.link)
        }
        if text.utf16.count <= XlsxSheet.longestFormulaText {
          return try sheet.write(formulaLink: text, row: row, column: column, format: looks.link)
        }
        losses.plainLinks += 1
      }
      try sheet.write(text, row: row, column: column)
    }
  }

  /// Puts filters, lists and colours on what was written.
  func finish() throws(XlsxFault) {
    try sheet.addFilter(columns: descriptions.count, lastRow: max(1, row - 1))
    guard row > 1 else { return }
    let rows = 1...(row - 1)
    for (column, description) in descriptions.enumerated() {
      if !description.words.isEmpty {
        try sheet.addChoice(of: description.words, column: column, rows: rows)
      }
      if description.name == "status" {
        for (status, format) in looks.statuses {
          try sheet.highlight(text: status, column: column, rows: rows, format: format)
        }
      }
      if description.name == "confidence" {
        try sheet.highlight(below: SheetLooks.doubtfulBelow, column: column, rows: rows, format: looks.doubtful)
      }
    }
  }

  /// Days as Excel counts them; nil before March 1900, where its calendar has a day that never was.
  static func serialNumber(of date: CalendarDate) -> Int? {
    let number = date.dayNumber + 25_569
    return number > 60 ? number : nil
  }

  private static func isLink(_ text: String) -> Bool {
    (text.hasPrefix("https://") || text.hasPrefix("http://")) && text.utf16.count <= XlsxSheet.longestLink
  }

  /// The text, cut where Excel cuts it, with … at its end.
  private func shortened(_ text: String) -> String {
    // A UTF-8 byte is at most one UTF-16 code unit.
    guard text.utf8.count > XlsxSheet.longestText, text.utf16.count > XlsxSheet.longestText else { return text }
    losses.cutTexts += 1
    var end = text.utf16.index(text.utf16.startIndex, offsetBy: XlsxSheet.longestText - 1)
    while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf16.index(before: end) }
    return text[..<end] + "…"
  }
}

/// What a workbook could not hold as it is.
struct SheetLosses {
  var furtherSheets = 0
  var cutTexts = 0
  var oldDates = 0
  var plainLinks = 0

  init() {}

  init(_ all: [SheetLosses]) {
    for losses in all {
      furtherSheets += losses.furtherSheets
      cutTexts += losses.cutTexts
      oldDates += losses.oldDates
      plainLinks += losses.plainLinks
    }
  }

  /// For the user; empty where nothing was lost.
  var notes: [String] {
    var notes: [String] = []
    if cutTexts > 0 {
      notes.append(
        "xlsx: \(cutTexts) cells are longer than Excel's \(XlsxSheet.longestText) characters and cut; CSV and JSON have them whole"
      )
    }
    if furtherSheets > 0 {
      notes.append(
        "xlsx: more than \(XlsxSheet.mostRows) rows go on on further sheets, at the end of the workbook (\(furtherSheets))"
      )
    }
    if oldDates > 0 { notes.append("xlsx: \(oldDates) days before March 1900 are text, as Excel has no such dates") }
    if plainLinks > 0 {
      notes.append(
        "xlsx: \(plainLinks) addresses are text, as links beyond the first \(SheetWriter.mostHeldLinks) of a sheet may have \(XlsxSheet.longestFormulaText) characters"
      )
    }
    return notes
  }
}
