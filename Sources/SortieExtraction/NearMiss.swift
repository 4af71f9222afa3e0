internal import SortiePatterns

/// Why a sentence gave nothing, for people who mend patterns.
enum NearMiss {
  /// What stands against the clauses of a sentence that led to no draft.
  static func reasons(_ clauses: [Clause]) -> [String] {
    var reasons: [String] = []
    for clause in clauses where !clause.isEmpty || clause.hasVerb {
      if clause.isPlanned { reasons.append("told as a plan or a possibility") }
      if clause.isNegated { reasons.append("denied") }
      if clause.isHabitual { reasons.append("told as a habit") }
      if clause.isWholeWar { reasons.append("told of the whole war") }
      if clause.hasGround { reasons.append("told of arms on the ground") }
    }
    return reasons.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension Cascade {
  /// The pattern for actions that lacks least, and what it lacks; nil where none has any of its parts.
  func nearestMiss(_ reading: Reading) -> (pattern: Pattern, missing: [Mark])? {
    var present: UInt64 = 0
    var fired: Set<String> = []
    for node in reading.nodes {
      present |= 1 << UInt64(node.mark.rawValue)
      if let pattern = node.pattern { fired.insert(pattern.id) }
    }
    var nearest: (pattern: Pattern, missing: UInt64, found: Int)?
    for (pattern, makes, required) in asked where NearMiss.actions.contains(makes) && !fired.contains(pattern.id) {
      let found = (required & present).nonzeroBitCount
      let missing = required & ~present
      guard found > 0 else { continue }
      if let known = nearest,
        (missing.nonzeroBitCount, -found) >= (known.missing.nonzeroBitCount, -known.found)
      {
        continue
      }
      nearest = (pattern, missing, found)
    }
    return nearest.map { near in
      (near.pattern, Mark.allCases.filter { near.missing & (1 << UInt64($0.rawValue)) != 0 })
    }
  }
}

extension NearMiss {
  /// What a draft can begin with.
  static let actions: Set<Mark> = [.strike, .hit, .toll, .flight]
}
