import XlsxWriter

/// The styles of a workbook.
struct SheetLooks {
  let header: XlsxFormat
  let plain: XlsxFormat
  let wrapped: XlsxFormat
  let date: XlsxFormat
  let share: XlsxFormat
  let link: XlsxFormat
  /// What marks records that are not plainly reported, by their status.
  let statuses: [(status: String, format: XlsxFormat)]
  let doubtful: XlsxFormat

  /// Confidence below this is coloured.
  static let doubtfulBelow = 0.5

  init(_ book: XlsxBook) throws(XlsxFault) {
    header = try book.addFormat(XlsxStyle(isBold: true, background: 0x1F3A5F, colour: 0xFFFFFF))
    plain = try book.addFormat(XlsxStyle())
    wrapped = try book.addFormat(XlsxStyle(isWrapped: true))
    date = try book.addFormat(XlsxStyle(numberFormat: "yyyy-mm-dd"))
    share = try book.addFormat(XlsxStyle(numberFormat: "0.00"))
    link = try book.addFormat(XlsxStyle(colour: 0x0563C1, isUnderlined: true))
    let red = try book.addFormat(XlsxStyle(background: 0xFFC7CE, colour: 0x9C0006))
    let yellow = try book.addFormat(XlsxStyle(background: 0xFFEB9C, colour: 0x7F6000))
    let grey = try book.addFormat(XlsxStyle(background: 0xE7E6E6, colour: 0x44546A))
    statuses = [("denied", red), ("disputed", yellow), ("planned", grey), ("aborted", grey)]
    doubtful = yellow
  }
}
