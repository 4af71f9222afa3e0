/// Texts made to drive a careless regex into endless backtracking, each about 20 kB.
struct HostileText {
  let name: String
  let bytes: [UInt8]

  private static let size = 20_000

  private init(_ name: String, repeating piece: String, then end: String = "!") {
    self.name = name
    let piece = Array(piece.utf8)
    bytes = (0..<(Self.size / piece.count)).flatMap { _ in piece } + end.utf8
  }

  /// - Parameter marks: the regex of each mark's character, of which a run is made too.
  static func all(marks: [String: String]) -> [HostileText] {
    let characters = marks.sorted { $0.key < $1.key }.compactMap { name, regex in
      character(of: regex).map { (name: name, text: String($0)) }
    }
    let every = characters.map(\.text)
    var texts = [
      HostileText("digits", repeating: "7"),
      HostileText("grouped digits", repeating: "1,"),
      HostileText("letters", repeating: "a"),
      HostileText("and", repeating: "and a "),
      HostileText("capitals", repeating: "Al Ab-"),
      HostileText("brackets", repeating: "(["),
      HostileText("quotes", repeating: "\"' "),
      HostileText("blanks", repeating: " "),
      HostileText("hyphens", repeating: "- "),
      HostileText("commas", repeating: "a, "),
      HostileText("of the", repeating: "of the "),
    ]
    if !every.isEmpty {
      texts.append(HostileText("all marks in turn", repeating: every.joined(separator: " ") + " "))
      texts.append(HostileText("all marks listed", repeating: every.joined(separator: ", ") + " and "))
    }
    for (name, mark) in characters {
      texts.append(HostileText("a list of \(name)", repeating: mark + ", "))
      texts.append(HostileText("\(name) and \(name)", repeating: mark + " and "))
    }
    return texts
  }

  /// The first character that the regex of a mark names: itself, or as `\x{E010}`.
  private static func character(of regex: String) -> Character? {
    var scalars = Substring(regex).unicodeScalars
    if scalars.first == "[" { scalars.removeFirst() }
    guard let first = scalars.first else { return nil }
    guard first == "\\" else { return Character(first) }
    guard Substring(scalars).hasPrefix("\\x{") else { return nil }
    let digits = Substring(scalars.dropFirst(3).prefix { $0 != "}" })
    return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map(Character.init)
  }
}
