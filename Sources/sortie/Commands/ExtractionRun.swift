import ReportText
import SortieDocuments
import SortieExport
import SortieExtraction
import SortieSchema

/// One run of `sortie extract`: reads the inputs one after the other, their texts on several cores, and writes what they
/// give in the order of the inputs.
struct ExtractionRun {
  let inputs: InputList
  let context: ReadingContext
  let keepsDuplicates: Bool
  let defaults: DocumentDefaults
  let outputs: OutputOptions
  /// Loads gazetteer and patterns; asked for only when there is something to read.
  let reading: () throws -> ReadingData
  let running: RunOptions
  /// Of the command line, by which a run that goes on with another knows it.
  let arguments: [String]

  /// - Returns: what texts were read with, for the program to end without giving its memory back piece by piece.
  func run() throws -> (ReadingData, Extractor) {
    let plan = try outputs.plan(isTerminal: StandardStream.output.isTerminal)
    var faults = 0
    for fault in inputs.faults {
      Messages.error(fault)
      faults += 1
    }
    if !running.quiet { for note in inputs.notes { Messages.note(note) } }
    for path in inputs.repeated { Messages.warning("\(path): given more than once; read once") }
    guard !inputs.inputs.isEmpty else { throw ExitStatus.noInput.code }

    let reading = try reading()
    let readingMeter = running.stats.map { _ in ReadingMeter() }
    let plain = try reading.extractor()
    let extractor = readingMeter.map { plain.measured(by: $0) } ?? plain
    let options = outputs.formatOptions(claimantSides: reading.claimantSides(), names: reading.entityNames())
    let statsFile = try running.stats.map { try OutputFile($0) }
    var start = try Resumption(
      plan, options: options, isAsked: running.resume, task: RunTask.name(arguments, data: reading.provenance),
      copies: keepsDuplicates ? nil : CopyRegister())
    if !running.quiet { for note in start.notes { Messages.note(note) } }
    start.tally.faults += start.done.count == 0 ? faults : 0

    let progress = ProgressLine(isQuiet: running.quiet)
    let meter = ReadMeter(sizing: progress == nil ? [] : inputs.inputs)
    let delivery = Delivery(
      isQuiet: running.quiet, tally: start.tally, copies: start.copies, gate: RecordGate(reading.gazetteer),
      sinks: start.sinks,
      progress: progress, journal: start.journal, statistics: readingMeter.map { RunStatistics(reading: $0) },
      meter: meter)
    var feed = RunFeed(
      jobs: running.threadCount,
      reader: TextReader(extractor: extractor, defaults: defaults, isTimed: statsFile != nil), delivery: delivery,
      done: start.done)
    do {
      for input in inputs.inputs { try read(input, meter: meter, into: &feed) }
      try feed.finish()
    } catch {
      // An interruption is noticed between items; what else ends a run may have cut off the writing of a text.
      let isInterrupted = (error as? FileFault)?.status == .interrupted
      try feed.abandon(isSound: isInterrupted)
      throw isInterrupted ? ExitStatus.interrupted.code : error
    }
    let tally = feed.delivery.tally
    guard tally.texts > 0 else { throw ExitStatus.noInput.code }
    let notes = try feed.close()
    if !running.quiet { for note in notes { Messages.note(note) } }
    if let statsFile, let statistics = feed.delivery.statistics {
      try statsFile.write(statistics.json(tally: tally, read: meter.read, jobs: running.threadCount))
      try statsFile.commit()
    }
    if !running.quiet { Messages.note(tally.summary(files: outputs.paths)) }
    if tally.faults > 0 { throw ExitStatus.partial.code }
    return (reading, extractor)
  }

  private func read(_ input: Input, meter: ReadMeter, into feed: inout RunFeed) throws {
    do {
      try input.read(in: context, meter: meter) { item in
        switch item {
        case .note(let note): try feed.add(.note(note))
        case .problem(let problem): try feed.add(.problem(problem))
        case .document(let document): try feed.add(.document(document))
        }
      }
    } catch let fault as FileFault where fault.status == .noInput {
      // The other inputs are read all the same.
      try feed.add(.fault(fault))
    }
    try feed.add(.inputEnd(name: input.name))
  }
}
