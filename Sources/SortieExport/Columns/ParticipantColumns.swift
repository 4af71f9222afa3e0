import SortieSchema

extension WideColumns {
  static let participants: [Column] = [
    Column(
      "operators", .string,
      "Who flew: ISO 3166 alpha-2 codes of states, ids of coalitions and groups, or unknown, joined by \"; \" in the "
        + "order of the text."
    ) { $1.put(unique: $0.record.participants, \.operator) },
    Column(
      "n_operators", .integer,
      "Number of known sides that flew; members that are told together with their coalition count as one side with it."
    ) { $1.put($0.record.participants.numberOfSides) },
    Column("air_forces", .string, "Services that the text names, joined by \"; \".") {
      $1.put(unique: $0.record.participants, \.airForce)
    },
    Column(
      "aircraft", .string,
      "Aircraft with their number where told, e.g. \"2 × Su-24M; 1 × Su-34\", in the order of the text; the class where "
        + "no type is told. 15–20: from 15 to 20; ≥20: at least 20; ≤8: up to 8; ~30: about 30."
    ) { row, cell in
      let participants = row.record.participants
      cell.put(list: participants.indices) { index, cell in
        guard participants.tellsAircraft(index) else { return false }
        cell.append(participants[index].count?.figure, participants[index].aircraftName)
        return true
      }
    },
    Column(
      "aircraft_class", .string,
      "Classes of the aircraft, joined by \"; \": fighter, fighter-bomber, bomber, attack, helicopter, drone, transport, "
        + "tanker, reconnaissance, early-warning, aircraft."
    ) { $1.put(unique: $0.record.participants) { $0.class?.rawValue } },
    Column(
      "has_drone", .boolean,
      "true: a drone took part; false: the class of every aircraft is told and none is a drone; empty: not told."
    ) { row, cell in
      let participants = row.record.participants
      if participants.contains(where: { $0.class == .drone }) { return cell.put(true) }
      if !participants.isEmpty, participants.allSatisfy({ $0.class != nil }) { cell.put(false) }
    },
    Column(
      "aircraft_min", .integer,
      "Least number of aircraft; only where the number is told for every participant. A coalition and its members are "
        + "not counted twice."
    ) { $1.put($0.record.participants.numberOfAircraft(\.min)) },
    Column("aircraft_max", .integer, "Greatest number of aircraft; only where an upper bound is told for every one.") {
      $1.put($0.record.participants.numberOfAircraft(\.max))
    },
  ]
}

extension [Participant] {
  /// `2 × Su-24M` for each participant of which an aircraft, a class or a number is told; what is told without a number
  /// is named once.
  var aircraftTexts: [String] {
    indices.filter(tellsAircraft).map { index in
      Count.counted(self[index].count, self[index].aircraftName)
    }
  }

  /// Whether a participant tells of aircraft what none before it tells.
  func tellsAircraft(_ index: Int) -> Bool {
    if self[index].hasNumber { return true }
    guard let name = self[index].toldAircraft else { return false }
    return !self[..<index].contains { !$0.hasNumber && $0.toldAircraft == name }
  }

  /// The known operators that stand for themselves: members whose coalition takes part as well belong to its side.
  var sides: [String] {
    WideColumns.unique(indices.filter(standsForItself).map { self[$0].operator })
  }

  /// The number of these.
  var numberOfSides: Int {
    indices.count { index in
      standsForItself(index)
        && !indices[..<index].contains {
          self[$0].operator == self[index].operator && standsForItself($0)
        }
    }
  }

  private func standsForItself(_ index: Int) -> Bool {
    self[index].operator != Participant.unknownOperator && !isMember(index)
  }

  /// Whether the participant flew under a coalition that is a participant, too.
  private func isMember(_ index: Int) -> Bool {
    guard let under = self[index].under, under != self[index].operator else { return false }
    return contains { $0.operator == under }
  }

  /// Sum of one bound over the participants; nil where a participant has no such bound, or where there is none at all.
  func numberOfAircraft(_ bound: (Count) -> Int?) -> Int? {
    var sum: Int?
    for index in indices {
      if isMember(index) {
        // The number of the coalition covers its members; without one the members are counted themselves.
        if contains(where: { $0.operator == self[index].under && $0.count != nil }) { continue }
      } else if self[index].count == nil, contains(where: { $0.under == self[index].operator }) {
        continue
      }
      guard let number = self[index].count.flatMap(bound) else { return nil }
      sum = (sum ?? 0) + number
    }
    return sum
  }
}

extension Participant {
  /// The designation, else the class, else `aircraft`.
  var aircraftName: String { toldAircraft ?? AircraftClass.aircraft.rawValue }

  fileprivate var toldAircraft: String? { aircraft ?? self.class?.rawValue }
  fileprivate var hasNumber: Bool { count?.min != nil || count?.max != nil }
}
