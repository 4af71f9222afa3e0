/// Makes a page safe to parse: what a page made to stop parsers overdoes is written over with blanks.
///
/// Parsers look through all open elements at every tag, and through all attributes of a tag at every further one, so that
/// a page of a megabyte can take them hours. Blanks leave every offset where it was.
struct NestingGuard {
  /// Browsers stop at about as many levels and go on in the last of them.
  static let depthLimit = 400
  static let attributeLimit = 200

  private(set) var bytes: [UInt8]
  /// Tags that were written over.
  private(set) var tooDeep = 0
  private var index = 0
  /// Keys of the elements that are open.
  private var open: [UInt64] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while let start = nextTag() { read(tagAt: start) }
  }

  private mutating func nextTag() -> Int? {
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count {
        let next = bytes[index + 1]
        if Self.isLetter(next) || next == UInt8(ascii: "/") { return index }
        if next == UInt8(ascii: "!"), index + 3 < bytes.count, bytes[index + 2] == 0x2D, bytes[index + 3] == 0x2D {
          skipComment()
          continue
        }
      }
      index += 1
    }
    return nil
  }

  private mutating func skipComment() {
    index += 4
    while index + 2 < bytes.count {
      if bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == UInt8(ascii: ">") {
        index += 3
        return
      }
      index += 1
    }
    index = bytes.count
  }

  private mutating func read(tagAt start: Int) {
    let isEnd = bytes[start + 1] == UInt8(ascii: "/")
    index = start + (isEnd ? 2 : 1)
    let nameStart = index
    while index < bytes.count, !ByteMarks.isBlank(bytes[index]), bytes[index] != UInt8(ascii: ">"),
      bytes[index] != UInt8(ascii: "/"), index - nameStart < 64
    {
      index += 1
    }
    guard nameStart < index, Self.isLetter(bytes[nameStart]) else { return }
    let name = Self.key(bytes[nameStart..<index])
    let nameCount = index - nameStart
    skipAttributes()
    let end = index
    if isEnd {
      // Only what was left open last is searched: wrong end tags close nothing far above.
      if let match = open.suffix(Self.depthLimit).lastIndex(of: name) { open.removeSubrange(match...) }
      return
    }
    guard !Self.voidElements.contains(name) else { return }
    if Self.closedByItself.contains(name), open.last == name { return }
    if open.count >= Self.depthLimit {
      for place in start..<end { bytes[place] = 0x20 }
      tooDeep += 1
      return
    }
    if Self.rawText.contains(name) { return skipRawText(until: name, count: nameCount) }
    open.append(name)
  }

  /// Goes behind the tag's `>`, past quoted values; attributes beyond the limit become blanks.
  private mutating func skipAttributes() {
    var attributes = 0
    var excess: Int?
    var isInName = false
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      let byte = bytes[index]
      if byte == UInt8(ascii: "="), isInName {
        isInName = false
        index += 1
        skipValue()
        continue
      }
      if ByteMarks.isBlank(byte) || byte == UInt8(ascii: "/") {
        isInName = false
      } else if !isInName {
        isInName = true
        attributes += 1
        if attributes > Self.attributeLimit, excess == nil { excess = index }
      }
      index += 1
    }
    if let excess { for place in excess..<min(index, bytes.count) { bytes[place] = 0x20 } }
    if index < bytes.count { index += 1 }
  }

  private mutating func skipValue() {
    while index < bytes.count, ByteMarks.isBlank(bytes[index]) { index += 1 }
    guard index < bytes.count else { return }
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      while index < bytes.count, bytes[index] != quote { index += 1 }
      index = min(index + 1, bytes.count)
    } else {
      while index < bytes.count, !ByteMarks.isBlank(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
    }
  }

  private mutating func skipRawText(until name: UInt64, count: Int) {
    while index + count + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "/"),
        Self.key(bytes[(index + 2)..<(index + 2 + count)]) == name
      {
        return
      }
      index += 1
    }
    index = bytes.count
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// A number for a name, whatever its case (FNV-1a).
  private static func key(_ name: some Sequence<UInt8>) -> UInt64 {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { key = (key ^ UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)) &* 0x100_0000_01B3 }
    return key
  }

  private static func names(_ list: String) -> Set<UInt64> { Set(list.split(separator: " ").map { key($0.utf8) }) }

  private static let voidElements = names("area base br col embed hr img input link meta param source track wbr")
  private static let closedByItself = names("p li dt dd option tr td th thead tbody tfoot")
  private static let rawText = names("script style textarea title xmp iframe noembed noframes")
}
