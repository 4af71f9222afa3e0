internal import PCRE2
internal import SortiePatterns
internal import Synchronization

/// Adds up what the reading of texts took, on however many threads.
///
/// Measuring costs two looks at the clock a pattern tried, 3 % of the time of reading bulletins.
public final class ReadingMeter: Sendable {
  /// What one pattern took.
  public struct PatternFigures: Sendable {
    public let id: String
    /// In how many sentences nothing ruled it out beforehand; one that builds on its own matches counts each time.
    public internal(set) var tried: Int
    /// How often of these it matched.
    public internal(set) var matched: Int
    public internal(set) var time: Duration
  }

  private struct Sums {
    var work = Work()
    /// By the number of the pattern.
    var patterns: [PatternFigures?] = []
  }

  private let sums = Mutex(Sums())

  public init() {}

  /// Sentences that were read, once more where a text is read after its actions were looked for.
  public var sentences: Int { sums.withLock { $0.work.sentences } }
  /// Sentences with a trigger that were looked through for an action.
  public var triggers: Int { sums.withLock { $0.work.triggers } }
  /// Names of the gazetteer in the sentences that were read.
  public var names: Int { sums.withLock { $0.work.names } }

  /// The patterns that were tried, those that took longest first.
  public var patterns: [PatternFigures] {
    sums.withLock { $0.patterns.compactMap(\.self) }.sorted { ($1.time, $0.id) < ($0.time, $1.id) }
  }

  /// Takes over what a workspace counted, which begins anew.
  func take(from workspace: inout Workspace) {
    let (work, figures) = (workspace.work, workspace.figures)
    workspace.work = Work()
    workspace.figures = []
    sums.withLock { sums in
      sums.work.add(work)
      if sums.patterns.count < figures.count {
        sums.patterns += [PatternFigures?](repeating: nil, count: figures.count - sums.patterns.count)
      }
      for (number, one) in figures.enumerated() {
        guard let one else { continue }
        if sums.patterns[number] == nil {
          sums.patterns[number] = one
        } else {
          sums.patterns[number]?.tried += one.tried
          sums.patterns[number]?.matched += one.matched
          sums.patterns[number]?.time += one.time
        }
      }
    }
  }
}

extension Workspace {
  /// Runs a search with a pattern, and notes how long it took and whether it matched where somebody wants to know.
  @inline(__always)
  mutating func measuring(
    _ pattern: Pattern, _ search: (inout Workspace) throws(PatternError) -> Bool
  ) throws(PatternError) -> Bool {
    guard isMeasured else { return try search(&self) }
    let before = work.patternsTried
    let start = ContinuousClock.now
    let matched = try search(&self)
    if work.patternsTried > before { note(pattern, matched: matched, time: ContinuousClock.now - start) }
    return matched
  }

  private mutating func note(_ pattern: Pattern, matched: Bool, time: Duration) {
    while figures.count <= pattern.number { figures.append(nil) }
    var one = figures[pattern.number] ?? ReadingMeter.PatternFigures(id: pattern.id, tried: 0, matched: 0, time: .zero)
    one.tried += 1
    one.matched += matched ? 1 : 0
    one.time += time
    figures[pattern.number] = one
  }
}
