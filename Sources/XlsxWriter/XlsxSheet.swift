internal import CXlsxWriter

/// One sheet of a workbook. Its cells are written row by row; a row that was left cannot be written any more.
@safe public final class XlsxSheet {
  /// Excel's limits.
  public static let mostRows = 1_048_576
  /// In UTF-16 code units.
  public static let longestText = 32_767
  /// In UTF-16 code units.
  public static let longestLink = 2079
  /// Of a text in a formula, in UTF-16 code units.
  public static let longestFormulaText = 255

  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  /// Keeps the workbook, which owns the sheet.
  private let book: XlsxBook

  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, of book: XlsxBook) {
    unsafe self.sheet = sheet
    self.book = book
  }

  private func check(_ call: (UnsafeMutablePointer<lxw_worksheet>) -> lxw_error) throws(XlsxFault) {
    guard book.isOpen else { throw XlsxFault(LXW_ERROR_CREATING_XLSX_FILE) }
    try XlsxFault.check(unsafe call(sheet))
  }

  /// Writes text as it is, never as a formula. What XML cannot hold becomes U+FFFD.
  public func write(_ text: String, row: Int, column: Int, format: XlsxFormat? = nil) throws(XlsxFault) {
    let text = XlsxText.writable(text)
    try unsafe check { sheet in
      unsafe worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), text, format?.format)
    }
  }

  public func write(_ number: Double, row: Int, column: Int, format: XlsxFormat? = nil) throws(XlsxFault) {
    try unsafe check { sheet in
      unsafe worksheet_write_number(sheet, lxw_row_t(row), lxw_col_t(column), number, format?.format)
    }
  }

  public func write(_ flag: Bool, row: Int, column: Int, format: XlsxFormat? = nil) throws(XlsxFault) {
    try unsafe check { sheet in
      unsafe worksheet_write_boolean(sheet, lxw_row_t(row), lxw_col_t(column), flag ? 1 : 0, format?.format)
    }
  }

  /// Writes a link that shows itself. Excel allows 65,530 a sheet, and each is held in memory, some 1.5 kB, until the
  /// workbook is closed.
  public func write(link: String, row: Int, column: Int, format: XlsxFormat? = nil) throws(XlsxFault) {
    try unsafe check { sheet in
      unsafe worksheet_write_url_opt(
        sheet, lxw_row_t(row), lxw_col_t(column), link, format?.format, XlsxText.writable(link), nil)
    }
  }

  /// Writes a formula that is a link and shows itself; of any number, and none is held in memory.
  /// - Parameter link: at most `longestFormulaText` long.
  public func write(formulaLink link: String, row: Int, column: Int, format: XlsxFormat? = nil) throws(XlsxFault) {
    let text = XlsxText.writable(link)
    let formula = "=HYPERLINK(\"\(XlsxText.quotesDoubled(text))\")"
    try unsafe check { sheet in
      unsafe worksheet_write_formula_str(sheet, lxw_row_t(row), lxw_col_t(column), formula, format?.format, text)
    }
  }

  /// - Parameter width: in characters of the usual font.
  public func setColumn(_ column: Int, width: Double, format: XlsxFormat? = nil) throws(XlsxFault) {
    try unsafe check { sheet in
      unsafe worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, format?.format)
    }
  }

  /// Keeps the first rows and columns in sight.
  public func freeze(rows: Int, columns: Int) {
    if book.isOpen { unsafe worksheet_freeze_panes(sheet, lxw_row_t(rows), lxw_col_t(columns)) }
  }

  /// Puts filters on the first row.
  public func addFilter(columns: Int, lastRow: Int) throws(XlsxFault) {
    try unsafe check { sheet in unsafe worksheet_autofilter(sheet, 0, 0, lxw_row_t(lastRow), lxw_col_t(columns - 1)) }
  }

  /// Lets cells be chosen from a list; another value is asked about and may stand all the same.
  ///
  /// - Parameter words: at most 255 characters, commas between them counted.
  public func addChoice(of words: [String], column: Int, rows: ClosedRange<Int>) throws(XlsxFault) {
    try unsafe check { sheet in
      unsafe XlsxText.withCStrings(words) { list in
        var validation = unsafe lxw_data_validation()
        unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
        unsafe validation.value_list = list
        unsafe validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
        return unsafe worksheet_data_validation_range(
          sheet, lxw_row_t(rows.lowerBound), lxw_col_t(column), lxw_row_t(rows.upperBound), lxw_col_t(column),
          &validation)
      }
    }
  }

  /// Colours the cells that hold exactly this text.
  public func highlight(
    text: String, column: Int, rows: ClosedRange<Int>, format: XlsxFormat
  ) throws(XlsxFault) {
    try unsafe check { sheet in
      unsafe "\"\(text)\"".withMutableCString { text in
        var rule = unsafe lxw_conditional_format()
        unsafe rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
        unsafe rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
        unsafe rule.value_string = text
        unsafe rule.format = format.format
        return unsafe worksheet_conditional_format_range(
          sheet, lxw_row_t(rows.lowerBound), lxw_col_t(column), lxw_row_t(rows.upperBound), lxw_col_t(column), &rule)
      }
    }
  }

  /// Colours the cells whose number is less than this.
  public func highlight(
    below limit: Double, column: Int, rows: ClosedRange<Int>, format: XlsxFormat
  ) throws(XlsxFault) {
    try unsafe check { sheet in
      var rule = unsafe lxw_conditional_format()
      unsafe rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
      unsafe rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_LESS_THAN.rawValue)
      unsafe rule.value = limit
      unsafe rule.format = format.format
      return unsafe worksheet_conditional_format_range(
        sheet, lxw_row_t(rows.lowerBound), lxw_col_t(column), lxw_row_t(rows.upperBound), lxw_col_t(column), &rule)
    }
  }
}
