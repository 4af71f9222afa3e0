import SortieDocuments
import Testing

@Suite("Tables")
struct TableTests {
  @Test("Columns are taken by their names, which is said once", arguments: ["raid.csv", "raid.tsv"])
  func guessed(name: String) throws {
    let reading = try Reading(sample: name)
    #expect(reading.problems.isEmpty)
    let document = try #require(reading.documents.first)
    #expect(reading.texts[0].hasPrefix(Samples.first))
    #expect(document.title == "Raid on a depot near Palmyra")
    #expect(document.published == "2016-11-18")
    #expect(document.source == "Ministry of Defence")
    #expect(document.url == "https://example.org/raid")
    #expect(document.id == "\(name):2")
    #expect(
      reading.notes == [
        "\(name): columns taken by their names: --text-column 'notes', --date-column 'event_date', "
          + "--title-column 'headline', --source-column 'outlet', --url-column 'link'"
      ])
  }

  @Test("The user's columns come first, by name or number")
  func chosen() throws {
    let columns = ColumnChoice(text: "Was", id: "1")
    let reading = try Reading("nr,text,was\nA7,no,yes\n", named: "t.csv", context: ReadingContext(columns: columns))
    #expect(reading.texts == ["yes"])
    #expect(reading.documents.map(\.id) == ["A7"])
  }

  @Test("A column that is not there is named with those that are")
  func missing() throws {
    let context = ReadingContext(columns: ColumnChoice(text: "body"))
    #expect(
      try Reading("a,b\n1,2\n", named: "t.csv", context: context).problems
        == ["t.csv:1:1: error: there is no column 'body'; the columns are 'a', 'b'"])
  }

  @Test("Where no name tells it, the column of the longest words holds the texts; numbers never do")
  func longest() throws {
    let prose = "Two jets flew over the town of Palmyra and came back in the evening."
    #expect(try Reading("a;b;c\n1;\(prose);x\n", named: "t.csv").texts == [prose])
    let numbers = String(repeating: "1", count: 200)
    #expect(
      try Reading("a,b\n1,\(numbers)\n", named: "t.csv").problems
        == ["t.csv:1:1: error: no column looks like texts; --text-column names it, the columns are 'a', 'b'"])
  }

  @Test(
    "Delimiters, quotes and line ends are told from each other",
    arguments: [
      "id,text\n1,\"a, \"\"b\"\"\nc\"\n2,d\n", "id;text\r\n1;\"a, \"\"b\"\"\nc\"\r\n2;d\r\n",
      "id\ttext\n1\t\"a, \"\"b\"\"\nc\"\n2\td", "\u{FEFF}id|text\n\n1|\"a, \"\"b\"\"\nc\"\n\n2|d\n|\n",
    ])
  func delimiters(table: String) throws {
    for chunk in [nil, 1, 7] {
      let reading = try Reading(table, named: "t.csv", chunk: chunk)
      #expect(reading.texts == ["a, \"b\"\nc", "d"])
      #expect(reading.documents.map(\.id) == ["1", "2"])
      #expect(reading.problems.isEmpty)
    }
  }

  @Test("Offsets lead back to the bytes of the cell")
  func offsets() throws {
    let table = "id,text\n1,\"Two \"\"jets\"\" flew.\"\n"
    let document = try #require(try Reading(table, named: "t.csv").documents.first)
    let map = try #require(document.sourceMap)
    let bytes = Array(table.utf8)
    func original(_ words: String) throws -> String {
      let text = String(decoding: document.text, as: UTF8.self)
      let range = try #require(text.range(of: words))
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      let place = try #require(map.location(of: start..<start + words.utf8.count).bytes)
      return String(decoding: bytes[place], as: UTF8.self)
    }
    #expect(try original("Two") == "Two")
    #expect(try original("flew") == "flew")
    #expect(try original("\"jets\"") == "\"\"jets\"\"")
  }

  @Test("A quote that is never closed costs its row alone")
  func unclosed() throws {
    let reading = try Reading("id,text\n1,a\n2,\"b\n3,c\n", named: "t.csv")
    #expect(reading.texts == ["a"])
    #expect(reading.problems == ["t.csv:3:1: error: a quoted field is not closed"])
  }

  @Test(
    "Days are read as tables write them, and guessed never",
    arguments: [
      (["24 January 2017"], "2017-01-24"), (["Jan 24, 2017"], "2017-01-24"), (["2017/01/24"], "2017-01-24"),
      (["20170124"], "2017-01-24"), (["24.01.2017"], "2017-01-24"), (["24/01/2017"], "2017-01-24"),
      (["03/04/2017", "24/01/2017"], "2017-04-03"), (["03/04/2017", "01/24/2017"], "2017-03-04"),
      (["03/04/2017"], "03/04/2017"), (["04/04/2017"], "2017-04-04"), (["31/02/2017"], "31/02/2017"),
      (["2017-01-24T06:00:00Z"], "2017-01-24"), (["Tue, 24 Jan 17 06:00"], "2017-01-24"), (["soon"], "soon"),
    ])
  func days(days: [String], first: String) throws {
    let table = "date;text\n" + days.map { "\"\($0)\";Two jets flew.\n" }.joined()
    #expect(try Reading(table, named: "t.csv").documents.first?.published == first)
  }

  @Test(
    "The order of day and month is what the user says",
    arguments: [(DayOrder.dayMonthYear, "2017-04-03"), (.monthDayYear, "2017-03-04")])
  func dayOrder(order: DayOrder, day: String) throws {
    let context = ReadingContext(columns: ColumnChoice(dayOrder: order))
    let reading = try Reading("date,text\n03/04/2017,Two jets flew.\n", named: "t.csv", context: context)
    #expect(reading.documents.first?.published == day)
  }

  @Test("A table of many rows is read with rows of one chunk in memory, each row once")
  func many() throws {
    let table = "id,text\n" + (0..<20_000).map { "\($0),\"Two jets, number \($0).\"\n" }.joined()
    let reading = try Reading(table, named: "t.csv", chunk: 4_096)
    #expect(reading.documents.map(\.id) == (0..<20_000).map(String.init))
    #expect(reading.texts.last == "Two jets, number 19999.")
  }

  @Test("Without a name a header of known columns tells a table")
  func unnamed() throws {
    #expect(try Reading("title,date,body\nT,2017-01-24,Two jets flew.\n", named: "-").texts == ["Two jets flew."])
    #expect(try Reading("Text, he said, is not a table.\nReally.\n", named: "-").documents.map(\.id) == ["-"])
  }

  @Test("Texts may stand in a column that the header does not name")
  func unnamedColumn() throws {
    let prose = "Two jets flew over the town of Palmyra and came back in the evening."
    let reading = try Reading("a,b\n1,2,\(prose)\n", named: "t.csv")
    #expect(reading.texts == [prose])
    #expect(reading.notes == ["t.csv: columns taken by their names: --text-column '3'"])
  }
}
