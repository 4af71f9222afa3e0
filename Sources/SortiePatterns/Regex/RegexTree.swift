/// A free-spacing regex as groups, branches and items, as far as rearranging its branches asks for.
///
/// Written out again it is the same regex, but for white space and comments.
struct RegexTree {
  /// One thing to be matched, with its quantifiers.
  struct Item {
    enum Kind {
      /// A character, an escape, a class: the bytes as written.
      case atom
      /// Branches between what opens the group and the closing parenthesis.
      case group([[Item]])
      /// A group that is left as it is: a lookbehind, a condition.
      case verbatim
      /// White space: nothing, but it may keep digits apart.
      case blank
    }

    var kind: Kind
    /// The atom, or what opens the group, or all of what is left as it is.
    var bytes: [UInt8]
    var quantifiers: [UInt8] = []
  }

  let branches: [[Item]]

  /// Nil where the regex holds what changes how the rest of it is read.
  init?(_ regex: [UInt8]) {
    var reader = RegexTreeReader(regex)
    guard let branches = reader.branches(isInside: false) else { return nil }
    self.branches = branches
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    Self.write(branches, into: &bytes)
    return bytes
  }

  static func write(_ branches: [[Item]], into bytes: inout [UInt8]) {
    for (number, branch) in branches.enumerated() {
      if number > 0 { bytes.append(UInt8(ascii: "|")) }
      for item in branch { write(item, into: &bytes) }
    }
  }

  private static func write(_ item: Item, into bytes: inout [UInt8]) {
    bytes += item.bytes
    if case .group(let branches) = item.kind {
      write(branches, into: &bytes)
      bytes.append(UInt8(ascii: ")"))
    }
    bytes += item.quantifiers
  }
}

extension RegexTree.Item {
  static func == (left: Self, right: Self) -> Bool {
    guard case .atom = left.kind, case .atom = right.kind else { return false }
    return left.bytes == right.bytes && left.quantifiers == right.quantifiers
  }

  /// Whether groups in it are numbered.
  var captures: Bool {
    switch kind {
    case .atom, .blank: false
    case .verbatim: true
    case .group(let branches):
      bytes == [UInt8(ascii: "(")] || bytes.count > 2 && bytes[2] != UInt8(ascii: ":") && !isPlainGroup
        || branches.contains { $0.contains(where: \.captures) }
    }
  }

  /// `(?:`, `(?i:`, `(?=`, `(?!`, `(?>`: groups without a number.
  private var isPlainGroup: Bool {
    guard bytes.count > 2, bytes[1] == UInt8(ascii: "?") else { return false }
    return bytes.last.map { ":=!>".utf8.contains($0) } ?? false && bytes[2] != UInt8(ascii: "<")
      && bytes[2] != UInt8(ascii: "P") && bytes[2] != UInt8(ascii: "|")
  }
}

private struct RegexTreeReader {
  private let bytes: [UInt8]
  private var tokenizer: Tokenizer
  private var depth = 0
  private static let deepest = 250

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tokenizer = Tokenizer(bytes)
  }

  /// Reads up to the closing parenthesis or the end.
  mutating func branches(isInside: Bool) -> [[RegexTree.Item]]? {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { return nil }
    var branches: [[RegexTree.Item]] = []
    var branch: [RegexTree.Item] = []
    while true {
      let start = tokenizer.offset
      guard let token = tokenizer.next() else {
        if isInside { return nil }
        return branches + [branch]
      }
      let range = start..<tokenizer.offset
      switch token {
      case .blank:
        if let last = branch.last, case .blank = last.kind { break }
        branch.append(RegexTree.Item(kind: .blank, bytes: [0x20]))
      case .quantifier:
        if let last = branch.last, case .blank = last.kind { branch.removeLast() }
        guard let last = branch.indices.last else { return nil }
        branch[last].quantifiers += bytes[range]
      case .open:
        guard let inner = self.branches(isInside: true) else { return nil }
        branch.append(RegexTree.Item(kind: .group(inner), bytes: Array(bytes[range])))
      case .openOpaque:
        guard let inner = self.branches(isInside: true) else { return nil }
        let opening = Array(bytes[range])
        if opening == Array("(?=".utf8) || opening == Array("(?!".utf8) {
          branch.append(RegexTree.Item(kind: .group(inner), bytes: opening))
        } else {
          branch.append(RegexTree.Item(kind: .verbatim, bytes: Array(bytes[start..<tokenizer.offset])))
        }
      case .bar:
        branches.append(branch)
        branch = []
      case .close: return isInside ? branches + [branch] : nil
      case .other:
        if bytes[start] == UInt8(ascii: "(") { return nil }
        // The bytes of one character stand together.
        if bytes[start] & 0xC0 == 0x80, let last = branch.indices.last {
          branch[last].bytes += bytes[range]
        } else {
          branch.append(RegexTree.Item(kind: .atom, bytes: Array(bytes[range])))
        }
      case .verb, .modeChange, .reference, .malformedReference, .referenceInClass: return nil
      }
    }
  }
}
