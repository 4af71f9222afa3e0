/// The *fold* and *mid* keys of a run of words, built up word by word.
struct PlaceRunKeys {
  private(set) var fold: [UInt8] = []
  private(set) var mid: [UInt8] = []
  private var beginsWithArticle = false
  private(set) var words = 0
  /// Words that are no articles.
  private(set) var nameWords = 0

  static let mostWords = 6
  /// An article is never left off a rest of so few letters: "Al-Bab" is no "bab".
  static let shortest = 3

  mutating func reset() {
    fold.removeAll(keepingCapacity: true)
    mid.removeAll(keepingCapacity: true)
    beginsWithArticle = false
    words = 0
    nameWords = 0
  }

  /// Adds a folded word.
  mutating func add(_ word: [UInt8]) {
    words += 1
    if TransliterationKey.isArticle(word) {
      if fold.isEmpty { beginsWithArticle = true }
      return
    }
    nameWords += 1
    TransliterationKey.fold(word, into: &fold)
    TransliterationKey.mid(word, into: &mid)
  }

  /// Nil for a run of articles only.
  var foldKey: UInt64? { key(.fold, fold) }
  var midKey: UInt64? { key(.mid, mid) }

  /// Nil for names of fewer than three consonants, which stand for too many places.
  var looseKey: UInt64? {
    let consonants = TransliterationKey.consonants(mid)
    return consonants.count < 3 ? nil : KeyHash.key(.loose, consonants)
  }

  private func key(_ purpose: KeyHash.Purpose, _ letters: [UInt8]) -> UInt64? {
    if fold.isEmpty || letters.isEmpty { return nil }
    var hash = KeyHash(purpose)
    if beginsWithArticle && fold.count <= Self.shortest { hash.add([0x61, 0x6C]) }
    hash.add(letters)
    return hash.key
  }

  /// The keys as letters, for people: what `fold` and `mid` make of a name.
  static func letters(of name: String) -> (fold: String, mid: String)? {
    guard let keys = keys(of: Array(name.utf8)) else { return nil }
    let article = keys.beginsWithArticle && keys.fold.count <= shortest ? "al" : ""
    return (article + String(decoding: keys.fold, as: UTF8.self), article + String(decoding: keys.mid, as: UTF8.self))
  }

  /// The *mid* keys that the first words of a name give, by which longer names are told to go on.
  static func prefixes(of letters: NameLetters) -> [UInt64] {
    var keys = PlaceRunKeys()
    var prefixes: [UInt64] = []
    for folded in letters.folded.dropLast() {
      keys.add(folded)
      if let key = keys.prefixKey, prefixes.last != key { prefixes.append(key) }
    }
    return prefixes
  }

  /// The key of a run that may go on: its letters alone, whatever article stands before.
  var prefixKey: UInt64? { mid.isEmpty ? nil : KeyHash.key(.midPrefix, mid) }

  /// The keys of a whole name; nil when it holds digits or other scripts, or more words than a run may have.
  static func keys(of name: [UInt8]) -> PlaceRunKeys? {
    var keys = PlaceRunKeys()
    var folded: [UInt8] = []
    var index = 0
    while index < name.count {
      guard NameTokens.startsWord(name, index, name.count),
        let token = NameTokens.read(name, at: index, end: name.count, folded: &folded)
      else {
        index += 1
        continue
      }
      if token.isDigits || folded.contains(where: { $0 >= 0x80 }) { return nil }
      keys.add(folded)
      index = token.end
    }
    return keys.fold.isEmpty || keys.words > mostWords ? nil : keys
  }
}
