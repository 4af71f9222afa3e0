internal import HTMLTree

/// What of a page is no text of its own: navigation, comments, related stories, appeals, and what is never shown.
struct PageFurniture {
  private let page: HTMLPage
  private let names: [ElementNames]
  /// Up to each node, bytes of texts that are long enough to be prose and lie in no link; and of all texts.
  private var prose: [Int] = [0]
  private var words: [Int] = [0]
  private var decided: [Bool] = []

  init(_ page: HTMLPage) {
    self.page = page
    names = page.nodes.indices.map { ElementNames(page, $0) }
    var hiddenUntil = 0
    var linkUntil = 0
    for (index, node) in page.nodes.enumerated() {
      if let tag = node.tag, Self.unseen.contains(tag) { hiddenUntil = max(hiddenUntil, node.end) }
      if node.tag == .a { linkUntil = max(linkUntil, node.end) }
      let count = index < hiddenUntil ? 0 : Self.letters(page.characters[node.characters])
      words.append(words[index] + count)
      prose.append(prose[index] + (index >= linkUntil && count >= 25 ? count : 0))
    }
    var headings = [0]
    for node in page.nodes { headings.append(headings[headings.count - 1] + (node.tag == .h1 ? 1 : 0)) }
    decided = page.nodes.indices.map { isFurniture($0, headings) }
  }

  func isFurniture(_ node: Int) -> Bool { decided[node] }

  /// Whether anything below a node would be seen.
  func hasWords(_ node: Int) -> Bool { words[page.nodes[node].end] > words[node] }

  /// Bytes of what may be prose below a node.
  func prose(below node: Int) -> Int { prose[page.nodes[node].end] - prose[node] }

  func names(of node: Int) -> ElementNames { names[node] }

  // MARK: Furniture

  private static let unseen: Set<HTMLTag> = [
    .head, .script, .style, .noscript, .template, .iframe, .object, .embed, .svg, .math, .canvas, .map, .audio, .video,
    .datalist, .select, .option, .textarea, .input, .button, .progress,
  ]
  private static let always: Set<HTMLTag> = [.nav, .footer, .aside, .dialog, .menu]

  private func isFurniture(_ index: Int, _ headings: [Int]) -> Bool {
    guard let tag = page.nodes[index].tag else { return false }
    if Self.unseen.contains(tag) { return true }
    if tag == .html || tag == .body || tag == .main { return false }
    let hasHeading = headings[page.nodes[index].end] > headings[index] && tag != .h1
    let share = prose[page.nodes.count] == 0 ? 0 : Double(prose(below: index)) / Double(prose[page.nodes.count])
    let isWhole = hasHeading && share > 0.3
    if isHidden(index) { return !isWhole }
    if let role = page.attribute("role", of: index), Self.roles.contains(role) { return !isWhole }
    // What readers write may be longer than what they read.
    if names[index].areComments { return !isWhole }
    if Self.always.contains(tag) { return !isWhole && share < 0.6 }
    if tag == .header, share < 0.2, !isInside(index, [.article, .main]), !hasHeading { return true }
    if tag == .form, share < 0.3 { return true }
    return names[index].areFurniture && !isWhole && share < 0.4
  }

  private static let roles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar",
    "toolbar", "tablist",
  ]

  private func isHidden(_ index: Int) -> Bool {
    for attribute in page.attributes(of: index) {
      switch attribute.name {
      case "hidden": return true
      case "aria-hidden": if attribute.value == "true" { return true }
      case "style":
        let style = attribute.value.utf8.filter { $0 != 0x20 }
        let text = String(decoding: style, as: UTF8.self).lowercased()
        if text.contains("display:none") || text.contains("visibility:hidden") { return true }
      default: continue
      }
    }
    return false
  }

  private func isInside(_ index: Int, _ tags: Set<HTMLTag>) -> Bool {
    var next = page.nodes[index].parent
    while let node = next {
      if let tag = page.nodes[node].tag, tags.contains(tag) { return true }
      next = page.nodes[node].parent
    }
    return false
  }

  // MARK: Tables

  /// A table that shows data; others only place what they hold on the page.
  func isDataTable(_ table: Int) -> Bool {
    if let role = page.attribute("role", of: table), role == "presentation" || role == "none" { return false }
    var rows = 0
    var cells = 0
    var longest = 0
    for index in table + 1..<page.nodes[table].end {
      switch page.nodes[index].tag {
      case .table, .h1, .h2, .ul, .ol, .article, .section, .form: return false
      case .tr: rows += 1
      case .td, .th:
        cells += 1
        longest = max(longest, words[page.nodes[index].end] - words[index])
      default: continue
      }
    }
    return rows >= 2 && cells > rows && longest < 300
  }

  private static func letters(_ text: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in text where !ByteMarks.isBlank(byte) { count += 1 }
    return count
  }
}
