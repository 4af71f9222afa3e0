internal import Expat
internal import SortieSchema

/// The rows of a sheet of a workbook.
struct SheetRows {
  /// Columns beyond this are passed over: a sheet has no more.
  private static let columnLimit = 16_384

  private(set) var rows: [TableRow] = []

  /// - Parameters:
  ///   - strings: the texts that cells refer to.
  ///   - dates: the styles of cells that show a number as a day.
  ///   - isFrom1904: whether days are counted from 1904, as old workbooks of the Macintosh do.
  init(
    _ bytes: [UInt8], strings: [[UInt8]], dates: Set<Int>, isFrom1904: Bool, limits: InputLimits
  ) throws {
    let sheet = Sheet(strings: strings, dates: dates, isFrom1904: isFrom1904)
    try XMLReading.read(bytes, limits: limits) { sheet.take($0) }
    rows = sheet.rows
  }

  private final class Sheet {
    private let strings: [[UInt8]]
    private let dates: Set<Int>
    private let isFrom1904: Bool
    private(set) var rows: [TableRow] = []
    private var column = 0
    private var type: String?
    private var isDate = false
    private var value: [UInt8]?
    private var isValue = false

    init(strings: [[UInt8]], dates: Set<Int>, isFrom1904: Bool) {
      self.strings = strings
      self.dates = dates
      self.isFrom1904 = isFrom1904
    }

    func take(_ event: XMLEvent) {
      switch event {
      case .start(let name, let attributes): start(XMLName(name).local, attributes)
      case .end(let name): end(XMLName(name).local)
      case .characters(let bytes, _): if isValue { value = (value ?? []) + bytes }
      }
    }

    private func start(_ name: Substring, _ attributes: [String: String]) {
      switch name {
      case "row":
        rows.append(TableRow(cells: [], line: attributes["r"].flatMap(Int.init) ?? rows.count + 1))
        column = 0
      case "c":
        column = attributes["r"].flatMap(Self.column) ?? column
        type = attributes["t"]
        isDate = attributes["s"].flatMap(Int.init).map(dates.contains) == true
        value = nil
      case "v", "t": isValue = true
      default: break
      }
    }

    private func end(_ name: Substring) {
      switch name {
      case "v", "t": isValue = false
      case "c":
        defer { column += 1 }
        guard !rows.isEmpty, column < SheetRows.columnLimit, let value, let text = text(of: value) else { return }
        let row = rows.count - 1
        while rows[row].cells.count <= column { rows[row].cells.append(TableCell(bytes: [])) }
        rows[row].cells[column].bytes = text
      default: break
      }
    }

    private func text(of value: [UInt8]) -> [UInt8]? {
      let written = String(decoding: value, as: UTF8.self)
      if type == "s" {
        guard let index = Int(written), strings.indices.contains(index) else { return nil }
        return strings[index]
      }
      if type == "inlineStr" || type == "str" { return WorkbookText.decoded(value) }
      guard type == nil || type == "n", isDate, let days = Double(written), days >= 1, days < 200_000 else {
        return value
      }
      return Array(day(Int(days)).utf8)
    }

    /// Excel takes 1900 for a leap year, so that its first two months are a day off.
    private func day(_ number: Int) -> String {
      let origin = CalendarDate(year: 1899, month: 12, day: 30)
      return origin?.adding(days: isFrom1904 ? number + 1_462 : number).description ?? String(number)
    }

    /// `C` of `C7` is 2.
    private static func column(_ reference: String) -> Int? {
      var number = 0
      for byte in reference.utf8.prefix(4) where (0x41...0x5A).contains(byte) {
        number = number * 26 + Int(byte - 0x40)
      }
      return number > 0 ? number - 1 : nil
    }
  }
}
