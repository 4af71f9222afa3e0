internal import HTMLTree
internal import SortieSchema

/// What a page says of its text as JSON-LD in the vocabulary of schema.org.
struct LinkedData {
  private var articles: [JSONValue] = []
  private var pages: [JSONValue] = []

  init(_ page: HTMLPage) {
    for (index, node) in page.nodes.enumerated() where node.tag == .script {
      guard page.attribute("type", of: index)?.lowercased().contains("ld+json") == true else { continue }
      do throws(JSONError) {
        collect(try JSONValue(parsing: Self.repaired(page.text(below: index))), depth: 0)
      } catch {
        // Pages whose data are no JSON say the same elsewhere, as a rule.
        continue
      }
    }
  }

  /// The article that the page is about: the first of its kind, for the others are linked from it.
  private var subject: JSONValue? { articles.first ?? pages.first }

  func state(in metadata: inout DocumentMetadata) {
    guard let subject else { return }
    metadata.state(.title, (subject["headline"] ?? subject["name"])?.string, by: .jsonLD)
    let published = subject["datePublished"]?.string ?? subject["dateCreated"]?.string
    metadata.state(.published, published.flatMap(PublicationDateText.day), by: .jsonLD)
    metadata.state(.source, Self.name(subject["publisher"]), by: .jsonLD)
    metadata.state(.author, Self.name(subject["author"]), by: .jsonLD)
    metadata.state(.url, Self.address(subject["url"]) ?? Self.address(subject["mainEntityOfPage"]), by: .jsonLD)
    metadata.state(.language, subject["inLanguage"]?.string, by: .jsonLD)
  }

  private mutating func collect(_ value: JSONValue, depth: Int) {
    guard depth < 4 else { return }
    for element in value.array ?? [] { collect(element, depth: depth + 1) }
    guard case .object = value.content else { return }
    let types = value["@type"]?.array?.compactMap(\.string) ?? [value["@type"]?.string].compactMap { $0 }
    if types.contains(where: { Self.articleTypes.contains($0) || $0.hasSuffix("NewsArticle") }) {
      articles.append(value)
    } else if types.contains("WebPage") {
      pages.append(value)
    }
    for key in ["@graph", "mainEntity"] {
      if let inner = value[key] { collect(inner, depth: depth + 1) }
    }
  }

  private static let articleTypes: Set<String> = [
    "Article", "NewsArticle", "BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting", "Blog",
    "PressRelease", "TechArticle", "ScholarlyArticle",
  ]

  /// Line breaks inside strings are common, and a comment or a CDATA section around the whole.
  private static func repaired(_ text: [UInt8]) -> [UInt8] {
    guard let start = text.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
      let end = text.lastIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }), start < end
    else { return text }
    // "<![CDATA[" has brackets of its own.
    let inner = text[start...].starts(with: "[CDATA[".utf8) ? text[(start + 7)...] : text[start...]
    let last = inner.lastIndex(of: UInt8(ascii: "}")) ?? end
    let isList = inner.first { !ByteMarks.isBlank($0) } == UInt8(ascii: "[")
    return inner.prefix(through: isList ? end : last).map { $0 < 0x20 ? 0x20 : $0 }
  }

  private static func name(_ value: JSONValue?) -> String? {
    if let list = value?.array {
      let names = list.compactMap { name($0) }
      return names.isEmpty ? nil : names.joined(separator: ", ")
    }
    return value?.string ?? value?["name"]?.string
  }

  private static func address(_ value: JSONValue?) -> String? { value?.string ?? value?["@id"]?.string }
}
