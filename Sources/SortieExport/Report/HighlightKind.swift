/// What a highlight is called and coloured by.
enum HighlightKind: String, CaseIterable, Sendable {
  case date, aircraft, `operator`, place, target, munition, casualty, count, claimant, group

  /// - Parameters:
  ///   - mention: the kind of the mention, as the extraction names it; nil where the words are no name or value.
  ///   - cell: the kind of the cell that the words filled; nil where they filled none.
  init?(mention: String?, cell: HighlightKind?) {
    switch mention {
    case "settlement", "admin", "region", "place": self = .place
    case "adjective", "metonym", "coalition", "stateforces", "airforce", "operator": self = .operator
    case "thing", "target": self = .target
    // The name of a state may tell a place as well as an operator.
    case "state": self = cell ?? .operator
    default:
      guard let kind = mention.flatMap(HighlightKind.init(rawValue:)) ?? cell else { return nil }
      self = kind
    }
  }
}
