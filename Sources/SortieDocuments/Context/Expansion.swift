internal import Synchronization

/// Counts what a file on the disk gives and what it grows to, so that a few bytes cannot fill the memory or the day.
///
/// One count for a file, shared by all the archives inside of it: an archive in an archive multiplies.
final class Expansion: Sendable {
  private let counts = Mutex((read: 0, grown: 0))

  /// Whether the file grew beyond its limits; nothing more of it is worth reading.
  func isExhausted(_ limits: InputLimits) -> Bool {
    let (read, grown) = counts.withLock { $0 }
    let (allowed, isBeyondCounting) = read.multipliedReportingOverflow(by: limits.expansionFactor)
    return !isBeyondCounting && grown > max(limits.expandedBytes, allowed)
  }

  /// The file gave so many bytes more.
  func take(_ bytes: Int) { counts.withLock { $0.read += bytes } }

  /// Compressed data in it grew to so many bytes more.
  func grow(_ bytes: Int, limits: InputLimits) throws(InputProblem) {
    counts.withLock { $0.grown += bytes }
    guard !isExhausted(limits) else { throw InputProblem.expandsTooFar(factor: limits.expansionFactor) }
  }
}
