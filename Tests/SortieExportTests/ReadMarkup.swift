/// HTML or SVG read back strictly: every tag is closed, every attribute stands in double quotes, nothing is repaired.
struct ReadMarkup {
  struct Element {
    let name: String
    let attributes: [String: String]
    /// Places of the elements around it, the outermost first.
    let path: [Int]
    /// The text within, also that of elements within, as a reader sees it.
    var text = ""
  }

  struct Fault: Error, CustomStringConvertible {
    let description: String

    init(_ what: String, _ bytes: ArraySlice<UInt8> = []) {
      description = "\(what): \(String(decoding: bytes.prefix(60), as: UTF8.self))"
    }
  }

  private(set) var elements: [Element] = []

  private static let void: Set<String> = ["meta", "input", "br"]
  /// Whose content is no markup.
  private static let raw: Set<String> = ["script", "style"]

  init(_ bytes: [UInt8]) throws {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw Fault("no UTF-8") }
    let docType = Array("<!DOCTYPE html>\n".utf8)
    var rest = bytes[...]
    if rest.starts(with: docType) { rest = rest.dropFirst(docType.count) }
    var open: [Int] = []
    while let first = rest.first {
      if let last = open.last, Self.raw.contains(elements[last].name), elements[last].text.isEmpty {
        let end = Array("</\(elements[last].name)>".utf8)
        guard let start = rest.indices.first(where: { rest[$0] == end[0] && rest[$0...].starts(with: end) }) else {
          throw Fault("not closed", end[...])
        }
        elements[last].text = String(decoding: rest[..<start], as: UTF8.self)
        rest = rest[start...]
        if elements[last].text.isEmpty { throw Fault("empty", end[...]) }
        continue
      }
      guard first == UInt8(ascii: "<") else {
        let words = rest.prefix { $0 != UInt8(ascii: "<") }
        let decoded = try Self.decoded(words)
        for place in open { elements[place].text += decoded }
        rest = rest[words.endIndex...]
        continue
      }
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { throw Fault("a tag is not closed", rest) }
      let tag = rest[..<end].dropFirst()
      rest = rest[(end + 1)...]
      if tag.first == UInt8(ascii: "/") {
        guard let last = open.popLast(), tag.dropFirst().elementsEqual(elements[last].name.utf8) else {
          throw Fault("closes what is not open", tag)
        }
        continue
      }
      let element = try Self.element(tag, path: open)
      elements.append(element)
      if !Self.void.contains(element.name) { open.append(elements.count - 1) }
    }
    if let last = open.last { throw Fault("not closed", Array(elements[last].name.utf8)[...]) }
  }

  private static func element(_ tag: ArraySlice<UInt8>, path: [Int]) throws -> Element {
    let name = tag.prefix { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
    var rest = tag[name.endIndex...]
    var attributes: [String: String] = [:]
    while let first = rest.first {
      guard first == 0x20, let equals = rest.firstIndex(of: UInt8(ascii: "=")),
        rest[equals...].dropFirst().first == UInt8(ascii: "\""),
        let quote = rest[(equals + 2)...].firstIndex(of: UInt8(ascii: "\""))
      else { throw Fault("not an attribute", rest) }
      let key = String(decoding: rest[..<equals].dropFirst(), as: UTF8.self)
      guard !key.isEmpty, key.utf8.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "\"") }) else {
        throw Fault("not a name of an attribute", rest)
      }
      guard attributes.updateValue(try decoded(rest[(equals + 2)..<quote]), forKey: key) == nil else {
        throw Fault("stands twice", rest)
      }
      rest = rest[(quote + 1)...]
    }
    return Element(name: String(decoding: name, as: UTF8.self), attributes: attributes, path: path)
  }

  private static func decoded(_ text: ArraySlice<UInt8>) throws -> String {
    if text.contains(UInt8(ascii: ">")) { throw Fault("a bare > in", text) }
    guard text.contains(UInt8(ascii: "&")) else { return String(decoding: text, as: UTF8.self) }
    let names = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"]
    var decoded = ""
    var rest = text
    while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
      decoded += String(decoding: rest[..<ampersand], as: UTF8.self)
      guard let end = rest[ampersand...].firstIndex(of: UInt8(ascii: ";")),
        let character = names[String(decoding: rest[(ampersand + 1)..<end], as: UTF8.self)]
      else { throw Fault("a bare & in", rest[ampersand...]) }
      decoded += character
      rest = rest[(end + 1)...]
    }
    return decoded + String(decoding: rest, as: UTF8.self)
  }

  /// Elements of a class.
  func with(class name: String) -> [Element] {
    elements.filter { $0.attributes["class"]?.split(separator: " ").contains(Substring(name)) == true }
  }

  func named(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  subscript(id id: String) -> Element? { elements.first { $0.attributes["id"] == id } }

  /// Tags with the names of their attributes, whatever the words: two pages of one structure have the same.
  var structure: [String] { elements.map { "\($0.name) \($0.attributes.keys.sorted().joined(separator: " "))" } }
}
