/// Looks a whole name up, without asking for capitals.
struct NameLookup {
  private let gazetteer: Gazetteer
  private let name: [UInt8]

  init(_ gazetteer: Gazetteer, name: [UInt8]) {
    self.gazetteer = gazetteer
    self.name = name
  }

  mutating func candidates() -> [Candidate] {
    var candidates: [Candidate] = []
    let letters = NameLetters(name)
    guard !letters.tokens.isEmpty else { return [] }
    var hash = KeyHash(.name)
    for (token, folded) in zip(letters.tokens, letters.folded) { hash.add(folded, isDigits: token.isDigits) }
    let isWord = letters.tokens.count == 1 && gazetteer.isEnglishWord(letters.folded[0])
    add(hash.key, isWord, &candidates)
    if let keys = PlaceRunKeys.keys(of: name) {
      if let key = keys.foldKey { add(key, isWord, &candidates) }
      if let key = keys.midKey { add(key, isWord, &candidates) }
    }
    gazetteer.sort(&candidates)
    return candidates
  }

  private func add(_ key: UInt64, _ isWord: Bool, _ candidates: inout [Candidate]) {
    for (number, layer) in gazetteer.layers.enumerated() {
      for stored in layer.candidates(key: key) {
        let table = Int(stored.table.rawValue)
        let index = gazetteer.bases[number][table] + stored.index
        if gazetteer.overridden[table].contains(index)
          || candidates.contains(where: { $0.table == stored.table && $0.index == index })
        {
          continue
        }
        candidates.append(
          Candidate(
            table: stored.table, index: index, aspect: stored.aspect, tier: stored.tier,
            isPlural: stored.form.contains(.plural), needsCue: isWord && stored.table == .place,
            score: stored.tier.score))
      }
    }
  }
}
