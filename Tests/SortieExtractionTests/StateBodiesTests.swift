import SortieSchema
import Testing

@testable import SortieExtraction

/// A ministry or staff without its country, and whose it is.
private let cases: [TextCase] = [
  TextCase(
    what: "It is that of the only state that flies",
    text: "Two Russian Su-34s struck a command post near Raqqa on 11 November 2015, the Ministry of Defence said.",
    told: ["Russian Ministry of Defence"]),
  TextCase(
    what: "It is found in small letters",
    text: "Danish F-16s struck a bunker near Mosul on 11 November 2016, the defence ministry said.",
    told: ["Danish Ministry of Defence"]),
  TextCase(
    what: "It is that of the capital in the dateline",
    text: "ANKARA, 12 November 2016. F-16s struck a depot near al-Bab on 11 November, the Defence Ministry said.",
    told: ["Turkish Armed Forces"]),
  TextCase(
    what: "The dateline counts for more than who flies",
    text: "DAMASCUS (SANA) - Israeli jets struck a laboratory near Masyaf on 9 May 2018, the Foreign Ministry said.",
    told: ["Syrian Foreign Ministry"]),
  TextCase(
    what: "It is that of the city behind it",
    text: "Two RAF Typhoons and two French Rafales struck a depot near Hit on 2 May 2016, the Ministry of Defence in "
      + "London said.",
    told: ["UK Ministry of Defence"]),
  TextCase(
    what: "It is the one that the text names elsewhere",
    text: "The Iraqi Ministry of Defence briefed reporters on 3 May 2016. Two French Rafales and two F-16s struck a "
      + "depot near Hit on 2 May, the defence ministry said.",
    told: ["Iraqi Ministry of Defence"]),
  TextCase(
    what: "Of two states that fly it is neither's",
    text: "Two RAF Typhoons and two French Rafales struck a depot near Hit on 2 May 2016, the defence ministry said.",
    told: ["Defence Ministry"]),
  TextCase(
    what: "A nameless source is of the state whose agency quotes it, then and later",
    text: "Army aircraft destroyed three vehicles near Hama on 11 May 2017, a military source told SANA. Ten militants "
      + "died in a second raid near Homs on 11 May, the source said.",
    told: ["Syrian military source", "Syrian military source"]),
  TextCase(
    what: "An agency's own text needs not say that it quotes",
    text: "Army aircraft destroyed three vehicles near Hama on 11 May 2017, a military source said.", source: "SANA",
    told: ["Syrian military source"]),
]

@Suite struct StateBodiesTests {
  @Test("A state's body that is told without its country gets it", arguments: cases)
  func isNamed(_ sample: TextCase) {
    #expect(sample.records().flatMap { $0.claims.map(\.claimant) } == sample.told)
  }
}
