import Foundation
import PCRE2
import SortieSchema
import Testing

@testable import SortieExtraction

/// What reading costs, in figures that are the same on every machine, held to what was recorded last in
/// `work-figures.json` beside this file.
@Suite struct WorkTests {
  /// For a hundred sentences.
  struct Figures: Codable, Equatable {
    var names: Double
    var patternsTried: Double
    var searches: Double
    var attempts: Double

    init(_ work: Work) {
      func rate(_ count: Int) -> Double { (Double(count) / Double(max(work.sentences, 1)) * 1_000).rounded() / 10 }
      names = rate(work.names)
      patternsTried = rate(work.patternsTried)
      searches = rate(work.searches)
      attempts = rate(work.attempts)
    }
  }

  private static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "work-figures.json")
  private static let isRecording = ProcessInfo.processInfo.environment["SORTIE_RECORD_FLOORS"] == "1"

  private func work(_ texts: [[UInt8]]) -> Work {
    var workspace = Workspace()
    for text in texts {
      _ = SourceData.extractor.run(text, document: DocumentInfo(id: "x"), isTraced: false, workspace: &workspace)
    }
    return workspace.work
  }

  @Test("A sentence costs no more than it did, within a twentieth")
  func fixtures() throws {
    let figures = Figures(work(try CodedTexts.fixtures.texts().map(\.bytes)))
    if Self.isRecording {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      try (encoder.encode(figures) + Data("\n".utf8)).write(to: Self.file)
      return
    }
    let recorded = try JSONDecoder().decode(Figures.self, from: Data(contentsOf: Self.file))
    #expect(figures.names <= recorded.names * 1.05)
    #expect(figures.patternsTried <= recorded.patternsTried * 1.05)
    #expect(figures.searches <= recorded.searches * 1.05)
    #expect(figures.attempts <= recorded.attempts * 1.05)
  }

  @Test("A text ten times as long costs ten times the work")
  func linear() {
    let bulletin = """
      On 22 January 2017 two Su-34 bombers struck an ammunition depot near Kafr Zita, killing three militants. Further \
      strikes hit two vehicles and a bunker in Hama province. The ministry said nine sorties were flown from Hmeimim.\n
      """
    let (short, long) = (
      work([Array(String(repeating: bulletin, count: 30).utf8)]),
      work([Array(String(repeating: bulletin, count: 300).utf8)])
    )
    #expect(long.sentences == short.sentences * 10 || abs(long.sentences - short.sentences * 10) <= 20)
    #expect(Double(long.searches) <= Double(short.searches) * 10 * 1.05)
    #expect(Double(long.attempts) <= Double(short.attempts) * 10 * 1.05)
  }

  /// Texts made to have patterns try one thing after the other.
  private static let hostileTexts = [
    String(repeating: "1", count: 60_000), String(repeating: "strike (", count: 8_000),
    "Strikes " + String(repeating: "and a ", count: 10_000), "strike" + String(repeating: "x", count: 200_000),
    String(repeating: "“", count: 20_000) + " strike", String(repeating: "raid jet F-16 ", count: 4_000),
  ]

  private func findings(_ text: String, stepsOfSearch: UInt32) -> [Finding] {
    var workspace = Workspace()
    workspace.scratch = MatchScratch(limits: MatchLimits(match: stepsOfSearch))
    return SourceData.extractor.run(
      Array(text.utf8), document: DocumentInfo(id: "x"), isTraced: false, workspace: &workspace
    ).result.findings.filter { $0.rule == "match-limit" }
  }

  /// Steps of backtracking that one search may take for each kilobyte of its text, and as many for any text.
  private static let stepsEachKilobyte = 10_000

  @Test(
    "No pattern takes more steps on a hostile text than are stated for its length",
    arguments: hostileTexts + [String(repeating: "an air strike hit the town near ", count: 2_000)])
  func steps(text: String) {
    let limit = UInt32(Self.stepsEachKilobyte * (1 + text.utf8.count / 1_024))
    #expect(findings(text, stepsOfSearch: min(limit, MatchLimits().match)).isEmpty)
  }

  @Test("A search that would take more steps than are allowed is told")
  func tellsSteps() {
    #expect(!findings("Two Su-34 bombers struck a depot near Palmyra.", stepsOfSearch: 1).isEmpty)
  }

  @Test("Hostile texts cost no more searches a kilobyte than bulletins do ten times over", arguments: hostileTexts)
  func hostile(text: String) {
    let bytes = Array(text.utf8)
    let work = work([bytes])
    // A bulletin takes about 300.
    #expect(work.searches <= bytes.count * 3_000 / 1_024 + 1_000)
  }
}
