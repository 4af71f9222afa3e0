import RecordMaking
import Testing

@testable import SortieEvaluation

@Suite("The best one-to-one pairing")
struct AssignmentTests {
  /// The greatest weight, found by trying all pairings.
  private func bestWeight(_ weights: [[Double]], row: Int = 0, taken: Set<Int> = []) -> Double {
    guard row < weights.count else { return 0 }
    var best = bestWeight(weights, row: row + 1, taken: taken)
    for column in weights[row].indices where !taken.contains(column) {
      best = max(best, weights[row][column] + bestWeight(weights, row: row + 1, taken: taken.union([column])))
    }
    return best
  }

  @Test("weighs as much as the best of all pairings", arguments: 0..<300)
  func agreesWithBruteForce(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let (rows, columns) = (1 + random.below(6), 1 + random.below(6))
    // Small whole numbers, so that many pairings are equally good.
    let weights = (0..<rows).map { _ in (0..<columns).map { _ in Double(random.below(seed % 2 == 0 ? 4 : 50)) } }

    let pairs = Assignment.best(weights)

    #expect(pairs.count == min(rows, columns))
    #expect(Set(pairs.map(\.row)).count == pairs.count)
    #expect(Set(pairs.map(\.column)).count == pairs.count)
    #expect(pairs.reduce(0) { $0 + weights[$1.row][$1.column] } == bestWeight(weights))
  }

  @Test("keeps the order where all pairings are equal", arguments: [(3, 3), (2, 5), (5, 2)])
  func equalWeights(rows: Int, columns: Int) {
    let pairs = Assignment.best(Array(repeating: Array(repeating: 2, count: columns), count: rows))

    #expect(pairs.map(\.row) == Array(0..<min(rows, columns)))
    #expect(pairs.map(\.column) == Array(0..<min(rows, columns)))
  }

  @Test("of nothing is nothing")
  func empty() {
    #expect(Assignment.best([]).isEmpty)
    #expect(Assignment.best([[], []]).isEmpty)
  }
}
