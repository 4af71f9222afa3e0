import SortieSchema
import Testing

/// A record that breaks no rule.
private let sound = Sortie(
  id: "0123456789abcdef", document: DocumentInfo(id: "text", published: CalendarDate(iso: "2017-01-24")),
  date: SortieDate(
    start: CalendarDate(iso: "2017-01-21"), end: CalendarDate(iso: "2017-01-21"), precision: .day, basis: .explicit),
  participants: [Participant(operator: "RU", aircraft: "Su-24M", count: Count(exactly: 2))],
  counts: Sortie.Counts(strikes: Count(min: 3, max: 5)), departure: Place(name: "Hmeymim"),
  places: [Place(name: "Marea", latitude: 36.5, longitude: 37.2, precision: .point)],
  targets: [Target(type: "depot", count: Count(exactly: 1))],
  casualties: [Casualty(who: .fighters, killed: Count(exactly: 4), relation: .total, claim: 0)],
  munitions: [Munition(name: "KAB-500")], claims: [Claim(claimant: "Ministry")],
  evidence: [
    Evidence(slot: "", start: 0, end: 40, pattern: "p"),
    Evidence(slot: "/participants/0/count/min", start: 1, end: 4, pattern: "p"),
    Evidence(slot: "/date/start", start: 5, end: 9, pattern: "p"),
    Evidence(slot: "/counts/strikes", start: 5, end: 9, pattern: "p"),
    Evidence(slot: "/departure/name", start: 5, end: 9, pattern: "p"),
    Evidence(slot: "/kind", start: 40, end: 40, pattern: "p"),
  ], confidence: 1, provenance: Provenance(tool: "t", gazetteer: "g", patterns: "p"))

private let context = ValidationContext(
  textLength: 40, siblings: [sound],
  operatorFlies: { flown, aircraft in flown == "XX" ? nil : flown == "RU" && aircraft == "Su-24M" })

/// A record that one rule finds fault with.
private struct Failing: Sendable, CustomTestStringConvertible {
  let rule: String
  /// Rules that the same fault breaks as well.
  let also: Set<String>
  let change: @Sendable (inout Sortie) -> Void
  var testDescription: String { rule }

  init(_ rule: String, also: Set<String> = [], _ change: @escaping @Sendable (inout Sortie) -> Void) {
    self.rule = rule
    self.also = also
    self.change = change
  }

  static let all: [Failing] = [
    Failing("id-form") { $0.id = "0123456789ABCDEF" },
    Failing("id-form", also: ["part-of-a-summary"]) { $0.partOf = "12" },
    Failing("required-text", also: ["operator-flies-type"]) { $0.participants[0].operator = "" },
    Failing("required-text") { $0.places[0].name = "  " },
    Failing("required-text") { $0.claims[0].claimant = "" },
    Failing("required-text") { $0.document.id = "" },
    Failing("no-count-or-date-or-place") { record in
      record = Sortie(
        id: record.id, document: record.document,
        date: SortieDate(
          start: CalendarDate(iso: "2016-01-01"), end: CalendarDate(iso: "2016-12-31"), precision: .year,
          basis: .explicit),
        participants: [Participant(operator: "RU")], places: [Place(name: "Syria", precision: .country)],
        provenance: record.provenance)
    },
    Failing("claim-index") { $0.casualties[0].claim = 1 },
    Failing("claim-index") { $0.casualties[0].claim = -1 },
    Failing("part-of-itself") { $0.partOf = $0.id },
    Failing("count-range") { $0.counts.strikes = Count(min: 6, max: 5) },
    Failing("count-range") { $0.casualties[0].killed = Count(min: -1, max: nil) },
    Failing("date-order") { $0.date?.end = CalendarDate(iso: "2017-01-20") },
    Failing("coordinates-range") { $0.places[0].latitude = 91 },
    Failing("coordinates-range") { $0.places[0].longitude = -.nan },
    Failing("coordinates-range") { $0.places[0].longitude = nil },
    Failing("coordinates-range") { $0.departure?.latitude = 3 },
    Failing("coordinates-of-area") { $0.places[0].precision = .province },
    Failing("confidence-range") { $0.confidence = 1.01 },
    Failing("confidence-range") { $0.confidence = .nan },
    Failing("evidence-range") { $0.evidence[0].end = 41 },
    Failing("evidence-range") { $0.evidence[1].start = 9 },
    Failing("parts-add-up") {
      $0.participants[0].under = "coalition"
      $0.participants.append(Participant(operator: "coalition", count: Count(exactly: 1)))
    },
    Failing("parts-add-up") {
      $0.casualties.append(Casualty(who: .fighters, killed: Count(exactly: 5), relation: .part))
    },
    Failing("parts-add-up") { $0.casualties[0].children = Count(exactly: 5) },
    Failing("part-of-a-summary") { $0.partOf = "aaaaaaaaaaaaaaaa" },
    Failing("total-among-participants") {
      $0.participants.append(Participant(operator: "RU", aircraft: "Su-24M", count: Count(exactly: 1)))
      $0.participants.append(Participant(operator: "RU", class: .aircraft, count: Count(exactly: 3)))
    },
    Failing("date-after-publication") { $0.date?.end = CalendarDate(iso: "2017-01-25") },
    Failing("date-before-air-war") { $0.date?.start = CalendarDate(iso: "1910-01-01") },
    Failing("operator-flies-type") { $0.participants[0].operator = "SY" },
    Failing("place-far-from-others") { $0.places.append(Place(name: "Sirte", latitude: 31.2, longitude: 16.6)) },
  ]

  static let slots: [Failing] = [
    "/nothing", "date", "/participants/1", "/participants/00", "/participants/0/count/minimum", "/counts/sorties/min",
    "/date/start/year", "/places/0/alternatives/0", "/casualties/0/wounded/min", "/",
  ].map { slot in Failing("evidence-slot") { $0.evidence[2].slot = slot } }
}

@Suite("Validation")
struct ValidationTests {
  @Test("A sound record has no findings")
  func soundRecord() {
    #expect(validate(sound, in: context) == [])
    #expect(validate(sound, textLength: 40) == [])
  }

  @Test("A faulty record is found by its rule, and by no other", arguments: Failing.all + Failing.slots)
  private func faulty(_ failing: Failing) throws {
    var record = sound
    failing.change(&record)
    let findings = validate(record, in: context)
    let rule = try #require(ValidationRule.all.first { $0.id == failing.rule })
    #expect(Set(findings.map(\.rule)) == failing.also.union([failing.rule]))
    let finding = try #require(findings.first { $0.rule == failing.rule })
    #expect(finding.severity == rule.severity)
    #expect(!finding.message.isEmpty)
  }

  @Test("A summary has no more than its parts leave it")
  func summary() {
    var summary = sound
    summary.scope = .summary
    summary.counts.strikes = Count(exactly: 5)
    var parts = [sound, sound]
    for index in parts.indices {
      parts[index].id = "000000000000000\(index)"
      parts[index].partOf = summary.id
    }
    let rule = "summary-below-its-parts"
    let whole = ValidationContext(siblings: [summary] + parts)
    #expect(validate(summary, in: whole).map(\.rule) == [rule])
    #expect(validate(parts[0], in: whole) == [])
    #expect(validate(summary, in: ValidationContext(siblings: [summary, parts[0]])) == [])
  }

  @Test("Every rule has a record that breaks it, and says what it is about")
  func everyRuleIsTested() {
    let tested = Set((Failing.all + Failing.slots).map(\.rule)).union(["summary-below-its-parts"])
    #expect(Set(ValidationRule.all.map(\.id)) == tested)
    #expect(ValidationRule.all.count == Set(ValidationRule.all.map(\.id)).count)
    for rule in ValidationRule.all { #expect(rule.about.hasSuffix("."), "\(rule.id)") }
  }

  @Test("What nobody knows is no finding")
  func unknown() {
    var record = sound
    record.participants[0].operator = "XX"
    #expect(validate(record, in: context) == [])
    record.document.published = nil
    record.date?.end = CalendarDate(iso: "2018-01-01")
    #expect(validate(record, in: context) == [])
  }

  @Test("A planned sortie may lie ahead, a month that is running too")
  func ahead() {
    var record = sound
    record.status = .planned
    record.date?.end = CalendarDate(iso: "2017-02-25")
    #expect(validate(record, in: context) == [])
    record.status = .reported
    record.date?.precision = .month
    #expect(validate(record, in: context) == [])
  }

  @Test(
    "Slots of the record may have evidence",
    arguments: [
      "", "/kind", "/date", "/date/text", "/participants/0", "/participants/0/class", "/counts/sorties",
      "/places/0/name",
      "/casualties/0/killed/max", "/claims/0/via", "/departure", "/partOf",
    ])
  func slots(slot: String) {
    var record = sound
    record.evidence = [Evidence(slot: slot, start: 0, end: 1, pattern: "p")]
    #expect(validate(record, in: context) == [])
  }
}
