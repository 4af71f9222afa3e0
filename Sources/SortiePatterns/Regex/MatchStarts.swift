internal import TextScan

/// Finds how the matches of a regex begin, so that it need only be tried where one of these beginnings stands.
///
/// Of each match up to three characters are told, each as a set of classes (`CharacterClass`), for a mark which one it
/// is, and whether a word begins there. Every match begins in one of the ways told; not every such place is one of a
/// match. Lookarounds count as nothing, and what is not understood as anything.
struct MatchStarts {
  /// How many characters are told.
  static let depth = 3
  /// More beginnings are told less exactly.
  private static let most = 3_000

  /// One way to begin.
  struct Start: Hashable {
    /// For each character, in order, its classes as bits; where there are fewer than `depth`, anything may follow.
    var classes: [UInt32] = []
    /// Where the first may be a mark: which ones, by how far they lie behind U+E000.
    var marks: UInt64 = 0
    /// A word begins with the first character, where that is a letter or a digit.
    var beginsWord = false
    /// The first character is a capital, where it is a letter of ASCII.
    var isCapital = false
    /// The text begins with the first character.
    var beginsText = false
    /// Whether what the regex says next comes next; if not, anything may.
    fileprivate var isOpen = true

    fileprivate static let nothing = Start()
    fileprivate static let anything = Start(isOpen: false)

    fileprivate var isFull: Bool { !isOpen || classes.count == MatchStarts.depth }
  }

  /// Nil where a match may begin with anything, or the regex holds what is not understood.
  static func of(_ regex: [UInt8]) -> [Start]? {
    guard let tree = RegexTree(regex), let found = starts(of: tree.branches, isCaseless: true) else { return nil }
    // What begins with the text is looked for there at once.
    guard !found.contains(where: { $0.classes.isEmpty }), !found.allSatisfy(\.beginsText) else { return nil }
    return merged(found)
  }

  // MARK: Parts of a regex

  private static func starts(of branches: [[RegexTree.Item]], isCaseless: Bool) -> Set<Start>? {
    var all: Set<Start> = []
    for branch in branches {
      var sequence: Set<Start> = [.nothing]
      for item in branch {
        if sequence.allSatisfy(\.isFull) { break }
        guard let next = starts(of: item, isCaseless: isCaseless) else { return nil }
        sequence = joined(sequence, next)
      }
      all.formUnion(sequence)
    }
    return bounded(all)
  }

  private static func starts(of item: RegexTree.Item, isCaseless: Bool) -> Set<Start>? {
    var once: Set<Start>
    switch item.kind {
    case .blank: return [.nothing]
    case .verbatim: return lookbehind(item.bytes).map { [$0] }
    case .group(let branches):
      if item.bytes.elementsEqual("(?=".utf8) || item.bytes.elementsEqual("(?!".utf8) { return [.nothing] }
      let isCaseless =
        item.bytes.elementsEqual("(?-i:".utf8) ? false : item.bytes.elementsEqual("(?i:".utf8) || isCaseless
      guard let inner = starts(of: branches, isCaseless: isCaseless) else { return nil }
      once = inner
    case .atom:
      guard let atom = atom(item.bytes, isCaseless: isCaseless) else { return nil }
      once = [atom]
    }
    guard let first = item.quantifiers.first else { return once }
    var all = once
    if first != UInt8(ascii: "?") {
      for _ in 1..<depth { all.formUnion(joined(all, once)) }
    }
    if first != UInt8(ascii: "+"), first != UInt8(ascii: "{") || isOptional(item.quantifiers) { all.insert(.nothing) }
    return bounded(all)
  }

  /// Of `{0,3}` and `{,3}`; a doubtful one counts as such.
  private static func isOptional(_ quantifiers: [UInt8]) -> Bool {
    quantifiers.count < 2 || !(UInt8(ascii: "1")...UInt8(ascii: "9")).contains(quantifiers[1])
  }

  /// A lookbehind counts as nothing, but one that wants no letter before tells that a word begins.
  private static func lookbehind(_ bytes: [UInt8]) -> Start? {
    guard bytes.starts(with: "(?<=".utf8) || bytes.starts(with: "(?<!".utf8) else { return nil }
    var start = Start.nothing
    start.beginsWord =
      bytes.elementsEqual("(?<!\\w)".utf8) || bytes.elementsEqual("(?<![-\\w])".utf8) || wantsGap(bytes)
    return start
  }

  /// Whether what a lookbehind wants before a match ends in white space or a sign that is part of no word: `(?<=\bthe\s)`.
  private static func wantsGap(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: "(?<=".utf8), let tree = RegexTree(Array(bytes[4..<bytes.count - 1])) else { return false }
    return tree.branches.allSatisfy { branch in
      guard let last = branch.last, case .atom = last.kind, last.quantifiers.isEmpty else { return false }
      if last.bytes.elementsEqual("\\s".utf8) || last.bytes.elementsEqual("^".utf8) { return true }
      // A class of signs: what may be part of a word, or stands for more than itself, is in none.
      return last.bytes.first == UInt8(ascii: "[")
        && last.bytes.dropFirst().dropLast().allSatisfy { byte in
          byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "'")
        }
    }
  }

  private static func atom(_ bytes: [UInt8], isCaseless: Bool) -> Start? {
    if bytes.elementsEqual("\\b".utf8) { return Start(beginsWord: true) }
    if bytes.elementsEqual("^".utf8) { return Start(beginsText: true) }
    if bytes.elementsEqual("\\B".utf8) || bytes.elementsEqual("$".utf8) { return .nothing }
    guard let set = CharacterClass.set(of: bytes) else { return nil }
    // A character outside ASCII has several bytes; of a mark one class tells all.
    let isByte = set.classes & ~CharacterClass.singleBytes == 0
    return Start(
      classes: [set.classes], marks: set.marks, isCapital: !isCaseless && CharacterClass.isCapital(bytes),
      isOpen: isByte)
  }

  private static func joined(_ left: Set<Start>, _ right: Set<Start>) -> Set<Start> {
    var all: Set<Start> = []
    for start in left {
      if start.isFull {
        all.insert(start)
        continue
      }
      for next in right {
        var longer = start
        if start.classes.isEmpty {
          longer.marks = next.marks
          longer.beginsWord = start.beginsWord || next.beginsWord
          longer.beginsText = start.beginsText || next.beginsText
          longer.isCapital = next.isCapital
        }
        longer.classes += next.classes.prefix(depth - start.classes.count)
        longer.isOpen = next.isOpen && longer.classes.count < depth
        all.insert(longer)
      }
      if all.count > 4 * most { all = shortened(all, to: 2) }
    }
    return all
  }

  private static func bounded(_ starts: Set<Start>) -> Set<Start> {
    var starts = starts
    for length in [2, 1] where starts.count > most { starts = shortened(starts, to: length) }
    return starts
  }

  private static func shortened(_ starts: Set<Start>, to length: Int) -> Set<Start> {
    Set(
      starts.map { start in
        guard start.classes.count > length else { return start }
        var start = start
        start.classes = Array(start.classes.prefix(length))
        start.isOpen = false
        return start
      })
  }

  /// Those that differ in their last character only, as one; in an order that does not change from run to run.
  private static func merged(_ starts: Set<Start>) -> [Start] {
    var byHead: [Start: UInt32] = [:]
    for start in starts {
      var head = start
      head.isOpen = false
      // Marks are told apart only where they come first.
      guard let last = head.classes.popLast(), !head.classes.isEmpty else {
        byHead[head, default: 0] |= start.classes[0]
        continue
      }
      head.classes.append(0)
      byHead[head, default: 0] |= last
    }
    return byHead.map { head, last in
      var start = head
      if !start.classes.isEmpty { start.classes.removeLast() }
      start.classes.append(last)
      return start
    }.sorted(by: precedes)
  }

  private static func precedes(_ left: Start, _ right: Start) -> Bool {
    if left.classes != right.classes { return left.classes.lexicographicallyPrecedes(right.classes) }
    if left.marks != right.marks { return left.marks < right.marks }
    if left.beginsWord != right.beginsWord { return left.beginsWord }
    if left.isCapital != right.isCapital { return left.isCapital }
    return left.beginsText && !right.beginsText
  }

  // MARK: As text

  /// The beginnings one after the other, each with `;` behind it: `^` where a word begins, `=` with a capital, then for
  /// each character its letter or, for any other set of classes, hexadecimal digits between commas, then `+` and the
  /// marks. Empty where nothing is known.
  static func text(of regex: [UInt8]) -> String {
    guard let starts = of(regex) else { return "" }
    var text = ""
    for start in starts {
      if start.beginsWord { text += "^" }
      if start.isCapital { text += "=" }
      for classes in start.classes {
        if classes.nonzeroBitCount == 1, (1...26).contains(classes.trailingZeroBitCount) {
          text.unicodeScalars.append(Unicode.Scalar(UInt8(0x60 + classes.trailingZeroBitCount)))
        } else {
          text += "," + String(classes, radix: 16, uppercase: true) + ","
        }
      }
      if start.marks != 0 { text += "+" + String(start.marks, radix: 16, uppercase: true) }
      text += ";"
    }
    return text
  }

  /// Adds what `text(of:)` gave to a table.
  /// - Returns: whether anything is known of how matches begin.
  static func add(_ text: String, of pattern: Int, to table: inout StartTable) -> Bool {
    let bytes = Array(text.utf8)
    var position = 0
    func number(until end: UInt8) -> UInt64 {
      var value: UInt64 = 0
      while position < bytes.count, bytes[position] != end {
        let digit = bytes[position]
        value = value << 4 | UInt64(digit >= 0x41 ? digit - 0x41 + 10 : digit - 0x30)
        position += 1
      }
      position += 1
      return value
    }
    while position < bytes.count {
      var start = StartTable.Start()
      while position < bytes.count, bytes[position] != UInt8(ascii: ";") {
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "^"): start.beginsWord = true
        case UInt8(ascii: "="): start.isCapital = true
        case UInt8(ascii: ","): start.classes.append(UInt32(truncatingIfNeeded: number(until: UInt8(ascii: ","))))
        case UInt8(ascii: "+"):
          start.marks = number(until: UInt8(ascii: ";"))
          position -= 1
        default: start.classes.append(1 << UInt32(byte & 0x1F))
        }
      }
      position += 1
      table.add(start, pattern: pattern)
    }
    return !bytes.isEmpty
  }
}
