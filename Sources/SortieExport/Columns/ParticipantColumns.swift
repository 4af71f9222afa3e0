import SortieSchema

extension WideColumns {
  static let participants: [Column] = [
    Column(
      "operators", .string,
      "Who flew: ISO 3166 alpha-2 codes of states, ids of coalitions and groups, or unknown, joined by \"; \" in the "
        + "order of the text."
    ) { Cell(list: unique($0.record.participants.map(\.operator))) },
    Column(
      "n_operators", .integer,
      "Number of known sides that flew; members that are told together with their coalition count as one side with it."
    ) { .integer($0.record.sides.count) },
    Column("air_forces", .string, "Services that the text names, joined by \"; \".") {
      Cell(list: unique($0.record.participants.compactMap(\.airForce)))
    },
    Column(
      "aircraft", .string,
      "Aircraft with their number where told, e.g. \"2 × Su-24M; 1 × Su-34\", in the order of the text; the class where "
        + "no type is told. 15–20: from 15 to 20; ≥20: at least 20; ≤8: up to 8; ~30: about 30."
    ) { Cell(list: $0.record.aircraftTexts) },
    Column(
      "aircraft_class", .string,
      "Classes of the aircraft, joined by \"; \": fighter, fighter-bomber, bomber, attack, helicopter, drone, transport, "
        + "tanker, reconnaissance, early-warning, aircraft."
    ) { Cell(list: unique($0.record.participants.compactMap { $0.class?.rawValue })) },
    Column(
      "has_drone", .boolean,
      "true: a drone took part; false: the class of every aircraft is told and none is a drone; empty: not told."
    ) { row in
      let classes = row.record.participants.map(\.class)
      if classes.contains(.drone) { return .flag(true) }
      return classes.isEmpty || classes.contains(nil) ? .empty : .flag(false)
    },
    Column(
      "aircraft_min", .integer,
      "Least number of aircraft; only where the number is told for every participant. A coalition and its members are "
        + "not counted twice."
    ) { Cell($0.record.numberOfAircraft(\.min)) },
    Column("aircraft_max", .integer, "Greatest number of aircraft; only where an upper bound is told for every one.") {
      Cell($0.record.numberOfAircraft(\.max))
    },
  ]
}

extension Sortie {
  /// `2 × Su-24M` for each participant of which an aircraft, a class or a number is told; what is told without a number
  /// is named once.
  var aircraftTexts: [String] {
    var named: Set<String> = []
    return participants.compactMap { participant in
      if participant.count?.cellText == nil, let name = participant.aircraft ?? participant.class?.rawValue {
        return named.insert(name).inserted ? name : nil
      }
      if let name = participant.aircraft ?? participant.class?.rawValue {
        return Count.counted(participant.count, name)
      }
      guard participant.count?.cellText != nil else { return nil }
      return Count.counted(participant.count, AircraftClass.aircraft.rawValue)
    }
  }

  /// The known operators that stand for themselves: members whose coalition takes part as well belong to its side.
  var sides: Set<String> {
    var sides: Set<String> = []
    for participant in participants where participant.operator != Participant.unknownOperator {
      if !isMember(participant) { sides.insert(participant.operator) }
    }
    return sides
  }

  /// Whether the participant flew under a coalition that is a participant, too.
  private func isMember(_ participant: Participant) -> Bool {
    guard let under = participant.under, under != participant.operator else { return false }
    return participants.contains { $0.operator == under }
  }

  /// Sum of one bound over the participants; nil where a participant has no such bound, or where there is none at all.
  func numberOfAircraft(_ bound: (Count) -> Int?) -> Int? {
    var sum: Int?
    for participant in participants {
      if isMember(participant) {
        // The number of the coalition covers its members; without one the members are counted themselves.
        if participants.contains(where: { $0.operator == participant.under && $0.count != nil }) { continue }
      } else if participant.count == nil, participants.contains(where: { $0.under == participant.operator }) {
        continue
      }
      guard let number = participant.count.flatMap(bound) else { return nil }
      sum = (sum ?? 0) + number
    }
    return sum
  }
}
