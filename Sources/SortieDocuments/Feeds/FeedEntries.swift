internal import Expat
internal import ReportText
internal import SortieSchema

/// One entry of a feed.
struct FeedEntry {
  /// What its elements hold, by what they mean here.
  private var values: [String: [UInt8]] = [:]
  /// Where the text stands in the feed; only where it stands there as it is.
  private var maps: [String: SourceMap] = [:]
  var link: String?
  /// Whether the content is XHTML or HTML, and so to be read as a page.
  var isPlain: Set<String> = []

  subscript(key: String) -> String? {
    values[key].map { String(decoding: $0, as: UTF8.self).trimmingBlanks }.flatMap { $0.isEmpty ? nil : $0 }
  }

  mutating func add(_ bytes: [UInt8], to key: String, from source: Range<Int>) {
    values[key, default: []] += bytes
    if bytes.count == source.count {
      maps[key, default: SourceMap()].append(bytes.count, from: source.lowerBound)
    } else {
      maps[key, default: SourceMap()].append(bytes.count, standingFor: source)
    }
  }

  /// Nil where the entry has no words.
  func document(id: String, position: InputPosition, feed: String?) throws(InputProblem) -> SourceDocument? {
    // The whole content comes before its summary, and a title that tells all is a text as well.
    let keys = ["content", "description", "title"]
    guard let key = keys.first(where: { self[$0] != nil }), let bytes = values[key], let map = maps[key] else {
      return nil
    }
    var document: SourceDocument
    if isPlain.contains(key) || !bytes.contains(UInt8(ascii: "<")) && !bytes.contains(UInt8(ascii: "&")) {
      document = SourceDocument(id: id, text: bytes, position: position, sourceMap: map)
    } else {
      document = try HTMLReader.document(bytes, declared: "utf-8", id: id, position: position, isAllText: true)
      document.sourceMap = document.sourceMap?.composed(with: map) ?? map
      // A page in a feed says nothing of itself that the feed does not say better.
      document.metadata = DocumentMetadata()
    }
    document.metadata.state(.title, self["title"], by: .field)
    document.metadata.state(
      .published, (self["published"] ?? self["updated"]).flatMap(PublicationDateText.day), by: .field)
    document.metadata.state(.source, self["source"] ?? feed, by: .field)
    document.metadata.state(.author, self["author"], by: .field)
    document.metadata.state(.url, link ?? self["link"], by: .field)
    return document.text.allSatisfy(ByteMarks.isBlank) ? nil : document
  }
}

/// Collects the entries of a feed.
final class FeedEntries {
  private(set) var entries: [FeedEntry] = []
  private(set) var isFeed = false
  private(set) var title: String?

  private var path: [Substring] = []
  private var entry: FeedEntry?
  private var key: String?
  /// Depth of the element whose characters are taken.
  private var keyDepth = 0
  private var feedTitle = ""

  /// What elements mean: RSS with its usual modules, Atom.
  private static let meanings: [Substring: String] = [
    "title": "title", "guid": "id", "id": "id", "pubDate": "published", "date": "published", "published": "published",
    "issued": "published", "updated": "updated", "modified": "updated", "encoded": "content", "content": "content",
    "description": "description", "summary": "description", "creator": "author", "source": "source", "link": "link",
  ]

  func take(_ event: XMLEvent) throws {
    switch event {
    case .start(let name, let attributes): start(XMLName(name), attributes)
    case .end: end()
    case .characters(let bytes, let source):
      if let key, entry != nil {
        entry?.add(bytes, to: key, from: source)
      } else if entry == nil, path.last == "title", path.count == 3 || path.count == 2, title == nil {
        feedTitle += String(decoding: bytes, as: UTF8.self)
      }
    }
  }

  private func start(_ name: XMLName, _ attributes: [String: String]) {
    path.append(name.local)
    if path.count == 1 { isFeed = ["rss", "feed", "RDF"].contains(name.local) }
    if entry == nil {
      if name.local == "item" || name.local == "entry" { entry = FeedEntry() }
      return
    }
    // Elements inside of content are part of it: XHTML in Atom.
    guard key == nil, name.space != "http://search.yahoo.com/mrss/" else { return }
    if name.local == "link", let address = attributes["href"] {
      let isAlternate = attributes["rel"] == nil || attributes["rel"] == "alternate"
      if isAlternate, entry?.link == nil { entry?.link = address }
      return
    }
    guard let meaning = Self.meanings[name.local], entry?[meaning] == nil else { return }
    if path.dropLast().contains("source") { return }
    key = meaning
    keyDepth = path.count
    let type = attributes["type"]
    if type == "text" || type == "xhtml" || type == nil && name.space == "http://www.w3.org/2005/Atom" {
      entry?.isPlain.insert(meaning)
    }
  }

  private func end() {
    if key != nil, path.count == keyDepth {
      key = nil
    } else if let key, ["p", "div", "li", "br", "h1", "h2", "h3", "tr"].contains(path.last) {
      // XHTML in Atom: its paragraphs stay apart.
      entry?.add([0x0A, 0x0A], to: key, from: 0..<0)
    }
    if key == nil, path.last == "item" || path.last == "entry", let finished = entry {
      entries.append(finished)
      entry = nil
    }
    if path.last == "title", entry == nil, title == nil, !feedTitle.trimmingBlanks.isEmpty {
      title = feedTitle.trimmingBlanks
    }
    path.removeLast()
  }
}
