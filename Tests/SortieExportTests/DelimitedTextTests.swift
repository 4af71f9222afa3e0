import SortieExport
import SortieSchema
import Testing

@Suite("Cells of text")
struct DelimitedTextTests {
  static let awkward = [
    "plain", "with, comma", "with \"quotes\"", "two\nlines", "\r\n", "tab\tinside", "\tfirst", "=1+1", "+7", "-minus",
    "@name", "'=apostrophe", "''-two", "'quoted'", "غارات على مارع 🛩️", "été", "",
  ]

  @Test("What was written is read back, up to the apostrophe before a formula", arguments: awkward)
  func roundTrip(text: String) {
    for format in [(CSVFormat.self as any SortieFormat.Type, UInt8(ascii: ",")), (TSVFormat.self, 0x09)] {
      let result = Sample.result([Sample.record { $0.document.title = text }])
      let safe = ReadTable(format.0.write([result]), delimiter: format.1).rows[0]["title"]!
      #expect(FormulaGuard.restored(safe) == text)
      let raw = format.0.write([result], options: FormatOptions(isRaw: true))
      #expect(ReadTable(raw, delimiter: format.1).rows[0]["title"] == text)
    }
  }

  @Test(
    "A cell that a spreadsheet would run gets an apostrophe",
    arguments: ["=1+1", "+7", "-minus", "@name", "\tfirst", "\rfirst"])
  func defused(text: String) {
    #expect(ReadTable.row { $0.document.title = text }["title"] == "'" + text)
    #expect(ReadTable.row(options: FormatOptions(isRaw: true)) { $0.document.title = text }["title"] == text)
  }

  @Test("Numbers are never defused")
  func numbers() {
    let row = ReadTable.row { $0.places = [Place(name: "x", latitude: -12.5, longitude: -70, precision: .point)] }
    #expect(row["latitude"] == "-12.5")
    #expect(row["longitude"] == "-70")
  }

  @Test("Rows end in CR LF, as RFC 4180 has it")
  func lineEnds() {
    let text = String(decoding: CSVFormat.write([Sample.result([Sample.record()])]), as: UTF8.self)
    #expect(text.unicodeScalars.filter { $0 == "\n" }.count == 2)
    #expect(text.utf8.elementsEqual(text.replacingLineEnds().utf8))
  }

  @Test("Only cells that need quotes have them")
  func quotes() {
    let bytes = CSVFormat.write([Sample.result([Sample.record { $0.document.title = "a, \"b\"" }])])
    #expect(String(decoding: bytes, as: UTF8.self).contains(",text,\"a, \"\"b\"\"\",,"))
  }
}

extension String {
  /// Every line end as CR LF.
  fileprivate func replacingLineEnds() -> String {
    var bytes: [UInt8] = []
    for byte in utf8 where byte != 0x0D {
      if byte == 0x0A { bytes.append(0x0D) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

@Suite("Evidence in the table")
struct EvidenceTextTests {
  private func evidence(_ text: String, _ spans: [(String, Int, Int)]) -> String? {
    ReadTable.row(text: text) { record in
      record.evidence = spans.map { Evidence(slot: $0.0, start: $0.1, end: $0.2, pattern: "p") }
    }["evidence"]
  }

  @Test("The span of the whole record is cut out on one line")
  func whole() {
    #expect(evidence("Head.\nJets hit\n  the depot. End.", [("/date", 0, 4), ("", 6, 28)]) == "Jets hit the depot.")
  }

  @Test("Two spans are told apart")
  func twoSpans() {
    #expect(evidence("One hit. Aside. Two hit.", [("", 0, 8), ("", 16, 24)]) == "One hit. […] Two hit.")
  }

  @Test("Without a span of the whole the sentence around the first words stands in")
  func fallback() {
    let text = "They met. On Monday Gen. Smith said jets hit the depot. Nobody spoke."
    #expect(evidence(text, [("/targets/0", 45, 54)]) == "On Monday Gen. Smith said jets hit the depot.")
    #expect(evidence("A heading\nJets hit the depot\nMore", [("/kind", 10, 14)]) == "Jets hit the depot")
  }

  @Test("Offsets outside the text give nothing and break nothing")
  func outside() {
    #expect(evidence("Short.", [("", 50, 90)]) == "")
    #expect(evidence("Short.", [("", -5, 3)]) == "Sho")
    #expect(evidence("", [("", 0, 3)]) == "")
  }
}
