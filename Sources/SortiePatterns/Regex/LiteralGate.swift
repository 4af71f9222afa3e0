internal import TextScan

/// What a text must hold for a pattern to match: of each clause one word or mark at least, and where there are cases, all
/// of that for one of them.
public struct LiteralGate: Sendable {
  struct Clause {
    /// Bits of the marks, by the number of the mark.
    var marks: UInt64 = 0
    /// Its words as they were read; clauses of the same words have them in common.
    var words: ArraySlice<UInt8> = []
  }

  /// The clauses that always hold, then those of each case.
  private(set) var parts: [[Clause]] = []

  /// Of each clause that always holds and has no words its marks, as bits.
  public var markClauses: [UInt64] { parts[0].filter(\.words.isEmpty).map(\.marks) }

  /// - Parameters:
  ///   - needs: as `LiteralNeeds.text(of:)` gives them.
  ///   - firstMark: the code point of mark 0; a mark's number is how far its code point lies behind it.
  public init(needs: String, firstMark: UInt32) {
    let bytes = Array(needs.utf8)
    var start = 0
    var part: [Clause] = []
    for end in 0...bytes.count {
      let endsCase = end == bytes.count || bytes[end] == LiteralNeeds.caseSign
      guard endsCase || bytes[end] == LiteralNeeds.clauseEnd else { continue }
      if end > start, let clause = Self.clause(bytes[start..<end], firstMark: firstMark) { part.append(clause) }
      start = end + 1
      guard endsCase else { continue }
      parts.append(part)
      part = []
    }
  }

  public init(_ regex: String, firstMark: UInt32) {
    self.init(needs: LiteralNeeds.text(of: Array(regex.utf8)), firstMark: firstMark)
  }

  /// Nil where it asks for a character that is no mark, which nothing is known of. Its marks stand before its words.
  private static func clause(_ line: ArraySlice<UInt8>, firstMark: UInt32) -> Clause? {
    var clause = Clause()
    var start = line.startIndex
    while start < line.endIndex, line[start] == LiteralNeeds.scalarSign {
      let end = line[start...].firstIndex(of: LiteralNeeds.atomEnd) ?? line.endIndex
      guard let scalar = UInt32(String(decoding: line[start + 1..<end], as: UTF8.self), radix: 16),
        scalar >= firstMark, scalar - firstMark < 64
      else { return nil }
      clause.marks |= 1 << UInt64(scalar - firstMark)
      start = min(end + 1, line.endIndex)
    }
    clause.words = line[start...]
    return clause
  }
}

/// The gates of many patterns. Patterns ask for the same lists of words again and again; one pass over a text finds which
/// of all lists it holds a word of.
public struct LiteralGates: Sendable {
  private struct Clause {
    /// Bits of the marks, by the number of the mark.
    let marks: UInt64
    /// The number of its word list; nil where it has none.
    let list: Int?
  }

  private var clauses: [Clause] = []
  /// Of each pattern first the clauses that always hold, then those of each case: where each part ends.
  private var clauseEnds: [Int] = []
  /// For each pattern where its parts end.
  private var partEnds: [Int] = []
  private let table: WordListTable

  public init(_ gates: [LiteralGate]) {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    var lists: [[WordListTable.Word]] = []
    for gate in gates {
      for part in gate.parts {
        for clause in part {
          guard !clause.words.isEmpty else {
            clauses.append(Clause(marks: clause.marks, list: nil))
            continue
          }
          if numbers[clause.words] == nil {
            numbers[clause.words] = lists.count
            lists.append(Self.words(of: clause.words))
          }
          clauses.append(Clause(marks: clause.marks, list: numbers[clause.words]))
        }
        clauseEnds.append(clauses.count)
      }
      partEnds.append(clauseEnds.count)
    }
    table = WordListTable(lists)
  }

  private static func words(of line: ArraySlice<UInt8>) -> [WordListTable.Word] {
    line.split(separator: LiteralNeeds.atomEnd).map { word in
      let begins = word.first == LiteralNeeds.startSign
      return WordListTable.Word(begins ? word.dropFirst() : word, beginsWord: begins)
    }
  }

  /// Takes the words of a range of a text in the place of those of the text before.
  public func read(_ text: [UInt8], _ range: Range<Int>, into held: inout HeldWords) {
    let isForeign = table.find(in: text, range, into: &held.last)
    held.hasFoldedLetters = isForeign && HeldWords.hasFoldedLetters(text, range)
    held.isOpen = held.hasFoldedLetters
  }

  /// Whether a match of a pattern is possible in a text of these words and marks; when not, there is none.
  public func allows(_ number: Int, _ text: borrowing HeldWords, marks: UInt64) -> Bool {
    if text.isOpen { return true }
    let parts = self.parts(of: number)
    guard isMet(parts.lowerBound, text, marks: marks) else { return false }
    guard parts.count > 1 else { return true }
    for part in parts.dropFirst() where isMet(part, text, marks: marks) { return true }
    return false
  }

  private func parts(of number: Int) -> Range<Int> { (number > 0 ? partEnds[number - 1] : 0)..<partEnds[number] }

  private func clauses(of part: Int) -> Range<Int> {
    (part > 0 ? clauseEnds[part - 1] : 0)..<clauseEnds[part]
  }

  private func isMet(_ part: Int, _ text: borrowing HeldWords, marks: UInt64) -> Bool {
    for index in clauses(of: part) where clauses[index].marks & marks == 0 {
      guard let list = clauses[index].list, text.last[list] >= 0 else { return false }
    }
    return true
  }

  /// Behind which place no match of a pattern begins in a text that may hold one, since words that it needs do not stand
  /// there; nil where they do not tell.
  /// - Parameters:
  ///   - marks: where the last of several kinds of marks stands, or -1.
  ///   - words: where a place in the text as it was read stands now.
  public func lastStart(
    of number: Int, _ text: borrowing HeldWords, marks: (UInt64) -> Int, words: (Int) -> Int
  ) -> Int? {
    if text.isOpen { return nil }
    var last: Int?
    for index in clauses(of: parts(of: number).lowerBound) {
      guard let list = clauses[index].list else { continue }
      var place = clauses[index].marks == 0 ? -1 : marks(clauses[index].marks)
      let word = Int(text.last[list])
      if word >= 0 { place = max(place, words(word)) }
      last = min(last ?? place, place)
    }
    return last
  }
}
