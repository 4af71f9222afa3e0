/// The slots that are scored.
public enum Slot: String, CaseIterable, Sendable {
  case kind, status, scope
  /// That the record is a part of the right summary.
  case partOf
  /// First and last day together.
  case date
  case `operator`
  /// Type with the operator that flies it.
  case aircraft
  /// Class with the operator, where no type is told; the bare class `aircraft` is not scored.
  case `class`
  /// Number with the type or class.
  case aircraftCount
  case sorties, strikes
  /// The text's own total of targets.
  case targets
  case departure, place, country
  /// Kind of target; the bare `target` is not scored.
  case target
  case targetCount
  /// What became of a kind of target; `targeted` is not scored.
  case effect
  case owner
  /// Number with who was killed or wounded.
  case killed, wounded
  case munition
  /// Claimant with stance.
  case claim

  /// Every record has these without anything being read: agreeing in them aligns no records.
  var isGivenAnyway: Bool { self == .kind || self == .status || self == .scope }

  /// What a match counts for in choosing which record answers which: day, place and type tell actions apart best.
  var alignmentWeight: Double {
    switch self {
    case .kind, .status, .scope, .partOf: return 0
    case .date, .place: return 1.5
    case .aircraft: return 1.2
    default: return 1
    }
  }
}
