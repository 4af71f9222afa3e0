/// Finds words that every match of a regex must contain, so that a text without them need not be searched.
///
/// The regex is read as `RequiredMarks` reads it, with all references put in: a sequence needs what each of its items
/// needs, an alternation one of what its branches need, a lookahead what stands in it, an optional item and any other
/// lookaround nothing. What is doubtful counts as not needed, so that no match is ever lost.
struct LiteralNeeds {
  /// Something that a text holds or not.
  enum Atom: Hashable {
    /// Lower-case ASCII letters and digits, one after the other; at least `shortest`.
    case word([UInt8])
    /// The same at the start of a word.
    case start([UInt8])
    /// A code point outside ASCII, such as a mark's.
    case scalar(UInt32)
  }

  /// A text must hold one of its atoms at least.
  typealias Clause = [Atom]

  /// Shorter words are too common to be worth asking for.
  static let shortest = 3
  /// A longer clause costs more than it saves.
  private static let mostAtoms = 400
  /// Alternatives of letters side by side, as in `authori[sz]e`, that are written out.
  private static let mostRuns = 8

  private var tokenizer: Tokenizer
  private let bytes: [UInt8]
  private var isTricky = false
  private var depth = 0
  private static let deepest = 250

  /// What every text holds that the regex matches.
  static func of(_ regex: [UInt8]) -> NeededWords {
    var finder = LiteralNeeds(tokenizer: Tokenizer(regex), bytes: regex)
    let found = finder.alternation()
    return finder.isTricky || finder.tokenizer.next() != nil ? NeededWords() : found.tidied
  }

  /// Stands before each case.
  static let caseSign = UInt8(ascii: "/")

  static let clauseEnd = UInt8(ascii: ";")
  static let atomEnd = UInt8(ascii: "|")
  /// Stands before a word that begins one in the text.
  static let startSign = UInt8(ascii: "^")
  /// Stands before the hexadecimal number of a code point.
  static let scalarSign = UInt8(ascii: "+")

  /// The needs as text: atoms joined by `|`, clauses by `;`, a start of a word as `^raid`, a code point as `+E012`, each
  /// case behind a `/`.
  static func text(of regex: [UInt8]) -> String {
    let needs = of(regex)
    return ([needs.clauses] + needs.cases).map(text(of:)).joined(separator: "/")
  }

  private static func text(of clauses: [Clause]) -> String {
    clauses.map { clause in
      clause.map { atom in
        switch atom {
        case .word(let letters): String(decoding: letters, as: UTF8.self)
        case .start(let letters): "^" + String(decoding: letters, as: UTF8.self)
        case .scalar(let scalar): "+" + String(scalar, radix: 16, uppercase: true)
        }
      }.sorted().joined(separator: "|")
    }.joined(separator: ";")
  }

  private init(tokenizer: Tokenizer, bytes: [UInt8]) {
    self.tokenizer = tokenizer
    self.bytes = bytes
  }

  /// Letters that stand side by side so far, in all their alternatives, and whether a word begins with them.
  private struct Run {
    var letters: [[UInt8]] = [[]]
    var startsWord = false

    var isEmpty: Bool { letters[0].isEmpty }
    var shortest: Int { letters.lazy.map(\.count).min() ?? 0 }
  }

  /// What a sequence needs, as far as it was read.
  private struct Sequence {
    var needs = NeededWords()
    var run = Run()
    /// The needs of the last group, in doubt until it is known that no quantifier makes it optional.
    var item = NeededWords()
    /// A letter that comes next begins a word.
    var isAtStart = false

    mutating func settle() {
      if run.shortest >= LiteralNeeds.shortest {
        needs.clauses.append(run.letters.map { run.startsWord ? .start($0) : .word($0) })
      }
      run = Run()
      needs.add(item)
      item = NeededWords()
    }

    mutating func add(_ letters: [UInt8]) {
      if !item.isEmpty { settle() }
      if run.letters.count * letters.count > LiteralNeeds.mostRuns { settle() }
      if run.isEmpty { run.startsWord = isAtStart }
      run.letters = run.letters.flatMap { run in letters.map { run + [$0] } }
      isAtStart = false
    }
  }

  /// Reads up to the closing parenthesis or the end.
  /// - Parameter start: how every branch begins: letters before the group that go on in it, or the start of a word.
  private mutating func alternation(after start: Sequence = Sequence()) -> NeededWords {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      isTricky = true
      return NeededWords()
    }
    var branches: [NeededWords] = []
    var sequence = start
    func finished() -> NeededWords {
      sequence.settle()
      branches.append(sequence.needs)
      if branches.count == 1 { return branches[0] }
      return NeededWords(branches: branches, clauses: Self.joined(branches.map(\.clauses)))
    }
    while true {
      let begin = tokenizer.offset
      guard let token = tokenizer.next() else { return finished() }
      let range = begin..<tokenizer.offset
      switch token {
      case .blank: break
      case .quantifier(let optional):
        // The letter before it may stand more often, or not at all.
        if !sequence.run.isEmpty {
          for index in sequence.run.letters.indices { sequence.run.letters[index].removeLast() }
        } else if optional {
          sequence.item = NeededWords()
        }
        let isAtStart = sequence.isAtStart && !optional
        sequence.settle()
        sequence.isAtStart = isAtStart
      case .open:
        var inner = Sequence()
        if sequence.item.isEmpty {
          inner.run = sequence.run
          inner.isAtStart = sequence.isAtStart
        }
        sequence.settle()
        sequence.item = alternation(after: inner)
        sequence.isAtStart = false
      case .openOpaque:
        sequence.settle()
        if !isLookaround(range) { sequence.isAtStart = false }
        let needs = alternation()
        // What a lookahead finds stands in the text too, behind where the match begins.
        if bytes[range].elementsEqual("(?=".utf8) { sequence.item = needs }
      case .bar:
        sequence.settle()
        branches.append(sequence.needs)
        sequence = start
      case .close: return finished()
      case .other: readOther(range, into: &sequence)
      case .verb, .modeChange, .reference, .malformedReference, .referenceInClass: isTricky = true
      }
    }
  }

  private mutating func readOther(_ range: Range<Int>, into sequence: inout Sequence) {
    if let letters = letters(range) { return sequence.add(letters) }
    if isUnread(range) { isTricky = true }
    sequence.settle()
    if let scalars = scalars(range) { sequence.item = NeededWords(clauses: [scalars.map { .scalar($0) }]) }
    // Behind `\b` a letter begins a word, and so it does behind white space.
    sequence.isAtStart = bytes[range].elementsEqual("\\b".utf8) || bytes[range].elementsEqual("\\s".utf8)
  }

  private func isLookaround(_ range: Range<Int>) -> Bool {
    ["(?=", "(?!", "(?<=", "(?<!"].contains { bytes[range].elementsEqual($0.utf8) }
  }

  /// One of several branches: clauses of one from each, the best of each together, then the second best: whichever
  /// branch a text takes, it holds an atom of each.
  private static func joined(_ branches: [[Clause]]) -> [Clause] {
    let ranked = branches.map { $0.sorted { cost($0) < cost($1) } }
    return (0..<mostRanks).compactMap { rank in
      var union: Set<Atom> = []
      for clauses in ranked {
        guard !clauses.isEmpty else { return nil }
        union.formUnion(clauses[min(rank, clauses.count - 1)])
      }
      guard rank > 0 else { return union.count > mostAtoms ? nil : Array(union) }
      return union.count > mostAtomsOfLaterRank || !ranked.contains { $0.count > rank } ? nil : Array(union)
    }
  }

  /// Clauses that an alternation gives at most.
  private static let mostRanks = 3
  /// Longer clauses beside the best take longer to set up at the start than they save in a short text.
  private static let mostAtomsOfLaterRank = 60

  /// Few atoms are better than many, and long words better than short: the shortest words of a language are its most
  /// frequent ones, which rule out hardly a sentence. Nor do marks: what is read is full of things, places and claimants.
  private static func cost(_ clause: Clause) -> Int {
    var shortest = Int.max
    var isFrequent = false
    var hasMark = false
    for atom in clause {
      switch atom {
      case .word(let letters): shortest = min(shortest, letters.count)
      case .start(let letters): shortest = min(shortest, letters.count + 2)
      case .scalar: shortest = min(shortest, 6)
      }
      switch atom {
      case .word(let letters), .start(let letters): isFrequent = isFrequent || letters.count <= longestFrequent
      case .scalar: hasMark = true
      }
    }
    return clause.count * 10 - min(shortest, 9) + (isFrequent ? costOfFrequent : 0) + (hasMark ? costOfMark : 0)
  }

  private static let longestFrequent = 3
  private static let costOfFrequent = 150
  private static let costOfMark = 250

  /// Escapes that may take digits behind them along, as `\x41` and `\012` do.
  private func isUnread(_ range: Range<Int>) -> Bool {
    guard range.count == 2, bytes[range.lowerBound] == UInt8(ascii: "\\") else { return false }
    let letter = bytes[range.lowerBound + 1]
    let isLetter = (letter | 0x20) &- 0x61 < 26 || letter &- 0x30 < 10
    return isLetter && !"bBsSdDwWhHvVRAZzGKnrtNX".utf8.contains(letter)
  }

  /// The letter that stands in a range, in lower case, or those of a class of a few such; nil for anything else.
  private func letters(_ range: Range<Int>) -> [UInt8]? {
    var inside = bytes[range]
    if inside.count > 2, inside.first == UInt8(ascii: "["), inside.last == UInt8(ascii: "]") {
      inside = inside.dropFirst().dropLast()
    }
    guard inside.count == 1 || inside.count <= 4 && inside.count < range.count else { return nil }
    var letters: [UInt8] = []
    for byte in inside {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: letters.append(byte)
      case 0x41...0x5A: letters.append(byte | 0x20)
      default: return nil
      }
    }
    return letters
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
