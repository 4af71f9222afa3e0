/// Names the ASCII letters beside `\p{L}`: `\p{L}+` becomes `[a-zA-Z\p{L}]+`.
///
/// The same characters match, but PCRE2 finds ASCII letters in a bitmap, and what Unicode knows of a character is asked
/// for only where it is another one.
enum LetterClasses {
  private static let letter = Array("\\p{L}".utf8)
  private static let ascii = Array("a-zA-Z".utf8)

  static func widened(_ branches: [[RegexTree.Item]]) -> [[RegexTree.Item]] {
    branches.map { branch in
      branch.map { item in
        var item = item
        switch item.kind {
        case .group(let branches): item.kind = .group(widened(branches))
        case .atom: item.bytes = widened(item.bytes)
        case .verbatim, .blank: break
        }
        return item
      }
    }
  }

  private static func widened(_ atom: [UInt8]) -> [UInt8] {
    if atom == letter { return [UInt8(ascii: "[")] + ascii + letter + [UInt8(ascii: "]")] }
    guard atom.first == UInt8(ascii: "["), !atom.dropFirst().contains(UInt8(ascii: "[")) else { return atom }
    var index = 1
    while index + letter.count < atom.count {
      if atom[index...].starts(with: letter) { return atom[..<index] + ascii + atom[index...] }
      index += atom[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return atom
  }
}
