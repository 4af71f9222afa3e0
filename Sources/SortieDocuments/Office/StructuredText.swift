internal import SortieSchema

/// Text that is put together piece by piece: headings, paragraphs, items of lists, rows of tables; each piece leads back to
/// bytes of a part of the document.
struct StructuredText {
  private(set) var text: [UInt8] = []
  private(set) var map = SourceMap()
  private var isAtBlockStart = true
  /// Whether a blank is owed before the next word.
  private var owesBlank = false
  private var lastWasTight = false

  /// What is added from here on stands in this part of the document.
  mutating func begin(part: String) { map.begin(part: part) }

  /// Ends a block, so that the next begins on a line of its own.
  /// - Parameter isTight: whether no empty line parts it from a tight block behind it: items of a list, rows of a table.
  mutating func endBlock(isTight: Bool = false) {
    owesBlank = false
    guard !isAtBlockStart else { return }
    isAtBlockStart = true
    lastWasTight = isTight
  }

  /// Adds characters of the original; runs of white space become one blank.
  mutating func write(_ bytes: [UInt8], from source: Range<Int>, isTight: Bool = false) {
    let isCopied = bytes.count == source.count
    var index = 0
    while index < bytes.count {
      if ByteMarks.isBlank(bytes[index]) {
        owesBlank = !isAtBlockStart
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, !ByteMarks.isBlank(bytes[index]) { index += 1 }
      let place = isCopied ? source.lowerBound + start..<source.lowerBound + index : source
      prepare(at: place.lowerBound, isTight: isTight)
      text += bytes[start..<index]
      if isCopied {
        map.append(index - start, from: place.lowerBound)
      } else {
        map.append(index - start, standingFor: place)
      }
    }
  }

  /// Adds words that the document does not hold, such as a bullet.
  mutating func insert(_ words: String, at source: Int, isTight: Bool = false) {
    prepare(at: source, isTight: isTight)
    text += Array(words.utf8)
    map.insert(words.utf8.count, at: source)
  }

  /// Adds a whole text that was read already, as a block.
  mutating func append(_ other: [UInt8], _ otherMap: SourceMap, part: String) {
    guard !other.isEmpty else { return }
    if !text.isEmpty {
      let end = text.last == 0x0A ? 1 : 2
      text += [UInt8](repeating: 0x0A, count: end)
      map.insert(end, at: 0)
    }
    map.begin(part: part)
    text += other
    map.append(otherMap)
  }

  mutating func blank() { owesBlank = !isAtBlockStart }

  /// A line's end inside of a block.
  mutating func lineBreak(at source: Int) {
    guard !isAtBlockStart else { return }
    owesBlank = false
    text.append(0x0A)
    map.insert(1, at: source)
  }

  private mutating func prepare(at source: Int, isTight: Bool) {
    var space: [UInt8] = []
    if isAtBlockStart {
      if !text.isEmpty { space = isTight && lastWasTight ? [0x0A] : [0x0A, 0x0A] }
      isAtBlockStart = false
    } else if owesBlank, text.last != 0x0A {
      space = [0x20]
    }
    owesBlank = false
    text += space
    map.insert(space.count, at: source)
  }

  mutating func finish() {
    endBlock()
    guard !text.isEmpty else { return }
    let end = map.location(of: text.count - 1..<text.count).bytes?.upperBound ?? 0
    text.append(0x0A)
    map.insert(1, at: end)
  }
}
