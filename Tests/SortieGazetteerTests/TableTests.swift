import SortieGazetteer
import Testing

@Suite struct TableTests {
  static let header = "id,name,aliases,category,source\n"

  @Test(
    "A fault of a table is told with file, line and column",
    arguments: [
      ("", "target-types.csv:1:1: error: the file has no header line"),
      ("id,name,aliases,category,sauce\n", "target-types.csv:1:26: error: unknown column 'sauce'"),
      ("id,name,aliases,category\n", "target-types.csv:1:1: error: column 'source' is missing"),
      ("id,id,name,aliases,category,source\n", "target-types.csv:1:4: error: column 'id' stands twice"),
      (header + "a,b\n", "target-types.csv:2:1: error: 2 fields where the header has 5"),
      (header + "a,\"b,c\n", "target-types.csv:2:3: error: a quoted field is not closed"),
      (header + "a,\"b\"c,,,s\n", "target-types.csv:2:6: error: text after a closing quote"),
      (header + ",tank,,v,s\n", "target-types.csv:2:1: error: 'id' is empty"),
      (header + "a,tank,,v,s\na,gun,,v,s\n", "target-types.csv:3:1: error: id 'a' is taken by line 2"),
      (header + "a,tank,,v,s\nb,gun,Tank,v,s\n", "target-types.csv:3:7: error: 'Tank' is a name of 'a' already"),
      (
        header + "a,tank,,v,s\n\nb,a-b,,v,s\nc,a b,,v,s\n",
        "target-types.csv:5:3: error: 'a b' is a name of 'b' already"
      ),
    ])
  func faults(text: String, message: String) {
    let error = #expect(throws: TableErrors.self) {
      try Gazetteer(files: [GazetteerFile(name: "target-types.csv", text: text)])
    }
    #expect(error?.description.split(separator: "\n").map { String($0) }.contains(message) == true, "\(error as Any)")
  }

  @Test("All faults of all files are collected")
  func collected() {
    let error = #expect(throws: TableErrors.self) {
      try Gazetteer(files: [
        GazetteerFile(name: "x/target-types.csv", text: Self.header + "a,,,v,s\n,tank,,v,s\n"),
        GazetteerFile(name: "x/nonsense.csv", text: "a\n"),
      ])
    }
    #expect(
      error?.errors.map(\.description) == [
        "x/nonsense.csv:1:1: error: no table is called 'nonsense.csv'",
        "x/target-types.csv:2:3: error: 'name' is empty", "x/target-types.csv:3:1: error: 'id' is empty",
      ])
  }

  static let aircraft = "id,name,family,aliases,nicknames,class,crewed,origin,operators,source\n"
  static let places =
    "id,name,arabic,aliases,feature,admin1,admin2,country,latitude,longitude,population,pcode,source\n"

  @Test(
    "Values are checked",
    arguments: [
      (
        "aircraft.csv", aircraft + "a,A-1,,,,fighter,maybe,US,US,s\n",
        "aircraft.csv:2:18: error: 'maybe' is none of yes, no"
      ),
      (
        "aircraft.csv", aircraft + "a,A-1,,,,fighter,yes,US,US:19x-,s\n",
        "aircraft.csv:2:25: error: 'US:19x-' is not written as CODE or CODE:YEAR-YEAR"
      ),
      ("aircraft.csv", aircraft + "a,A-1,b,,,fighter,yes,US,US,s\n", "aircraft.csv:2:7: error: there is no 'b'"),
      ("places.csv", places + "a,A,,,town,,,SY,91,37,,,s\n", "places.csv:2:17: error: 91 is out of range"),
      ("places.csv", places + "a,A,,,town,,,SY,north,37,,,s\n", "places.csv:2:17: error: 'north' is no number"),
      ("places.csv", places + "a,A,,,town,,,SY,36,,,,s\n", "places.csv:2:20: error: 'longitude' is empty"),
      ("places.csv", places + "a,A,,,town,,,SY,36,37,-3,,s\n", "places.csv:2:23: error: '-3' is no number"),
    ])
  func values(file: String, text: String, message: String) {
    let error = #expect(throws: TableErrors.self) {
      try Gazetteer(files: [GazetteerFile(name: file, text: text)])
    }
    #expect(error?.description == message)
  }

  @Test("A BOM, CRLF, quoted commas and another order of columns are accepted")
  func forms() throws {
    let text = "\u{FEFF}name,id,source,category,aliases\r\n\"tank, heavy\",t,s,vehicle,\"MBT|\"\"big\"\" tank\"\r\n"
    let gazetteer = try Gazetteer(files: [GazetteerFile(name: "target-types.csv", text: text)])
    #expect(gazetteer.targetTypes.map(\.id) == ["t"])
    #expect(gazetteer.targetTypes[0].name == "tank, heavy")
    #expect(gazetteer.targetTypes[0].aliases == ["MBT", "\"big\" tank"])
    #expect(gazetteer.targetTypes[0].category == "vehicle")
  }

  @Test("Operators are told with their years")
  func operators() throws {
    let su24 = try #require(SmallTables.gazetteer.aircraft[id: "su-24"])
    #expect(su24.isFlown(by: "SY", in: 2015) == true)
    #expect(su24.isFlown(by: "SY", in: 2025) == false)
    #expect(su24.isFlown(by: "RU", in: 2025) == true)
    #expect(su24.isFlown(by: "US") == false)
    #expect(su24.family == nil)
    #expect(SmallTables.gazetteer.aircraft[id: "su-24m"]?.family == "su-24")
  }

  @Test("A row is added at its place and nothing else is touched")
  func adding() throws {
    let file = GazetteerFile(name: "target-types.csv", text: Self.header + "a,tank,,v,s\r\nc,gun,,v,s\n")
    let added = try TableEditor.adding(["id": "b", "name": "road, paved", "source": "s"], to: file)
    #expect(
      String(decoding: added, as: UTF8.self) == Self.header + "a,tank,,v,s\r\nb,\"road, paved\",,,s\nc,gun,,v,s\n")
    for values in [
      ["id": "a", "name": "x", "source": "s"], ["id": "d", "name": "Tank"], ["id": "d", "colour": "red"],
    ] {
      #expect(throws: TableErrors.self) { try TableEditor.adding(values, to: file) }
    }
  }

  @Test("Lint finds what loads but is most likely wrong")
  func lint() throws {
    let rows = (0..<30).map { "p\($0 + 10),Tell\($0),,,village,,,SY,35.\($0 + 10),38.0,,,s\n" }.joined()
    let findings = try GazetteerLint.findings([
      GazetteerFile(name: "target-types.csv", text: Self.header + "b,tank,Tank|TANK,v,s\na,gun,,v,\n"),
      GazetteerFile(name: "places.csv", text: Self.places + rows + "q,Far,,Said,village,,,SY,53.5,38,,,s\n"),
      GazetteerFile(name: "english-words.csv", text: "word,source\nsaid,s\n"),
    ])
    #expect(
      findings.map { "\($0.file):\($0.line) \($0.rule.rawValue)" } == [
        "places.csv:32 english-word", "places.csv:32 outside-country", "target-types.csv:2 duplicate-alias",
        "target-types.csv:2 duplicate-alias", "target-types.csv:3 not-sorted", "target-types.csv:3 missing-source",
      ])
  }

  @Test(
    "Lint names an alias only where another spelling finds all that it finds",
    arguments: [
      ("Eastern Hama", "eastern Hama", false),  // a text in lower case is found by the alias alone
      ("eastern Hama", "Eastern Hama", true), ("Pumpjack", "Pump jack", false), ("Pump jack", "Pumpjack", true),
      ("Dayr Azzawr", "Dayr az-Zawr", false), ("Dayr az-Zawr", "Dayr Azzawr", true), ("T-4", "T4", true),
      ("U.A.E.", "UAE", true),
    ])
  func lintOfSpellings(name: String, alias: String, isFound: Bool) throws {
    let findings = try GazetteerLint.findings([
      GazetteerFile(name: "places.csv", text: Self.places + "a,\(name),,\(alias),region,,,SY,,,,,s\n")
    ])
    #expect(findings.map(\.rule) == (isFound ? [.duplicateAlias] : []))
  }
}
