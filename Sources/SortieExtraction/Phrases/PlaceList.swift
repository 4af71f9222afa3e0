internal import ReportText
internal import SortiePatterns

/// Lists of places of which no table holds all: "the towns of Tokhar, Marj Abyad and Saraqib".
extension PhraseReader {
  /// Whether a match of the pattern of place lists is one: its first place has to be told to be one of several, since a
  /// capital word after any other place may be anything.
  func isPlaceList(_ node: Node) -> Bool {
    guard node.attribute("list") == "of-kind", let spots = node.capture("spots")?.nodes else { return true }
    return spots.contains { nodes[$0].captures.contains { $0.name == "kind" && isPluralKind($0.range) } }
  }

  private func isPluralKind(_ range: Range<Int>) -> Bool {
    words.folded(range).hasSuffix("s") && words.language.placeKinds[words.bytes, range] != nil
  }

  /// The names in the words between two known places.
  ///
  /// Commas and conjunctions part them. Where a text has lost its commas, an Arabic article opens a name of its own
  /// unless a single word stands before it, and longer runs are cut into names of two words, as most are.
  func unknownNames(in range: Range<Int>) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var run: [Range<Int>] = []
    let bytes = words.text.bytes
    var position = range.lowerBound
    while position < range.upperBound {
      guard !isBlank(bytes[position]) else {
        position += 1
        continue
      }
      var end = position
      while end < range.upperBound, !isBlank(bytes[end]), bytes[end] != UInt8(ascii: ",") { end += 1 }
      let token = position..<end
      if isName(token) {
        run.append(token)
      } else {
        names += split(run)
        run = []
      }
      position = end
      if position < range.upperBound, bytes[position] == UInt8(ascii: ",") {
        names += split(run)
        run = []
        position += 1
      }
    }
    return names + split(run)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") }

  /// A capital letter, at the front or behind an article and a hyphen.
  private func isName(_ token: Range<Int>) -> Bool {
    let word = words.string(token)
    guard let first = word.first, words.language.conjunctions[word.lowercased()] == nil else { return false }
    return first.isUppercase || hasArticle(token)
  }

  private func hasArticle(_ token: Range<Int>) -> Bool {
    let parts = words.string(token).split(separator: "-", maxSplits: 1)
    return parts.count == 2 && parts[0].count <= 3 && parts[1].first?.isUppercase == true
  }

  private func split(_ run: [Range<Int>]) -> [Range<Int>] {
    guard run.count > 2 else { return run.isEmpty ? [] : [run[0].lowerBound..<run[run.count - 1].upperBound] }
    var names: [Range<Int>] = []
    var open: [Range<Int>] = []
    func close() {
      if let first = open.first, let last = open.last { names.append(first.lowerBound..<last.upperBound) }
      open = []
    }
    for token in run {
      if open.count == 2 || hasArticle(token) && open.count != 1 { close() }
      open.append(token)
    }
    close()
    return names
  }
}
