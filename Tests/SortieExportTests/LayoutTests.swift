import RecordMaking
import SortieExport
import SortieSchema
import Testing

extension Layout: CustomTestStringConvertible {
  public var testDescription: String { name }
}

@Suite("The tables")
struct LayoutTests {
  @Test("Every column is explained, and named once", arguments: Layout.all)
  func columns(layout: Layout) {
    #expect(Set(layout.columns.map(\.name)).count == layout.columns.count)
    #expect(!layout.about.isEmpty)
    for column in layout.columns {
      #expect(column.about.count > 8 && [".", "…"].contains(column.about.last), "\(column.name)")
      #expect(column.words.isEmpty || column.kind == .string || column.words.allSatisfy { Int($0) != nil })
    }
  }

  @Test("Keys and references are columns that are never empty", arguments: Layout.all)
  func keys(layout: Layout) throws {
    for name in layout.key {
      let index = try #require(layout.index(of: name))
      #expect(layout.columns[index].isRequired)
    }
    for reference in layout.references {
      let other = try #require(Layout.named(reference.layout))
      #expect(reference.keyColumns == other.key)
      for name in reference.columns { #expect(layout.index(of: name) != nil) }
    }
  }

  @Test("Tables of parts do not repeat the record's own counts, so that nothing is added up twice")
  func noRepeatedCounts() {
    let counts = Set(Layout.records.columns.filter { $0.kind == .integer }.map(\.name))
    #expect(counts.contains("strikes_net"))
    for layout in Layout.tidy where layout.name != "records" {
      #expect(counts.isDisjoint(with: layout.columns.map(\.name)), "\(layout.name)")
    }
  }

  /// Rows of one table as dictionaries without the empty cells.
  private func rows(_ layout: Layout, of result: DocumentResult) -> [[String: Cell]] {
    var cells: [Cell] = []
    layout.appendCells(of: TabledResult(result, options: FormatOptions()), to: &cells)
    let width = layout.columns.count
    return stride(from: 0, to: cells.count, by: width).map { start in
      Dictionary(uniqueKeysWithValues: zip(layout.columns.map(\.name), cells[start..<start + width]))
        .filter { $0.value != .empty }
    }
  }

  @Test(
    "Cells have the type of their column, are of its closed list, and are there where they must be",
    arguments: Layout.all)
  func types(layout: Layout) {
    var maker = RecordMaker(seed: 7, words: ["a", "مارع", "two\nlines"])
    let result = Sample.result((0..<50).map { number in maker.numberedRecord(number) })
    for row in rows(layout, of: result) {
      for column in layout.columns {
        guard let cell = row[column.name] else {
          #expect(!column.isRequired, "\(column.name)")
          continue
        }
        switch (column.kind, cell) {
        case (.string, .text(let text)): #expect(column.words.isEmpty || column.words.contains(text), "\(column.name)")
        case (.integer, .integer(let value)):
          #expect(column.words.isEmpty || column.words.contains(String(value)), "\(column.name)")
        case (.number, .number), (.boolean, .flag), (.date, .date): break
        default: Issue.record("\(column.name) holds \(cell)")
        }
      }
    }
  }

  @Test("All tables together hold everything that a record holds", arguments: [1, 2, 3, 4] as [UInt64])
  func nothingLost(seed: UInt64) {
    var maker = RecordMaker(seed: seed, words: ["Su-24M", "Al-Bāb", "مارع", "=1+1", "tab\tand \"quotes\"", "🛩️👨‍👩‍👧"])
    let records = (0..<60).map { maker.numberedRecord($0) }
    for record in records {
      var result = Sample.result([record])
      result.document = record.document
      let tables = Dictionary(uniqueKeysWithValues: Layout.tidy.map { ($0.name, rows($0, of: result)) })
      let isWhole = RebuiltRecord(tables).record == record
      #expect(isWhole, "\(record.id)")
    }
  }

  @Test("Coverage tells of every text, also of one without records")
  func coverage() {
    let date = SortieDate(
      start: CalendarDate(iso: "2017-01-03"), end: CalendarDate(iso: "2017-01-04"), precision: .range, basis: .explicit)
    let text = Array("Quiet. No strikes, SOHR said.".utf8)
    let result = DocumentResult(
      document: DocumentInfo(id: "quiet"), text: text, findings: [Finding(rule: "bytes", message: "m")],
      coverage: .statedAbsence,
      absences: [
        DocumentResult.StatedAbsence(claimant: "SOHR", place: nil, date: date, start: 7, end: 29),
        DocumentResult.StatedAbsence(claimant: nil, place: "Idlib", date: nil, start: 7, end: 29),
      ])
    let row = rows(.coverage, of: result)[0]
    #expect(row["coverage"] == .text("stated-absence"))
    #expect(row["n_records"] == .integer(0))
    #expect(row["absence_claimants"] == .text("SOHR; –"))
    #expect(row["absence_periods"] == .text("2017-01-03 – 2017-01-04; –"))
    #expect(row["absence_places"] == .text("–; Idlib"))
    #expect(row["findings"] == .text("bytes"))
    let absences = rows(.absences, of: result)
    #expect(absences.count == 2)
    #expect(absences[0]["words"] == .text("No strikes, SOHR said."))
    #expect(absences[0]["date_end"] == .date(CalendarDate(iso: "2017-01-04")!))
    #expect(rows(.findings, of: result)[0]["message"] == .text("m"))
  }
}

extension RecordMaker {
  /// A made-up record of the sample text.
  mutating func numberedRecord(_ number: Int) -> Sortie {
    var record = record()
    record.id = Sample.id(number)
    record.document.id = "text"
    return record
  }
}
