/// One fact of a record: a slot and what stands in it.
public struct Filler: Sendable {
  public let slot: Slot
  /// The value as a person would read it: `2 × Su-24M`, `vehicle: destroyed`, `SOHR asserts`.
  public let shown: String
  /// Neither rewarded nor punished.
  public let isOptional: Bool
  /// JSON pointers into the record, the most telling first.
  public let pointers: [String]
  /// `civilians`, `fighters` … where this is a toll.
  public let victims: String?
  let value: FillerValue

  /// Whether a coder would take one for the other.
  public func agrees(with other: Filler) -> Bool { slot == other.slot && value.agrees(with: other.value) }
}

/// What stands in a slot, made ready for comparing.
enum FillerValue: Sendable {
  case word(String)
  case days(CodedRecord.Days)
  case number(CodedRecord.Bounds)
  case place(PlaceKey)
  case aircraft(AircraftKey, operator: String?)
  case aircraftClass(String, operator: String?)
  case aircraftCount(AircraftKey, isClass: Bool, CodedRecord.Bounds)
  case target(TargetWords)
  case targetCount(TargetWords, CodedRecord.Bounds)
  case effect(TargetWords, String)
  case toll(who: String?, CodedRecord.Bounds)
  case munition(TargetWords)
  case claim(ClaimantKey, stance: String)

  func agrees(with other: FillerValue) -> Bool {
    switch (self, other) {
    case (.word(let a), .word(let b)): return a == b
    case (.days(let a), .days(let b)): return a == b
    case (.number(let a), .number(let b)): return a == b
    case (.place(let a), .place(let b)): return a.agrees(with: b)
    case (.aircraft(let a, let flownBy), .aircraft(let b, let otherFlownBy)):
      return Self.mayBeOneOperator(flownBy, otherFlownBy) && a.agrees(with: b)
    case (.aircraftClass(let a, let flownBy), .aircraftClass(let b, let otherFlownBy)):
      return Self.mayBeOneOperator(flownBy, otherFlownBy) && a == b
    case (.aircraftCount(let a, let aIsClass, let count), .aircraftCount(let b, let bIsClass, let otherCount)):
      // A number is right also where one coder gives it to the type and the other to the class.
      return count == otherCount && (aIsClass || bIsClass || a.agrees(with: b))
    case (.target(let a), .target(let b)): return a.agrees(with: b)
    case (.targetCount(let a, let count), .targetCount(let b, let otherCount)):
      return count == otherCount && a.agrees(with: b)
    case (.effect(let a, let effect), .effect(let b, let otherEffect)):
      return effect == otherEffect && a.agrees(with: b)
    case (.toll(let who, let count), .toll(let otherWho, let otherCount)):
      return count == otherCount && (who == otherWho || who == "people" || otherWho == "people")
    case (.munition(let a), .munition(let b)): return a.sharesWord(with: b)
    case (.claim(let a, let stance), .claim(let b, let otherStance)): return stance == otherStance && a.agrees(with: b)
    default: return false
    }
  }

  private static func mayBeOneOperator(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b else { return true }
    return a == b || a == "unknown" || b == "unknown"
  }
}
