/// Who flies what, by the names that records use.
public struct OperatorTable: Sendable {
  private let gazetteer: Gazetteer
  /// Index of the current row of a name.
  private let numbers: [String: Int]

  public init(_ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    let aircraft = gazetteer.aircraft
    let current = aircraft.indices.lazy.filter { !aircraft.isOverridden($0) }
    numbers = Dictionary(current.map { (aircraft.name(at: $0), $0) }) { first, _ in first }
  }

  /// Whether an operator flies, or flew, a type; nil where the table does not know the type or tells no operators of it.
  /// - Parameters:
  ///   - code: ISO 3166 alpha-2 code of a state, or the id of a coalition or group.
  ///   - name: the type as the gazetteer writes it: `Su-24M`.
  public func flies(_ code: String, _ name: String) -> Bool? {
    numbers[name].flatMap { gazetteer.aircraft[$0].isFlown(by: code) }
  }
}
