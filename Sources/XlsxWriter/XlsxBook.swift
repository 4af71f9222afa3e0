internal import CXlsxWriter

/// A workbook that is written row by row: what is written is on the disk and cannot be gone back to.
///
/// The same calls give the same bytes: no time of the machine stands in the file.
@safe public final class XlsxBook {
  /// Nil when the file is closed.
  private var book: UnsafeMutablePointer<lxw_workbook>?

  /// - Parameters:
  ///   - path: where the file will be when it is closed; nothing is there before.
  ///   - created: what the file says of its making, in seconds since 1970.
  public init(path: String, title: String, created: Int) throws(XlsxFault) {
    var options = unsafe lxw_workbook_options()
    unsafe options.constant_memory = 1
    // Without it a workbook of more than 4 GB is a broken one; with it a small one stays readable everywhere.
    unsafe options.use_zip64 = 0
    guard let book = unsafe workbook_new_opt(path, &options) else { throw XlsxFault(LXW_ERROR_MEMORY_MALLOC_FAILED) }
    unsafe self.book = book
    let error = unsafe title.withMutableCString { title in
      var properties = unsafe lxw_doc_properties()
      unsafe properties.title = title
      unsafe properties.created = time_t(created)
      return unsafe workbook_set_properties(book, &properties)
    }
    try XlsxFault.check(error)
  }

  deinit { if let book = unsafe book { unsafe lxw_workbook_free(book) } }

  /// - Parameter name: at most 31 characters, none of `[]:*?/\`.
  public func addSheet(_ name: String) throws(XlsxFault) -> XlsxSheet {
    guard let book = unsafe book else { throw XlsxFault(LXW_ERROR_CREATING_XLSX_FILE) }
    try XlsxFault.check(unsafe workbook_validate_sheet_name(book, name))
    guard let sheet = unsafe workbook_add_worksheet(book, name) else {
      throw XlsxFault(LXW_ERROR_CREATING_TMPFILE)
    }
    return unsafe XlsxSheet(sheet, of: self)
  }

  public func addFormat(_ style: XlsxStyle) throws(XlsxFault) -> XlsxFormat {
    guard let book = unsafe book, let format = unsafe workbook_add_format(book) else {
      throw XlsxFault(LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    return unsafe XlsxFormat(format, style)
  }

  /// Writes the file. Nothing can be written into its sheets afterwards.
  public func close() throws(XlsxFault) {
    guard let open = unsafe book else { return }
    unsafe book = nil
    try XlsxFault.check(unsafe workbook_close(open))
  }

  var isOpen: Bool { unsafe book != nil }
}
