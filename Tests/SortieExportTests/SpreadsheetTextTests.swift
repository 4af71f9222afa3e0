import SortieExport
import SortieSchema
import Testing

@Suite("CSV for spreadsheets")
struct SpreadsheetTextTests {
  private func bytes(_ title: String, delimiter: UInt8? = nil) -> [UInt8] {
    let options = FormatOptions(isForSpreadsheet: true, delimiter: delimiter)
    return CSVFormat.write([Sample.result([Sample.record { $0.document.title = title }])], options: options)
  }

  @Test("It begins with a byte order mark and ends its rows with CR LF")
  func mark() {
    let bytes = bytes("t")
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(bytes.suffix(2) == [0x0D, 0x0A])
    #expect(!CSVFormat.write([]).starts(with: [0xEF]))
  }

  @Test(
    "Text that a spreadsheet would take for a number, a day or a truth value stays text",
    arguments: [
      "2017-01-24", "3/4", "1e5", "12:30", "007", "1,000", "5 %", "May 2017", "24 January", "Saturday, Feb. 20, 2016",
      "true", "FALSE",
      "1234567890123456", "12e4567890123456",
    ])
  func kept(text: String) {
    let row = ReadTable(bytes(text)).rows[0]
    #expect(row["title"] == "=\"\(text)\"")
    #expect(ReadTable.row { $0.document.title = text }["title"] == text)
  }

  @Test(
    "Other text is left as it is",
    arguments: ["24 strikes in Syria", "ab12cd34", "May", "Su-24M", "مارع", "e", "", "a1"])
  func plain(text: String) {
    #expect(ReadTable(bytes(text)).rows[0]["title"] == text)
  }

  @Test("Semicolons part the cells where they are asked for")
  func semicolons() {
    let table = ReadTable(bytes("a; b, c", delimiter: UInt8(ascii: ";")), delimiter: UInt8(ascii: ";"))
    #expect(table.header.count == Layout.wide.columns.count)
    #expect(table.rows[0]["title"] == "a; b, c")
  }

  @Test("Every table is written as CSV and TSV", arguments: Layout.all)
  func layouts(layout: Layout) {
    for (format, delimiter) in [(CSVFormat.self as any SortieFormat.Type, UInt8(ascii: ",")), (TSVFormat.self, 0x09)] {
      let bytes = format.write(
        [Sample.result([Sample.full, Sample.record(2)])], options: FormatOptions(layout: layout))
      let table = ReadTable(bytes, delimiter: delimiter)
      #expect(table.header == layout.columns.map(\.name) || table.header[0].hasSuffix(layout.columns[0].name))
      #expect(layout.name == "absences" ? table.rows.isEmpty : !table.rows.isEmpty)
      #expect(table.rows.allSatisfy { $0.count == layout.columns.count })
    }
  }
}

@Suite("Ids that tell rows apart")
struct DistinctIDTests {
  @Test("Two texts of one id are told apart, and their records go with them")
  func sameID() {
    var ids = DistinctIDs()
    var first = Sample.result([Sample.record(1)])
    var second = Sample.result([Sample.record(2)])
    ids.settle(&first)
    ids.settle(&second)
    #expect(first.document.id == "text")
    #expect(second.document.id == "text#2")
    #expect(second.records[0].document.id == "text#2")
    #expect(ids.notes.count == 1)
  }

  @Test("Records of a text that was read before under another name are written once, and a finding says so")
  func sameText() {
    var ids = DistinctIDs()
    var first = Sample.result([Sample.record(1), Sample.record(2)])
    var second = Sample.result([Sample.record(1), Sample.record(2)])
    second.document.id = "copy"
    ids.settle(&first)
    ids.settle(&second)
    #expect(second.records.isEmpty)
    #expect(second.findings.map(\.rule) == [DistinctIDs.sameTextRule])
    #expect(ids.notes.count == 1)
  }
}
