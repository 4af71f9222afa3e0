/// A designation in letters and digits: "Sukhoi Su-24Ms" is `su24m`, "Reaper" is `mq9`.
struct AircraftKey: Hashable, Sendable {
  private let characters: [UInt8]

  init(_ name: String) {
    var key = FoldedLetters.fold(name).filter(FoldedLetters.isWordByte)
    if let bureau = AircraftEquivalences.bureaus.first(where: { key.starts(with: $0.name.utf8) }) {
      key.replaceSubrange(0..<bureau.name.utf8.count, with: bureau.letters.utf8)
    }
    // "Sukhoi Su-24" says its bureau twice.
    for letters in ["su", "mig"] {
      key = key.replacing(Array((letters + letters).utf8), with: Array(letters.utf8))
    }
    for word in AircraftEquivalences.roleWords { key = key.replacing(Array(word.utf8), with: []) }
    if key.last == 0x73 { key.removeLast() }
    characters = AircraftEquivalences.designations[String(decoding: key, as: UTF8.self)].map { Array($0.utf8) } ?? key
  }

  /// Equal, or a family and its variant (Su-24 and Su-24M, F-16 and F-16I); never two variants of one family, never
  /// Su-3 and Su-34.
  func agrees(with other: AircraftKey) -> Bool {
    if characters == other.characters { return true }
    let (family, variant) =
      characters.count < other.characters.count
      ? (characters, other.characters) : (other.characters, characters)
    guard family.count < variant.count, variant.starts(with: family), !FoldedLetters.isDigit(variant[family.count])
    else { return false }
    return family.count >= 5 || family.contains(where: FoldedLetters.isDigit)
  }
}
