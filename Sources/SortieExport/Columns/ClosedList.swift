import SortieSchema

extension CaseIterable where Self: RawRepresentable, RawValue == String {
  /// The closed list of a coded column, as its cells are written.
  static var words: [String] { allCases.map(\.rawValue) }
}

extension Place.Precision {
  static var words: [String] { allCases.map { String($0.rawValue) } }
}
