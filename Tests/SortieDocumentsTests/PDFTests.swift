import SortieDocuments
import Testing

@Suite("PDF")
struct PDFTests {
  /// Gives what a test wants `pdftotext` to have written.
  private struct Program: PDFTextProgram {
    var answer: [UInt8] = []
    var failure: PDFTextFailure?

    func text(of pdf: [UInt8], pages: Int, each: ([UInt8]) throws -> Void) throws {
      if let failure { throw failure }
      // In pieces that end inside of tags and letters.
      for start in stride(from: 0, to: answer.count, by: 7) {
        try each(Array(answer[start..<min(answer.count, start + 7)]))
      }
    }
  }

  /// A page: lines of words with their left edge and their top.
  private struct Line {
    var words: String
    var x = 72.0
    var y: Double
    var block = 1
    var height = 10.0
  }

  private static func layout(_ pages: [[Line]]) -> [UInt8] {
    var text = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>T</title></head><body><doc>"
    for page in pages {
      text += "<page width=\"595\" height=\"842\"><flow>"
      var block = 0
      for line in page {
        if line.block != block { text += (block > 0 ? "</block>" : "") + "<block>" }
        block = line.block
        let width = Double(line.words.count) * 5
        text +=
          "<line xMin=\"\(line.x)\" yMin=\"\(line.y)\" xMax=\"\(line.x + width)\" yMax=\"\(line.y + line.height)\">"
        text += line.words.split(separator: " ").map { "<word>\($0)</word>" }.joined() + "</line>"
      }
      text += (block > 0 ? "</block>" : "") + "</flow></page>"
    }
    return Array((text + "</doc></body></html>").utf8)
  }

  private static func read(_ pages: [[Line]], limits: InputLimits = InputLimits()) throws -> Reading {
    try Reading(
      "%PDF-1.4", named: "a.pdf", context: ReadingContext(limits: limits, pdf: Program(answer: layout(pages))))
  }

  @Test("Words parted at a line's end are mended; designations and names keep their hyphen")
  func hyphens() throws {
    let lines = [
      "Two bomb-", "ers, an Su-", "34 and troops of Al-", "Bab came \u{2010}", "late. A rein\u{2010}", "forcement too.",
    ]
    let page = lines.enumerated().map { Line(words: $1, y: 300 + 12 * Double($0)) }
    #expect(
      try Self.read([page]).texts == [
        "Two bombers, an Su-34 and troops of Al-Bab came \u{2010} late. A reinforcement too.\n"
      ])
  }

  @Test("Paragraphs end at gaps, indentations, short lines and bullets, and go on over columns and pages")
  func paragraphs() throws {
    let first = [
      Line(words: "A heading", y: 100, height: 16), Line(words: "One line that is long enough to fill.", y: 130),
      Line(words: "Short end.", y: 142), Line(words: "Another one that is long enough to be", y: 154),
      Line(words: "• with a bullet and", y: 166), Line(words: "it goes on", x: 300, y: 130, block: 2),
    ]
    let second = [Line(words: "over the page.", y: 100), Line(words: "New after a gap.", y: 140)]
    let text = try #require(try Self.read([first, second]).texts.first)
    #expect(
      text == """
        A heading

        One line that is long enough to fill. Short end.

        Another one that is long enough to be

        • with a bullet and it goes on over the page.

        New after a gap.

        """)
  }

  @Test("Running heads, feet and page numbers are left out, the same words in the middle of a page are not")
  func heads() throws {
    let pages = (1...4).map { number in
      [
        Line(words: "Bulletin \(number) of the ministry", y: 30, block: 1),
        Line(words: "Page \(number) has its own words.", y: 300, block: 2), Line(words: "Sic.", y: 400, block: 3),
        Line(words: "\(number)", y: 800, block: 4),
      ]
    }
    let text = try #require(try Self.read(pages).texts.first)
    #expect(!text.contains("Bulletin"))
    #expect(text.components(separatedBy: "Sic.").count == 5)
    #expect(text == (1...4).map { "Page \($0) has its own words.\n\nSic." }.joined(separator: "\n\n") + "\n")
  }

  @Test("Words lead back to their pages")
  func pages() throws {
    let document = try #require(
      try Self.read([[Line(words: "One.", y: 300)], [Line(words: "Two", y: 300)], [Line(words: "three.", y: 300)]])
        .documents
        .first)
    let map = try #require(document.sourceMap)
    #expect(String(decoding: document.text, as: UTF8.self) == "One.\n\nTwo three.\n")
    #expect(map.location(of: 0..<4).description == "page 1")
    #expect(map.location(of: 6..<9).description == "page 2")
    #expect(map.location(of: 6..<16).description == "pages 2–3")
  }

  @Test(
    "Words that a file places beyond every page are read and end nothing",
    arguments: [1e30, -1e30, 1e308, .infinity, -.infinity, .nan, 1e19])
  func farAway(place: Double) throws {
    let lines = [Line(words: "One.", y: 20), Line(words: "Two.", x: place, y: place), Line(words: "Three.", y: 60)]
    let text = try #require(try Self.read([lines]).texts.first)
    #expect(text.contains("Two."))
  }

  @Test("A scan gives a finding, and so does a file of which a good part was scanned")
  func scans() throws {
    #expect(try Self.read([[], []]).documents.first?.findings.map(\.rule) == ["no-text-layer"])
    let half = try Self.read([[Line(words: "Words.", y: 300)], [], []])
    #expect(half.texts == ["Words.\n"])
    #expect(half.documents.first?.findings.first?.message == "2 of 3 pages have no text layer and were not read")
    #expect(try Self.read([[Line(words: "Words.", y: 300)], []]).documents.first?.findings == [])
  }

  @Test("More pages than are read are told")
  func manyPages() throws {
    let pages = (1...30).map { [Line(words: "Words \($0).", y: 300)] }
    let reading = try Self.read(pages, limits: InputLimits(pages: 20))
    #expect(reading.documents.first?.findings.map(\.rule) == ["pages-left-out"])
    #expect(reading.texts.first?.hasSuffix("Words 20.\n") == true)
  }

  @Test(
    "A program that is missing, fails or writes nonsense is told",
    arguments: [
      (
        nil,
        "the program 'pdftotext' is not installed, which reads such files (Debian, Ubuntu: poppler-utils; Homebrew: poppler)"
      ),
      (
        .missingProgram,
        "the program 'pdftotext' is not installed, which reads such files (Debian, Ubuntu: poppler-utils; Homebrew: poppler)"
      ),
      (.failed("Couldn't read xref table"), "pdftotext could not read this: Couldn't read xref table"),
    ] as [(PDFTextFailure?, String)])
  func failures(failure: PDFTextFailure?, message: String) throws {
    let program = failure.map { Program(failure: $0) }
    let reading = try Reading("%PDF-1.4", named: "a.pdf", context: ReadingContext(pdf: program))
    #expect(reading.problems == ["a.pdf:1:1: error: \(message)"])
  }

  @Test("What is no XHTML is told, and what is no PDF file is read as what it is")
  func nonsense() throws {
    let reading = try Reading(
      "%PDF-1.4", named: "a.pdf", context: ReadingContext(pdf: Program(answer: Array("<html><page>".utf8))))
    #expect(reading.problems == ["a.pdf:1:1: error: pdftotext could not read this: no element found"])
    let text = try Reading("Two jets.", named: "a.pdf")
    #expect(text.texts == ["Two jets."])
    #expect(text.notes == ["a.pdf: read as plain text, not as a PDF file: its first bytes say so"])
  }
}
