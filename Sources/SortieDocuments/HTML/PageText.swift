internal import HTMLTree
internal import SortieSchema

/// The text of a page as lines: paragraphs parted by empty lines, items of lists and rows of tables line by line.
struct PageText {
  private(set) var text: [UInt8] = []
  private(set) var map = SourceMap()

  init(_ blocks: [PageBlock]) {
    var before: PageBlock.Kind?
    for block in blocks {
      if let before { write(Self.isTight(before, block.kind) ? "\n" : "\n\n", at: block) }
      if block.kind == .listItem { write("- ", at: block) }
      // The map of a block begins anew; its runs lead on from here.
      map.append(block.map)
      text += block.text
      before = block.kind
    }
    if !text.isEmpty {
      text.append(0x0A)
      map.insert(1, at: map.location(of: text.count - 2..<text.count - 1).bytes?.upperBound ?? 0)
    }
  }

  private static func isTight(_ a: PageBlock.Kind, _ b: PageBlock.Kind) -> Bool {
    a == b && (a == .listItem || a == .tableRow)
  }

  private mutating func write(_ words: String, at block: PageBlock) {
    text += Array(words.utf8)
    map.insert(words.utf8.count, at: block.map.location(of: 0..<1).bytes?.lowerBound ?? 0)
  }
}
