/// The best one-to-one pairing of rows with columns.
///
/// Shortest augmenting paths after Jonker and Volgenant in the rectangular form of D. F. Crouse ("On implementing 2D
/// rectangular assignment algorithms", IEEE Transactions on Aerospace and Electronic Systems 52, 2016). Rows are
/// entered one by one; each time the cheapest path of swaps that frees a column is taken, with prices on rows and
/// columns that keep all reduced costs non-negative. Cubic in the shorter side.
enum Assignment {
  /// Pairs of row and column, in the order of the rows, whose weights add up to the most.
  ///
  /// As many pairs as the shorter side has, those of weight 0 among them. Of several best pairings the one is taken that
  /// keeps the order of rows and columns as far as the search meets it first, so that a figure never depends on chance.
  /// - Parameter weights: rows of equal length.
  static func best(_ weights: [[Double]]) -> [(row: Int, column: Int)] {
    guard let first = weights.first, !first.isEmpty else { return [] }
    if first.count >= weights.count {
      var search = PathSearch(costs: weights.map { $0.map { -$0 } })
      return search.columnsOfRows().enumerated().map { (row: $0.offset, column: $0.element) }
    }
    let turned = first.indices.map { column in weights.map { -$0[column] } }
    var search = PathSearch(costs: turned)
    return search.columnsOfRows().enumerated().map { (row: $0.element, column: $0.offset) }
      .sorted { $0.row < $1.row }
  }
}

/// The search for at most as many rows as columns, by least cost.
private struct PathSearch {
  private let costs: [[Double]]
  private let columns: Int
  private var rowPrices: [Double]
  private var columnPrices: [Double]
  private var columnOfRow: [Int?]
  private var rowOfColumn: [Int?]

  init(costs: [[Double]]) {
    self.costs = costs
    columns = costs[0].count
    rowPrices = Array(repeating: 0, count: costs.count)
    columnPrices = Array(repeating: 0, count: columns)
    columnOfRow = Array(repeating: nil, count: costs.count)
    rowOfColumn = Array(repeating: nil, count: columns)
  }

  mutating func columnsOfRows() -> [Int] {
    for row in costs.indices { enter(row) }
    return columnOfRow.compactMap { $0 }
  }

  private mutating func enter(_ entering: Int) {
    var distance = Array(repeating: Double.infinity, count: columns)
    var reachedFrom = Array(repeating: entering, count: columns)
    var visited: [Int] = []
    // Taken from the back and filled from the front, so that equal weights give the identity.
    var open = Array((0..<columns).reversed())
    var row = entering
    var least = 0.0
    var free: Int?
    while free == nil {
      var nearest = 0
      var nearestDistance = Double.infinity
      for position in open.indices {
        let column = open[position]
        let path = least + costs[row][column] - rowPrices[row] - columnPrices[column]
        if path < distance[column] {
          distance[column] = path
          reachedFrom[column] = row
        }
        // Among columns equally near a free one ends the path.
        if distance[column] < nearestDistance
          || distance[column] == nearestDistance && rowOfColumn[column] == nil
        {
          nearestDistance = distance[column]
          nearest = position
        }
      }
      least = nearestDistance
      let column = open[nearest]
      visited.append(column)
      open.swapAt(nearest, open.count - 1)
      open.removeLast()
      if let next = rowOfColumn[column] { row = next } else { free = column }
    }
    rowPrices[entering] += least
    for column in visited {
      if let taken = rowOfColumn[column] { rowPrices[taken] += least - distance[column] }
      columnPrices[column] -= least - distance[column]
    }
    var column = free
    while let ending = column {
      let taker = reachedFrom[ending]
      rowOfColumn[ending] = taker
      column = columnOfRow[taker]
      columnOfRow[taker] = ending
      if taker == entering { break }
    }
  }
}
