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

  /// Letters that are alike to this degree may be one name written twice.
  static let leastLikeness = 0.55

  /// The places whose consonants are the name's and whose letters are near, the nearest first.
  func looseCandidates() -> [Candidate] {
    guard let keys = PlaceRunKeys.keys(of: name), let key = keys.looseKey else { return [] }
    var candidates: [Candidate] = []
    add(key, false, &candidates)
    let weighed = candidates.map { candidate in
      let names = [gazetteer.field(.place, candidate.index, 1)] + gazetteer.field(.place, candidate.index, 3).listed
      let likeness = names.map { name in
        PlaceRunKeys.keys(of: Array(name.utf8)).map { TransliterationKey.likeness($0.mid, keys.mid) } ?? 0
      }
      return (candidate, likeness.max() ?? 0)
    }
    return weighed.filter { $0.1 >= Self.leastLikeness }.sorted { $0.1 > $1.1 }.map { candidate, likeness in
      Candidate(
        table: candidate.table, index: candidate.index, aspect: candidate.aspect, tier: .loose,
        isMainName: candidate.isMainName, isPlural: false, needsCue: false,
        score: KeyTier.loose.score * (0.5 + likeness / 2))
    }
  }

  private func add(_ key: UInt64, _ isWord: Bool, _ candidates: inout [Candidate]) {
    for (number, layer) in gazetteer.layers.enumerated() {
      for stored in layer.candidates(key: key) {
        let table = Int(stored.table.rawValue)
        let index = gazetteer.bases[number][table] + stored.index
        if gazetteer.isOverridden(table, index)
          || candidates.contains(where: { $0.table == stored.table && $0.index == index })
        {
          continue
        }
        candidates.append(
          Candidate(
            table: stored.table, index: index, aspect: stored.aspect, tier: stored.tier,
            isMainName: stored.form.contains(.mainName), isPlural: stored.form.contains(.plural),
            needsCue: isWord && stored.table == .place,
            score: stored.tier.score))
      }
    }
  }
}
