/// What is counted.
public enum Measure: String, CaseIterable, Sendable {
  /// Records of single actions, whatever numbers they tell.
  case actions
  /// Flights, by `sorties_net`.
  case sorties
  /// Strikes, raids, attacks, by `strikes_net`.
  case strikes

  /// As axes and legends call it.
  var title: String {
    switch self {
    case .actions: "Actions told"
    case .sorties: "Sorties"
    case .strikes: "Strikes"
    }
  }

  /// What a figure of this measure is, in a sentence.
  var note: String {
    switch self {
    case .actions:
      "Actions are records of single events; totals and running totals are not counted beside their parts."
    case .sorties:
      "Sorties are net figures (sorties_net): what a text tells in all, no part counted twice; a record that tells no "
        + "number adds nothing."
    case .strikes:
      "Strikes are net figures (strikes_net): what a text tells in all, no part counted twice; a record that tells no "
        + "number adds nothing."
    }
  }
}

/// Sums that are drawn.
struct Figures: Equatable, Sendable {
  var actions = 0
  var sorties = 0
  var strikes = 0

  static let none = Figures()

  subscript(measure: Measure) -> Int {
    switch measure {
    case .actions: actions
    case .sorties: sorties
    case .strikes: strikes
    }
  }

  static func + (a: Figures, b: Figures) -> Figures {
    Figures(
      actions: sum(a.actions, b.actions), sorties: sum(a.sorties, b.sorties), strikes: sum(a.strikes, b.strikes))
  }

  static func += (a: inout Figures, b: Figures) { a = a + b }

  /// Numbers of a text may be of any size; sums stay at the largest number there is.
  static func sum(_ a: Int, _ b: Int) -> Int {
    let (sum, isOver) = a.addingReportingOverflow(b)
    return isOver ? Int.max : sum
  }
}
