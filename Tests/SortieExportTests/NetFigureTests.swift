import SortieExport
import SortieSchema
import Testing

@Suite("Figures that can be added up")
struct NetFigureTests {
  /// One record for each line: own number, scope, place of its summary.
  private func strikes(_ lines: [(Int?, Sortie.Scope, Int?)]) -> [String] {
    let records = lines.enumerated().map { index, line in
      Sample.record(index) {
        $0.counts.strikes = line.0.map { Count(exactly: $0) }
        $0.scope = line.1
        $0.partOf = line.2.map(Sample.id)
      }
    }
    return ReadTable.csv(records).map { $0["strikes_net"]! }
  }

  @Test("A summary has what its parts leave over")
  func summary() {
    #expect(strikes([(24, .summary, nil), (7, .event, 0), (13, .event, 0)]) == ["4", "7", "13"])
  }

  @Test("Parts that exceed their summary leave it nothing, and never less")
  func neverBelowZero() {
    #expect(strikes([(5, .summary, nil), (4, .event, 0), (3, .event, 0)]) == ["0", "4", "3"])
  }

  @Test("A part without a number takes nothing away")
  func partWithoutNumber() {
    #expect(strikes([(5, .summary, nil), (nil, .event, 0)]) == ["5", ""])
  }

  @Test("A running total gives nothing to add up")
  func cumulative() {
    #expect(strikes([(9000, .cumulative, nil), (6, .event, nil), (2, .event, 0)]) == ["", "6", "2"])
  }

  @Test("Totals of totals come out at the greatest total")
  func nested() {
    let net = strikes([
      (24, .summary, nil), (20, .summary, 0), (4, .event, 0), (7, .event, 1), (9, .event, 1),
    ])
    #expect(net == ["0", "4", "4", "7", "9"])
    #expect(net.compactMap(Int.init).reduce(0, +) == 24)
  }

  @Test("A total between without a number hands its parts up")
  func nestedWithoutNumber() {
    #expect(strikes([(24, .summary, nil), (nil, .summary, 0), (7, .event, 1), (9, .event, 1)]) == ["8", "", "7", "9"])
  }

  @Test("Records that call each other their total stand alone or below one another, and each counts once")
  func circle() {
    let net = strikes([(5, .summary, 1), (3, .summary, 0)])
    #expect(net.compactMap(Int.init).reduce(0, +) == 5)
  }

  @Test("The best figure is the minimum, else the maximum")
  func bestFigure() {
    let row = ReadTable.row {
      $0.counts.sorties = Count(min: 15, max: 20)
      $0.counts.targets = Count(min: nil, max: 8)
    }
    #expect(row["sorties_net"] == "15")
    #expect(row["targets_net"] == "8")
  }
}
