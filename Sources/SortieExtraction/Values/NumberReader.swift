internal import ReportText
internal import SortiePatterns
internal import SortieSchema

/// Reads numbers and counts from their nodes.
struct NumberReader {
  let words: Words
  let nodes: [Node]

  /// The value of a `number` node.
  func number(_ node: Node) -> Int? {
    if let figures = node.capture("figures") {
      var value = 0
      for byte in words.text.bytes[figures.range] where (0x30...0x39).contains(byte) {
        value = value * 10 + Int(byte - 0x30)
      }
      if let scale = node.capture("scale").flatMap({ words.language.numberScales[words.folded($0.range)] }).flatMap(
        Int.init)
      {
        value *= scale
      }
      return value
    }
    guard let range = node.capture("words")?.range else { return nil }
    return number(inWords: words.folded(range))
  }

  /// "two hundred and fifty-one", "a dozen", "seventeen".
  func number(inWords phrase: String) -> Int? {
    var total = 0
    var current = 0
    var found = false
    for word in phrase.split(whereSeparator: { $0 == " " || $0 == "-" }) {
      let word = String(word)
      if let value = words.language.numberWords[word].flatMap(Int.init) {
        current += value
        found = true
      } else if let scale = words.language.numberScales[word].flatMap(Int.init) {
        current = max(current, 1) * scale
        if scale >= 1000 {
          total += current
          current = 0
        }
        found = true
      }
    }
    return found ? total + current : nil
  }

  /// The count that a `count` node tells, with its words.
  func count(_ node: Node) -> Count? {
    let text = words.string(node.range)
    func value(_ name: String) -> Int? {
      guard let index = node.capture(name)?.nodes.first else { return nil }
      return number(nodes[index])
    }
    switch node.attribute("bound") {
    case "exact": return value("number").map { Count(exactly: $0, text: text) }
    case "min": return value("number").map { Count(min: $0, max: nil, text: text) }
    case "over": return value("number").map { Count(min: $0 + 1, max: nil, text: text) }
    case "max": return value("number").map { Count(min: nil, max: $0, text: text) }
    case "under": return value("number").map { Count(min: nil, max: max(0, $0 - 1), text: text) }
    case "about": return value("number").map { Count(min: $0, max: $0, approximate: true, text: text) }
    case "range":
      guard let low = value("low"), let high = value("high") else { return nil }
      guard low < high else { return Count(exactly: high, text: text) }
      return Count(min: low, max: high, text: text)
    case "pair": return Count(exactly: 2, text: text)
    case "vague":
      guard let range = node.capture("vague")?.range,
        let least = words.language.vagueNumbers[words.bytes, range].flatMap(Int.init)
      else { return nil }
      return Count(min: least, max: nil, vague: true, text: text)
    default: return nil
    }
  }

  /// The count in a group that holds a `count` node, or an article that stands for one.
  func count(_ capture: Node.Capture?) -> Count? {
    guard let capture else { return nil }
    for index in capture.nodes where nodes[index].mark == .count { return count(nodes[index]) }
    for index in capture.nodes where nodes[index].mark == .number {
      return number(nodes[index]).map { Count(exactly: $0, text: words.string(capture.range)) }
    }
    return capture.range.isEmpty ? nil : Count(exactly: 1, text: words.string(capture.range))
  }
}
