internal import SortieSchema

extension Target {
  /// Whether both may be one aircraft that was shot down: not two types, not of two sides.
  func isSameLoss(as other: Target) -> Bool {
    guard effect == .destroyed, other.effect == .destroyed else { return false }
    if kindOfLoss != other.kindOfLoss, type != AircraftClass.aircraft.rawValue,
      other.type != AircraftClass.aircraft.rawValue
    {
      return false
    }
    let areTypes = type.contains(where: \.isNumber) && other.type.contains(where: \.isNumber)
    return !areTypes && (owner == nil || other.owner == nil || owner == other.owner)
  }
}

extension Target {
  /// Drone or helicopter, which no word for other aircraft means.
  private var kindOfLoss: AircraftClass? {
    type.split(separator: " ").last.flatMap { AircraftClass(rawValue: String($0)) }.flatMap {
      $0 == .drone || $0 == .helicopter ? $0 : nil
    }
  }
}

extension Count {
  /// Exactly one, which an article tells as well.
  var isOne: Bool { min == 1 && max == 1 }
}
