import SortieExtraction

/// Writes the journal of a run from time to time, so that no more than moments of work are lost.
struct JournalKeeper {
  private static let interval = Duration.milliseconds(500)
  /// Putting files on the disk may take no more than this part of the time.
  private static let share = 50

  /// The output beside which the journal stands.
  private let output: String
  private var journal: RunJournal
  /// What is remembered of texts that were read, so that a run that goes on knows their copies. Never put in its place.
  private var copyLog: OutputFile?
  private var due = ContinuousClock.now + Self.interval
  /// Whether there is a journal that a run can go on with.
  private(set) var isWritten: Bool
  /// Of an earlier run that this one does not go on with.
  private var strangers: [OutputPart]

  /// - Parameters:
  ///   - isContinued: whether the journal is that of a run that this one goes on with.
  ///   - strangers: parts of another run, which go when they are not needed any more.
  ///   - copyLog: where the journal has one.
  init(
    _ journal: RunJournal, output: String, isContinued: Bool, copyLog: OutputFile? = nil, strangers: [OutputPart] = []
  ) {
    self.journal = journal
    self.copyLog = copyLog
    self.output = output
    isWritten = isContinued
    self.strangers = strangers
  }

  mutating func pass(_ product: RunProduct) { journal.done.pass(product) }

  mutating func writeIfDue(_ sinks: inout [OutputSink], tally: Tally, copies: inout CopyRegister?) throws {
    guard ContinuousClock.now >= due else { return }
    try write(&sinks, tally: tally, copies: &copies)
  }

  /// Puts the outputs on the disk, then the journal that speaks of them.
  mutating func write(_ sinks: inout [OutputSink], tally: Tally, copies: inout CopyRegister?) throws {
    let start = ContinuousClock.now
    var parts: [OutputPart] = []
    for index in sinks.indices {
      guard let part = try sinks[index].settle() else { return }
      parts.append(part)
    }
    if let news = copies?.takeLog() {
      if copyLog == nil { copyLog = try OutputFile(RunJournal.copyPath(for: output)) }
      try copyLog?.write(news)
      journal.copies = try copyLog?.settled()
    }
    journal.parts = parts
    journal.tally = tally
    try journal.write(for: output)
    if !isWritten { Interruption.watch() }
    isWritten = true
    try removeStrangers()
    let end = ContinuousClock.now
    due = end + max(Self.interval, (end - start) * Self.share)
  }

  /// The outputs are in their places.
  mutating func finish() throws {
    if isWritten { try FilePlace.remove(RunJournal.path(for: output)) }
    if !strangers.isEmpty {
      try removeStrangers()
      try FilePlace.remove(RunJournal.path(for: output))
    }
  }

  /// Leaves to another run what it needs to go on.
  func keep() { copyLog?.keep() }

  private mutating func removeStrangers() throws {
    for part in strangers where !journal.parts.contains(where: { $0.path == part.path }) {
      try FilePlace.removePart(part)
    }
    strangers = []
  }
}
