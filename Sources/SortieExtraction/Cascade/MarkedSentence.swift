internal import ReportText

/// A sentence in which recognised parts are replaced by one mark each, so that patterns stay short.
///
/// Offsets lead back: every byte of the marked view knows the byte of the text that it stands for.
struct MarkedSentence {
  /// The marked view, valid UTF-8.
  private(set) var bytes: [UInt8] = []
  /// For each byte of the view, and for its end, the offset in the text.
  private(set) var origins: [Int32] = []
  /// For each byte of the view the node whose mark begins there, or -1.
  private(set) var nodeAt: [Int32] = []
  /// Which marks stand in the view, by their raw value.
  private(set) var present: UInt64 = 0

  /// Lays out a sentence with its first marks, which are in the order of the text and do not overlap.
  init(text: [UInt8], range: Range<Int>, marks: [(node: Int, mark: Mark, range: Range<Int>)]) {
    bytes.reserveCapacity(range.count + 8)
    origins.reserveCapacity(range.count + 9)
    nodeAt.reserveCapacity(range.count + 8)
    var position = range.lowerBound
    for (node, mark, span) in marks {
      appendText(text, position..<span.lowerBound)
      append(mark, node: node, origin: span.lowerBound)
      position = span.upperBound
    }
    appendText(text, position..<range.upperBound)
    origins.append(Int32(range.upperBound))
  }

  private mutating func append(_ mark: Mark, node: Int, origin: Int) {
    let (first, second, third) = mark.bytes
    bytes.append(first)
    bytes.append(second)
    bytes.append(third)
    for index in 0..<3 {
      origins.append(Int32(origin))
      nodeAt.append(index == 0 ? Int32(node) : -1)
    }
    present |= 1 << UInt64(mark.rawValue)
  }

  /// Plain text; private-use characters of the input become question marks of the same length.
  private mutating func appendText(_ text: [UInt8], _ range: Range<Int>) {
    guard text[range].contains(where: { $0 >= 0xEE }) else {
      bytes.append(contentsOf: text[range])
      origins.append(contentsOf: Int32(range.lowerBound)..<Int32(range.upperBound))
      nodeAt.append(contentsOf: repeatElement(-1, count: range.count))
      return
    }
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = text[position]
      let isPrivate =
        position + 2 < range.upperBound
        && (byte == 0xEE || (byte == 0xEF && text[position + 1] < 0xA4))
      let length = isPrivate ? 3 : 1
      for offset in 0..<length {
        bytes.append(isPrivate ? UInt8(ascii: "?") : text[position + offset])
        origins.append(Int32(position + offset))
        nodeAt.append(-1)
      }
      position += length
    }
  }

  /// The bytes of the text behind a range of the view.
  func source(_ range: Range<Int>, nodes: [Node]) -> Range<Int> {
    let start = Int(origins[range.lowerBound])
    guard range.upperBound > range.lowerBound else { return start..<start }
    // The end of a mark is the end of what it stands for, not the start of what follows.
    if range.upperBound >= 3, nodeAt[range.upperBound - 3] >= 0, range.upperBound - 3 >= range.lowerBound {
      return start..<max(start, nodes[Int(nodeAt[range.upperBound - 3])].range.upperBound)
    }
    return start..<max(start, Int(origins[range.upperBound - 1]) + 1)
  }

  /// Whether a word goes on behind a mark that ends at an offset of the view: three ASCII letters or digits, which a
  /// `LiteralGate` could ask for.
  func wordGoesOn(at position: Int) -> Bool {
    guard position + 3 <= bytes.count else { return false }
    return bytes[position..<position + 3].allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
  }

  /// Whether a word goes on behind any mark.
  var hasHalvedWord: Bool {
    nodeAt.indices.contains { nodeAt[$0] >= 0 && wordGoesOn(at: $0 + 3) }
  }

  /// The nodes whose marks stand in a range of the view.
  func nodes(in range: Range<Int>) -> [Int] {
    var found: [Int] = []
    for position in range where nodeAt[position] >= 0 { found.append(Int(nodeAt[position])) }
    return found
  }

  /// Puts one mark in the place of each range; the ranges are in order and do not overlap.
  mutating func replace(_ replacements: [(range: Range<Int>, node: Int, mark: Mark)]) {
    var next = MarkedSentence(capacity: bytes.count)
    var position = 0
    for (range, node, mark) in replacements {
      next.copy(self, position..<range.lowerBound)
      next.append(mark, node: node, origin: Int(origins[range.lowerBound]))
      position = range.upperBound
    }
    next.copy(self, position..<bytes.count)
    next.origins.append(origins[bytes.count])
    next.recountMarks()
    self = next
  }

  private init(capacity: Int) {
    bytes.reserveCapacity(capacity)
    origins.reserveCapacity(capacity + 1)
    nodeAt.reserveCapacity(capacity)
  }

  private mutating func copy(_ other: MarkedSentence, _ range: Range<Int>) {
    bytes.append(contentsOf: other.bytes[range])
    origins.append(contentsOf: other.origins[range])
    nodeAt.append(contentsOf: other.nodeAt[range])
  }

  private mutating func recountMarks() {
    present = 0
    for position in nodeAt.indices where nodeAt[position] >= 0 {
      let scalar =
        UInt32(bytes[position] & 0x0F) << 12 | UInt32(bytes[position + 1] & 0x3F) << 6
        | UInt32(bytes[position + 2] & 0x3F)
      present |= 1 << UInt64(scalar - Mark.base)
    }
  }
}
