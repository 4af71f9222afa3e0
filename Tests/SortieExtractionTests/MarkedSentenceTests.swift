import RecordMaking
import ReportText
import SortieGazetteer
import Testing

@testable import SortieExtraction

/// A text of characters, some of them marked, and how a marked view of it must look: one unit a character or mark.
private struct Layout {
  struct Unit {
    let source: Range<Int>
    let node: Int?
    var width: Int { node == nil ? source.count : 3 }
  }

  var text: [UInt8] = []
  var sentence = 0..<0
  var units: [Unit] = []
  var nodes: [Node] = []

  private static let characters = [
    "a", "Z", " ", ",", "é", "ك", "€", "\u{E000}", "\u{F8FF}", "\u{FB01}", "\u{D7FF}", "😀", "\u{F0000}",
  ]

  init(_ random: inout SeededGenerator) {
    text = Array("before ".utf8)
    let start = text.count
    let count = Int.random(in: 1...40, using: &random)
    var left = 0
    var from = start
    var isMarked = false
    for _ in 0..<count {
      if left == 0 {
        if isMarked { mark(from..<text.count, &random) }
        isMarked = Bool.random(using: &random)
        left = Int.random(in: 1...5, using: &random)
        from = text.count
      }
      let character = Array(Self.characters.randomElement(using: &random)!.utf8)
      if !isMarked { units.append(Unit(source: text.count..<text.count + character.count, node: nil)) }
      text += character
      left -= 1
    }
    if isMarked { mark(from..<text.count, &random) }
    sentence = start..<text.count
    text += Array(" after".utf8)
  }

  private mutating func mark(_ range: Range<Int>, _ random: inout SeededGenerator) {
    units.append(Unit(source: range, node: nodes.count))
    let mention = Mention(range: range, candidates: [])
    nodes.append(Node(mark: Mark.allCases.randomElement(using: &random)!, range: range, mention: mention))
  }

  func marked() -> MarkedSentence {
    let marks = nodes.enumerated().map { (node: $0.offset, mark: $0.element.mark, range: $0.element.range) }
    return MarkedSentence(text: text, range: sentence, marks: marks)
  }

  /// Takes some neighbouring units up into new nodes, as a stage of the cascade does.
  mutating func takeUp(into view: inout MarkedSentence, _ random: inout SeededGenerator) {
    var replacements: [(range: Range<Int>, node: Int, mark: Mark)] = []
    var next: [Unit] = []
    var index = 0
    var position = 0
    while index < units.count {
      let length = min(Int.random(in: 1...4, using: &random), units.count - index)
      let taken = units[index..<index + length]
      let width = taken.reduce(0) { $0 + $1.width }
      if Bool.random(using: &random), let first = taken.first, let last = taken.last {
        let source = first.source.lowerBound..<last.source.upperBound
        let mark = Mark.allCases.randomElement(using: &random)!
        replacements.append((position..<position + width, nodes.count, mark))
        next.append(Unit(source: source, node: nodes.count))
        nodes.append(Node(mark: mark, range: source, mention: Mention(range: source, candidates: [])))
      } else {
        next += taken
      }
      position += width
      index += length
    }
    units = next
    view.replace(replacements)
  }

  /// What is wrong with a view of this layout.
  func faults(of view: MarkedSentence) -> [String] {
    var faults: [String] = []
    guard view.bytes.count == units.reduce(0, { $0 + $1.width }) else {
      return ["the view is \(view.bytes.count) bytes long"]
    }
    if String(validating: view.bytes, as: UTF8.self) == nil { faults.append("the view is no UTF-8") }
    var starts = [0]
    for unit in units { starts.append(starts.last! + unit.width) }
    var present: UInt64 = 0
    for (index, unit) in units.enumerated() {
      let range = starts[index]..<starts[index + 1]
      let bytes = Array(view.bytes[range])
      for offset in unit.source
      where view.position(of: offset)
        != (unit.node == nil ? range.lowerBound + offset - unit.source.lowerBound : range.lowerBound)
      {
        faults.append("offset \(offset) is said to stand at \(view.position(of: offset))")
      }
      if let node = unit.node {
        let (first, second, third) = nodes[node].mark.bytes
        if bytes != [first, second, third] { faults.append("\(range) is not the mark of node \(node)") }
        present |= 1 << UInt64(nodes[node].mark.rawValue)
      } else {
        let source = Array(text[unit.source])
        let value = String(decoding: source, as: UTF8.self).unicodeScalars.first!.value
        let isPrivate = (0xE000...0xF8FF).contains(value)
        if bytes != (isPrivate ? [0x3F, 0x3F, 0x3F] : source) { faults.append("\(range) is not the text") }
      }
      for end in index..<units.count {
        let span = starts[index]..<starts[end + 1]
        let source = unit.source.lowerBound..<units[end].source.upperBound
        if view.source(span, nodes: nodes) != source {
          faults.append("\(span) leads to \(view.source(span, nodes: nodes)), not \(source)")
        }
        if view.nodes(in: span) != units[index...end].compactMap(\.node) { faults.append("\(span) has other nodes") }
      }
    }
    if view.present != present { faults.append("other marks are said to be present") }
    return faults
  }
}

@Suite struct MarkedSentenceTests {
  @Test("Every range of the view leads back to its words, also after marks were taken up", arguments: 0..<200)
  func leadsBack(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var layout = Layout(&random)
    var view = layout.marked()
    #expect(layout.faults(of: view) == [])
    for _ in 0..<3 {
      layout.takeUp(into: &view, &random)
      #expect(layout.faults(of: view) == [])
    }
  }

  @Test("Private-use characters of a text are no marks")
  func privateUse() {
    let strike = "\u{E000}\u{E001}\u{E01A}\u{F8FF}"
    let sample = SentenceSample("\(strike) jets bombed \(strike).")
    #expect(sample.reading.nodes.contains { $0.mark == .craft })
    for node in sample.reading.nodes { #expect(!sample.words.string(node.range).contains("\u{E000}"), "\(node.mark)") }
  }

  @Test("An empty range is empty where it stands")
  func emptyRange() {
    let text = Array("two jets".utf8)
    let view = MarkedSentence(text: text, range: 4..<8, marks: [])
    #expect(view.source(2..<2, nodes: []) == 6..<6)
    #expect(view.source(4..<4, nodes: []) == 8..<8)
  }
}
