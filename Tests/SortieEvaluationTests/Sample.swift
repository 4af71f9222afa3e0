import SortieSchema

/// A record that fills every scored slot.
enum Sample {
  static let provenance = Provenance(tool: "sortie 0", gazetteer: "none", patterns: "none")

  static let sortie: Sortie = Sortie(
    id: "00000000000000aa", document: DocumentInfo(id: "text"), kind: .patrol, status: .disputed, scope: .summary,
    partOf: "00000000000000bb",
    date: SortieDate(
      start: CalendarDate(year: 2016, month: 3, day: 1), end: CalendarDate(year: 2016, month: 3, day: 2),
      precision: .range, basis: .explicit),
    participants: [
      Participant(operator: "GB", aircraft: "Typhoon", class: .fighterBomber, count: Count(exactly: 2))
    ],
    counts: Sortie.Counts(
      sorties: Count(min: 3, max: nil), strikes: Count(exactly: 4), targets: Count(min: nil, max: 5)),
    departure: Place(name: "Akrotiri"), places: [Place(name: "Omar", country: "SY")],
    targets: [Target(type: "oilfield", count: Count(exactly: 1), effect: .damaged, owner: "isis")],
    casualties: [Casualty(who: .civilians, killed: Count(exactly: 2), wounded: Count(exactly: 1))],
    munitions: [Munition(name: "Paveway IV")], claims: [Claim(claimant: "UK Ministry of Defence")],
    evidence: [Evidence(slot: "/participants/0", start: 0, end: 8, pattern: "counted-aircraft")], confidence: 0.9,
    provenance: provenance)

  /// A strike of one operator on one place.
  static func strike(
    _ id: String, in document: String, by operators: String, on place: String, confidence: Double = 0.5
  ) -> Sortie {
    Sortie(
      id: id, document: DocumentInfo(id: document), participants: [Participant(operator: operators)],
      places: [Place(name: place)],
      evidence: [
        Evidence(slot: "/places/0", start: 10, end: 14, pattern: "place.in"),
        Evidence(slot: "/participants/0/operator", start: 0, end: 3, pattern: "operator.adjective"),
      ],
      confidence: confidence, provenance: provenance)
  }
}
