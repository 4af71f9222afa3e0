import SortieDocuments
import Testing

@Suite("JSON")
struct JSONTests {
  static func context(_ map: String) throws -> ReadingContext { ReadingContext(fields: try FieldMap(map)) }

  @Test(
    "Arrays, objects over several lines and answers that hold an array give their texts",
    arguments: [
      #"[{"text":"a"},{"text":"b"}]"#, "[\n {\n\"text\" : \"a\"}\n,\n{\"text\":\"b\"}\n]\n",
      "{\n\"text\":\"a\"\n}\n{\n\"text\":\"b\"\n}",
      #"{"hits":2,"response":{"docs":[{"text":"a","tags":[{"x":1}]},{"text":"b"}]},"facets":[{"n":1},{"n":2},{"n":3}]}"#,
      #"{"facets":[{"n":1},{"n":2},{"n":3}],"docs":[{"text":"a"},{"text":"b"}]}"#,
    ])
  func shapes(json: String) throws {
    for chunk in [nil, 1, 5] {
      let reading = try Reading(json, named: "in.json", chunk: chunk)
      #expect(reading.texts == ["a", "b"])
      #expect(reading.problems.isEmpty)
      #expect(reading.documents.map(\.id) == ["in.json:1", "in.json:2"])
    }
  }

  @Test("Other names of fields are mapped, also inside of objects", arguments: ["in.json", "in.jsonl"])
  func mapped(name: String) throws {
    let line = #"{"body":"Two jets.","meta":{"date":"2017-01-24","id":7,"url":"u"},"title":"T","url":"v"}"#
    let reading = try Reading(line, named: name, context: Self.context("text=body,published=meta.date,id=meta.id"))
    let document = try #require(reading.documents.first)
    #expect(reading.texts == ["Two jets."])
    #expect(document.published == "2017-01-24")
    #expect(document.id == "7")
    #expect(document.title == "T")
    #expect(document.url == "v")
    #expect(reading.problems.isEmpty)
  }

  @Test("One key may serve two fields")
  func shared() throws {
    let reading = try Reading(#"{"title":"Two jets flew."}"#, named: "in.jsonl", context: Self.context("text=title"))
    #expect(reading.texts == ["Two jets flew."])
    #expect(reading.documents.first?.title == "Two jets flew.")
  }

  @Test("Where the text is missing, the keys that are there are named")
  func missing() throws {
    #expect(
      try Reading(#"[{"body":"a","n":1}]"#, named: "in.json").problems
        == [
          "in.json:1:2: error: the key 'text' is missing; --map text=KEY names another, the keys here are 'body', 'n'"
        ])
  }

  @Test(
    "JSON that breaks off costs what is broken, and the place is told",
    arguments: [
      ("[{\"text\":\"a\"},\n{\"text\":\"b", 1, "in.json:2:11: error: the file ends inside a JSON value"),
      ("[{\"text\":\"a\"},\n", 1, "in.json:2:1: error: the file ends inside a JSON value"),
      ("[{\"text\":\"a\"},\n{\"text\" \"b\"},{\"text\":\"c\"}]", 2, "in.json:2:9: error: expected ':'"),
      ("[{\"text\":\"a\"},\n7]", 1, "in.json:2:1: error: expected a JSON object, one a line"),
      ("{\"text\":\"a\"}\n}", 1, "in.json:2:1: error: expected a value"),
      ("", 0, "in.json:1:1: error: the input is empty"),
    ])
  func broken(json: String, count: Int, message: String) throws {
    let reading = try Reading(json, named: "in.json")
    #expect(reading.texts.count == count)
    #expect(reading.problems == [message])
  }

  @Test(
    "What is no map of fields is told",
    arguments: [("body", "'body' is not FIELD=KEY"), ("text=", "the key for 'text' is empty")])
  func badMap(text: String, message: String) {
    #expect { try FieldMap(text) } throws: { "\($0)" == message }
  }

  @Test("An array of any length is read piece by piece, with the right places")
  func long() throws {
    let json = "[" + (0..<30_000).map { "{\"id\":\($0),\"text\":\"Two jets.\"}" }.joined(separator: ",\n") + "]"
    let reading = try Reading(json, named: "in.json", chunk: 1 << 12)
    #expect(reading.documents.count == 30_000)
    #expect(reading.documents.last?.position.line == 30_000)
  }
}
