import SortieSchema
import Testing

@Suite("JSON texts")
struct JSONTextTests {
  private func parse(_ text: String, depthLimit: Int = JSONValue.defaultDepthLimit) throws -> JSONValue {
    try JSONValue(parsing: Array(text.utf8), depthLimit: depthLimit)
  }

  @Test("Values are read for what they are")
  func values() throws {
    #expect(
      try parse(" [1, -2.5e1, true, false, null, \"a\", {\"k\": []}] ").array?.map(\.typeName) == [
        "number", "number", "boolean", "boolean", "null", "string", "object",
      ])
    #expect(try parse("-0.5").number == -0.5)
    #expect(try parse("3.0").integer == 3)
    #expect(try parse("3.5").integer == nil)
    #expect(try parse("100000000000000000000000000000").number == 1e29)
    #expect(try parse("\u{FEFF}1").integer == 1)
  }

  @Test(
    "Escapes become the characters that they stand for",
    arguments: [
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u0645""#, "Aéم"), (#""\ud83d\uDE81""#, "🚁"),
      (#""a\u0000b""#, "a\u{0}b"), ("\"\u{7F}\"", "\u{7F}"),
    ])
  func escapes(text: String, expected: String) throws {
    #expect(try parse(text).string == expected)
  }

  @Test(
    "A fault is named with its line and column",
    arguments: [
      ("", 1, 1, JSONError.Problem.unexpectedEnd), ("{\"a\":1", 1, 7, .unexpectedEnd), ("\"abc", 1, 5, .unexpectedEnd),
      ("[1,\n  x]", 2, 3, .unexpectedByte(UInt8(ascii: "x"), expected: "a value")),
      ("{\"a\" 1}", 1, 6, .unexpectedByte(UInt8(ascii: "1"), expected: "':'")),
      ("{\"a\":1,}", 1, 8, .unexpectedByte(UInt8(ascii: "}"), expected: "a key in quotes")),
      ("[1 2]", 1, 4, .unexpectedByte(UInt8(ascii: "2"), expected: "',' or ']'")),
      ("[1,]", 1, 4, .unexpectedByte(UInt8(ascii: "]"), expected: "a value")),
      ("{\"a\":1,\n\"a\":2}", 2, 1, .duplicateKey("a")), ("1 2", 1, 3, .trailingText), ("01", 1, 1, .badNumber("01")),
      ("1.", 1, 1, .badNumber("1.")), ("-", 1, 1, .badNumber("-")), ("1e999", 1, 1, .badNumber("1e999")),
      ("\"\\x\"", 1, 2, .badEscape), ("\"\\ud800\"", 1, 2, .badEscape), ("\"\\u12g4\"", 1, 2, .badEscape),
      ("\"a\nb\"", 1, 3, .controlCharacter(10)), ("nul", 1, 1, .unexpectedByte(UInt8(ascii: "n"), expected: "a value")),
      ("NaN", 1, 1, .unexpectedByte(UInt8(ascii: "N"), expected: "a value")),
    ])
  func faults(text: String, line: Int, column: Int, problem: JSONError.Problem) throws {
    let error = #expect(throws: JSONError.self) { try parse(text) }
    #expect(error?.problem == problem)
    #expect(error?.position == TextPosition(line: line, column: column))
  }

  @Test("Bytes that are no UTF-8 are a fault")
  func notUTF8() {
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22, 0xC3, 0x28, 0x22]) }
    #expect(error?.problem == .notUTF8)
  }

  @Test("A line of a larger file keeps its number")
  func firstLine() {
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: Array("{".utf8), firstLine: 41) }
    #expect(error?.description == "41:2: error: the text ends inside a value")
  }

  @Test("Values nested too deep are refused instead of exhausting the stack")
  func depth() throws {
    let deep = String(repeating: "[", count: 100_000)
    let error = #expect(throws: JSONError.self) { try parse(deep) }
    #expect(error?.problem == .tooDeep(limit: JSONValue.defaultDepthLimit))
    #expect(try parse("[[1]]", depthLimit: 2).array?.count == 1)
  }

  @Test("A key that stands twice among many is found")
  func duplicateAmongMany() {
    let keys = (0..<200).map { "\"k\($0)\":0" } + ["\"k150\":1"]
    let error = #expect(throws: JSONError.self) { try parse("{" + keys.joined(separator: ",") + "}") }
    #expect(error?.problem == .duplicateKey("k150"))
  }

  @Test(
    "Numbers are written without surprises",
    arguments: [
      (0.0, "0"), (37, "37"), (-36.5, "-36.5"), (0.1, "0.1"), (36.481234, "36.481234"), (1e-7, "1e-07"),
      (1e21, "1e+21"),
      (.infinity, "null"), (.nan, "null"), (-0.0, "0"),
    ])
  func numbers(value: Double, expected: String) throws {
    var buffer: [UInt8] = []
    JSONWriter.number(value, into: &buffer)
    #expect(String(decoding: buffer, as: UTF8.self) == expected)
    if value.isFinite { #expect(try JSONValue(parsing: buffer).number == value) }
  }

  @Test("The ends of the whole numbers are written", arguments: [Int.min, -1, 0, 9, 10, Int.max])
  func wholeNumbers(value: Int) {
    var buffer: [UInt8] = []
    JSONWriter.integer(value, into: &buffer)
    #expect(String(decoding: buffer, as: UTF8.self) == String(value))
  }

  @Test("Values are equal by meaning, whatever the order of their keys")
  func equality() throws {
    #expect(try parse("{\"a\":1,\"b\":[null]}") == parse("{\"b\":[null],\"a\":1.0}"))
    #expect(try parse("{\"a\":1}") != parse("{\"a\":1,\"b\":1}"))
    #expect(try parse("[1,2]") != parse("[2,1]"))
  }
}
