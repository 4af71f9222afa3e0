internal import HTMLTree
internal import SortieSchema

/// Cuts a page into blocks in the order of the document.
struct BlockBuilder {
  private let page: HTMLPage
  private let bytes: [UInt8]
  private let furniture: PageFurniture
  private(set) var blocks: [PageBlock] = []

  /// An element that is open, and what it means for the text in it.
  private struct Level {
    var node: Int
    var end: Int
    var isBlock: Bool
    var kind: PageBlock.Kind
    var isLink: Bool
    var isBold: Bool
    var isPreformatted: Bool
    /// Whether cells stand side by side on one line.
    var isDataTable: Bool
  }

  private var levels: [Level] = []
  private var current: PageBlock?
  /// Where a blank in the page begins that is written before the next word only.
  private var pendingSpace: Range<Int>?
  private var pendingBreaks = 0

  init(_ page: HTMLPage, bytes: [UInt8], furniture: PageFurniture) {
    self.page = page
    self.bytes = bytes
    self.furniture = furniture
    build()
  }

  private mutating func build() {
    var index = 0
    while index < page.nodes.count {
      while let top = levels.last, top.end <= index { close() }
      let node = page.nodes[index]
      guard let tag = node.tag else {
        add(text: node)
        index += 1
        continue
      }
      if furniture.isFurniture(index) {
        leaveOut(index)
        index = node.end
        continue
      }
      switch tag {
      case .br: lineBreak(at: node.source)
      case .hr: flush()
      default: open(index, tag)
      }
      index += 1
    }
    while !levels.isEmpty { close() }
    flush()
  }

  private mutating func leaveOut(_ index: Int) {
    guard furniture.hasWords(index) else { return }
    let isInline = page.nodes[index].tag.map { !Self.blockTags.contains($0) } ?? true
    // A button inside a sentence does not end it.
    if isInline, current != nil { return }
    flush()
    blocks.append(PageBlock(.furniture, index))
  }

  private mutating func open(_ index: Int, _ tag: HTMLTag) {
    let outer = levels.last
    var level = Level(
      node: index, end: page.nodes[index].end, isBlock: Self.blockTags.contains(tag), kind: outer?.kind ?? .line,
      isLink: outer?.isLink ?? false, isBold: outer?.isBold ?? false, isPreformatted: outer?.isPreformatted ?? false,
      isDataTable: outer?.isDataTable ?? false)
    switch tag {
    case .p: if level.kind == .line { level.kind = .paragraph }
    case .h1, .h2, .h3, .h4, .h5, .h6: level.kind = .heading
    case .li, .dt, .dd: level.kind = .listItem
    case .figcaption, .caption: level.kind = .caption
    case .pre:
      level.kind = .preformatted
      level.isPreformatted = true
    case .a: level.isLink = true
    case .b, .strong: level.isBold = true
    case .table:
      level.isDataTable = furniture.isDataTable(index)
      level.kind = level.isDataTable ? .tableRow : .line
    case .td, .th:
      if level.isDataTable { level.isBlock = false } else { level.kind = .line }
    case .div, .section, .article: if level.kind == .paragraph { level.kind = .line }
    default: break
    }
    // In a data table the row is the line, whatever stands in its cells.
    if level.isDataTable, tag != .tr, tag != .table, tag != .caption { level.isBlock = false }
    if level.isBlock { flush() }
    if level.isDataTable, tag == .td || tag == .th { nextCell(at: page.nodes[index].source) }
    levels.append(level)
  }

  private mutating func close() {
    guard let level = levels.popLast() else { return }
    if level.isBlock {
      flush()
    } else if level.isDataTable, page.nodes[level.node].tag.map({ Self.blockTags.contains($0) }) ?? false {
      pendingSpace = pendingSpace ?? 0..<0
    }
  }

  // MARK: Words

  private mutating func add(text node: HTMLPage.Node) {
    guard let start = node.source?.lowerBound, !node.characters.isEmpty else { return }
    let level = levels.last
    let alignment = TextAlignment(page.characters, node.characters, page: bytes, from: start)
    for piece in alignment.pieces {
      var offset = piece.text.lowerBound
      while offset < piece.text.upperBound {
        let byte = page.characters[offset]
        let place = piece.isCopied ? piece.source.lowerBound + offset - piece.text.lowerBound : piece.source.lowerBound
        if ByteMarks.isBlank(byte) || byte == 0 {
          if level?.isPreformatted == true, byte == 0x0A { pendingBreaks += 1 }
          if pendingSpace == nil || pendingSpace == 0..<0 { pendingSpace = place..<place + 1 }
          offset += 1
          continue
        }
        writeSpace(before: place)
        var end = offset + 1
        while end < piece.text.upperBound, !ByteMarks.isBlank(page.characters[end]), page.characters[end] != 0 {
          end += 1
        }
        let source = piece.isCopied ? place..<place + end - offset : piece.source
        write(page.characters[offset..<end], source, isCopied: piece.isCopied)
        offset = end
      }
    }
  }

  private mutating func write(_ words: ArraySlice<UInt8>, _ source: Range<Int>, isCopied: Bool) {
    let level = levels.last
    var block = current ?? PageBlock(level?.kind ?? .line, levels.last { $0.isBlock }?.node ?? 0)
    current = nil
    block.text += words
    if isCopied {
      block.map.append(words.count, from: source.lowerBound)
    } else {
      block.map.append(words.count, standingFor: source)
    }
    if level?.isLink == true { block.linked += words.count }
    if level?.isBold == true { block.bold += words.count }
    current = block
  }

  /// Writes the blank or the line break that lies between the last word and the next.
  private mutating func writeSpace(before place: Int) {
    defer {
      pendingSpace = nil
      pendingBreaks = 0
    }
    guard var block = current else { return }
    if pendingBreaks >= 2, levels.last?.isPreformatted != true {
      return flush()
    }
    guard pendingBreaks > 0 || pendingSpace != nil else { return }
    current = nil
    block.text.append(pendingBreaks > 0 ? 0x0A : 0x20)
    if let space = pendingSpace, space != 0..<0, space.lowerBound < place {
      block.map.append(1, standingFor: space.lowerBound..<place)
    } else {
      block.map.insert(1, at: place)
    }
    current = block
  }

  private mutating func lineBreak(at source: Range<Int>?) {
    guard current != nil else { return }
    pendingBreaks += 1
    if pendingSpace == nil, let source { pendingSpace = source }
  }

  private mutating func nextCell(at source: Range<Int>?) {
    guard var block = current else { return }
    current = nil
    pendingSpace = nil
    pendingBreaks = 0
    block.text += Array(" | ".utf8)
    block.map.insert(3, at: source?.lowerBound ?? 0)
    current = block
  }

  private mutating func flush() {
    if let block = current, !block.text.isEmpty { blocks.append(block) }
    current = nil
    pendingSpace = nil
    pendingBreaks = 0
  }

  static let blockTags: Set<HTMLTag> = [
    .html, .body, .main, .article, .section, .nav, .aside, .h1, .h2, .h3, .h4, .h5, .h6, .header, .footer, .address,
    .hgroup, .div, .p, .blockquote, .pre, .ul, .ol, .li, .dl, .dt, .dd, .figure, .figcaption, .hr, .details, .summary,
    .dialog, .center, .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th, .form, .fieldset, .legend, .menu, .head,
    .title,
  ]
}
