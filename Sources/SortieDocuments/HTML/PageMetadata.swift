internal import HTMLTree
internal import SortieSchema

/// Collects what a page says of its text: JSON-LD, OpenGraph, markup, meta tags, what readers see, the address.
struct PageMetadata {
  private let page: HTMLPage
  private let furniture: PageFurniture
  private let origin: SourceMap?
  private(set) var metadata = DocumentMetadata()

  /// What the head of the page says.
  /// - Parameter origin: leads from the page in UTF-8 to the bytes of the input.
  init(_ page: HTMLPage, furniture: PageFurniture, origin: SourceMap?) {
    self.page = page
    self.furniture = furniture
    self.origin = origin
    LinkedData(page).state(in: &metadata)
    readHead()
  }

  /// Archives list thousands of times; the first ones tell.
  private static let statementLimit = 60

  /// The titles that the head gives.
  var titles: [String] { metadata.statements.filter { $0.field == .title }.map(\.value) }

  /// Adds what the body says.
  /// - Parameters:
  ///   - text: the blocks of the text.
  ///   - blocks: those of the whole page.
  mutating func readBody(text: [PageBlock], blocks: [PageBlock]) {
    readMarkup()
    readText(text, blocks)
    readAddress()
  }

  private func place(_ range: Range<Int>?) -> Range<Int>? {
    guard let range, let origin else { return range }
    return origin.location(of: range).bytes
  }

  private mutating func state(
    _ field: DocumentMetadata.Field, _ value: String?, by origin: DocumentMetadata.Origin, at range: Range<Int>?
  ) {
    guard let value = value.map(Self.trimmed), metadata.statements.count < Self.statementLimit else { return }
    let known = field == .published ? PublicationDateText.day(in: value) : value
    metadata.state(field, known, by: origin, at: place(range))
  }

  // MARK: Head

  private mutating func readHead() {
    for (index, node) in page.nodes.enumerated() {
      switch node.tag {
      case .html: state(.language, page.attribute("lang", of: index), by: .markup, at: node.source)
      case .meta: readMeta(index)
      case .link:
        if page.attribute("rel", of: index)?.lowercased() == "canonical" {
          state(.url, page.attribute("href", of: index), by: .markup, at: node.source)
        }
      case .title where node.parent.map({ page.nodes[$0].tag == .head }) ?? false:
        state(.title, String(decoding: page.text(below: index), as: UTF8.self), by: .metaTag, at: node.source)
      default: continue
      }
    }
  }

  private mutating func readMeta(_ index: Int) {
    guard let content = page.attributes(of: index).first(where: { $0.name == "content" }) else { return }
    let keys = page.attributes(of: index).filter { ["property", "name", "itemprop", "http-equiv"].contains($0.name) }
    for key in keys {
      let name = key.value.lowercased()
      if let field = Self.openGraph[name] {
        state(field, content.value, by: .openGraph, at: content.source)
      } else if let field = Self.metaTags[name] {
        state(field, content.value, by: key.name == "itemprop" ? .markup : .metaTag, at: content.source)
      }
    }
  }

  private static let openGraph: [String: DocumentMetadata.Field] = [
    "og:title": .title, "article:published_time": .published, "og:article:published_time": .published,
    "og:published_time": .published, "og:site_name": .source, "og:url": .url, "article:author": .author,
  ]

  private static let metaTags: [String: DocumentMetadata.Field] = [
    "datepublished": .published, "date": .published, "dc.date": .published, "dc.date.issued": .published,
    "dcterms.date": .published, "dcterms.issued": .published, "dcterms.created": .published,
    "dc.date.created": .published,
    "pubdate": .published, "publish-date": .published, "publish_date": .published, "publishdate": .published,
    "published": .published, "publication_date": .published, "publicationdate": .published,
    "article.published": .published, "article_date_original": .published, "sailthru.date": .published,
    "parsely-pub-date": .published, "originalpublicationdate": .published, "ptime": .published,
    "rnews:datepublished": .published,
    "citation_publication_date": .published, "cxenseparse:publishtime": .published,
    "author": .author, "dc.creator": .author, "parsely-author": .author, "byl": .author,
    "dc.publisher": .source, "publisher": .source, "application-name": .source, "twitter:title": .title,
    "dc.title": .title, "parsely-title": .title, "headline": .title, "dc.language": .language,
    "content-language": .language,
  ]

  // MARK: Body

  private mutating func readMarkup() {
    for (index, node) in page.nodes.enumerated() where node.tag != nil {
      let item = page.attribute("itemprop", of: index)
      let isTime = node.tag == .time
      guard isTime || item == "datePublished" || node.tag == .abbr && isPublished(index), !isInLinkedText(index) else {
        continue
      }
      let value =
        page.attribute("datetime", of: index) ?? page.attribute("content", of: index)
        ?? page.attribute("title", of: index)
      let words = String(decoding: page.text(below: index), as: UTF8.self)
      // Among the times of a page the one that is marked as the day of publication is stated first.
      if item == "datePublished" || page.attribute("pubdate", of: index) != nil || isPublished(index) {
        state(.published, value ?? words, by: .markup, at: node.source)
      }
    }
    for (index, node) in page.nodes.enumerated() where node.tag == .time {
      let isOther = page.attribute("itemprop", of: index).map { $0 != "datePublished" } ?? false
      guard !isInLinkedText(index), !isOther, !isUpdated(index) else { continue }
      let words = String(decoding: page.text(below: index), as: UTF8.self)
      state(.published, page.attribute("datetime", of: index) ?? words, by: .markup, at: node.source)
    }
  }

  private func classes(_ index: Int) -> String { page.attribute("class", of: index)?.lowercased() ?? "" }
  private func isPublished(_ index: Int) -> Bool { classes(index).contains("publish") }
  private func isUpdated(_ index: Int) -> Bool {
    classes(index).contains("updated") && !isPublished(index) || classes(index).contains("modified")
  }

  /// Times of related stories and of comments are no times of this text.
  private func isInLinkedText(_ index: Int) -> Bool {
    var next: Int? = index
    while let node = next {
      if page.nodes[node].tag == .a { return true }
      if page.nodes[node].tag == .aside || page.nodes[node].tag == .nav { return true }
      if furniture.isFurniture(node), furniture.names(of: node).areFurniture || furniture.names(of: node).areComments {
        return true
      }
      next = page.nodes[node].parent
    }
    return false
  }

  // MARK: What readers see

  private mutating func readText(_ text: [PageBlock], _ blocks: [PageBlock]) {
    if let heading = text.first, !heading.isProse {
      state(
        .title, String(decoding: heading.text, as: UTF8.self), by: .markup,
        at: heading.map.location(of: 0..<heading.text.count).bytes)
    }
    for block in linesAround(text, blocks) where block.text.count <= 90 && block.kind != .listItem {
      guard let day = PublicationDateText.visibleDay(in: block.text) else { continue }
      metadata.state(
        .published, day, by: .visible, at: place(block.map.location(of: 0..<block.text.count).bytes))
    }
  }

  /// Where pages show the day: between the heading and the first paragraph, just above the heading, below the text.
  private func linesAround(_ text: [PageBlock], _ blocks: [PageBlock]) -> [PageBlock] {
    guard let first = text.first, let last = text.last, let start = blocks.firstIndex(where: { $0.node == first.node }),
      let end = blocks.lastIndex(where: { $0.node == last.node })
    else { return [] }
    let lead = blocks[(start + 1)...].prefix { !$0.isProse }
    let foot = blocks[(end + 1)...].prefix(3)
    return [first] + lead + blocks[max(0, start - 3)..<start].reversed() + text.suffix(2).filter { !$0.isProse } + foot
  }

  private mutating func readAddress() {
    guard let url = metadata.best(.url) else { return }
    // ".../2016/11/21/...", "...-2016-11-21-..."
    let parts = url.value.split(whereSeparator: { $0 == "/" || $0 == "-" || $0 == "_" })
    for start in parts.indices.dropLast(2) {
      let numbers = parts[start...start + 2]
      guard numbers.map(\.utf8.count) == [4, 2, 2] else { continue }
      if let day = CalendarDate(iso: numbers.joined(separator: "-")) {
        return metadata.state(.published, day.description, by: .address, at: url.bytes)
      }
    }
  }

  private static func trimmed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
