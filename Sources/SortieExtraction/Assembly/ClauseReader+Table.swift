internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// Rows of tables, whose numbers mean what the columns are named.
extension ClauseReader {
  /// Gives a row's numbers to the action that it tells; a line of totals tells none of its own.
  mutating func takeCells(of columns: TableColumns, into clauses: inout [Clause]) {
    let cells = TableColumns.cells(of: sentence, in: phrases.words.bytes)
    guard cells.count == columns.columns.count, var clause = clauses.first else { return }
    guard let label = cells.first, phrases.words.language.columnTotals[phrases.words.folded(label)] == nil else {
      clauses = []
      return
    }
    for later in clauses.dropFirst() { clause.segments += later.segments.filter(\.hasContent) }
    var facts = Clause.Segment()
    for (cell, column) in zip(cells, columns.columns) {
      guard let head = column.head, head.isNumber, let number = number(in: cell) else { continue }
      take(number, as: head, munition: column.munition, into: &facts)
    }
    for segment in clause.segments {
      facts.places += segment.places
      facts.targets += segment.targets
      facts.participants += segment.participants
      facts.date = facts.date ?? segment.date
    }
    guard facts.hasContent || !facts.munitions.isEmpty else { return }
    if facts.places.isEmpty, let column = columns.columns.firstIndex(where: { $0.head == .place }) {
      facts.places = [phrases.unlistedPlace(cells[column], country: state.headingCountry ?? state.country)]
    }
    facts.anchor = cells[0]
    clause.segments = [facts]
    clause.hasAction = true
    clause.hasStrikeWord = facts.sorties == nil
    state.isRow = true
    clauses = [clause]
  }

  /// The number that a cell consists of.
  private func number(in cell: Range<Int>) -> Sourced<Count>? {
    for node in nodes where cell.lowerBound <= node.range.lowerBound && node.range.upperBound <= cell.upperBound {
      if node.mark == .count, let count = phrases.numbers.count(node) {
        return Sourced(count, cell, by: phrases.ruleID(node))
      }
    }
    guard let plain = Int(phrases.words.folded(cell)) else { return nil }
    return Sourced(Count(exactly: plain, text: phrases.words.string(cell)), cell, by: "table")
  }

  private func take(
    _ number: Sourced<Count>, as head: TableColumns.Head, munition: (name: String, id: String)?,
    into facts: inout Clause.Segment
  ) {
    switch head {
    case .strikes: facts.strikes = facts.strikes ?? number
    case .sorties: facts.sorties = facts.sorties ?? number
    case .munitions:
      guard let munition else { return }
      facts.munitions.append(
        Sourced(SortieSchema.Munition(name: munition.name, count: number.value), number.range, by: munition.id))
    case .killed, .wounded:
      var casualty = facts.casualties.first?.value ?? Casualty(who: .people)
      if head == .killed { casualty.killed = number.value } else { casualty.wounded = number.value }
      let range = facts.casualties.first.map { $0.range.lowerBound..<number.range.upperBound } ?? number.range
      facts.casualties = [Sourced(casualty, range, by: number.by)]
    case .targets, .place, .aircraft, .date: break
    }
  }
}
