import SortieSchema
import Testing

@testable import SortieExtraction

@Suite struct MonitorsTests {
  /// What the tables call a monitor without a name.
  static let unnamed: String = {
    guard let name = SourceData.gazetteer.claimants[id: "monitoring-group"]?.name else {
      fatalError("no row monitoring-group")
    }
    return name
  }()

  private func claimants(_ drafts: [Draft], told: Set<String> = []) -> [[String]] {
    var drafts = drafts
    Monitors.name(&drafts, told: told, gazetteer: SourceData.gazetteer)
    return drafts.map { $0.claims.map(\.value.claimant) }
  }

  @Test("A monitor without a name is the one that the text names")
  func named() {
    let drafts = [DraftSample.strike(.claim("SOHR", .monitor)), DraftSample.strike(.claim(Self.unnamed, .monitor))]
    #expect(claimants(drafts) == [["SOHR"], ["SOHR"]])
  }

  @Test(
    "Where none says anything it is the only one that the text speaks of",
    arguments: [(["SOHR"], "SOHR"), (["SOHR", "Airwars"], MonitorsTests.unnamed), ([], MonitorsTests.unnamed)])
  func spokenOf(told: [String], claimant: String) {
    #expect(claimants([DraftSample.strike(.claim(Self.unnamed, .monitor))], told: Set(told)) == [[claimant]])
  }

  @Test("It is nobody twice")
  func once() {
    let drafts = [
      DraftSample.strike(.claim("SOHR", .monitor), .claim(Self.unnamed, .monitor), .claim("Reuters", .agency))
    ]
    #expect(claimants(drafts) == [["SOHR", "Reuters"]])
  }

  @Test("A monitor that denies is not the one that asserts in the same record")
  func otherStance() {
    let drafts = [DraftSample.strike(.claim("SOHR", .monitor), .claim(Self.unnamed, .monitor, .denies))]
    #expect(claimants(drafts) == [["SOHR", "SOHR"]])
  }

  @Test("Of two that are named it is the last before it", arguments: [(30, "Airwars"), (15, "SOHR")])
  func two(offset: Int, name: String) {
    let drafts = [
      DraftSample.strike(.claim("SOHR", .monitor, at: 10)), DraftSample.strike(.claim("Airwars", .monitor, at: 20)),
      DraftSample.strike(.claim(Self.unnamed, .monitor, at: offset)),
    ]
    #expect(claimants(drafts) == [["SOHR"], ["Airwars"], [name]])
  }

  @Test("A monitor that opens a report is the first that it names")
  func opening() {
    let drafts = [
      DraftSample.strike(.claim(Self.unnamed, .monitor, at: 5)), DraftSample.strike(.claim("SOHR", .monitor, at: 10)),
      DraftSample.strike(.claim("Airwars", .monitor, at: 20)),
    ]
    #expect(claimants(drafts) == [["SOHR"], ["SOHR"], ["Airwars"]])
  }

  @Test("Officials and outlets are no monitors")
  func others() {
    let drafts = [DraftSample.strike(.claim("Reuters", .agency)), DraftSample.strike(.claim(Self.unnamed, .monitor))]
    #expect(claimants(drafts) == [["Reuters"], [Self.unnamed]])
  }
}
