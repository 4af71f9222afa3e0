internal import ReportText

/// Where the characters of a text, references resolved, stand in the page.
///
/// The parser tells where a text begins. From there both are read side by side: characters that are alike were copied, a
/// reference stands for what the text has in its place, and tags that the parser passed over are passed over.
struct TextAlignment {
  struct Piece {
    /// Bytes of the text.
    var text: Range<Int>
    /// Bytes of the page; as many where the bytes were copied.
    var source: Range<Int>
    var isCopied: Bool
  }

  private(set) var pieces: [Piece] = []
  private let text: [UInt8]
  private let range: Range<Int>
  private let page: [UInt8]

  /// - Parameters:
  ///   - text: holds the characters in `range`.
  ///   - start: where they begin in the page.
  init(_ text: [UInt8], _ range: Range<Int>, page: [UInt8], from start: Int) {
    self.text = text
    self.range = range
    self.page = page
    var offset = range.lowerBound
    var place = start
    while offset < range.upperBound {
      guard place < page.count else {
        add(offset..<range.upperBound, page.count..<page.count, isCopied: false)
        return
      }
      let byte = page[place]
      if byte == UInt8(ascii: "&"), let reference = reference(at: place, text: offset) {
        add(offset..<offset + reference.textCount, place..<reference.end, isCopied: false)
        offset += reference.textCount
        place = reference.end
      } else if byte == text[offset] {
        add(offset..<offset + 1, place..<place + 1, isCopied: true)
        offset += 1
        place += 1
      } else if byte == 0x0D {
        // Carriage returns are read as line feeds, before a line feed as nothing.
        if text[offset] == 0x0A, place + 1 >= page.count || page[place + 1] != 0x0A {
          add(offset..<offset + 1, place..<place + 1, isCopied: false)
          offset += 1
        }
        place += 1
      } else if byte == 0, text[offset] == 0xEF {
        let count = min(3, range.upperBound - offset)
        add(offset..<offset + count, place..<place + 1, isCopied: false)
        offset += count
        place += 1
      } else if byte == 0 || byte == 0x0A || byte == 0x0C {
        place += 1
      } else if byte == UInt8(ascii: "<"), let end = page[place...].firstIndex(of: UInt8(ascii: ">")) {
        place = end + 1
      } else {
        // Nothing explains the difference: the rest stands where it begins.
        add(offset..<range.upperBound, place..<place, isCopied: false)
        return
      }
    }
  }

  private mutating func add(_ text: Range<Int>, _ source: Range<Int>, isCopied: Bool) {
    if isCopied, let last = pieces.last, last.isCopied, last.source.upperBound == source.lowerBound {
      pieces[pieces.count - 1].text = last.text.lowerBound..<text.upperBound
      pieces[pieces.count - 1].source = last.source.lowerBound..<source.upperBound
    } else {
      pieces.append(Piece(text: text, source: source, isCopied: isCopied))
    }
  }

  // MARK: References

  /// The reference at a place of the page and how many bytes of text stand for it; nil for an ampersand.
  private func reference(at start: Int, text offset: Int) -> (end: Int, textCount: Int)? {
    guard start + 1 < page.count else { return nil }
    let width = UTF8Reading.scalar(in: text, at: offset, end: range.upperBound).length
    if page[start + 1] == UInt8(ascii: "#") {
      let end = numberEnd(start + 2)
      return end > start + 2 ? (end, width) : nil
    }
    var nameEnd = start + 1
    while nameEnd < page.count, nameEnd - start < 40, isAlphanumeric(page[nameEnd]) { nameEnd += 1 }
    guard nameEnd > start + 2 else { return nil }
    if text[offset] == UInt8(ascii: "&") {
      let name = page[start + 1..<min(start + 4, page.count)]
      guard name.elementsEqual("amp".utf8) || name.elementsEqual("AMP".utf8) else { return nil }
      let end = start + 4
      return (end < page.count && page[end] == UInt8(ascii: ";") ? end + 1 : end, 1)
    }
    if nameEnd < page.count, page[nameEnd] == UInt8(ascii: ";") {
      if goesOn(offset + width, nameEnd + 1) { return (nameEnd + 1, width) }
      let second = offset + width
      if second < range.upperBound {
        let both = width + UTF8Reading.scalar(in: text, at: second, end: range.upperBound).length
        if goesOn(offset + both, nameEnd + 1) { return (nameEnd + 1, both) }
      }
    }
    // Old names need no semicolon, and end where the longest of them does.
    for end in stride(from: nameEnd, to: start + 2, by: -1) where goesOn(offset + width, end) { return (end, width) }
    return nil
  }

  private func numberEnd(_ start: Int) -> Int {
    var index = start
    let isHexadecimal = index < page.count && page[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let first = index
    while index < page.count,
      (0x30...0x39).contains(page[index]) || isHexadecimal && (0x61...0x66).contains(page[index] | 0x20)
    {
      index += 1
    }
    guard index > first else { return start }
    return index < page.count && page[index] == UInt8(ascii: ";") ? index + 1 : index
  }

  /// Whether text and page are alike for the next bytes, as far as both can be compared as they stand.
  private func goesOn(_ offset: Int, _ place: Int) -> Bool {
    for step in 0..<4 {
      guard offset + step < range.upperBound else { return true }
      guard place + step < page.count else { return false }
      let byte = page[place + step]
      if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == 0x0D || byte == 0 { return true }
      if byte != text[offset + step] { return false }
    }
    return true
  }

  private func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
