internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// Rows of tables, whose numbers mean what the columns are named.
extension ClauseReader {
  /// Gives a row's numbers to the action that it tells; a line of totals tells none of its own.
  mutating func takeCells(of columns: TableColumns, into clauses: inout [Clause]) {
    let cells = TableColumns.cells(of: sentence, in: phrases.words.bytes)
    guard cells.count == columns.heads.count, var clause = clauses.first else { return }
    guard let label = cells.first, phrases.words.language.columnTotals[phrases.words.folded(label)] == nil else {
      clauses = []
      return
    }
    for later in clauses.dropFirst() { clause.segments += later.segments.filter(\.hasContent) }
    var facts = Clause.Segment()
    for (cell, head) in zip(cells, columns.heads) {
      guard let head, head.isNumber, let number = number(in: cell) else { continue }
      take(number, as: head, into: &facts)
    }
    for segment in clause.segments {
      facts.places += segment.places
      facts.targets += segment.targets
      facts.participants += segment.participants
      facts.date = facts.date ?? segment.date
    }
    guard facts.hasContent || !facts.munitions.isEmpty else { return }
    if facts.places.isEmpty, let column = columns.heads.firstIndex(of: .place) {
      facts.places = [phrases.unlistedPlace(cells[column], country: state.headingCountry ?? state.country)]
    }
    facts.anchor = cells[0]
    clause.segments = [facts]
    clause.hasAction = true
    clause.hasStrikeWord = facts.sorties == nil
    state.isRow = true
    clauses = [clause]
  }

  /// "Idlib: 158", "Kobani | 2 | …": the part of a place in the total told before.
  mutating func takeRow(_ count: Count, _ node: Node, into clause: inout Clause) {
    guard let tally = state.tally, let number = count.min, number <= tally.total else { return }
    if var munition = tally.munition {
      munition.value.count = count
      munition.range = node.range
      clause.current.munitions = [munition]
    } else {
      clause.current.strikes = Sourced(count, node.range, by: phrases.ruleID(node))
    }
    clause.current.anchor = node.range
    clause.hasAction = true
    clause.hasStrikeWord = true
    state.isRow = true
    if clause.participants.isEmpty {
      clause.participants = tally.participants.map { told in
        var one = told
        one.value.count = nil
        return one
      }
    }
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
    _ number: Sourced<Count>, as head: TableColumns.Head, into facts: inout Clause.Segment
  ) {
    switch head {
    case .strikes: facts.strikes = facts.strikes ?? number
    case .sorties: facts.sorties = facts.sorties ?? number
    case .munition(let name, let id):
      facts.munitions.append(
        Sourced(SortieSchema.Munition(name: name, count: number.value), number.range, by: id))
    case .killed, .wounded:
      var casualty = facts.casualties.first?.value ?? Casualty(who: .people)
      if head == .killed { casualty.killed = number.value } else { casualty.wounded = number.value }
      let range = facts.casualties.first.map { $0.range.lowerBound..<number.range.upperBound } ?? number.range
      facts.casualties = [Sourced(casualty, range, by: number.by)]
    case .place, .aircraft, .date: break
    }
  }
}
