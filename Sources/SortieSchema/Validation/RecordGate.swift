/// Lets sound records pass: what validation doubts is noted on the record, what breaks the form is held back.
///
/// Whatever writes records sends them through one, so that no output holds a record that breaks the form.
public struct RecordGate: Sendable {
  /// Whether an operator flies, or flew, an aircraft type; nil where nobody knows.
  public typealias OperatorLookUp = @Sendable (_ operator: String, _ aircraft: String) -> Bool?

  /// A record that was held back.
  public struct Refusal: Sendable, CustomStringConvertible {
    /// Id of its text.
    public let document: String
    public let record: Sortie
    /// The findings of severity `error`, which are why.
    public let reasons: [Finding]

    public var description: String {
      let reasons = reasons.map { "\($0.message) [\($0.rule)]" }.joined(separator: "; ")
      return "\(document): record \(record.id) is not written: \(reasons)"
    }
  }

  private let makeLookUp: @Sendable () -> OperatorLookUp?
  /// Made when the first record comes: many texts give none.
  private lazy var operatorFlies = makeLookUp()

  /// - Parameter operators: makes the look-up of who flies what, once, when the first record comes; without one no record
  ///   is doubted for it.
  public init(operators: @escaping @Sendable () -> OperatorLookUp? = { nil }) { makeLookUp = operators }

  /// Notes on each record of a result what validation doubts, and takes out those that break the form.
  ///
  /// A result may pass again: no finding is noted twice.
  /// - Returns: what was taken out, and why.
  public mutating func pass(_ result: inout DocumentResult) -> [Refusal] {
    guard !result.records.isEmpty else { return [] }
    let context = ValidationContext(
      textLength: result.text.count, siblings: result.records, operatorFlies: operatorFlies)
    var refused: [Refusal] = []
    result.records = result.records.compactMap { record in
      var record = record
      let known = Set(record.findings)
      record.findings += validate(record, in: context).filter { !known.contains($0) }
      let broken = record.findings.filter { $0.severity == .error }
      guard broken.isEmpty else {
        refused.append(Refusal(document: result.document.id, record: record, reasons: broken))
        return nil
      }
      return record
    }
    return refused
  }
}
