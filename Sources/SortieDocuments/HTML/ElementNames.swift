internal import HTMLTree

/// What the class names and the id of an element say of its use.
///
/// Names are read word by word: `post-comments` and `postComments` are comments, `comments-open` is an article.
struct ElementNames {
  private(set) var areFurniture = false
  private(set) var areComments = false
  private(set) var areContent = false

  init(_ page: HTMLPage, _ node: Int) {
    guard page.nodes[node].tag != nil else { return }
    for attribute in page.attributes(of: node) {
      switch attribute.name {
      case "class", "id", "data-component", "data-testid":
        for name in attribute.value.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }) { read(name) }
      case "itemprop": if attribute.value == "articleBody" { areContent = true }
      default: continue
      }
    }
  }

  private mutating func read(_ name: Substring) {
    let words = Self.words(name)
    guard let first = words.first, !Self.frameworks.contains(first) else { return }
    let joined = words.joined(separator: "-")
    if Self.content.contains(joined) || words.count == 1 && Self.contentWords.contains(first) { areContent = true }
    guard !words.contains(where: Self.states.contains) else { return }
    if words.contains(where: Self.comments.contains) { areComments = true }
    if words.contains(where: Self.isFurniture) || Self.pairs.contains(where: { Self.holds(words, $0) }) {
      areFurniture = true
    }
  }

  private static func isFurniture(_ word: String) -> Bool {
    furniture.contains(word) || stems.contains { word.hasPrefix($0) }
  }

  private static func holds(_ words: [String], _ pair: (String, String)) -> Bool {
    zip(words, words.dropFirst()).contains { $0 == pair }
  }

  private static func words(_ name: Substring) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasLower = false
    func close() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    for byte in name.utf8 {
      let isUpper = (0x41...0x5A).contains(byte)
      let isLetter = (0x61...0x7A).contains(byte | 0x20)
      if !isLetter || isUpper && wasLower { close() }
      if isLetter { word.append(byte | 0x20) }
      wasLower = isLetter && !isUpper
    }
    close()
    return words
  }

  private static func list(_ words: String) -> Set<String> {
    Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Builders of pages that name all of their boxes after themselves.
  private static let frameworks = list("elementor wpb vc uk")
  /// They say what a page has or how it is, not what an element is.
  private static let states = list("has no with without is not open closed enabled disabled hide allow single")
  private static let comments = list("comment comments commentlist commentarea commentform disqus respond replies")
  private static let furniture = list(
    """
    nav navbar navigation navlinks menu submenu breadcrumb breadcrumbs crumbs sidebar sidebars cookie cookies consent gdpr
    ccpa related recommended recommendation recommendations recirc recirculation outbrain taboola trending popular
    mostread newsletter newsletters subscribe subscription signup donate donation donations donor appeal fundraising
    fundraiser share sharing sharebar shares sharedaddy addtoany addthis social socials promo promos promotion advert
    adverts advertisement advertising ad ads adslot adsbygoogle adsense sponsor sponsored sponsors tagcloud taglist tags
    pagination pager paginator prevnext postnav authorbox bio toolbar toolbox skip skiplink popup modal overlay lightbox
    login signin search searchform footer copyright masthead topbar ticker rating ratings poll breaking teaser teasers
    jumplink hidden offscreen invisible noprint regwall offer upsell membership shortcuts jetpack likes wpcnt
    """)
  /// They begin words such as "relatedposts" and "newsletterbox".
  private static let stems = [
    "related", "recommend", "newsletter", "donat", "sponsor", "advert", "cookie", "breadcrumb", "subscri", "sidebar",
    "navbar", "navigation", "sharing", "trending",
  ]
  private static let pairs: [(String, String)] = [
    ("read", "more"), ("read", "next"), ("read", "also"), ("more", "stories"), ("more", "news"), ("more", "from"),
    ("more", "on"), ("see", "also"), ("also", "read"), ("most", "read"), ("most", "viewed"), ("up", "next"),
    ("support", "us"), ("support", "banner"), ("support", "box"), ("help", "us"), ("follow", "us"), ("tag", "list"),
    ("tag", "cloud"), ("post", "tags"), ("entry", "tags"), ("author", "bio"), ("author", "box"), ("about", "author"),
    ("sr", "only"), ("visually", "hidden"), ("screen", "reader"), ("mailing", "list"), ("mail", "list"),
    ("side", "bar"), ("left", "col"), ("right", "col"), ("left", "column"), ("right", "column"), ("latest", "news"),
    ("latest", "stories"), ("back", "link"), ("paywall", "banner"), ("paywall", "message"), ("paywall", "prompt"),
    ("entry", "footer"), ("post", "footer"), ("article", "footer"), ("blog", "pager"), ("quick", "links"),
    ("site", "header"), ("page", "header"), ("reading", "list"), ("sign", "up"), ("pull", "quote"),
  ]
  private static let content = list(
    """
    article-body article-content article-text article-main story-body story-content story-text story-main post-body
    post-content post-text post-entry entry-content entry-body entry-text content-body content-main content-text
    body-content body-text body-copy main-content main-text news-body news-content news-text news-detail page-content
    single-content td-post-content field-name-body field-body node-content rich-text text-content articletext
    article-body-content news-article-body
    """)
  private static let contentWords = list(
    "articlebody storybody postbody articletext newstext maintext entry hentry prose")
}
