/// One kind of thing hit.
public struct Target: Hashable, Sendable {
  /// What became of the target, as the words say; `targeted` where they say only that it was aimed at.
  public enum Effect: String, CaseIterable, Sendable { case targeted, damaged, destroyed, killed, suppressed }

  /// Singular: `tactical unit`, `command post`, `fighters`.
  public var type: String
  /// Nil where no number is told.
  public var count: Count?
  public var effect: Effect?
  /// Id of the group or state that it belonged to.
  public var owner: String?
  public var text: String?

  public init(type: String, count: Count? = nil, effect: Effect? = nil, owner: String? = nil, text: String? = nil) {
    self.type = type
    self.count = count
    self.effect = effect
    self.owner = owner
    self.text = text
  }
}

/// One toll, as one source tells it.
public struct Casualty: Hashable, Sendable {
  /// Whom the toll counts; `people` where it is not told who they were.
  public enum Who: String, CaseIterable, Sendable { case civilians, fighters, soldiers, people }
  /// How tolls of one action stand to each other: one holds all, another a part of it, others contradict each other.
  public enum Relation: String, CaseIterable, Sendable { case total, part, rival }

  public var who: Who
  public var killed: Count?
  public var wounded: Count?
  /// "Including three children".
  public var children: Count?
  public var women: Count?
  /// How this toll stands to the others; parts and rivals are never added up.
  public var relation: Relation?
  /// Index into the record's claims of the source of this toll.
  public var claim: Int?

  public init(
    who: Who, killed: Count? = nil, wounded: Count? = nil, children: Count? = nil, women: Count? = nil,
    relation: Relation? = nil, claim: Int? = nil
  ) {
    self.who = who
    self.killed = killed
    self.wounded = wounded
    self.children = children
    self.women = women
    self.relation = relation
    self.claim = claim
  }
}

/// A weapon that was used.
public struct Munition: Hashable, Sendable {
  /// `Paveway IV`, `barrel bomb`.
  public var name: String
  public var count: Count?

  public init(name: String, count: Count? = nil) {
    self.name = name
    self.count = count
  }
}
