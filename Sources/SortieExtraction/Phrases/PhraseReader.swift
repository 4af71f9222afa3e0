internal import ReportText
internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// Turns the nodes of one sentence into typed values. One extension a kind of phrase.
struct PhraseReader {
  let words: Words
  let gazetteer: Gazetteer
  let nodes: [Node]
  let numbers: NumberReader
  /// The coalition named last before, which "the coalition" takes up.
  let coalition: String?

  init(words: Words, gazetteer: Gazetteer, nodes: [Node], coalition: String? = nil) {
    self.coalition = coalition
    self.words = words
    self.gazetteer = gazetteer
    self.nodes = nodes
    numbers = NumberReader(words: words, nodes: nodes)
  }

  /// A node and all nodes below it, in the order of the text.
  func descendants(_ node: Node) -> [Node] {
    var found: [Node] = []
    addDescendants(node, to: &found)
    return found
  }

  private func addDescendants(_ node: Node, to found: inout [Node]) {
    for index in node.children {
      found.append(nodes[index])
      addDescendants(nodes[index], to: &found)
    }
  }

  /// Nodes of a kind at or below a node, outermost first, not looking below those found.
  func outermost(_ mark: Mark, in indices: [Int]) -> [Node] {
    var found: [Node] = []
    addOutermost(mark, in: indices[...], to: &found)
    return found
  }

  private func addOutermost(_ mark: Mark, in indices: ArraySlice<Int>, to found: inout [Node]) {
    for index in indices {
      if nodes[index].mark == mark {
        found.append(nodes[index])
      } else if !nodes[index].children.isEmpty {
        addOutermost(mark, in: nodes[index].children[...], to: &found)
      }
    }
  }

  func ruleID(_ node: Node) -> String { node.pattern?.id ?? entryID(node) ?? "gazetteer" }

  /// Id of the entry that a name's best candidate stands for.
  func entryID(_ node: Node) -> String? {
    node.mention?.candidates.first.map { gazetteer.id(of: $0) }
  }

  /// One, where an article tells one thing: "a", "another"; nil for "the" and "some".
  func one(_ article: Node.Capture) -> Count? {
    words.language.singularArticles[words.bytes, article.range].map { _ in
      Count(exactly: 1, text: words.string(article.range))
    }
  }

  /// Whether a noun ends as plurals do.
  func isPlural(_ noun: Node.Capture) -> Bool { words.folded(noun.range).hasSuffix("s") }

  /// Whether a name or day ends in a possessive: "Idlib's", or "Idlibs" where the apostrophe was lost.
  /// - Parameter name: how it is spelled by itself; where that ends in `s`, another one is asked for.
  func isPossessive(_ range: Range<Int>, name: String? = nil) -> Bool {
    let behind = words.string(range.upperBound..<min(range.upperBound + 4, words.text.bytes.count))
    if behind.first == "'" || behind.first == "’" { return true }
    return words.folded(range).hasSuffix("s") && !(name.map { Words.fold($0).hasSuffix("s") } ?? false)
  }

  /// Whether an article tells that the thing comes on top of what was told before.
  func tellsAnother(_ article: Node.Capture) -> Bool {
    words.language.singularArticles[words.bytes, article.range] == "another"
  }

  /// Whether a count adds to what was told before: "a further nine", "two more".
  func tellsFurther(_ count: String) -> Bool {
    let parts = Words.fold(count).split(separator: " ")
    return parts.indices.contains { index in
      guard let place = words.language.furtherWords[String(parts[index])] else { return false }
      return place != Self.endsNumber || index == parts.count - 1
    }
  }

  /// Mark in the word table of a word that counts only at the end of a number.
  private static let endsNumber = "last"

  func candidate(_ node: Node, in table: Table) -> Candidate? {
    node.mention?.candidates.first { $0.table == table }
  }
}
