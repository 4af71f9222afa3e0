import SortieSchema

extension Layout {
  public static let participants = Layout(
    "participants", "one row an operator and aircraft type of a record", key: SharedColumns.partKey,
    references: [.record], columns: ParticipantsColumns.all
  ) { $0.parts(\.participants) }
}

private enum ParticipantsColumns {
  typealias Item = TableColumn<Part<Participant>>

  static let all: [Item] =
    SharedColumns.key("participants", slot: "participants") + who
    + SharedColumns.count("aircraft", "aircraft", unit: "aircraft") { $0.value.count } + how

  private static let who: [Item] = [
    Item(
      "operator", .string,
      "Who flew: the ISO 3166 alpha-2 code of a state, the id of a coalition or a group, or unknown.", isRequired: true
    ) { $1.put($0.value.operator) },
    Item("under", .string, "Coalition under which it flew, where that is a participant of the record too.") {
      $1.put($0.value.under)
    },
    Item("air_force", .string, "The service, where the text names it.") { $1.put($0.value.airForce) },
    Item(
      "aircraft", .string, "Designation as usually written, e.g. Su-24M; empty where only a class is told."
    ) { $1.put($0.value.aircraft) },
    Item(
      "aircraft_class", .string, "What the aircraft is for; empty for bare \"air strikes\".", words: AircraftClass.words
    ) {
      $1.put($0.value.class?.rawValue)
    },
  ]

  private static let how: [Item] = [
    Item("role", .string, "What it did in the action: strike or support.", words: Participant.Role.words) {
      $1.put($0.value.role?.rawValue)
    },
    Item(
      "basis", .string, "How the operator is known: named in the text, inferred from it, or alleged by a claimant.",
      words: Participant.Basis.words
    ) { $1.put($0.value.basis?.rawValue) },
    Item("text", .string, "The words that tell the participant.") { $1.put($0.value.text) },
  ]
}
