/// Words for what the cascade did with a sentence.
enum TraceWriter {
  static func lines(reading: Cascade.Reading, phrases: PhraseReader) -> [String] {
    var lines: [String] = []
    func write(_ index: Int, depth: Int) {
      let node = reading.nodes[index]
      let indent = String(repeating: "  ", count: depth)
      lines.append("\(indent)\(node.mark.name) “\(phrases.words.string(node.range))” by \(phrases.ruleID(node))")
      for child in node.children { write(child, depth: depth + 1) }
    }
    for index in reading.top { write(index, depth: 0) }
    return lines
  }
}
