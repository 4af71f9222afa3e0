import SortieDocuments
import Testing

@Suite("Plain text")
struct PlainTextTests {
  @Test("A file is one text, and its name is the id")
  func oneText() throws {
    let reading = try Reading(PlainTextReader.self, "Two jets.\r\n\nThree.\n", name: "a/b.txt")
    #expect(reading.documents.map(\.id) == ["a/b.txt"])
    #expect(reading.texts == ["Two jets.\r\n\nThree.\n"])
  }

  @Test("A byte order mark is no part of the text")
  func byteOrderMark() throws {
    #expect(try Reading(PlainTextReader.self, "\u{FEFF}Two").documents.first?.text == Array("Two".utf8))
  }

  @Test("A few broken characters in a text of UTF-8 pass; the text layer counts them")
  func oddBytes() throws {
    let bytes = Array("Dé ez-Zór a\0".utf8) + [0xFF]
    #expect(try Reading(PlainTextReader.self, bytes).documents.first?.text == bytes)
  }

  @Test("An empty text is a problem", arguments: ["", " \r\n\t", "\u{FEFF}"])
  func empty(text: String) throws {
    let reading = try Reading(PlainTextReader.self, text, name: "e.txt")
    #expect(reading.documents.isEmpty)
    #expect(reading.problems == ["e.txt:1:1: error: the input is empty"])
  }

  @Test(
    "Files of other kinds are named and not read as noise",
    arguments: [
      (Array("%PDF-1.7".utf8), "a PDF file"),
      ([0x50, 0x4B, 0x03, 0x04, 0x14], "a ZIP archive or an office document"),
    ] as [([UInt8], String)])
  func strangers(bytes: [UInt8], kind: String) throws {
    let reading = try Reading(PlainTextReader.self, bytes, name: "s.txt")
    #expect(reading.documents.isEmpty)
    #expect(reading.problems == ["s.txt:1:1: error: this is \(kind), which is not read as text"])
    #expect(try Reading(JSONLinesReader.self, bytes, name: "s.txt").problems == reading.problems)
  }
}

@Suite("Choosing a reader")
struct ReaderChoiceTests {
  @Test(
    "The ending of a name tells the reader",
    arguments: [
      ("a.txt", "plain"), ("b/C.MD", "plain"), ("x.y.jsonl", "lines"), ("x.NDJSON", "lines"), ("a.xyz", "none"),
      ("a.htm", "page"), ("A.XHTML", "page"), ("txt", "none"), ("a.txt/b", "none"), ("", "none"), ("a.", "none"),
    ])
  func byEnding(name: String, kind: String) {
    let reader = DocumentReaders.forFile(named: name)
    switch kind {
    case "plain": #expect(reader == PlainTextReader.self)
    case "page": #expect(reader == HTMLReader.self)
    case "lines": #expect(reader == JSONLinesReader.self)
    default: #expect(reader == nil)
    }
  }

  @Test(
    "Without a name the first byte tells",
    arguments: ["  \n{\"text\":\"Two jets.\"}\n", "\u{FEFF}{\"text\":\"Two jets.\"}", "Two jets.", "\n  Two jets."])
  func byFirstByte(text: String) throws {
    let reading = try Reading(unnamed: text)
    #expect(reading.texts.map { $0.drop { " \n".contains($0) } } == ["Two jets."])
    #expect(reading.problems.isEmpty)
  }

  @Test("Every reader is listed once, with endings of its own")
  func endingsAreDistinct() {
    let endings = DocumentReaders.all.flatMap { $0.fileExtensions }
    #expect(endings.count >= 4)
    #expect(Set(endings).count == endings.count)
  }
}
