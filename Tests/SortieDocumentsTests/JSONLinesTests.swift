import SortieDocuments
import Testing

@Suite("JSON Lines")
struct JSONLinesTests {
  @Test("A line gives a document with all that it tells")
  func allKeys() throws {
    let line = """
      {"id":"a1","title":"T","published":"2017-01-24","source":"S","url":"https://example.org/a","text":"Two jets."}
      """
    let document = try #require(try Reading(JSONLinesReader.self, line).documents.first)
    #expect(document.id == "a1")
    #expect(document.title == "T")
    #expect(document.published == "2017-01-24")
    #expect(document.source == "S")
    #expect(document.url == "https://example.org/a")
    #expect(String(decoding: document.text, as: UTF8.self) == "Two jets.")
    #expect(document.publishedPosition?.column == 36)
  }

  @Test("Keys that mean nothing here are passed over, whatever their values are")
  func unknownKeys() throws {
    let line = #"{"a":{"b":[1,-2.5e+3,{"text":"no"}],"c":null},"d":[],"e":true,"text":"yes","f":"\"}"}"#
    let reading = try Reading(JSONLinesReader.self, line)
    #expect(reading.texts == ["yes"])
    #expect(reading.problems.isEmpty)
  }

  @Test("A text without an id is named by its input and line")
  func namedByLine() throws {
    let reading = try Reading(
      JSONLinesReader.self, "\n{\"text\":\"a\"}\r\n\r\n{\"text\":\"b\",\"id\":null}\n", name: "x/y.jsonl")
    #expect(reading.documents.map(\.id) == ["x/y.jsonl:2", "x/y.jsonl:4"])
  }

  @Test("Ids that are numbers are taken as they are written")
  func numericID() throws {
    #expect(try Reading(JSONLinesReader.self, #"{"id":0170,"text":"a"}"#).documents.map(\.id) == ["0170"])
  }

  @Test(
    "Escapes give their characters",
    arguments: [
      (#"a\n\t\"\\\/\b\f\rz"#, "a\n\t\"\\/\u{8}\u{C}\rz"), (#"\u0410\u00e9\u0000"#, "А\u{E9}\0"),
      (#"\uD83D\uDE80"#, "🚀"), (#"\ud83dx"#, "\u{FFFD}x"), (#"\ud83d\u0041"#, "\u{FFFD}A"), (#"\udc00"#, "\u{FFFD}"),
    ])
  func escapes(written: String, meant: String) throws {
    let reading = try Reading(JSONLinesReader.self, #"{"text":"\#(written)"}"#)
    #expect(reading.texts == [meant])
    #expect(reading.problems.isEmpty)
  }

  @Test(
    "A line that cannot be read is named with its place, and the lines around it are read",
    arguments: [
      (#"{"text":"x""#, "12: error: the line ends inside a JSON value"),
      (#"no json"#, "1: error: expected a JSON object, one a line"),
      (#"["text"]"#, "1: error: expected a JSON object, one a line"),
      (#"{"text" "x"}"#, "9: error: expected ':'"),
      (#"{"text":"x"} y"#, "14: error: text follows the JSON object"),
      (#"{"text":"x",}"#, "13: error: expected a key in quotes"),
      (#"{"text":"\x"}"#, "10: error: an escape that JSON does not have"),
      (#"{"text":"\u12g4"}"#, "10: error: an escape that JSON does not have"),
      (#"{"text":"a","n":1.}"#, "17: error: not a number that JSON allows"),
      (#"{"text":"a","n":nul}"#, "20: error: expected a value"),
      (#"{"text":"a","text":"b"}"#, "13: error: the key 'text' stands twice"),
      (#"{"id":"a"}"#, "1: error: the key 'text' is missing"),
      (#"{"id":"a","text":null}"#, "18: error: the value of 'text' is not a string"),
    ])
  func badLines(line: String, message: String) throws {
    let reading = try Reading(JSONLinesReader.self, "{\"text\":\"first\"}\n\(line)\n{\"text\":\"last\"}\n")
    #expect(reading.texts == ["first", "last"])
    #expect(reading.problems.first == "in.jsonl:2:\(message)")
  }

  @Test("Values nested too deep end the line, not the program")
  func tooDeep() throws {
    let line = #"{"a":"# + String(repeating: "[", count: 100_000)
    let reading = try Reading(JSONLinesReader.self, line + "\n" + #"{"text":"b"}"#)
    #expect(reading.texts == ["b"])
    #expect(reading.problems.count == 1)
    #expect(reading.problems.first?.contains("deeper than 128") == true)
  }

  @Test("A title that is no string costs the title only")
  func badTitle() throws {
    let reading = try Reading(JSONLinesReader.self, #"{"title":["a"],"text":"b"}"#)
    #expect(reading.texts == ["b"])
    #expect(reading.documents.first?.title == nil)
    #expect(reading.problems == ["in.jsonl:1:10: error: the value of 'title' is not a string"])
  }

  @Test("Any size of chunk gives the same documents", arguments: 1...40)
  func chunks(size: Int) throws {
    let text = "\u{FEFF}{\"text\":\"Dva Su\u{2011}24M.\",\"id\":1}\r\n\n{\"text\":\"\\u0410\"}\n{\n{\"text\":\"end\"}"
    let reading = try Reading(JSONLinesReader.self, text, chunk: size)
    #expect(reading.texts == ["Dva Su\u{2011}24M.", "А", "end"])
    #expect(reading.problems == ["in.jsonl:4:2: error: the line ends inside a JSON value"])
  }

  @Test("A byte that is no UTF-8 is one of Windows-1252, and NUL is handed on as it is")
  func oddBytes() throws {
    let bytes = Array(#"{"text":"a"#.utf8) + [0xFF, 0x00, 0x01] + Array(#"b"}"#.utf8)
    let reading = try Reading(JSONLinesReader.self, bytes)
    #expect(reading.documents.first?.text == [0x61, 0xC3, 0xBF, 0x00, 0x01, 0x62])
  }

  @Test("An input without any line is a problem", arguments: ["", "\n\n", "\u{FEFF}", " \r\n"])
  func empty(text: String) throws {
    let reading = try Reading(JSONLinesReader.self, text)
    #expect(reading.documents.isEmpty)
    #expect(reading.problems == ["in.jsonl:1:1: error: the input is empty"])
  }

  @Test("What the caller throws ends the reading")
  func callerThrows() {
    struct Enough: Error {}
    var source: any ByteSource = BytesInMemory("{\"text\":\"a\"}\n{\"text\":\"b\"}\n")
    var seen = 0
    #expect(throws: Enough.self) {
      try JSONLinesReader.read(&source, name: "x") { _ in
        seen += 1
        throw Enough()
      }
    }
    #expect(seen == 1)
  }
}
