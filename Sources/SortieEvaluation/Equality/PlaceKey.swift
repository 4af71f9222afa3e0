/// A place name with the habits of transliteration taken out; vowels stay.
struct PlaceKey: Hashable, Sendable {
  private let letters: [UInt8]

  init(_ name: String) {
    let letters = Self.letters(of: name)
    self.letters = Self.namesakes[letters] ?? letters
  }

  /// Equal keys, or one the beginning of the other: five letters at least, and at most four more.
  func agrees(with other: PlaceKey) -> Bool {
    if letters == other.letters { return true }
    let (shorter, longer) =
      letters.count < other.letters.count ? (letters, other.letters) : (other.letters, letters)
    return shorter.count >= 5 && longer.count - shorter.count <= 4 && longer.starts(with: shorter)
  }

  private static let namesakes: [[UInt8]: [UInt8]] = {
    var keys: [[UInt8]: [UInt8]] = [:]
    for names in PlaceEquivalences.namesakes {
      let first = letters(of: names[0])
      for name in names { keys[letters(of: name)] = first }
    }
    return keys
  }()

  private static func letters(of name: String) -> [UInt8] {
    let plain = FoldedLetters.fold(name).filter { $0 != 0x27 && $0 != 0x60 }
    let words = FoldedLetters.words(plain)
    let named = withoutKind(words)
    let bare = named.filter { !PlaceEquivalences.articles.contains($0) }
    // "Al-Bab" is told by three letters, "At Tan" would not be.
    let told = bare.reduce(0) { $0 + $1.utf8.count } >= 3 ? bare : named
    var letters = told.flatMap { Array((firstWords[$0] ?? $0).utf8) }
    for habit in PlaceEquivalences.letterHabits {
      letters = letters.replacing(Array(habit.written.utf8), with: Array(habit.key.utf8))
    }
    letters = single(letters)
    if letters.count > 3, let ending = droppedEndings.first(where: { letters.suffix($0.count) == $0[...] }) {
      letters.removeLast(ending.count)
    }
    return single(letters.map { $0 == 0x79 ? 0x69 : $0 })
  }

  /// The words without "province of", "air base" and the like; all of them where nothing else is left.
  private static func withoutKind(_ words: [String]) -> [String] {
    var rest: [String] = []
    var index = 0
    while index < words.count {
      if PlaceEquivalences.kindsOfPlaceInTwoWords.contains(Array(words[index...].prefix(2))) {
        index += 2
      } else {
        if !PlaceEquivalences.kindsOfPlace.contains(words[index]) { rest.append(words[index]) }
        index += 1
      }
    }
    return rest.isEmpty ? words : rest
  }

  /// Doubled letters written once.
  private static func single(_ letters: [UInt8]) -> [UInt8] {
    letters.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  private static let firstWords: [String: String] = {
    var table: [String: String] = [:]
    for word in PlaceEquivalences.firstWords {
      for spelling in word.spellings { table[spelling] = word.key }
    }
    return table
  }()

  private static let droppedEndings = PlaceEquivalences.droppedEndings.map { Array($0.utf8) }
}
