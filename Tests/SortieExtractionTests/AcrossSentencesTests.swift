import SortieSchema
import Testing

@testable import SortieExtraction

/// A text of a few sentences, and what its records have to tell: operator, day, places, strikes, dead.
private let cases: [TextCase] = [
  TextCase(
    what: "Aircraft that were shot down lend their side to the mission told later",
    text: "Militants shot down an Iraqi army helicopter south of Samarra. The Bell 407 was attacking vehicles of the "
      + "militants late on Wednesday when it was hit.",
    told: ["IQ 2014-11-26 Samarra"]),
  TextCase(
    what: "Who is blamed flew it",
    text: "A drone killed a commander in his car near Khan Arnabeh on Tuesday. State media blamed Israel.",
    told: ["IL 2014-11-25 Khan Arnabeh"]),
  TextCase(
    what: "Entries take their day and place from their labels",
    text:
      "The coalition gave details.\n\n1. March 9, 2014, near Tabqah, Syria, via media report. During a coalition strike "
      + "on an ISIS vehicle two civilians were killed.",
    told: ["us-led-coalition 2014-03-09 Tabqah 2 dead"]),
  TextCase(
    what: "The town that is hit again is the one told before",
    text: "Jets bombed Binnish on Tuesday. SOHR said six air strikes hit the town on Tuesday, killing four people.",
    told: ["unknown 2014-11-25 Binnish 6 strikes 4 dead"]),
  TextCase(
    what: "The second sentence tells the day and the place of the first",
    text:
      "Turkish jets hit camps of the PKK in northern Iraq, the army said. Turkey's air force struck hideouts of the "
      + "group in Gara on Monday night.",
    told: ["TR 2014-11-24 Gara"]),
  TextCase(
    what: "Bombers who blow themselves up fly nothing later either",
    text: "Suicide bombers attacked two buses near Salamiyah on Sunday. The bombers struck at a checkpoint.",
    told: []),
  TextCase(
    what: "Strikes told by number alone are strikes",
    text: "On Monday coalition jets carried out four strikes near Mosul. Two near Al Qaim damaged a bunker.",
    told: ["us-led-coalition 2014-11-24 Mosul 4 strikes", "us-led-coalition 2014-11-24 Al Qaim 2 strikes"]),
  TextCase(
    what: "Nothing is flown in an exercise",
    text:
      "The air force ended an exercise in the desert on Monday. More than 600 sorties were flown from Azraq. In the "
      + "final scenario four F-16s struck a mock camp.",
    told: []),
  TextCase(
    what: "Missiles that were intercepted are no aircraft that were shot down",
    text: "On Friday Israeli aircraft fired missiles at Masyaf and most of them were intercepted.",
    told: ["IL 2014-11-28 Masyaf"]),
  TextCase(
    what: "A rocket attack by rebels is not flown, nor is what it avenged of that day",
    text: "On Monday rebels launched a rocket attack on Damascus.",
    told: []),
  TextCase(
    what: "A village that the text introduced is known by its bare name",
    text:
      "On Monday jets bombed the village of Qarbutiyah in Idlib province. On Tuesday Russian jets killed nine people "
      + "in Qarbutiyah.",
    told: ["unknown 2014-11-24 Qarbutiyah", "RU 2014-11-25 Qarbutiyah 9 dead"]),
  TextCase(
    what: "A place told by its distance is the one that lies there",
    text:
      "On Friday Turkish jets hit a camp near Makhmour, killing four people. The planes struck some 60 km south-west "
      + "of Erbil.",
    told: ["TR 2014-11-28 Makhmour 4 dead"]),
]

@Suite struct AcrossSentencesTests {
  @Test("What one sentence leaves open another tells", arguments: cases)
  func across(_ example: TextCase) {
    let saturday = CalendarDate(year: 2014, month: 11, day: 29)
    #expect(example.records(published: saturday).map(Self.line) == example.told)
  }

  private static func line(_ record: Sortie) -> String {
    var parts: [String] = [Set(record.participants.map(\.operator)).sorted().joined(separator: "+")]
    parts.append(record.date?.start.map { "\($0)" } ?? "–")
    parts.append(record.places.map(\.name).joined(separator: ", "))
    if let strikes = record.counts.strikes?.min, strikes > 1 { parts.append("\(strikes) strikes") }
    if let dead = record.casualties.compactMap({ $0.killed?.min }).max(), dead > 1 { parts.append("\(dead) dead") }
    return parts.joined(separator: " ")
  }
}
