/// Marks that a sentence must hold at last for somebody to want its reading.
struct Goal {
  /// Any of these is enough.
  let alone: UInt64
  /// One of each of these two.
  let together: (UInt64, UInt64)

  /// A clause that tells an action has one of some marks, or a side and what it did: see `DraftBuilder.mayTellAction`.
  static let action = Goal(
    alone: Mark.set([.strike, .weapon, .munition, .negated, .force, .craft, .airforce, .coalition]),
    together: (Mark.set([.state, .metonym, .stateForces]), Mark.set([.hit, .toll, .flight, .elided, .targets])))

  func isReached(by marks: UInt64) -> Bool {
    marks & alone != 0 || marks & together.0 != 0 && marks & together.1 != 0
  }

  /// The numbers of the last steps that may make a mark of each kind; -1 where none may.
  struct LastSteps {
    private(set) var alone = -1
    private(set) var together = (-1, -1)

    mutating func add(_ mark: UInt64, at number: Int, for goal: Goal) {
      if mark & goal.alone != 0 { alone = max(alone, number) }
      if mark & goal.together.0 != 0 { together.0 = max(together.0, number) }
      if mark & goal.together.1 != 0 { together.1 = max(together.1, number) }
    }
  }

  /// Whether a sentence with some marks may still reach the goal when the steps from a number on are run.
  func mayBeReached(from marks: UInt64, by last: LastSteps, at number: Int) -> Bool {
    if marks & alone != 0 || last.alone >= number { return true }
    return (marks & together.0 != 0 || last.together.0 >= number)
      && (marks & together.1 != 0 || last.together.1 >= number)
  }
}
