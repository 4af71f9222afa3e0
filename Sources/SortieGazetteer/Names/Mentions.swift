extension KeyTier {
  var score: Double {
    switch self {
    case .exact: 1
    case .fold: 0.9
    case .mid: 0.8
    case .loose: 0.5
    }
  }
}

extension Gazetteer {
  /// All mentions in a range of a text, leftmost and longest, none overlapping, in order.
  public func mentions(in text: [UInt8], range: Range<Int>? = nil) -> [Mention] {
    var mentions: [Mention] = []
    self.mentions(in: text, range: range ?? 0..<text.count, into: &mentions)
    return mentions
  }

  /// Appends the mentions in `range` of a text to `mentions`; offsets are offsets into the whole text.
  public func mentions(in text: [UInt8], range: Range<Int>, into mentions: inout [Mention]) {
    var finder = MentionFinder(self, text: text, end: range.upperBound)
    finder.run(from: range.lowerBound, into: &mentions)
  }

  func isEnglishWord(_ folded: [UInt8]) -> Bool {
    var hash = KeyHash(.englishWord)
    hash.add(folded)
    return layers.contains { $0.payload(hash.key) != nil }
  }

  /// By table, aspect, key, then prominence of places, then the order of the table.
  func sort(_ candidates: inout [Candidate]) {
    guard candidates.count > 1 else { return }
    func precedes(_ a: Candidate, _ b: Candidate) -> Bool {
      if a.table != b.table { return a.table < b.table }
      if a.aspect != b.aspect { return a.aspect.rawValue < b.aspect.rawValue }
      if a.tier != b.tier { return a.tier < b.tier }
      if a.table == .place {
        let (left, right) = (prominence(of: a), prominence(of: b))
        if left != right { return left > right }
      }
      return a.index < b.index
    }
    // Insertion: most lists are short and nearly in order.
    for position in candidates.indices.dropFirst() {
      let candidate = candidates[position]
      var place = position
      while place > 0, precedes(candidate, candidates[place - 1]) {
        candidates[place] = candidates[place - 1]
        place -= 1
      }
      candidates[place] = candidate
    }
  }
}
