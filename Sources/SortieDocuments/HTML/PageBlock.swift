internal import HTMLTree
internal import SortieSchema

/// A line or a paragraph of a page: what no block element divides.
struct PageBlock {
  enum Kind: Equatable {
    case paragraph
    /// Text that stands in a block without being a paragraph: a division, a cell of a layout.
    case line
    case heading
    case listItem
    case tableRow
    case caption
    case preformatted
    /// Furniture that was left out; it has no words.
    case furniture
  }

  var kind: Kind
  /// The block element, a place in the page's nodes.
  var node: Int
  /// White space collapsed, lines parted by line feeds; without any at the ends.
  var text: [UInt8] = []
  /// Leads to the bytes of the page in UTF-8.
  var map = SourceMap()
  /// Bytes of the text that lie in links, and in bold letters.
  var linked = 0
  var bold = 0

  init(_ kind: Kind, _ node: Int) {
    self.kind = kind
    self.node = node
  }

  var linkShare: Double { text.isEmpty ? 0 : Double(linked) / Double(text.count) }

  /// Ends as a sentence does, closing quotes and brackets aside.
  var endsSentence: Bool {
    for byte in text.reversed() {
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), 0xA6: return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), 0xE2, 0x80, 0x9D, 0x99, 0x20:
        continue
      default: return false
      }
    }
    return false
  }

  /// A heading, or a line of its own in bold letters.
  var isHeading: Bool {
    kind == .heading || (kind == .line || kind == .paragraph) && text.count <= 120 && bold * 10 >= text.count * 9
  }

  /// Prose: sentences that are not mainly links.
  var isProse: Bool {
    guard kind != .furniture, !isHeading, linkShare < 0.4 else { return false }
    return text.count >= 80 || text.count >= 30 && endsSentence
  }
}
