import SortieGazetteer
import SortieSchema
import Testing

@testable import sortie

@Suite("The gate before outputs")
struct RecordGateTests {
  private static let provenance = Provenance(tool: "t", gazetteer: "g", patterns: "p")

  private static func result(_ change: (inout Sortie) -> Void) -> DocumentResult {
    let document = DocumentInfo(id: "d", published: CalendarDate(iso: "2016-11-18"))
    var record = Sortie(
      id: "0123456789abcdef", document: document,
      participants: [Participant(operator: "RU", aircraft: "Su-24M", class: .bomber, count: Count(min: 2, max: 2))],
      provenance: provenance)
    change(&record)
    return DocumentResult(document: document, text: Array("Two Su-24M.".utf8), records: [record], coverage: .records)
  }

  private static func gate() throws -> RecordGate {
    RecordGate(try Gazetteer(compiled: CompiledData.embedded().gazetteer.bytes))
  }

  @Test("A sound record passes as it is")
  func sound() throws {
    var gate = try Self.gate()
    var result = Self.result { _ in }
    let before = result.records
    #expect(gate.pass(&result).isEmpty)
    #expect(result.records == before)
  }

  @Test("A doubtful record passes with its findings, noted once")
  func doubtful() throws {
    var gate = try Self.gate()
    var result = Self.result { $0.participants[0].operator = "NL" }
    #expect(gate.pass(&result).isEmpty)
    #expect(result.records[0].findings.count == 1)
    #expect(gate.pass(&result).isEmpty)
    #expect(result.records[0].findings.count == 1)
  }

  @Test("A record that breaks the form is held back, and it is said why")
  func broken() throws {
    var gate = try Self.gate()
    var result = Self.result { $0.confidence = 2 }
    let refused = gate.pass(&result)
    #expect(result.records.isEmpty)
    #expect(refused.count == 1)
    #expect(refused.first?.hasPrefix("d: record 0123456789abcdef is not written: ") == true)
  }
}
