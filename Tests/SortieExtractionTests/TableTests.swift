import SortieSchema
import Testing

@testable import SortieExtraction

/// A text with a table, and what its records have to tell: place, strikes, sorties, munitions, killed and wounded.
private let cases: [TextCase] = [
  TextCase(
    what: "Columns give the numbers of each row their meaning, and the line of totals tells no action",
    text: """
      Regime aircraft bombed towns across the south on Friday 11 September 2015, a local centre said.

      Town | Air raids | Barrel bombs | Killed | Wounded
      Inkhil | 6 | – | 4 | 17
      al-Harra | – | 12 | – | 3
      Dael | 2 | – | – | –
      Total | 8 | 12 | 4 | 20
      """,
    told: ["Inkhil strikes 6 killed 4 wounded 17", "al-Harra munitions 12 wounded 3", "Dael strikes 2"]),
  TextCase(
    what: "A table of aircraft tells sorties, and not its running totals",
    text: """
      Australian aircraft flew over Iraq in October 2016.

      | Aircraft | Sorties in October | Sorties to date |
      |---|---|---|
      | F/A-18A | 54 | 1,652 |
      | E-7A | 14 | 315 |
      """,
    told: ["F/A-18 sorties 54", "E-7 sorties 14"]),
  TextCase(
    what: "A list splits a total up by places",
    text: """
      Syrian helicopters dropped 279 barrel bombs in March 2018, a monitor said.

      - Idlib governorate: 158
      - Hama governorate: 121
      """,
    told: ["Idlib munitions 158", "Hama munitions 121"]),
  TextCase(
    what: "Strikes and what they hit stand in one row",
    text: """
      Coalition forces conducted 6 airstrikes in Syria on 17 May 2015.

      Kobani | 4 | 2 tactical units engaged; 3 fighting positions destroyed
      Al Hasakah | 2 | 1 mortar damaged
      """,
    told: ["Kobani strikes 4 targets 2", "Al Hasakah strikes 2 targets 1"]),
  TextCase(
    what: "Strokes between words make no table",
    text: "Home | News | Syria\n\nRussian jets struck a depot near Idlib on 3 May 2016. Two people were killed.",
    told: ["Idlib killed 2"]),
]

@Suite struct TableTests {
  @Test("Rows of tables and lists are actions of their own", arguments: cases)
  func rows(_ sample: TextCase) {
    let told = sample.records().map(Self.line)
    for row in sample.told { #expect(told.contains(row), "\(told)") }
    #expect(!told.contains { $0.contains("1652") || $0.hasPrefix("Total") })
  }

  private static func line(_ record: Sortie) -> String {
    var parts = record.places.filter { $0.country != $0.name && $0.precision != .country }.map(\.name).prefix(1).map {
      $0
    }
    if parts.isEmpty { parts = record.participants.compactMap(\.aircraft) }
    for (name, count) in [
      ("strikes", record.counts.strikes), ("sorties", record.counts.sorties), ("munitions", record.counts.munitions),
    ] {
      if let number = count?.min { parts.append("\(name) \(number)") }
    }
    if let killed = record.casualties.compactMap({ $0.killed?.min }).first { parts.append("killed \(killed)") }
    if let wounded = record.casualties.compactMap({ $0.wounded?.min }).first { parts.append("wounded \(wounded)") }
    if record.counts.strikes != nil, !record.targets.isEmpty { parts.append("targets \(record.targets.count)") }
    return parts.joined(separator: " ")
  }
}
