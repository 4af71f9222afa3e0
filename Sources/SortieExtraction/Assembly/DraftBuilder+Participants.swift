internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// Who took part: each side and type once.
extension DraftBuilder {
  func distinct(_ participants: [Sourced<Participant>]) -> [Sourced<Participant>] {
    var result: [Sourced<Participant>] = []
    for participant in participants {
      let value = participant.value
      let isKnown = result.contains { known in
        known.value.operator == value.operator && (known.value.aircraft == value.aircraft || value.aircraft == nil)
          && (known.value.class == value.class || value.class == nil || value.class == .aircraft)
          && (value.count == nil || known.value.count == value.count)
      }
      if isKnown { continue }
      // "Russian jets … Su-34": the type tells what the general word did not.
      if let general = result.firstIndex(where: {
        $0.value.aircraft == nil && ($0.value.class == nil || $0.value.class == .aircraft) && $0.value.count == nil
          && ($0.value.operator == value.operator || value.operator == Participant.unknownOperator)
          && (value.aircraft != nil || value.class != nil)
          // "While taking part in coalition airstrikes, two CF-18 struck": in a member's own release they are its own.
          && (state.sourceSide == nil || $0.value.operator.count == 2 || state.sourceSide == $0.value.operator)
      }) {
        var specific = participant
        specific.value.operator = result[general].value.operator
        specific.value.airForce = value.airForce ?? result[general].value.airForce
        specific.value.basis = result[general].value.basis
        result[general] = specific
      } else {
        result.append(participant)
      }
    }
    return named(result)
  }

  /// Aircraft of an untold side are those of the only side that is told without aircraft: "the Russian aviation group
  /// … crews of Tu-22M3 bombers".
  func named(_ participants: [Sourced<Participant>]) -> [Sourced<Participant>] {
    let bare = participants.filter {
      $0.value.operator != Participant.unknownOperator && $0.value.aircraft == nil && $0.value.class == nil
    }
    let sides = Set(participants.map(\.value.operator).filter { $0 != Participant.unknownOperator })
    guard sides.count == 1,
      let side = bare.first ?? participants.first(where: { $0.value.operator != Participant.unknownOperator }),
      participants.contains(where: { $0.value.operator == Participant.unknownOperator }),
      // A member's own release names the coalition beside its own aircraft.
      state.sourceSide == nil || side.value.operator.count == 2 || state.sourceSide == side.value.operator
    else { return participants }
    return participants.filter { participant in
      participant.value.operator == Participant.unknownOperator || participant.value.aircraft != nil
        || participant.value.class != nil
    }.map { participant in
      var participant = participant
      if participant.value.operator == Participant.unknownOperator {
        participant.value.operator = side.value.operator
        participant.value.airForce = participant.value.airForce ?? side.value.airForce
        participant.value.basis = side.value.basis
      }
      return participant
    }
  }

  func coalitions(of operators: Names) -> [String: String] {
    var coalitions: [String: String] = [:]
    for side in operators {
      if let coalition = phrases.words.language.coalitionLeaders[side.lowercased()] { coalitions[side] = coalition }
    }
    return coalitions
  }
}
