import Foundation
import SortieDocuments
import SortieSchema
import Testing

/// An encoding that files come in, and how it is known.
struct EncodedInput: Sendable, CustomTestStringConvertible {
  let name: String
  let encoding: String.Encoding
  var mark: [UInt8] = []
  var origin = DecodedText.Origin.detected
  /// Letters that the encoding has.
  let words: String

  var testDescription: String { name }

  func bytes(_ text: String) -> [UInt8] { mark + [UInt8](text.data(using: encoding)!) }

  /// The words that a range of the bytes holds.
  func words(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    String(data: Data(bytes[range]), encoding: encoding)
  }

  static let russian = "Двое суток подряд самолёты Су-24М наносили удары по складам боеприпасов у Пальмиры."
  static let english = "Jets – two “Su-24M” – struck the ministry’s depot near Palmyra on Thursday."

  static let all = [
    EncodedInput(name: "UTF-8", encoding: .utf8, words: russian + english),
    EncodedInput(
      name: "UTF-8", encoding: .utf8, mark: [0xEF, 0xBB, 0xBF], origin: .byteOrderMark, words: russian + english),
    EncodedInput(
      name: "UTF-16LE", encoding: .utf16LittleEndian, mark: [0xFF, 0xFE], origin: .byteOrderMark,
      words: russian + english),
    EncodedInput(
      name: "UTF-16BE", encoding: .utf16BigEndian, mark: [0xFE, 0xFF], origin: .byteOrderMark, words: english + "🛩"),
    EncodedInput(name: "UTF-16LE", encoding: .utf16LittleEndian, words: english),
    EncodedInput(name: "WINDOWS-1251", encoding: .windowsCP1251, words: russian),
    EncodedInput(name: "WINDOWS-1252", encoding: .windowsCP1252, words: english),
  ]
}

@Suite("Tables and JSON in other encodings")
struct EncodedInputTests {
  /// The text, its encoding, and the place of two of its words in the bytes are right.
  private func check(_ document: SourceDocument, _ test: EncodedInput, _ input: [UInt8], text: String) throws {
    #expect(String(decoding: document.text, as: UTF8.self) == text)
    #expect(document.encoding == TextEncoding(test.name, test.origin))
    for word in text.split(separator: " ").suffix(3) {
      let start = try #require(text.utf8.firstRange(of: word.utf8)?.lowerBound)
      let offset = text.utf8.distance(from: text.utf8.startIndex, to: start)
      let map = try #require(document.sourceMap)
      let place = try #require(map.location(of: offset..<offset + word.utf8.count).bytes)
      #expect(test.words(input, place) == String(word))
    }
  }

  @Test("Of a table", arguments: EncodedInput.all, [",", ";", "\t"])
  func tables(test: EncodedInput, delimiter: String) throws {
    let rows = [["id", "text"], ["a", "\"\(test.words)\""], ["b", test.words + " Again."]]
    let input = test.bytes(rows.map { $0.joined(separator: delimiter) + "\r\n" }.joined())
    let reading = try Reading(input, named: "in.csv")
    #expect(reading.problems.isEmpty)
    #expect(reading.documents.map(\.id) == ["a", "b"])
    guard reading.documents.count == 2 else { return }
    try check(reading.documents[0], test, input, text: test.words)
    try check(reading.documents[1], test, input, text: test.words + " Again.")
  }

  @Test("Of JSON and JSON Lines, whatever they are called", arguments: EncodedInput.all, ["in.jsonl", "in.json", "-"])
  func json(test: EncodedInput, name: String) throws {
    let objects = [#"{"id": "a", "text": "\#(test.words)"}"#, #"{"id":"b","text":"\#(test.words) Again."}"#]
    let input = test.bytes(
      name == "in.json" ? "[\(objects.joined(separator: ",\n"))]" : objects.joined(separator: "\n"))
    let reading = try Reading(input, named: name)
    #expect(reading.problems.isEmpty)
    #expect(reading.documents.map(\.id) == ["a", "b"])
    guard reading.documents.count == 2 else { return }
    try check(reading.documents[0], test, input, text: test.words)
    try check(reading.documents[1], test, input, text: test.words + " Again.")
  }

  @Test("A cell in another encoding than the rest of a long table is read in its own")
  func strayCell() throws {
    let row = "a,On Thursday two jets struck a depot near Palmyra, the ministry said\r\n"
    var input = Array("id,text\r\n".utf8)
    while input.count < 1 << 17 { input += row.utf8 }
    input += EncodedInput.all[6].bytes("z,\"The ministry’s jets\"\r\n")
    let last = try #require(try Reading(input, named: "in.csv", chunk: 1_000).documents.last)
    #expect(String(decoding: last.text, as: UTF8.self) == "The ministry’s jets")
    #expect(last.encoding?.name == "WINDOWS-1252")
    #expect(last.sourceMap?.location(of: 12..<15).bytes.map { input[$0] } == [0x92])
  }

  @Test("A character that the first look cuts in two does not make UTF-8 something else")
  func cutCharacter() throws {
    for shift in 0..<4 {
      let head = #"{"text":""#
      let fill = String(repeating: "a", count: (1 << 16) - head.utf8.count - shift)
      let input = Array("\(head)\(fill)🛩 jets\"}\n".utf8)
      let document = try #require(try Reading(input, named: "in.jsonl").documents.first)
      #expect(document.encoding?.name == "UTF-8")
      #expect(document.text.suffix(9) == Array("🛩 jets".utf8)[...])
    }
  }

  @Test("A message in UTF-16 without a mark is told from binary data, and binary data is no text")
  func binary() throws {
    let reading = try Reading([UInt8](repeating: 1, count: 4_096), named: "in.jsonl")
    #expect(reading.problems == ["in.jsonl:1:1: error: this is binary data, which is not read as text"])
  }
}

@Suite("The way back out of JSON")
struct JSONSourceTests {
  /// What the bytes hold that some words of the text lead to.
  private func source(_ line: String, name: String, of words: String, chunk: Int? = nil) throws -> String {
    let input = Array(line.utf8)
    let document = try #require(try Reading(input, named: name, chunk: chunk).documents.last)
    let text = String(decoding: document.text, as: UTF8.self)
    let start = try #require(text.utf8.firstRange(of: words.utf8)?.lowerBound)
    let offset = text.utf8.distance(from: text.utf8.startIndex, to: start)
    let place = try #require(document.sourceMap?.location(of: offset..<offset + words.utf8.count).bytes)
    return String(decoding: input[place], as: UTF8.self)
  }

  @Test(
    "Escapes stand for what they were", arguments: ["in.jsonl", "in.json"],
    [
      ("Su-24M", "Su-24M"), ("ministry’s", #"ministry\u2019s"#), ("said \"no\"", #"said \"no\""#),
      ("🛩", #"\ud83d\udee9"#), ("a\nb", #"a\nb"#), ("Café", "Café"), ("b/c", #"b\/c"#),
    ])
  func escapes(name: String, words: (text: String, source: String)) throws {
    let line =
      #"{"title":"x\u2019","text":"The ministry\u2019s Su-24M said \"no\" \ud83d\udee9 a\nb\/c Café.","id":"1"}"#
    #expect(try source(line, name: name, of: words.text) == words.source)
  }

  @Test("Offsets are those of the whole input, however long it is and however it comes", arguments: [nil, 7_919])
  func longInput(chunk: Int?) throws {
    let filler = #"{"text":"Nothing was said of it on Thursday, nor on any other day of that week."}"# + "\n"
    let last = #"{"text":"Two jets struck\tPalmyra."}"#
    let input = String(repeating: filler, count: 9_000) + last
    for name in ["in.jsonl", "in.json"] {
      #expect(try source(input, name: name, of: "struck\tPalmyra", chunk: chunk) == #"struck\tPalmyra"#)
    }
    let array = "[" + String(repeating: filler.dropLast() + ",\n", count: 9_000) + last + "]"
    #expect(try source(array, name: "in.json", of: "struck\tPalmyra", chunk: chunk) == #"struck\tPalmyra"#)
  }
}

@Suite("Lines of mailboxes that would begin a mail")
struct QuotedLineTests {
  @Test("They lose the mark that was put before them, and lead to where they stand")
  func unquoted() throws {
    let input = """
      From a@example.org Thu Nov 17 10:00:00 2016
      From: a@example.org
      Subject: Raid

      Two jets took off.
      >From Latakia they flew to Palmyra.
      >>From the east, it is said.
      >Not this line.

      From b@example.org Thu Nov 17 11:00:00 2016
      From: b@example.org

      >From Homs nothing.
      """
    let reading = try Reading(input, named: "in.mbox")
    let texts = reading.texts
    #expect(
      texts.first?.hasPrefix(
        "Two jets took off.\nFrom Latakia they flew to Palmyra.\n>From the east, it is said.\n>Not this line.") == true)
    #expect(texts.last == "From Homs nothing.")
    for (document, word) in zip(reading.documents, ["Palmyra", "Homs"]) {
      let text = String(decoding: document.text, as: UTF8.self)
      let start = try #require(text.utf8.firstRange(of: word.utf8)?.lowerBound)
      let offset = text.utf8.distance(from: text.utf8.startIndex, to: start)
      let place = try #require(document.sourceMap?.location(of: offset..<offset + word.utf8.count).bytes)
      #expect(String(decoding: Array(input.utf8)[place], as: UTF8.self) == word)
    }
  }

  @Test("A feed in another encoding leads to its own bytes")
  func feed() throws {
    let feed = """
      <?xml version="1.0" encoding="windows-1251"?>
      <rss version="2.0"><channel><title>Сводка</title><item><title>Удар</title>
      <description>Самолёты нанесли удар у Пальмиры.</description></item></channel></rss>
      """
    let input = [UInt8](feed.data(using: .windowsCP1251)!)
    let document = try #require(try Reading(input, named: "in.rss").documents.first)
    #expect(document.encoding == TextEncoding("WINDOWS-1251", .declared))
    let text = String(decoding: document.text, as: UTF8.self)
    #expect(text == "Самолёты нанесли удар у Пальмиры.")
    let place = try #require(document.sourceMap?.location(of: 0..<16).bytes)
    #expect(String(data: Data(input[place]), encoding: .windowsCP1251) == "Самолёты")
  }
}
