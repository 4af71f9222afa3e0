import SortieSchema
import Synchronization
import Testing

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

  /// Knows one type, which one state flies.
  private static func gate() -> RecordGate {
    RecordGate { { $1 == "Su-24M" ? $0 == "RU" : nil } }
  }

  @Test("A sound record passes as it is")
  func sound() {
    var gate = Self.gate()
    var result = Self.result { _ in }
    let before = result.records
    #expect(gate.pass(&result).isEmpty)
    #expect(result.records == before)
  }

  @Test("A doubtful record passes with its findings, noted once")
  func doubtful() {
    var gate = Self.gate()
    var result = Self.result { $0.participants[0].operator = "NL" }
    #expect(gate.pass(&result).isEmpty)
    #expect(result.records[0].findings.map(\.severity) == [.warning])
    #expect(gate.pass(&result).isEmpty)
    #expect(result.records[0].findings.count == 1)
  }

  @Test("Without a look-up of who flies what no record is doubted for it")
  func withoutLookUp() {
    var gate = RecordGate()
    var result = Self.result { $0.participants[0].operator = "NL" }
    #expect(gate.pass(&result).isEmpty)
    #expect(result.records[0].findings.isEmpty)
  }

  @Test("A record that breaks the form is held back, and it is said why; the others pass")
  func broken() throws {
    var gate = Self.gate()
    var result = Self.result { $0.confidence = 2 }
    var sound = result.records[0]
    sound.id = "fedcba9876543210"
    sound.confidence = 0.5
    result.records.append(sound)
    let refused = gate.pass(&result)
    #expect(result.records.map(\.id) == ["fedcba9876543210"])
    let refusal = try #require(refused.first)
    #expect(refused.count == 1)
    #expect(refusal.record.id == "0123456789abcdef")
    #expect(refusal.reasons.allSatisfy { $0.severity == .error } && !refusal.reasons.isEmpty)
    #expect(refusal.description.hasPrefix("d: record 0123456789abcdef is not written: "))
  }

  @Test("The look-up is made once, and not for texts without a record")
  func madeLate() {
    let made = Mutex(0)
    var gate = RecordGate {
      made.withLock { $0 += 1 }
      return { _, _ in nil }
    }
    var empty = Self.result { _ in }
    empty.records = []
    _ = gate.pass(&empty)
    #expect(made.withLock { $0 } == 0)
    for _ in 0..<2 {
      var result = Self.result { _ in }
      _ = gate.pass(&result)
    }
    #expect(made.withLock { $0 } == 1)
  }
}
