/// What one search may cost before it is given up with an error.
///
/// The defaults let every sane pattern search a text of a megabyte, and stop a runaway one within a second or so.
public struct MatchLimits: Hashable, Sendable {
  /// Steps of backtracking. 2,000,000 by default; a sentence takes a few hundred.
  public var match: UInt32
  /// Nested backtracking points of the interpreter (the JIT knows no such limit). 500,000 by default.
  public var depth: UInt32
  /// Memory of the interpreter in KiB. 65,536 by default.
  public var heapKiB: UInt32
  /// Stack of the JIT in KiB, taken up only as far as a search needs it. 1,024 by default.
  public var jitStackKiB: UInt32

  public init(match: UInt32 = 2_000_000, depth: UInt32 = 500_000, heapKiB: UInt32 = 65_536, jitStackKiB: UInt32 = 1_024)
  {
    self.match = match
    self.depth = depth
    self.heapKiB = heapKiB
    self.jitStackKiB = jitStackKiB
  }
}
