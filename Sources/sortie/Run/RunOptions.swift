import ArgumentParser

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How a run goes: on how many cores, whether it goes on with another, what it tells of itself.
struct RunOptions: ParsableArguments {
  @Option(
    name: [.customShort("j"), .long],
    help: ArgumentHelp("Read on so many cores; without it on all. What is written is the same.", valueName: "count"))
  var jobs: Int?

  @Flag(
    help: """
      Go on with a run of the same command that was interrupted (outputs csv, tsv, jsonl given with -o), after the last \
      text that it had done.
      """)
  var resume = false

  @Option(
    help: ArgumentHelp("Write to this file, as JSON, what the run did and what took how long.", valueName: "file"))
  var stats: String?

  @Flag(help: "Print no summary, and show no progress on a terminal.")
  var quiet = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 on, not \(jobs).") }
  }

  /// Threads that read.
  var threadCount: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }
}
