internal import SortieGazetteer
internal import SortiePatterns

/// Something recognised in a sentence: a name, or the match of a pattern with what its groups hold.
///
/// A class, so that handing nodes on costs nothing.
final class Node: Sendable {
  let mark: Mark
  /// UTF-8 bytes in the text as read.
  let range: Range<Int>
  /// The name that the gazetteer found; nil for the match of a pattern.
  let mention: Mention?
  /// The pattern that matched; nil for a name.
  let pattern: Pattern?
  let captures: [Capture]
  /// Indices of the nodes that lie inside this one, in the order of the text.
  let children: [Int]

  /// What a named group held.
  struct Capture: Sendable {
    let name: String
    /// UTF-8 bytes in the text as read.
    let range: Range<Int>
    /// Indices of the nodes in the group, in the order of the text: mostly a part of the node's own `children`.
    let nodes: ArraySlice<Int>
  }

  init(mark: Mark, range: Range<Int>, mention: Mention) {
    self.mark = mark
    self.range = range
    self.mention = mention
    pattern = nil
    captures = []
    children = []
  }

  init(mark: Mark, range: Range<Int>, pattern: Pattern, captures: [Capture], children: [Int]) {
    self.mark = mark
    self.range = range
    mention = nil
    self.pattern = pattern
    self.captures = captures
    self.children = children
  }

  func capture(_ name: String) -> Capture? { captures.first { $0.name == name } }

  /// A fixed attribute that the pattern sets.
  func attribute(_ name: String) -> String? { pattern?.attribute(name) }
}
