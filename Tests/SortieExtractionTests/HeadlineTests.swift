import SortieSchema
import Testing

@testable import SortieExtraction

/// Headlines and single sentences of news, in which verbs stand in the present and articles are left out.
private let cases: [TextCase] = [
  TextCase(
    what: "Aircraft bomb: a verb, no munition", text: "Turkish jets bomb PKK camps in Qandil",
    told: ["TR – Qandil"]),
  TextCase(what: "Aircraft strike: a verb, no noun", text: "Warplanes strike Douma", told: ["unknown – Douma"]),
  TextCase(what: "A state bombs", text: "Israel bombs Syrian army post in Quneitra", told: ["IL – Quneitra"]),
  TextCase(
    what: "Drone strikes are a noun", text: "US drone strikes kill five in Idlib", told: ["US – Idlib 5 dead"]),
  TextCase(
    what: "So many killed: a toll, no number of strikes", text: "At least 61 killed in air strike on Atareb",
    told: ["unknown – Atareb 61 dead"]),
  TextCase(
    what: "A toll takes its strike and place along", text: "Death toll from air raid on Douma rises to 12",
    told: ["unknown – Douma 12 dead"]),
  TextCase(
    what: "What stands before the kind of a place tells whose it is",
    text: "An air raid in the Damascus suburb of Harasta killed five people.", told: ["unknown – Harasta 5 dead"]),
  TextCase(
    what: "A command strikes under its own name",
    text: "U.S. Central Command forces conducted a strike near Idlib on Monday.", told: ["US 2014-11-24 Idlib"]),
  TextCase(
    what: "State forces that carry out strikes are who flew",
    text: "Russian forces carried out three strikes on Saraqib on Monday.",
    told: ["RU 2014-11-24 Saraqib 3 strikes"]),
  TextCase(
    what: "A side holds for the aircraft behind its artillery",
    text: "The regime's artillery and warplanes targeted Zabadani on Monday.", told: ["SY 2014-11-24 Zabadani"]),
  TextCase(
    what: "Members of a group died, among them two others are part of them",
    text:
      "At least 12 members of the Islamic State, including two commanders, were killed in coalition raids near Hajin.",
    told: ["us-led-coalition – Hajin 12 dead"]),
  TextCase(
    what: "Strikes that were talked over are none of that day",
    text: "The council discussed the air strikes in Aleppo on Tuesday.", told: []),
  TextCase(what: "Sirens are no raid", text: "Air raid sirens sounded in Safed on Sunday.", told: []),
  TextCase(
    what: "A helicopter that was hit struck nothing",
    text: "On Monday a Russian helicopter was hit by ground fire near Palmyra and landed safely.", told: []),
]

@Suite struct HeadlineTests {
  @Test("News is told in the present and without articles", arguments: cases)
  func headline(_ example: TextCase) {
    let saturday = CalendarDate(year: 2014, month: 11, day: 29)
    #expect(example.records(published: saturday).map(TextCase.line) == example.told)
  }

  @Test("A thing that its place stands before is what was hit", arguments: ["the Saraqib clinic", "Saraqib's clinic"])
  func placedThing(words: String) {
    let text = "Jets hit \(words) on Monday."
    let record = SourceData.extractor.read(Array(text.utf8), document: DocumentInfo(id: "t")).records.first
    #expect(record?.targets.map(\.type) == ["clinic"])
    #expect(record?.places.map(\.name) == ["Saraqib"])
  }
}
