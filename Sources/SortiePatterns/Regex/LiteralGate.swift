/// The three-letter runs of a text, by which patterns are passed over whose words it cannot hold.
///
/// Runs are kept as bits of a hash: a text may seem to hold a run that it lacks, never the other way round.
public struct TextRuns: Sendable {
  fileprivate var bits: [UInt64]
  /// The text has letters outside ASCII that match ASCII letters where case is not minded: nothing can be ruled out.
  fileprivate var isOpen = false

  static let bitCount = 8192

  public init() { bits = [UInt64](repeating: 0, count: Self.bitCount / 64) }

  /// Takes the runs of a range of a text in the place of those of the text before.
  public mutating func read(_ text: [UInt8], _ range: Range<Int>) {
    for index in bits.indices { bits[index] = 0 }
    isOpen = false
    var run: UInt32 = 0
    var length = 0
    for position in range {
      let byte = text[position]
      let letter = byte &- 0x41 < 26 ? byte | 0x20 : byte
      guard letter &- 0x61 < 26 || letter &- 0x30 < 10 else {
        length = 0
        // U+017F is a long s, U+212A the sign for Kelvin.
        if byte == 0xBF, position > range.lowerBound, text[position - 1] == 0xC5 { isOpen = true }
        if byte == 0xAA, position > range.lowerBound + 1, text[position - 1] == 0x84, text[position - 2] == 0xE2 {
          isOpen = true
        }
        continue
      }
      run = run << 8 | UInt32(letter)
      length += 1
      if length >= 3 {
        let bit = Self.bit(run & 0xFF_FFFF)
        bits[bit >> 6] |= 1 << UInt64(bit & 63)
      }
    }
  }

  static func bit(_ run: UInt32) -> Int { Int((run &* 0x9E37_79B1) >> 19) }

  fileprivate func holds(_ bit: UInt16) -> Bool { bits[Int(bit) >> 6] >> UInt64(bit & 63) & 1 != 0 }
}

/// What a text must hold for a pattern to match: of each clause one word or mark at least.
public final class LiteralGate: Sendable {
  private struct Clause {
    /// For each word the bits of its runs.
    var words: [[UInt16]] = []
    /// Bits of the marks, by the number of the mark.
    var marks: UInt64 = 0
  }

  private let clauses: [Clause]

  /// - Parameter firstMark: the code point of mark 0; a mark's number is how far its code point lies behind it.
  public init(_ regex: String, firstMark: UInt32) {
    clauses = LiteralNeeds.of(Array(regex.utf8)).compactMap { atoms in
      var clause = Clause()
      for atom in atoms {
        switch atom {
        case .word(let letters):
          clause.words.append(
            (0...(letters.count - 3)).map { start in
              UInt16(
                TextRuns.bit(
                  UInt32(letters[start]) << 16 | UInt32(letters[start + 1]) << 8 | UInt32(letters[start + 2])))
            })
        case .scalar(let scalar):
          guard scalar >= firstMark, scalar - firstMark < 64 else { return nil }
          clause.marks |= 1 << UInt64(scalar - firstMark)
        }
      }
      return clause
    }
  }

  /// Whether a match is possible in a text of these runs and marks; when not, there is none.
  public func allows(_ runs: borrowing TextRuns, marks: UInt64) -> Bool {
    if runs.isOpen { return true }
    for clause in clauses where clause.marks & marks == 0 {
      var isHeld = false
      for word in clause.words {
        var holds = true
        for bit in word where !runs.holds(bit) {
          holds = false
          break
        }
        if holds {
          isHeld = true
          break
        }
      }
      if !isHeld { return false }
    }
    return true
  }
}
