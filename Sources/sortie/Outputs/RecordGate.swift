import SortieGazetteer
import SortieSchema

/// Lets sound records pass: what validation doubts is noted on the record, what breaks the form is held back.
struct RecordGate {
  private let gazetteer: Gazetteer
  /// Made when the first record comes: many texts give none.
  private lazy var operators = OperatorTable(gazetteer)

  init(_ gazetteer: Gazetteer) { self.gazetteer = gazetteer }

  /// Takes broken records out of a result.
  /// - Returns: why each of them was taken out.
  mutating func pass(_ result: inout DocumentResult) -> [String] {
    guard !result.records.isEmpty else { return [] }
    let operators = operators
    let context = ValidationContext(
      textLength: result.text.count, siblings: result.records, operatorFlies: { operators.flies($0, $1) })
    var refused: [String] = []
    result.records = result.records.compactMap { record in
      var record = record
      let known = Set(record.findings)
      record.findings += SortieSchema.validate(record, in: context).filter { !known.contains($0) }
      let broken = record.findings.filter { $0.severity == .error }
      guard broken.isEmpty else {
        let reasons = broken.map { "\($0.message) [\($0.rule)]" }.joined(separator: "; ")
        refused.append("\(result.document.id): record \(record.id) is not written: \(reasons)")
        return nil
      }
      return record
    }
    return refused
  }
}
