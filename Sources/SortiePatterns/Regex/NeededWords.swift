/// What a part of a regex needs: words and marks that every match holds, and, where it has branches, those of which a
/// match holds all of one case.
///
/// The clauses alone are weak for a pattern of many branches, since a sentence often has a word of one branch and the
/// verb of another; the cases keep together what stands in one branch.
struct NeededWords: Equatable {
  typealias Clause = LiteralNeeds.Clause

  /// Each of them holds for every match.
  var clauses: [Clause] = []
  /// For every match all clauses of one of them hold; none where nothing is known beside `clauses`.
  private(set) var cases: [[Clause]] = []

  /// More cases take longer to look through than they save.
  static let mostCases = 24

  var isEmpty: Bool { clauses.isEmpty && cases.isEmpty }

  /// The needs of what stands side by side.
  mutating func add(_ other: NeededWords) {
    clauses += other.clauses
    if cases.isEmpty || other.cases.isEmpty {
      if cases.isEmpty { cases = other.cases }
    } else if cases.count * other.cases.count <= Self.mostCases {
      cases = cases.flatMap { one in other.cases.map { one + $0 } }
    } else if other.cases.count < cases.count {
      // Few cases are the sharper ones as a rule.
      cases = other.cases
    }
  }

  /// The needs of several branches of which a match takes one.
  /// - Parameter clauses: what all of them need.
  init(branches: [NeededWords], clauses: [Clause]) {
    self.clauses = clauses
    let whole = branches.map { branch in
      branch.cases.isEmpty ? [branch.clauses] : branch.cases.map { branch.clauses + $0 }
    }
    let fine = whole.flatMap { $0 }
    let coarse = branches.map(\.clauses)
    for cases in [fine, coarse] where cases.count <= Self.mostCases && !cases.contains(where: \.isEmpty) {
      self.cases = cases
      return
    }
  }

  init(clauses: [Clause] = []) { self.clauses = clauses }

  /// The same with nothing told twice.
  var tidied: NeededWords {
    var tidy = NeededWords(clauses: Self.unique(clauses))
    let common = Set(tidy.clauses.map { Set($0) })
    let own = cases.map { Self.unique($0).filter { !common.contains(Set($0)) } }
    // A case that asks for no more than the clauses is met whenever they are.
    if own.count > 1, !own.contains(where: \.isEmpty) { tidy.cases = own }
    return tidy
  }

  private static func unique(_ clauses: [Clause]) -> [Clause] {
    var seen: Set<Set<LiteralNeeds.Atom>> = []
    return clauses.filter { seen.insert(Set($0)).inserted }
  }
}
