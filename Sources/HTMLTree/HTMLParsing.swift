internal import CHTMLTree

/// Why a page cannot be read.
public enum HTMLFault: Error, Hashable {
  /// It is longer than this many bytes.
  case tooLong(limit: Int)
  /// Reading it would take more memory than this many bytes; only pages made for the purpose do.
  case tooMuchMemory(limit: Int)
  case outOfMemory
}

extension HTMLPage {
  /// Pages are refused beyond this many bytes.
  public static let longest = 32 << 20

  /// Parses a page of UTF-8 as browsers do: no page is so broken that nothing comes of it.
  public init(parsing bytes: [UInt8]) throws(HTMLFault) {
    guard bytes.count <= Self.longest else { throw .tooLong(limit: Self.longest) }
    let memoryLimit = 64 << 20 + 64 * bytes.count
    let read = unsafe bytes.withUnsafeBufferPointer { buffer -> Result<HTMLPage, HTMLFault> in
      var page = unsafe sortie_html_page()
      defer { unsafe sortie_html_free(&page) }
      let status = unsafe buffer.withMemoryRebound(to: CChar.self) {
        unsafe sortie_html_parse($0.baseAddress, $0.count, memoryLimit, &page)
      }
      switch status {
      case 0: return unsafe .success(HTMLPage(copying: page))
      case 1: return .failure(.tooMuchMemory(limit: memoryLimit))
      default: return .failure(.outOfMemory)
      }
    }
    self = try read.get()
  }

  private static let tags: [HTMLTag] = (0..<sortie_html_tag_count()).map { number in
    unsafe sortie_html_tag_name(number).flatMap { unsafe HTMLTag.byName[String(cString: $0)] } ?? .other
  }

  private init(copying page: sortie_html_page) {
    var nodes: [Node] = []
    var characters: [UInt8] = []
    nodes.reserveCapacity(unsafe page.node_count)
    func range(_ start: Int, _ end: Int) -> Range<Int>? { start >= 0 && end >= start ? start..<end : nil }
    let list = unsafe UnsafeBufferPointer(start: page.nodes, count: page.node_count)
    for index in 0..<(unsafe page.node_count) {
      let node = unsafe list[index]
      let textStart = characters.count
      let isText = unsafe node.kind == SORTIE_TEXT
      if isText, let text = unsafe node.text {
        unsafe characters.append(
          contentsOf: UnsafeRawBufferPointer(start: text, count: node.text_count))
      }
      let tag = unsafe Int(node.tag)
      let start = unsafe node.source_start
      let attributeStart = unsafe Int(node.attribute_start)
      unsafe nodes.append(
        Node(
          tag: isText ? nil : tag < Self.tags.count ? Self.tags[tag] : .other,
          parent: node.parent < 0 ? nil : Int(node.parent), end: Int(node.end),
          characters: textStart..<characters.count, source: range(start, isText ? start : node.source_end),
          attributes: attributeStart..<attributeStart + Int(node.attribute_count)))
    }
    let attributes = unsafe UnsafeBufferPointer(start: page.attributes, count: page.attribute_count).map {
      unsafe Attribute(
        name: $0.name.map { unsafe String(cString: $0) } ?? "",
        value: $0.value.map { unsafe String(cString: $0) } ?? "",
        source: range($0.source_start, $0.source_end))
    }
    self.init(nodes: nodes, attributes: attributes, characters: characters)
  }
}
