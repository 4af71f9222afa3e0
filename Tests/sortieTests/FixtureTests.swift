import SortieExport
import SortieExtraction
import SortieSchema
import Testing

@testable import sortie

/// All fixtures, with the data that the sources give.
enum Fixtures {
  static let all: [Fixture] = {
    do {
      return try Fixture.all(under: Program.root.appendingPathComponent("Tests/Fixtures").path)
    } catch {
      Issue.record(error)
      return []
    }
  }()

  /// Those whose table is compared; the others are only scored.
  static let tables = all.filter { $0.expected != nil }

  static let reading: ReadingData? = {
    do {
      let folder = { Program.root.appendingPathComponent($0).path }
      return ReadingData(
        gazetteer: try DataFolders.gazetteer(folder("Gazetteer")),
        patterns: try DataFolders.patterns(folder("Patterns")),
        provenance: Provenance(tool: "test", gazetteer: "test", patterns: "test"))
    } catch {
      Issue.record(error)
      return nil
    }
  }()
}

extension Fixture: CustomTestStringConvertible {
  public var testDescription: String { document.id }
}

@Suite("Fixtures")
struct FixtureTests {
  @Test("Every text gives the table that was recorded", arguments: Fixtures.tables)
  func fixture(_ fixture: Fixture) throws {
    let reading = try #require(Fixtures.reading)
    let options = FormatOptions(claimantSides: reading.claimantSides())
    var gate = RecordGate(reading.gazetteer)
    let actual = fixture.actual(try reading.extractor(), through: &gate, options: options)
    #expect(fixture.differences(from: actual).joined(separator: "\n") == "")
  }

  // Without arguments the test above would merely not run.
  @Test("The fixtures were found")
  func found() {
    #expect(Fixtures.tables.count >= 40)
  }

  @Test("Every text has a table or records coded by hand", arguments: Fixtures.all)
  func answered(_ fixture: Fixture) {
    #expect(fixture.expected != nil || fixture.hasGold)
  }

  @Test("The embedded data give what the sources give")
  func embedded() throws {
    let sources = try #require(Fixtures.reading)
    let embedded = try DataOptions.parse([]).load()
    let options = FormatOptions()
    let (first, second) = (try sources.extractor(), try embedded.extractor())
    var gate = RecordGate(sources.gazetteer)
    var otherGate = RecordGate(embedded.gazetteer)
    for fixture in Fixtures.all {
      let isSame =
        fixture.actual(first, through: &gate, options: options)
        == fixture.actual(second, through: &otherGate, options: options)
      #expect(isSame, "\(fixture.document.id)")
    }
  }
}

@Suite("Differences between tables")
struct TableDifferenceTests {
  @Test("Equal bytes differ in nothing")
  func equal() {
    #expect(TableDifference.lines(expected: [1], actual: [1], file: "e.csv").isEmpty)
  }

  @Test(
    "A difference is named with its place",
    arguments: [
      ("a,b\n1,2\n", "a,b\n1,3\n", "e.csv:2:2: error: b: expected '2', read '3'"),
      ("a,b\n1,2\n", "a,b\n", "e.csv:1:1: error: 1 records expected, 0 read"),
      ("a,evidence\n", "a,evidence\n1,x y\n", "e.csv:2:1: error: not expected: x y"),
      ("a,b\n", "a,c\n", "e.csv:1:1: error: the columns are others now"),
      ("a,b\n1,2\n", "a,b\n1,2", "e.csv:1:1: error: the bytes are others now"),
    ])
  func named(expected: String, actual: String, message: String) {
    let lines = TableDifference.lines(expected: Array(expected.utf8), actual: Array(actual.utf8), file: "e.csv")
    #expect(lines.contains(message))
  }
}
