/// A page as an HTML5 parser reads it: its elements and texts in the order of the document.
///
/// A list in which what lies below a node follows it, up to its `end`: it is walked without descending, however deeply a
/// page is nested.
public struct HTMLPage: Sendable {
  public struct Node: Sendable {
    /// Nil for a text.
    public let tag: HTMLTag?
    /// Place of the parent; nil at the top.
    public let parent: Int?
    /// Behind the last node below this one.
    public let end: Int
    /// Where the words of a text stand in `characters`; empty for an element.
    public let characters: Range<Int>
    /// Bytes of the page: a tag as it stands there, and of a text where it begins. Nil for what the parser added.
    public let source: Range<Int>?
    /// Places in `attributes`.
    let attributes: Range<Int>
  }

  public struct Attribute: Sendable {
    /// In lower case.
    public let name: String
    public let value: String
    /// Bytes of the page that the value takes, with its quotes.
    public let source: Range<Int>?
  }

  public let nodes: [Node]
  let attributes: [Attribute]
  /// The words of all texts, one after the other, with characters for references; valid UTF-8 where the page was.
  public let characters: [UInt8]

  public func attributes(of node: Int) -> ArraySlice<Attribute> { attributes[nodes[node].attributes] }

  /// The value of an attribute; nil where the element has none of this name.
  public func attribute(_ name: String, of node: Int) -> String? {
    attributes(of: node).first { $0.name == name }?.value
  }

  /// The words of all texts below a node as they stand in the page, one after the other.
  public func text(below node: Int) -> [UInt8] {
    var text: [UInt8] = []
    for inner in node..<nodes[node].end { text += characters[nodes[inner].characters] }
    return text
  }
}
