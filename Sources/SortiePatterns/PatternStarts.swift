public import TextScan

/// Where in a text the patterns of a library may match, found for all of them in one pass.
public struct PatternStarts: Sendable {
  private var table: StartTable
  /// Whether anything is known of a pattern, in the order in which they were given.
  private var known: [Bool] = []

  /// - Parameter patterns: each is known by its number in this list from here on.
  public init(_ patterns: [Pattern]) {
    table = StartTable(patternCount: patterns.count)
    for (number, pattern) in patterns.enumerated() {
      known.append(MatchStarts.add(pattern.matchStarts, of: number, to: &table))
    }
  }

  /// The patterns that may begin at new places where marks are put in, as bits by their numbers.
  public var atMarks: [UInt64] { table.atMarks }

  /// Whether matches of a pattern begin at the places found and nowhere else; of other patterns nothing is known.
  public func knows(_ number: Int) -> Bool { known[number] }

  /// Finds the places in the first `count` bytes of a text; in all of it by default.
  public func find(in bytes: [UInt8], count: Int? = nil, into starts: inout Starts) {
    table.find(in: bytes, count: count, into: &starts)
  }

  /// Finds the places in a text that was changed, as `StartTable` does.
  public func update(_ starts: inout Starts, to bytes: [UInt8], changes: [UInt32]) {
    table.update(&starts, to: bytes, changes: changes)
  }
}
