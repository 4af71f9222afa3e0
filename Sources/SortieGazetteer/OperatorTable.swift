/// Who flies what, by the names that records use.
public struct OperatorTable: Sendable {
  private let aircraft: [String: Aircraft]

  public init(_ gazetteer: Gazetteer) {
    aircraft = Dictionary(gazetteer.aircraft.current.map { ($0.name, $0) }) { first, _ in first }
  }

  /// Whether an operator flies, or flew, a type; nil where the table does not know the type or tells no operators of it.
  /// - Parameters:
  ///   - code: ISO 3166 alpha-2 code of a state, or the id of a coalition or group.
  ///   - name: the type as the gazetteer writes it: `Su-24M`.
  public func flies(_ code: String, _ name: String) -> Bool? { aircraft[name].flatMap { $0.isFlown(by: code) } }
}
