/// Finds words that every match of a regex must contain, so that a text without them need not be searched.
///
/// The regex is read as `RequiredMarks` reads it, with all references put in: a sequence needs what each of its items
/// needs, an alternation one of what its branches need, an optional item and a lookaround nothing. What is doubtful
/// counts as not needed, so that no match is ever lost.
struct LiteralNeeds {
  /// Something that a text holds or not.
  enum Atom: Hashable {
    /// Lower-case ASCII letters and digits, one after the other; at least `shortest`.
    case word([UInt8])
    /// A code point outside ASCII, such as a mark's.
    case scalar(UInt32)
  }

  /// A text must hold one of its atoms at least.
  typealias Clause = [Atom]

  /// Shorter words are too common to be worth asking for.
  static let shortest = 3
  /// A longer clause costs more than it saves.
  private static let mostAtoms = 160

  private var tokenizer: Tokenizer
  private let bytes: [UInt8]
  private var isTricky = false
  private var depth = 0
  private static let deepest = 250

  /// All clauses hold for every text that the regex matches.
  static func of(_ regex: [UInt8]) -> [Clause] {
    var finder = LiteralNeeds(tokenizer: Tokenizer(regex), bytes: regex)
    let found = finder.alternation()
    return finder.isTricky || finder.tokenizer.next() != nil ? [] : found
  }

  private init(tokenizer: Tokenizer, bytes: [UInt8]) {
    self.tokenizer = tokenizer
    self.bytes = bytes
  }

  /// What a sequence needs, as far as it was read.
  private struct Sequence {
    var clauses: [Clause] = []
    /// Letters that stand side by side so far.
    var run: [UInt8] = []
    /// The needs of the last group, in doubt until it is known that no quantifier makes it optional.
    var item: [Clause] = []

    mutating func settle() {
      if run.count >= LiteralNeeds.shortest { clauses.append([.word(run)]) }
      run = []
      clauses += item
      item = []
    }
  }

  /// Reads up to the closing parenthesis or the end.
  private mutating func alternation() -> [Clause] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      isTricky = true
      return []
    }
    var branches: [[Clause]] = []
    var sequence = Sequence()
    func finished() -> [Clause] {
      sequence.settle()
      branches.append(sequence.clauses)
      return Self.joined(branches)
    }
    while true {
      let start = tokenizer.offset
      guard let token = tokenizer.next() else { return finished() }
      switch token {
      case .blank: break
      case .quantifier(let optional):
        // The letter before it may stand more often, or not at all.
        if !sequence.run.isEmpty {
          sequence.run.removeLast()
        } else if optional {
          sequence.item = []
        }
        sequence.settle()
      case .open:
        sequence.settle()
        sequence.item = alternation()
      case .openOpaque:
        sequence.settle()
        _ = alternation()
      case .bar:
        sequence.settle()
        branches.append(sequence.clauses)
        sequence = Sequence()
      case .close: return finished()
      case .other:
        if let letter = letter(start..<tokenizer.offset) {
          if !sequence.item.isEmpty { sequence.settle() }
          sequence.run.append(letter)
        } else {
          if isUnread(start..<tokenizer.offset) { isTricky = true }
          sequence.settle()
          if let scalars = scalars(start..<tokenizer.offset) { sequence.item = [scalars.map { .scalar($0) }] }
        }
      case .verb, .modeChange, .reference, .malformedReference, .referenceInClass: isTricky = true
      }
    }
  }

  /// One of several branches: its clauses where there is but one, else one clause of one from each.
  private static func joined(_ branches: [[Clause]]) -> [Clause] {
    if branches.count == 1 { return branches[0] }
    var union: Set<Atom> = []
    for clauses in branches {
      guard let best = clauses.min(by: { cost($0) < cost($1) }) else { return [] }
      union.formUnion(best)
    }
    return union.count > mostAtoms ? [] : [Array(union)]
  }

  /// Few atoms are better than many, and long words better than short.
  private static func cost(_ clause: Clause) -> Int {
    let shortest =
      clause.map { atom in
        switch atom {
        case .word(let letters): min(letters.count, 9)
        case .scalar: 6
        }
      }.min() ?? 0
    return clause.count * 10 - shortest
  }

  /// Escapes that may take digits behind them along, as `\x41` and `\012` do.
  private func isUnread(_ range: Range<Int>) -> Bool {
    guard range.count == 2, bytes[range.lowerBound] == UInt8(ascii: "\\") else { return false }
    let letter = bytes[range.lowerBound + 1]
    let isLetter = (letter | 0x20) &- 0x61 < 26 || letter &- 0x30 < 10
    return isLetter && !"bBsSdDwWhHvVRAZzGKnrtNX".utf8.contains(letter)
  }

  private func letter(_ range: Range<Int>) -> UInt8? {
    guard range.count == 1 else { return nil }
    let byte = bytes[range.lowerBound]
    switch byte {
    case 0x61...0x7A, 0x30...0x39: return byte
    case 0x41...0x5A: return byte | 0x20
    default: return nil
    }
  }

  /// The code points of `\x{E010}` or of a class of such; nil for anything else.
  private func scalars(_ range: Range<Int>) -> [UInt32]? {
    var position = range.lowerBound
    var end = range.upperBound
    if bytes[position] == UInt8(ascii: "[") {
      position += 1
      end -= 1
    }
    var found: [UInt32] = []
    while position < end {
      guard position + 4 < end, bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "x"),
        bytes[position + 2] == UInt8(ascii: "{"),
        let close = bytes[position..<end].firstIndex(of: UInt8(ascii: "}")),
        let scalar = UInt32(String(decoding: bytes[(position + 3)..<close], as: UTF8.self), radix: 16), scalar >= 0x80
      else { return nil }
      found.append(scalar)
      position = close + 1
    }
    return found.isEmpty ? nil : found
  }
}
