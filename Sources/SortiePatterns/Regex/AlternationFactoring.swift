/// Rearranges the branches of a regex so that those that begin alike share their beginning: `raid|raids|strike` becomes
/// `raid(?:|s)|strike`.
///
/// PCRE2 tries branches one after the other; of lists of hundreds of words this leaves a few letters to be looked at.
/// The rearranged regex matches the same, in the same order of preference, with the same groups: branches pass each other
/// only where their first letters differ, so that no text fits both, and a shared beginning is one character, or white
/// space before a letter, which match in one way only. Classes of letters are widened on the way (`LetterClasses`).
enum AlternationFactoring {
  /// Fewer branches are left as they are.
  private static let fewest = 4

  /// Nil where the regex holds what the rearrangement does not understand.
  static func factored(_ regex: [UInt8]) -> [UInt8]? {
    guard let tree = RegexTree(regex) else { return nil }
    var bytes: [UInt8] = []
    RegexTree.write(LetterClasses.widened(factored(tree.branches)), into: &bytes)
    return bytes
  }

  private static func factored(_ branches: [[RegexTree.Item]]) -> [[RegexTree.Item]] {
    let inner = branches.map { branch in
      branch.map { item in
        guard case .group(let branches) = item.kind, !item.bytes.elementsEqual("(?|".utf8) else { return item }
        var item = item
        item.kind = .group(factored(branches))
        return item
      }
    }
    return inner.count < fewest ? inner : joined(inner.map(trimmed))
  }

  /// Branches that begin with the same item, or one that stays alone.
  private struct Family {
    let first: RegexTree.Item?
    /// What a match must begin with, in lower case; nil where that is not known.
    let letter: UInt8?
    /// What follows the shared item; the whole branch where nothing is shared.
    var rests: [[RegexTree.Item]]
  }

  private static func joined(_ branches: [[RegexTree.Item]]) -> [[RegexTree.Item]] {
    var families: [Family] = []
    for branch in branches {
      let first = branch.first.flatMap { isShareable($0, before: branch.dropFirst().first) ? $0 : nil }
      let captures = branch.contains(where: \.captures)
      let letter = captures ? nil : first.flatMap(letter)
      if let first {
        var place = families.count - 1
        while place >= 0 {
          if let other = families[place].first, other == first { break }
          // What may fit the same text must keep its place.
          guard let letter, let other = families[place].letter, other != letter else {
            place = -1
            break
          }
          place -= 1
        }
        if place >= 0, !captures || place == families.count - 1 {
          families[place].rests.append(trimmed(Array(branch.dropFirst())))
          continue
        }
        families.append(Family(first: first, letter: letter, rests: [trimmed(Array(branch.dropFirst()))]))
      } else {
        families.append(Family(first: nil, letter: nil, rests: [branch]))
      }
    }
    return families.map { family in
      guard let first = family.first else { return family.rests[0] }
      if family.rests.count == 1 { return [first] + family.rests[0] }
      let rests = joined(family.rests)
      if rests.count == 1 { return [first] + rests[0] }
      return [first, RegexTree.Item(kind: .group(rests), bytes: Array("(?:".utf8))]
    }
  }

  /// Whether an item matches in one way only, so that branches may share it.
  private static func isShareable(_ item: RegexTree.Item, before next: RegexTree.Item?) -> Bool {
    guard case .atom = item.kind else { return false }
    if item.quantifiers.isEmpty { return !isReference(item.bytes) }
    guard item.bytes.elementsEqual("\\s".utf8), item.quantifiers == [UInt8(ascii: "+")], let next else { return false }
    return next.quantifiers.isEmpty && letter(next) != nil
  }

  /// `\1`, `\k{…}`, `\K`, `\G` and the like are left where they are.
  private static func isReference(_ bytes: [UInt8]) -> Bool {
    guard bytes.first == UInt8(ascii: "\\"), bytes.count > 1 else { return false }
    return !"bBsSdDwWpPx.-".utf8.contains(bytes[1])
  }

  /// The letter or digit that an item is, in lower case.
  private static func letter(_ item: RegexTree.Item) -> UInt8? {
    guard case .atom = item.kind, item.bytes.count == 1 else { return nil }
    let byte = item.bytes[0]
    if (byte | 0x20) &- 0x61 < 26 { return byte | 0x20 }
    return byte &- 0x30 < 10 ? byte : nil
  }

  /// Without white space at its ends and between its letters, where it keeps nothing apart.
  private static func trimmed(_ branch: [RegexTree.Item]) -> [RegexTree.Item] {
    var branch = branch[...]
    while let first = branch.first, case .blank = first.kind { branch.removeFirst() }
    while let last = branch.last, case .blank = last.kind { branch.removeLast() }
    return Array(branch)
  }
}
