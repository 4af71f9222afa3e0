import SortieExport
import SortieSchema
import Testing

@Suite("The table on the terminal")
struct TableFormatTests {
  private func table(_ records: [Sortie], width: Int? = nil) -> String {
    String(decoding: TableFormat.write([Sample.result(records)], options: FormatOptions(width: width)), as: UTF8.self)
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test("A record is one line where there is room")
  func roomy() {
    let written = lines(table([Sample.full]))
    #expect(written.count == 4)
    #expect(written[3] == "")
    #expect(written[0].hasPrefix("DATE                     OPERATORS  AIRCRAFT"))
    #expect(written[2].hasPrefix("2017-01-21 – 2017-01-22  RU         2 × Su-24M; 1 × Su-34"))
    #expect(written[2].contains("6 sorties; 4–5 strikes  near Marea"))
    #expect(written[2].contains("3 × vehicle [isis]; command post [isis]"))
    #expect(written[2].contains("fighters: 9 killed, ≥2 wounded"))
    #expect(written[2].hasSuffix("Russian Ministry of Defence; denied by Pentagon"))
  }

  @Test("No line is wider than asked", arguments: [80, 100, 132, 200])
  func fits(width: Int) {
    let written = lines(table([Sample.full, Sample.record(2)], width: width))
    #expect(written.allSatisfy { $0.count <= width && !$0.hasSuffix(" ") })
  }

  @Test("Nothing is lost where cells go on in the next line")
  func wrapped() {
    let letters = table([Sample.full], width: 80).filter { !$0.isWhitespace }
    #expect(
      letters.count == table([Sample.full]).filter { !$0.isWhitespace && $0 != "─" }.count
        + letters.count { $0 == "─" })
  }

  @Test("A number stays with what it counts, and words stay whole while there is room")
  func unbroken() {
    let record = Sample.record { record in
      record.participants = [Participant(operator: "us-led-coalition", aircraft: "F-16", count: Count(exactly: 2))]
      record.targets = (1...9).map { Target(type: "long building", count: Count(exactly: $0)) }
      record.counts.strikes = Count(exactly: 1)
    }
    let written = lines(table([record], width: 110))
    #expect(written.allSatisfy { !$0.hasSuffix("×") && !$0.contains("× ;") })
    for number in 1...9 { #expect(written.contains { $0.contains("\(number) × long") }) }
    #expect(written.contains { $0.contains("us-led-coalition") })
    #expect(written.contains { $0.contains("1 strike ") })
  }

  @Test("A slot without a value is a dash")
  func dashes() {
    #expect(lines(table([Sample.record()]))[2].split(separator: " ") == Array(repeating: "–", count: 8))
  }

  @Test("A total is marked as one")
  func totals() {
    let text = table([
      Sample.record {
        $0.counts.strikes = Count(exactly: 24)
        $0.scope = .summary
      }
    ])
    #expect(text.contains("24 strikes (summary)"))
  }

  @Test(
    "Columns stay straight after any writing system",
    arguments: [("مارع", 4), ("马雷阿", 6), ("e\u{301}te\u{301}", 3), ("👨‍👩‍👧", 2), ("🛩️", 2), ("ﷺ", 1), ("한국", 4)])
  func straight(word: String, columns: Int) {
    let written = lines(
      table([
        Sample.record {
          $0.participants = [Participant(operator: word)]
          $0.places = [Place(name: "HERE")]
        }
      ]))
    // "DATE" and the operators' title settle the columns; the word is padded to the width of the title.
    let row = written[2]
    let afterWord = row.drop { $0 != word.first! }.dropFirst(word.count)
    #expect(afterWord.prefix { $0 == " " }.count == "OPERATORS".count - columns + 2)
  }

  @Test("Nothing in a text can steer the terminal")
  func controls() {
    let text = table([Sample.record { $0.places = [Place(name: "a\u{1B}[31m\u{202E}b\r\n\u{9B}c")] }])
    #expect(
      !text.unicodeScalars.contains {
        $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) || $0.value == 0x202E
      })
    #expect(lines(text).count == 4)
  }

  @Test("Rows past those that settle the widths are still written whole")
  func manyRows() {
    let records = (0..<450).map { number in Sample.record(number) { $0.places = [Place(name: "place-\(number)")] } }
    let text = table(records, width: 90)
    for number in [0, 199, 200, 449] { #expect(text.contains("place-\(number)")) }
    #expect(lines(text).allSatisfy { $0.count <= 90 })
  }
}
