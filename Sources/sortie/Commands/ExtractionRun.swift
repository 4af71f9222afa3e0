import ReportText
import SortieDocuments
import SortieExport
import SortieExtraction
import SortieSchema

/// One run of `sortie extract`: reads the inputs one after the other and writes what they give.
struct ExtractionRun {
  let inputs: InputList
  let context: ReadingContext
  let keepsDuplicates: Bool
  let defaults: DocumentDefaults
  let outputs: OutputOptions
  /// Loads gazetteer and patterns; asked for only when there is something to read.
  let reading: () throws -> ReadingData
  let isQuiet: Bool

  func run() throws {
    let plan = try outputs.plan(isTerminal: StandardStream.output.isTerminal)
    var tally = Tally()
    for fault in inputs.faults {
      Messages.error(fault)
      tally.faults += 1
    }
    if !isQuiet { for note in inputs.notes { Messages.note(note) } }
    for path in inputs.repeated { Messages.warning("\(path): given more than once; read once") }
    guard !inputs.inputs.isEmpty else { throw ExitStatus.noInput.code }

    let reading = try reading()
    let extractor = try reading.extractor()
    let options = outputs.formatOptions(claimantSides: reading.claimantSides(), names: reading.entityNames())
    var sinks = try plan.parts.map { try OutputSink($0, options: options) }
    var gate = RecordGate(reading.gazetteer)
    var copies = keepsDuplicates ? nil : CopyRegister()
    for input in inputs.inputs {
      try read(input, with: extractor, through: &gate, copies: &copies, into: &sinks, tally: &tally)
    }
    guard tally.texts > 0 else { throw ExitStatus.noInput.code }
    for index in sinks.indices {
      for note in try sinks[index].finish() where !isQuiet { Messages.note(note) }
    }
    if !isQuiet { Messages.note(tally.summary(files: outputs.paths)) }
    if tally.faults > 0 { throw ExitStatus.partial.code }
  }

  private func read(
    _ input: Input, with extractor: Extractor, through gate: inout RecordGate, copies: inout CopyRegister?,
    into sinks: inout [OutputSink], tally: inout Tally
  ) throws {
    var quota = MessageQuota()
    do {
      try input.read(in: context) { item in
        switch item {
        case .note(let note):
          if !isQuiet { Messages.note(note) }
        case .problem(let problem):
          quota.error(problem)
          tally.faults += 1
        case .document(let document):
          let (info, problem) = defaults.info(of: document)
          var result = extractor.read(document, info: info)
          if let problem {
            quota.error(problem)
            tally.faults += 1
            result.findings.append(
              Finding(rule: "published-is-a-day", severity: .error, message: String(describing: problem.problem)))
          }
          copies?.settle(&result)
          for refusal in gate.pass(&result) {
            quota.error(refusal)
            tally.faults += 1
          }
          if !isQuiet {
            for finding in result.findings where finding.severity == .warning {
              Messages.warning("\(info.id): \(finding.message)")
            }
          }
          tally.add(result)
          for index in sinks.indices { try sinks[index].write(result) }
        }
      }
    } catch let fault as FileFault where fault.status == .noInput {
      // The other inputs are read all the same.
      quota.error(fault)
      tally.faults += 1
    }
    quota.finish(input: input.name)
  }
}
