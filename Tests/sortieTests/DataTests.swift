import Foundation
import SortieExtraction
import SortieGazetteer
import SortiePatterns
import Testing

@testable import sortie

@Suite("Data")
struct DataTests {
  @Test("What is embedded is what the sources say; 'make record' makes it so")
  func embeddedIsCurrent() throws {
    let embedded = try CompiledData.embedded()
    let tables = try DataFolders.gazetteer(Program.root.appendingPathComponent("Gazetteer").path)
    let library = try DataFolders.patterns(Program.root.appendingPathComponent("Patterns").path)
    #expect(embedded.isIntact)
    #expect(embedded.gazetteer.name == CompiledData.Section(tables.encode()).name)
    #expect(embedded.patterns.name == CompiledData.Section(library.encode()).name)
  }

  @Test("Compiled data read back as they were written")
  func roundTrip() throws {
    let data = CompiledData(gazetteer: .init([1, 2, 3]), patterns: .init([]))
    let read = try CompiledData(data.encode())
    #expect(read.gazetteer == data.gazetteer)
    #expect(read.patterns == data.patterns)
    #expect(read.isIntact)
    #expect(read.gazetteer.name == "039058c6f2c0cb49")
  }

  @Test("Compiled data cut short at any byte are refused")
  func cutShort() throws {
    let bytes = CompiledData(gazetteer: .init([1, 2, 3]), patterns: .init([4, 5])).encode()
    for count in 0..<bytes.count {
      #expect(throws: CompiledData.Fault.self) { try CompiledData(Array(bytes[..<count])) }
    }
    #expect(throws: CompiledData.Fault.damaged) { try CompiledData(bytes + [0]) }
  }

  @Test("A changed byte shows in the digest, another version in its number")
  func changed() throws {
    var bytes = CompiledData(gazetteer: .init([1, 2, 3]), patterns: .init([4, 5])).encode()
    bytes[bytes.count - 1] ^= 1
    #expect(try !CompiledData(bytes).isIntact)
    bytes[6] = 9
    #expect(throws: CompiledData.Fault.otherVersion(9)) { try CompiledData(bytes) }
  }

  @Test(
    "Claimants speak for their own side",
    arguments: [
      ("Russian Ministry of Defence", "RU"), ("CENTCOM", "us-led-coalition"), ("CJTF-OIR", "us-led-coalition"),
      ("SOHR", nil), ("nobody", nil),
    ])
  func claimantSides(claimant: String, side: String?) throws {
    let sides = ClaimantSides(try Gazetteer(compiled: CompiledData.embedded().gazetteer.bytes))
    if let side { #expect(sides[claimant].contains(side)) } else { #expect(sides[claimant].isEmpty) }
  }

  @Test("Rows of CSV are read with quotes, line ends and a byte order mark of any kind")
  func csvRows() throws {
    let rows = try CSVRows.read(Array("\u{FEFF}Name,country\r\n\"a, \"\"b\"\"\nc\",SY\r\n\r\nd,".utf8), file: "n.csv")
    #expect(rows == [["name": "a, \"b\"\nc", "country": "SY"], ["name": "d", "country": ""]])
    #expect(throws: CSVRows.Fault.self) { try CSVRows.read(Array("a,b\n1\n".utf8), file: "n.csv") }
    #expect(throws: CSVRows.Fault.self) { try CSVRows.read(Array("a\n\"1\n".utf8), file: "n.csv") }
    #expect(throws: CSVRows.Fault.self) { try CSVRows.read([], file: "n.csv") }
  }
}
