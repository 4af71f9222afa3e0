import SortieDocuments
import SortieExtraction
import SortieSchema

/// Takes what came of the inputs, in their order: tells what is wrong, holds broken records back, writes, counts.
struct Delivery {
  let isQuiet: Bool
  private(set) var tally: Tally
  /// Nil where each text counts for itself.
  private var copies: CopyRegister?
  private var gate: RecordGate
  private var sinks: [OutputSink]
  private var quota = MessageQuota()
  private var progress: ProgressLine?
  private var journal: JournalKeeper?
  private(set) var statistics: RunStatistics?
  private let meter: ReadMeter

  init(
    isQuiet: Bool, tally: Tally, copies: CopyRegister?, gate: RecordGate, sinks: [OutputSink],
    progress: ProgressLine?, journal: JournalKeeper?, statistics: RunStatistics?, meter: ReadMeter
  ) {
    self.isQuiet = isQuiet
    self.tally = tally
    self.copies = copies
    self.copies?.isLogged = journal != nil
    self.gate = gate
    self.sinks = sinks
    self.progress = progress
    self.journal = journal
    self.statistics = statistics
    self.meter = meter
  }

  mutating func take(_ products: [RunProduct]) throws {
    for product in products {
      switch product {
      case .read(let reading): try take(reading)
      case .passed(let item): take(item)
      }
      journal?.pass(product)
    }
    try journal?.writeIfDue(&sinks, tally: tally, copies: &copies)
    let (tally, meter) = (tally, meter)
    progress?.update(tally, meter: meter)
  }

  private mutating func take(_ reading: TextReading) throws {
    var reading = reading
    if let problem = reading.problem { error(problem) }
    copies?.settle(&reading.result)
    for refusal in gate.pass(&reading.result) { error(refusal.description) }
    if !isQuiet {
      for finding in reading.result.findings where finding.severity == .warning {
        progress?.hide()
        Messages.warning("\(reading.result.document.id): \(finding.message)")
      }
    }
    tally.add(reading.result)
    statistics?.add(reading)
    for index in sinks.indices { try sinks[index].write(reading.result) }
  }

  private mutating func take(_ item: RunItem) {
    switch item {
    case .note(let note):
      guard !isQuiet else { return }
      progress?.hide()
      Messages.note(note)
    case .problem(let problem): error(problem)
    case .fault(let fault): error(fault)
    case .inputEnd(let name):
      progress?.hide()
      quota.finish(input: name)
      quota = MessageQuota()
    case .document: break
    }
  }

  private mutating func error(_ problem: any Error) {
    progress?.hide()
    quota.error(problem)
    tally.faults += 1
  }

  private mutating func error(_ problem: String) {
    progress?.hide()
    quota.error(problem)
    tally.faults += 1
  }

  /// Puts the outputs in their places.
  /// - Returns: what the user should know of how they were written.
  mutating func finish() throws -> [String] {
    progress?.hide()
    var notes: [String] = []
    for index in sinks.indices { notes += try sinks[index].finish() }
    try journal?.finish()
    return notes
  }

  /// Keeps for another run what was done, where there is enough of it.
  /// - Parameter isSound: whether what was written last may be kept as well.
  mutating func abandon(isSound: Bool) throws {
    progress?.hide()
    guard journal?.isWritten == true else { return }
    defer {
      for sink in sinks { sink.keep() }
      journal?.keep()
    }
    if isSound { try journal?.write(&sinks, tally: tally, copies: &copies) }
    Messages.note("what was done is kept; the same command with --resume goes on after text \(tally.texts)")
  }
}
