/// Which predicted record of a text answers which gold record.
struct Alignment {
  /// Index of the predicted record by the index of the gold record.
  private(set) var answers: [Int: Int] = [:]
  /// Index of the gold record by the index of the predicted record.
  private(set) var answered: [Int: Int] = [:]

  /// The one-to-one pairing with the greatest weight of agreeing facts.
  ///
  /// A pair shares at least two facts that were read, or one where a record has no more. Optional records take what the
  /// others leave.
  init(gold: [Fillers], optional: [Bool], predicted: [Fillers]) {
    guard !gold.isEmpty, !predicted.isEmpty else { return }
    let goldTold = gold.map(\.countOfTold)
    let predictedTold = predicted.map(\.countOfTold)
    var weights = gold.map { _ in predicted.map { _ in 0.0 } }
    for row in gold.indices {
      for column in predicted.indices {
        let (weight, shared) = Self.strength(gold[row], predicted[column])
        let needed = goldTold[row] > 1 && predictedTold[column] > 1 ? 2 : 1
        guard shared >= needed else { continue }
        weights[row][column] = weight * (optional[row] ? 0.01 : 1)
      }
    }
    for (row, column) in Assignment.best(weights) where weights[row][column] > 0 {
      answers[row] = column
      answered[column] = row
    }
  }

  private static func strength(_ gold: Fillers, _ predicted: Fillers) -> (weight: Double, shared: Int) {
    var weight = 0.0
    var shared = 0
    for pair in FillerMatch(gold: gold, predicted: predicted, allRequired: true).matched {
      let slot = gold.list[pair.gold].slot
      guard !slot.isGivenAnyway else { continue }
      weight += slot.alignmentWeight
      shared += 1
    }
    return (weight, shared)
  }
}
