internal import ReportText

/// A sentence in which recognised parts are replaced by one mark each, so that patterns stay short.
///
/// Offsets lead back: between its marks the view is the text, and each mark knows what it stands for.
struct MarkedSentence {
  /// The marked view, valid UTF-8.
  private(set) var bytes: [UInt8] = []
  /// Which marks stand in the view, by their raw value.
  private(set) var present: UInt64 = 0
  /// Which marks stood in it at any time, those included that others took up.
  private(set) var everPresent: UInt64 = 0
  /// Where the sentence begins in the text.
  private let start: Int

  private struct Place {
    /// Where the mark begins in the view.
    var position: Int
    let node: Int
    let mark: Mark
    /// Where in the text begins what it stands for.
    let origin: Int
    /// Where in the text goes on what follows it.
    let resume: Int
  }

  /// In the order of the view.
  private var places: [Place] = []
  /// Where in the view stretches were replaced last: where each began and ended, and where it does now.
  private(set) var changes: [UInt32] = []

  /// Lays out a sentence with its first marks, which are in the order of the text and do not overlap.
  init(text: [UInt8], range: Range<Int>, marks: [(node: Int, mark: Mark, range: Range<Int>)]) {
    start = range.lowerBound
    bytes.reserveCapacity(range.count + 3 * marks.count + 8)
    places.reserveCapacity(marks.count)
    var position = range.lowerBound
    for (node, mark, span) in marks {
      appendText(text, position..<span.lowerBound)
      append(mark, node: node, origin: span.lowerBound, resume: span.upperBound)
      position = span.upperBound
    }
    appendText(text, position..<range.upperBound)
  }

  private mutating func append(_ mark: Mark, node: Int, origin: Int, resume: Int) {
    places.append(Place(position: bytes.count, node: node, mark: mark, origin: origin, resume: resume))
    let (first, second, third) = mark.bytes
    bytes.append(first)
    bytes.append(second)
    bytes.append(third)
    present |= 1 << UInt64(mark.rawValue)
    everPresent = present
  }

  /// Plain text; private-use characters of the input become question marks of the same length.
  private mutating func appendText(_ text: [UInt8], _ range: Range<Int>) {
    let first = bytes.count
    bytes.append(contentsOf: text[range])
    var position = first
    while position < bytes.count {
      let byte = bytes[position]
      guard byte >= 0xEE else {
        position += 1
        continue
      }
      let isPrivate = position + 2 < bytes.count && (byte == 0xEE || (byte == 0xEF && bytes[position + 1] < 0xA4))
      if isPrivate {
        for offset in 0..<3 { bytes[position + offset] = UInt8(ascii: "?") }
      }
      position += isPrivate ? 3 : 1
    }
  }

  /// The place of the last mark that begins at or before an offset of the view, by its number, or -1.
  private func place(before position: Int) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].position <= position { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// The number of the first mark that begins at or behind an offset of the view.
  private func number(from position: Int) -> Int {
    let number = place(before: position)
    return number < 0 || places[number].position < position ? number + 1 : number
  }

  /// The offset in the text of a byte of the view, or of its end.
  private func origin(_ position: Int) -> Int {
    let number = place(before: position)
    guard number >= 0 else { return start + position }
    let place = places[number]
    return position < place.position + 3 ? place.origin : place.resume + (position - place.position - 3)
  }

  /// Where an offset of the text stands in the view: of what a mark stands for, where the mark begins.
  func position(of offset: Int) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].origin <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return offset - start }
    let place = places[low - 1]
    return offset < place.resume ? place.position : place.position + 3 + offset - place.resume
  }

  /// The bytes of the text behind a range of the view.
  func source(_ range: Range<Int>, nodes: [Node]) -> Range<Int> {
    let start = origin(range.lowerBound)
    guard range.upperBound > range.lowerBound else { return start..<start }
    // The end of a mark is the end of what it stands for, not the start of what follows.
    let last = place(before: range.upperBound - 1)
    if last >= 0, places[last].position == range.upperBound - 3, places[last].position >= range.lowerBound {
      return start..<max(start, nodes[places[last].node].range.upperBound)
    }
    return start..<max(start, origin(range.upperBound - 1) + 1)
  }

  /// Whether a word goes on behind a mark that ends at an offset of the view: three ASCII letters or digits, which a
  /// `LiteralGate` could ask for.
  func wordGoesOn(at position: Int) -> Bool {
    guard position + 3 <= bytes.count else { return false }
    for index in position..<position + 3 where !((bytes[index] | 0x20) &- 0x61 < 26 || bytes[index] &- 0x30 < 10) {
      return false
    }
    return true
  }

  /// Whether a word goes on behind any mark.
  var hasHalvedWord: Bool {
    for place in places where wordGoesOn(at: place.position + 3) { return true }
    return false
  }

  /// The nodes whose marks stand in a range of the view.
  func nodes(in range: Range<Int>) -> [Int] {
    places[number(from: range.lowerBound)..<number(from: range.upperBound)].map(\.node)
  }

  /// The same for a range within another whose nodes are known, as a part of these; a list of its own elsewhere.
  func nodes(in range: Range<Int>, among known: [Int], of whole: Range<Int>) -> ArraySlice<Int> {
    guard whole.lowerBound <= range.lowerBound, range.upperBound <= whole.upperBound else {
      return nodes(in: range)[...]
    }
    let start = number(from: whole.lowerBound)
    return known[(number(from: range.lowerBound) - start)..<(number(from: range.upperBound) - start)]
  }

  /// Where the last of several kinds of marks stands in the view, or -1.
  func lastPosition(of marks: UInt64) -> Int {
    guard present & marks != 0 else { return -1 }
    var number = places.count - 1
    while number >= 0 {
      if marks >> UInt64(places[number].mark.rawValue) & 1 != 0 { return places[number].position }
      number -= 1
    }
    return -1
  }

  /// Puts one mark in the place of each range; the ranges are in order and do not overlap.
  mutating func replace(_ replacements: [(range: Range<Int>, node: Int, mark: Mark)]) {
    changes.removeAll(keepingCapacity: true)
    // How far what follows has moved.
    var shift = 0
    for (old, node, mark) in replacements {
      let range = old.lowerBound + shift..<old.upperBound + shift
      let place = Place(
        position: range.lowerBound, node: node, mark: mark, origin: origin(range.lowerBound),
        resume: origin(range.upperBound))
      changes.append(UInt32(old.lowerBound))
      changes.append(UInt32(old.upperBound))
      changes.append(UInt32(range.lowerBound))
      changes.append(UInt32(range.lowerBound + 3))
      let first = number(from: range.lowerBound)
      places.replaceSubrange(first..<number(from: range.upperBound), with: CollectionOfOne(place))
      let longer = 3 - range.count
      for number in first + 1..<places.count { places[number].position += longer }
      shift += longer
      if longer > 0 {
        bytes.insert(contentsOf: repeatElement(0, count: longer), at: range.lowerBound)
      } else {
        bytes.removeSubrange(range.lowerBound..<range.lowerBound - longer)
      }
      (bytes[range.lowerBound], bytes[range.lowerBound + 1], bytes[range.lowerBound + 2]) = mark.bytes
    }
    present = 0
    for place in places { present |= 1 << UInt64(place.mark.rawValue) }
    everPresent |= present
  }
}
