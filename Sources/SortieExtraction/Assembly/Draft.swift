internal import SortieSchema

/// A value with the words and the rule that it was read from.
struct Sourced<Value> {
  var value: Value
  /// UTF-8 bytes in the text as read.
  var range: Range<Int>
  /// Id of the pattern or gazetteer entry.
  var by: String

  init(_ value: Value, _ range: Range<Int>, by: String) {
    self.value = value
    self.range = range
    self.by = by
  }
}

/// A place with what the resolver knows of it.
struct DraftPlace {
  var place: Place
  /// How fine the place is: 0 country, 1 region, 2 province, 3 district, 4 a settlement or point.
  var level: Int
}

/// A record in the making: what one clause tells, later what several clauses tell of one action.
///
/// A value like any other, but its facts lie in one place that copies share until one of them is changed: there are some
/// forty, drafts are compared again and again, and copying them all each time would cost more than comparing.
@dynamicMemberLookup
struct Draft {
  private final class Box {
    // Only `Draft` reaches it, and a draft that is changed is the only one that holds it.
    @exclusivity(unchecked) var facts: DraftFacts
    init(_ facts: DraftFacts) { self.facts = facts }
  }

  private var box: Box

  init(anchor: Range<Int>, sentence: Int, range: Range<Int>) {
    box = Box(DraftFacts(anchor: anchor, sentence: sentence, range: range))
  }

  subscript<Value>(dynamicMember fact: KeyPath<DraftFacts, Value>) -> Value {
    @inline(__always) get { box.facts[keyPath: fact] }
  }

  subscript<Value>(dynamicMember fact: WritableKeyPath<DraftFacts, Value>) -> Value {
    @inline(__always) get { box.facts[keyPath: fact] }
    @inline(__always) _modify {
      if !isKnownUniquelyReferenced(&box) { box = Box(box.facts) }
      yield &box.facts[keyPath: fact]
    }
  }

  /// Whether both tell the same number of dead, more than one.
  func sharesDead(with other: Draft) -> Bool { box.facts.sharesDead(with: other.box.facts) }

  /// Whether one tells a coalition and the other the state that leads it.
  func isAllied(with other: Draft) -> Bool { box.facts.isAllied(with: other.box.facts) }

  /// Names the coalition in place of the state that leads it.
  mutating func nameCoalitions() {
    if !isKnownUniquelyReferenced(&box) { box = Box(box.facts) }
    box.facts.nameCoalitions()
  }
}
