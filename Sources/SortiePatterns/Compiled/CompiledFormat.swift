internal import TextScan

/// Why the compiled form of a library was refused.
public enum CompiledLibraryError: Error, Equatable, CustomStringConvertible {
  /// The bytes are something else altogether.
  case notALibrary
  /// Made by a version of the program with another format.
  case otherVersion(Int)
  /// Cut short, or damaged at this byte.
  case damaged(offset: Int)

  public var description: String {
    switch self {
    case .notALibrary: "no compiled patterns"
    case .otherVersion(let version): "compiled patterns of format \(version), not \(CompiledFormat.version)"
    case .damaged(let offset): "compiled patterns are damaged at byte \(offset)"
    }
  }
}

/// The compiled form: magic, version, all different texts once, then numbers that refer to them.
///
/// Numbers are unsigned LEB128; a list is its length and its items; before a text that may be absent stands 0 or 1.
/// Whoever changes what is written raises `version`.
enum CompiledFormat {
  static let magic = Array("SPAT".utf8)
  static let version: UInt8 = 3
  /// Room for no more items is made ahead of their being read: damaged bytes may promise any number.
  static let mostReserved = 4_096
}

/// Writes the compiled form.
struct CompiledWriter {
  private var body: [UInt8] = []
  private var texts: [String] = []
  private var places: [String: Int] = [:]

  mutating func number(_ value: Int) {
    var rest = UInt64(value)
    while rest >= 0x80 {
      body.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    body.append(UInt8(rest))
  }

  /// Sign in the lowest bit.
  mutating func signed(_ value: Int) { number(value < 0 ? ~value << 1 | 1 : value << 1) }

  mutating func text(_ text: String) {
    if let place = places[text] { return number(place) }
    places[text] = texts.count
    number(texts.count)
    texts.append(text)
  }

  mutating func optional(_ text: String?) {
    number(text == nil ? 0 : 1)
    if let text { self.text(text) }
  }

  mutating func list(_ texts: [String]) {
    number(texts.count)
    for item in texts { text(item) }
  }

  /// Sorted by name, so that equal tables give equal bytes.
  mutating func table(_ table: [String: String]) {
    number(table.count)
    for (name, value) in table.sorted(by: { $0.key < $1.key }) {
      text(name)
      text(value)
    }
  }

  func finish() -> [UInt8] {
    var head = CompiledWriter()
    head.number(texts.count)
    for text in texts {
      head.number(text.utf8.count)
      head.body += text.utf8
    }
    return CompiledFormat.magic + [CompiledFormat.version] + head.body + body
  }
}

/// Reads the compiled form; every length is checked against what is left.
struct CompiledReader {
  private let bytes: ConstantBytes
  private var offset: Int
  /// Where the texts stand.
  private var texts: [Range<Int>] = []

  init(_ bytes: ConstantBytes) throws(CompiledLibraryError) {
    let start = CompiledFormat.magic.count
    guard bytes.count > start, bytes[0..<start].array == CompiledFormat.magic else { throw .notALibrary }
    guard bytes[start] == CompiledFormat.version else { throw .otherVersion(Int(bytes[start])) }
    self.bytes = bytes
    offset = start + 1
    let count = try length()
    texts.reserveCapacity(count)
    for _ in 0..<count {
      let size = try length()
      guard bytes.isUTF8(offset..<(offset + size)) else { throw damage }
      texts.append(offset..<(offset + size))
      offset += size
    }
  }

  private var damage: CompiledLibraryError { .damaged(offset: offset) }

  mutating func number() throws(CompiledLibraryError) -> Int {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 63, by: 7) {
      guard offset < bytes.count else { throw damage }
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(value) }
    }
    throw damage
  }

  mutating func signed() throws(CompiledLibraryError) -> Int {
    let value = try number()
    return value & 1 == 1 ? ~(value >> 1) : value >> 1
  }

  /// How many items or bytes follow: each takes a byte at least, so no length can exceed what is left.
  mutating func length() throws(CompiledLibraryError) -> Int {
    let value = try number()
    guard value <= bytes.count - offset else { throw damage }
    return value
  }

  private mutating func place() throws(CompiledLibraryError) -> Range<Int> {
    let number = try number()
    guard number < texts.count else { throw damage }
    return texts[number]
  }

  mutating func text() throws(CompiledLibraryError) -> String { bytes.text(try place()) }

  /// A text that is made when it is asked for.
  mutating func stored() throws(CompiledLibraryError) -> StoredText { StoredText(bytes[try place()]) }

  mutating func optional() throws(CompiledLibraryError) -> String? {
    switch try number() {
    case 0: return nil
    case 1: return try text()
    default: throw damage
    }
  }

  mutating func list() throws(CompiledLibraryError) -> [String] {
    let count = try length()
    var items: [String] = []
    items.reserveCapacity(count)
    for _ in 0..<count { items.append(try text()) }
    return items
  }

  mutating func table() throws(CompiledLibraryError) -> [String: String] {
    let count = try length()
    var table: [String: String] = [:]
    for _ in 0..<count {
      let name = try text()
      guard table.updateValue(try text(), forKey: name) == nil else { throw damage }
    }
    return table
  }

  /// - Throws: when bytes are left over.
  func finish() throws(CompiledLibraryError) {
    guard offset == bytes.count else { throw damage }
  }
}
