/// A few names, each once: sides of an action, of which there are seldom more than two.
struct Names: Equatable, Sequence {
  private var names: [String] = []

  init(_ names: some Sequence<String>) {
    for name in names where !self.names.contains(name) { self.names.append(name) }
  }

  var isEmpty: Bool { names.isEmpty }
  var count: Int { names.count }
  var first: String? { names.first }

  func makeIterator() -> IndexingIterator<[String]> { names.makeIterator() }

  func contains(_ name: String) -> Bool { names.contains(name) }

  func isSubset(of other: Names) -> Bool { names.allSatisfy(other.contains) }

  func isDisjoint(with other: Names) -> Bool { !names.contains(where: other.contains) }

  func isDisjoint(with other: some Sequence<String>) -> Bool { !other.contains(where: contains) }

  static func == (a: Names, b: Names) -> Bool { a.count == b.count && a.isSubset(of: b) }
}
