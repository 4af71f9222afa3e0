/// HTML or SVG in the making: names of tags and attributes come from the program, every other string is escaped.
struct Markup {
  private(set) var bytes: [UInt8] = []

  typealias Attributes = KeyValuePairs<String, String?>

  /// An opening tag; attributes whose value is nil are left out.
  mutating func open(_ name: String, _ attributes: Attributes = [:]) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.utf8)
    for (key, value) in attributes {
      guard let value else { continue }
      bytes.append(UInt8(ascii: " "))
      bytes.append(contentsOf: key.utf8)
      bytes.append(contentsOf: "=\"".utf8)
      text(value)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func close(_ name: String) {
    bytes.append(contentsOf: "</".utf8)
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func element(_ name: String, _ attributes: Attributes = [:], _ content: (inout Markup) -> Void) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  mutating func element(_ name: String, _ attributes: Attributes = [:], text: String) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  /// Text between tags, or within the double quotes of an attribute.
  mutating func text(_ text: String) { append(text.utf8) }

  /// A part of a text that is valid UTF-8.
  mutating func text(_ text: ArraySlice<UInt8>) { append(text) }

  mutating func newLine() { bytes.append(0x0A) }

  /// What is markup or code already.
  mutating func verbatim(_ code: [UInt8]) { bytes.append(contentsOf: code) }

  private mutating func append(_ text: some Sequence<UInt8>) {
    var isAfterReturn = false
    for byte in text {
      defer { isAfterReturn = byte == 0x0D }
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      // CR LF, CR and LF all end a line.
      case 0x0A where isAfterReturn: continue
      case 0x0D: bytes.append(0x0A)
      case 0x09, 0x0A, 0x20...0x7E, 0x80...: bytes.append(byte)
      // Other controls may stand neither in HTML nor in XML: they are shown by their pictures, U+2400 on.
      case 0x7F: bytes.append(contentsOf: [0xE2, 0x90, 0xA1])
      default: bytes.append(contentsOf: [0xE2, 0x90, 0x80 + byte])
      }
    }
  }
}
