/// The three-letter runs of a text, by which patterns are passed over whose words it cannot hold.
///
/// Runs are kept as bits of a hash: a text may seem to hold a run that it lacks, never the other way round.
public struct TextRuns: Sendable {
  fileprivate var bits: [UInt64]
  /// What is known of the word lists of `LiteralGates`, by their numbers: 0 nothing yet, 1 that a word is held, 2 none.
  fileprivate var known: [UInt8] = []
  /// Where the last word of each of these lists may begin in the text; -1 where none does, -2 where that is not known.
  fileprivate var lastWords: [Int] = []
  /// Where each run was seen last, by its bit; of those that the text holds.
  fileprivate var lastPlaces: [Int]
  /// Nothing can be ruled out.
  public private(set) var isOpen = false
  /// The text has letters outside ASCII that match ASCII letters where case is not minded.
  public private(set) var hasFoldedLetters = false

  static let bitCount = 8192

  public init() {
    bits = [UInt64](repeating: 0, count: Self.bitCount / 64)
    lastPlaces = [Int](repeating: 0, count: Self.bitCount)
  }

  /// Takes the runs of a range of a text in the place of those of the text before.
  public mutating func read(_ text: [UInt8], _ range: Range<Int>) {
    for index in bits.indices { bits[index] = 0 }
    for index in known.indices { known[index] = 0 }
    for index in lastWords.indices { lastWords[index] = -2 }
    hasFoldedLetters = false
    var run: UInt32 = 0
    var length = 0
    for position in range {
      let byte = text[position]
      let letter = byte &- 0x41 < 26 ? byte | 0x20 : byte
      guard letter &- 0x61 < 26 || letter &- 0x30 < 10 else {
        length = 0
        // U+017F is a long s, U+212A the sign for Kelvin.
        if byte == 0xBF, position > range.lowerBound, text[position - 1] == 0xC5 { hasFoldedLetters = true }
        if byte == 0xAA, position > range.lowerBound + 1, text[position - 1] == 0x84, text[position - 2] == 0xE2 {
          hasFoldedLetters = true
        }
        continue
      }
      run = run << 8 | UInt32(letter)
      length += 1
      if length >= 3 {
        let bit = Self.bit(run & 0xFF_FFFF)
        bits[bit >> 6] |= 1 << UInt64(bit & 63)
        lastPlaces[bit] = position - 2
        if length == 3 {
          let bit = Self.bit(run & 0xFF_FFFF | Self.startOfWord)
          bits[bit >> 6] |= 1 << UInt64(bit & 63)
          lastPlaces[bit] = position - 2
        }
      }
    }
    isOpen = hasFoldedLetters
  }

  /// Whether letters outside ASCII stand in a range that match ASCII letters where case is not minded: U+017F, a long s,
  /// and U+212A, the sign for Kelvin.
  public static func hasFoldedLetters(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    for position in range.dropFirst() where text[position] >= 0xAA {
      if text[position] == 0xBF, text[position - 1] == 0xC5 { return true }
      if text[position] == 0xAA, text[position - 1] == 0x84, position > range.lowerBound + 1,
        text[position - 2] == 0xE2
      {
        return true
      }
    }
    return false
  }

  /// Told apart from the same letters within a word.
  static let startOfWord: UInt32 = 1 << 24

  /// From here on nothing can be ruled out: a word began where the text that was read had none.
  public mutating func open() { isOpen = true }

  static func bit(_ run: UInt32) -> Int { Int((run &* 0x9E37_79B1) >> 19) }

  fileprivate func holds(_ bit: UInt16) -> Bool { bits[Int(bit) >> 6] >> UInt64(bit & 63) & 1 != 0 }
}

/// What a text must hold for a pattern to match: of each clause one word or mark at least.
public struct LiteralGate: Sendable {
  struct Clause {
    /// Bits of the marks, by the number of the mark.
    var marks: UInt64 = 0
    /// Its words, as a range of `wordEnds`.
    var words: Range<Int>
    /// Its words as they were read, by which clauses of the same words are known.
    var key = ""
  }

  private(set) var clauses: [Clause] = []
  /// The runs of all words, one word after the other.
  private var runs: [UInt16] = []
  private var wordEnds: [Int] = []

  /// Adds the runs of the words of a clause to those of others.
  fileprivate func append(_ clause: Clause, to runs: inout [UInt16], _ wordEnds: inout [Int]) {
    for word in clause.words {
      runs += self.runs[(word > 0 ? self.wordEnds[word - 1] : 0)..<self.wordEnds[word]]
      wordEnds.append(runs.count)
    }
  }

  /// Of each clause without words its marks, as bits.
  public private(set) var markClauses: [UInt64] = []

  /// - Parameters:
  ///   - needs: as `LiteralNeeds.text(of:)` gives them.
  ///   - firstMark: the code point of mark 0; a mark's number is how far its code point lies behind it.
  public init(needs: String, firstMark: UInt32) {
    let bytes = Array(needs.utf8)
    var start = 0
    for end in 0...bytes.count where end == bytes.count || bytes[end] == LiteralNeeds.clauseEnd {
      if end > start { add(bytes[start..<end], firstMark: firstMark) }
      start = end + 1
    }
  }

  public init(_ regex: String, firstMark: UInt32) {
    self.init(needs: LiteralNeeds.text(of: Array(regex.utf8)), firstMark: firstMark)
  }

  private mutating func add(_ line: ArraySlice<UInt8>, firstMark: UInt32) {
    var clause = Clause(words: wordEnds.count..<wordEnds.count)
    var key: [UInt8] = []
    var start = line.startIndex
    for end in line.startIndex...line.endIndex where end == line.endIndex || line[end] == LiteralNeeds.atomEnd {
      defer { start = end + 1 }
      guard end > start else { continue }
      if line[start] == LiteralNeeds.scalarSign {
        guard let scalar = UInt32(String(decoding: line[start + 1..<end], as: UTF8.self), radix: 16),
          scalar >= firstMark, scalar - firstMark < 64
        else {
          // What is no mark cannot be asked for: the clause is always met.
          runs.removeSubrange((clause.words.lowerBound > 0 ? wordEnds[clause.words.lowerBound - 1] : 0)...)
          wordEnds.removeSubrange(clause.words.lowerBound...)
          return
        }
        clause.marks |= 1 << UInt64(scalar - firstMark)
        continue
      }
      key += line[start..<end]
      key.append(LiteralNeeds.atomEnd)
      let startsWord = line[start] == LiteralNeeds.startSign
      let first = start + (startsWord ? 1 : 0)
      var run: UInt32 = 0
      for position in first..<end {
        run = run << 8 | UInt32(line[position])
        guard position >= first + 2 else { continue }
        let start = position == first + 2 && startsWord ? TextRuns.startOfWord : 0
        runs.append(UInt16(TextRuns.bit(run & 0xFF_FFFF | start)))
      }
      wordEnds.append(runs.count)
    }
    clause.words = clause.words.lowerBound..<wordEnds.count
    clause.key = String(decoding: key, as: UTF8.self)
    clauses.append(clause)
    if clause.words.isEmpty { markClauses.append(clause.marks) }
  }
}

/// The gates of many patterns. Patterns ask for the same lists of words again and again; each list is looked for once in a
/// text.
public struct LiteralGates: Sendable {
  private struct Clause {
    /// Bits of the marks, by the number of the mark.
    let marks: UInt64
    /// The number of its word list; nil where it has none.
    let list: Int?
  }

  private var clauses: [Clause] = []
  /// For each pattern where its clauses end.
  private var clauseEnds: [Int] = []
  /// For each word list where its words end.
  private var listEnds: [Int] = []
  private var wordEnds: [Int] = []
  private var runs: [UInt16] = []

  public init(_ gates: [LiteralGate]) {
    var lists: [String: Int] = [:]
    for gate in gates {
      for clause in gate.clauses {
        guard !clause.words.isEmpty else {
          clauses.append(Clause(marks: clause.marks, list: nil))
          continue
        }
        let list = lists[clause.key]
        clauses.append(Clause(marks: clause.marks, list: list ?? listEnds.count))
        guard list == nil else { continue }
        lists[clause.key] = listEnds.count
        gate.append(clause, to: &runs, &wordEnds)
        listEnds.append(wordEnds.count)
      }
      clauseEnds.append(clauses.count)
    }
  }

  /// Whether a match of a pattern is possible in a text of these runs and marks; when not, there is none.
  public func allows(_ number: Int, _ text: inout TextRuns, marks: UInt64) -> Bool {
    if text.isOpen { return true }
    for index in (number > 0 ? clauseEnds[number - 1] : 0)..<clauseEnds[number] where clauses[index].marks & marks == 0
    {
      guard let list = clauses[index].list, holds(list, &text) else { return false }
    }
    return true
  }

  /// Behind which place no match of a pattern begins in a text that may hold one, since words that it needs do not stand
  /// there; nil where they do not tell.
  /// - Parameters:
  ///   - marks: where the last of several kinds of marks stands, or -1.
  ///   - words: where a place in the text as it was read stands now.
  public func lastStart(
    of number: Int, _ text: inout TextRuns, marks: (UInt64) -> Int, words: (Int) -> Int
  ) -> Int? {
    if text.isOpen { return nil }
    var last: Int?
    for index in (number > 0 ? clauseEnds[number - 1] : 0)..<clauseEnds[number] {
      guard let list = clauses[index].list else { continue }
      var place = clauses[index].marks == 0 ? -1 : marks(clauses[index].marks)
      let word = lastWord(of: list, &text)
      if word >= 0 { place = max(place, words(word)) }
      last = min(last ?? place, place)
    }
    return last
  }

  private func lastWord(of list: Int, _ text: inout TextRuns) -> Int {
    if text.lastWords.count < listEnds.count { text.lastWords = [Int](repeating: -2, count: listEnds.count) }
    if text.lastWords[list] != -2 { return text.lastWords[list] }
    var last = -1
    var start = list > 0 && listEnds[list - 1] > 0 ? wordEnds[listEnds[list - 1] - 1] : 0
    for word in (list > 0 ? listEnds[list - 1] : 0)..<listEnds[list] {
      let end = wordEnds[word]
      // None of its runs stands further on than where it was seen last.
      var place = Int.max
      for run in start..<end {
        guard text.holds(runs[run]) else {
          place = -1
          break
        }
        place = min(place, text.lastPlaces[Int(runs[run])])
      }
      last = max(last, place)
      start = end
    }
    text.lastWords[list] = last
    return last
  }

  private func holds(_ list: Int, _ text: inout TextRuns) -> Bool {
    if text.known.count < listEnds.count { text.known = [UInt8](repeating: 0, count: listEnds.count) }
    if text.known[list] != 0 { return text.known[list] == 1 }
    var word = list > 0 ? listEnds[list - 1] : 0
    var start = word > 0 ? wordEnds[word - 1] : 0
    while word < listEnds[list] {
      let end = wordEnds[word]
      var run = start
      while run < end, text.holds(runs[run]) { run += 1 }
      if run == end {
        text.known[list] = 1
        return true
      }
      start = end
      word += 1
    }
    text.known[list] = 2
    return false
  }
}
