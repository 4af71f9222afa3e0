internal import HTMLTree

/// Finds the element of a page that holds its text, and which of its blocks are the text.
struct MainContent {
  private let page: HTMLPage
  private let furniture: PageFurniture
  private let blocks: [PageBlock]
  /// Titles that the page's head gives, their letters only.
  private let titles: [[UInt8]]
  /// Nodes of the first blocks that the titles fit.
  private var titled: [Int] = []
  /// Up to each node, bytes of prose in blocks that begin before it.
  private var prose: [Int]

  init(_ page: HTMLPage, furniture: PageFurniture, blocks: [PageBlock], titles: [String]) {
    self.titles = titles.map { Self.letters($0.utf8) }
    self.page = page
    self.furniture = furniture
    self.blocks = blocks
    prose = [Int](repeating: 0, count: page.nodes.count + 1)
    for block in blocks where block.isProse { prose[block.node + 1] += block.text.count }
    for index in 1..<prose.count { prose[index] += prose[index - 1] }
    for block in blocks where isTitle(block) {
      titled.append(block.node)
      if titled.count == 20 { break }
    }
  }

  private func prose(below node: Int) -> Int { prose[page.nodes[node].end] - prose[node] }

  /// The blocks of the text in their order, its heading first.
  func text() -> [PageBlock] {
    let container = container()
    let range = container..<page.nodes[container].end
    var inside = blocks.indices.filter { range.contains(blocks[$0].node) }
    if page.nodes[container].tag == .body || page.nodes[container].tag == .html { inside = trimmed(inside) }
    let heading = heading(of: inside)
    // What stands above the heading belongs to the page.
    if let heading { inside.removeAll { $0 <= heading } }
    var kept = Set(inside.filter { isText(blocks[$0]) })
    dropFollowers(&kept, inside)
    dropEmptyHeadings(&kept, inside)
    var text = inside.filter(kept.contains)
    if let heading {
      let between = heading + 1..<max(heading + 1, inside.first ?? 0)
      text = [heading] + between.filter { isDay(blocks[$0]) } + text
    }
    return text.map { blocks[$0] }
  }

  // MARK: The container

  private func container() -> Int {
    let whole = prose.last ?? 0
    let marked = page.nodes.indices.filter { furniture.names(of: $0).areContent && !isDropped($0) }
    for candidates in [marked, tagged(.article), tagged(.main) + roles("main")] {
      // What lies in another candidate is part of it.
      var outer: [Int] = []
      for node in candidates where outer.last.map({ page.nodes[$0].end <= node }) ?? true { outer.append(node) }
      guard let best = outer.max(by: { prose(below: $0) < prose(below: $1) }), prose(below: best) > 0 else { continue }
      let all = outer.reduce(0) { $0 + prose(below: $1) }
      // Several of a size are the entries of one text, a live report: then what holds them all is the text.
      var choice = best
      if Double(prose(below: best)) < 0.6 * Double(all), outer.count > 1 { choice = ancestor(of: outer) }
      // Where one has the title of the page, the others are texts of their own.
      let own = outer.filter { hasTitle($0) && prose(below: $0) > 0 }
      if outer.count > 1, own.count == 1 { return narrowed(own[0]) }
      if Double(prose(below: choice)) >= 0.4 * Double(whole) { return narrowed(choice) }
    }
    return narrowed(page.nodes.firstIndex { $0.tag == .body } ?? 0)
  }

  private func hasTitle(_ node: Int) -> Bool {
    titled.contains { $0 >= node && $0 < page.nodes[node].end }
  }

  private func tagged(_ tag: HTMLTag) -> [Int] {
    page.nodes.indices.filter { page.nodes[$0].tag == tag && !isDropped($0) }
  }

  private func roles(_ role: String) -> [Int] {
    page.nodes.indices.filter { page.attribute("role", of: $0) == role && !isDropped($0) }
  }

  private func isDropped(_ node: Int) -> Bool {
    var next: Int? = node
    while let index = next {
      if furniture.isFurniture(index) { return true }
      next = page.nodes[index].parent
    }
    return false
  }

  private func ancestor(of nodes: [Int]) -> Int {
    guard var node = nodes.first, let last = nodes.last else { return 0 }
    while page.nodes[node].end <= last, let parent = page.nodes[node].parent { node = parent }
    return node
  }

  /// Goes down as long as one child has nearly all of the prose.
  private func narrowed(_ start: Int) -> Int {
    var node = start
    while true {
      let whole = prose(below: node)
      var child = node + 1
      var next: Int?
      while child < page.nodes[node].end {
        // What comes first may be the lead of the text; what comes behind seldom is part of it.
        let isFirst = prose[child] == prose[node]
        if Double(prose(below: child)) > (isFirst ? 0.75 : 0.9) * Double(whole), page.nodes[child].tag != nil {
          next = child
        }
        child = page.nodes[child].end
      }
      guard whole > 0, let next, !Self.leaves.contains(page.nodes[next].tag ?? .other), !hasProseOfItsOwn(next) else {
        return node
      }
      node = next
    }
  }

  private func hasProseOfItsOwn(_ node: Int) -> Bool { prose[node + 1] > prose[node] }

  private static let leaves: Set<HTMLTag> = [.p, .ul, .ol, .li, .blockquote, .tr, .pre, .dl]

  /// Without what stands before the first and behind the last paragraph of prose, but for headings.
  private func trimmed(_ inside: [Int]) -> [Int] {
    guard let first = inside.firstIndex(where: { blocks[$0].isProse }),
      let last = inside.lastIndex(where: { blocks[$0].isProse })
    else { return inside }
    var start = first
    while start > 0, blocks[inside[start - 1]].isHeading || isDay(blocks[inside[start - 1]]) { start -= 1 }
    return Array(inside[start...last])
  }

  // MARK: Blocks

  private func isText(_ block: PageBlock) -> Bool {
    // "©": who owns the page.
    if block.text.starts(with: [0xC2, 0xA9]) { return false }
    switch block.kind {
    case .furniture: return false
    case .heading: return true
    case .tableRow, .caption, .preformatted: return block.linkShare < 0.8
    case .listItem: return block.linkShare < 0.7
    case .paragraph: return block.linkShare < 0.8
    case .line:
      if block.linkShare >= 0.5 { return false }
      if block.isProse || isDay(block) { return true }
      return block.isHeading || block.endsSentence && block.text.count >= 15
    }
  }

  /// A line that tells when the text was published.
  private func isDay(_ block: PageBlock) -> Bool {
    block.text.count <= 70 && block.kind != .listItem && block.linkShare < 0.5
      && PublicationDateText.visibleDay(in: block.text) != nil
  }

  /// Items of a list of links go with the links.
  private func dropFollowers(_ kept: inout Set<Int>, _ inside: [Int]) {
    var lists: [Int: (items: Int, links: Int)] = [:]
    for index in inside where blocks[index].kind == .listItem {
      guard let list = page.nodes[blocks[index].node].parent else { continue }
      lists[list, default: (0, 0)].items += 1
      if blocks[index].linkShare >= 0.7 { lists[list, default: (0, 0)].links += 1 }
    }
    for index in inside where blocks[index].kind == .listItem {
      guard let list = page.nodes[blocks[index].node].parent, let count = lists[list] else { continue }
      if count.links * 2 > count.items { kept.remove(index) }
    }
  }

  /// A heading with nothing under it headed what was left out.
  private func dropEmptyHeadings(_ kept: inout Set<Int>, _ inside: [Int]) {
    var hasText = false
    for index in inside.reversed() {
      if blocks[index].isHeading {
        if !hasText { kept.remove(index) }
        // Headings one below the other share what follows.
        continue
      }
      // An advertisement does not part a heading from its text.
      if blocks[index].kind != .furniture { hasText = kept.contains(index) }
    }
  }

  // MARK: The heading

  /// The block that heads the text: in it before its first paragraph, or above it.
  private func heading(of inside: [Int]) -> Int? {
    guard let first = inside.first(where: { blocks[$0].isProse && !isTitle(blocks[$0]) }) ?? inside.first else {
      return nil
    }
    let above = blocks[..<first].indices
    if let title = above.last(where: { isTitle(blocks[$0]) }) { return title }
    return above.last { page.nodes[blocks[$0].node].tag == .h1 && blocks[$0].linkShare < 0.5 }
  }

  /// Whether the page's head gives these words as its title, alone or before the name of the site.
  private func isTitle(_ block: PageBlock) -> Bool {
    guard block.kind != .furniture, block.kind != .listItem, (12...300).contains(block.text.count) else { return false }
    let words = Self.letters(block.text)
    return titles.contains { title in
      title == words
        || title.count > words.count && (title.starts(with: words) || title.suffix(words.count) == words[...])
    }
  }

  /// Letters and figures alone, so that quotation marks and blanks make no difference.
  static func letters(_ text: some Sequence<UInt8>) -> [UInt8] {
    text.filter {
      $0 >= 0x80 && $0 != 0xE2 && $0 != 0x80 || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
    }
    .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}
