import Crypto
import SortieExport
import SortieExtraction
import SortieSchema

/// Why a run cannot be gone on with.
enum ResumeFault: EndingError, CustomStringConvertible {
  case otherTask(journal: String)
  case otherInputs
  case noLog

  var status: ExitStatus { .usage }

  var description: String {
    switch self {
    case .otherTask(let journal):
      "\(journal): the interrupted run had other inputs, options or data: give the same command, or leave out --resume to "
        + "begin anew"
    case .otherInputs:
      "the inputs are not those of the interrupted run: leave out --resume to begin anew"
    case .noLog: "the interrupted run's log of the texts read is gone: leave out --resume to begin anew"
    }
  }
}

/// How a run begins: anew, or behind what an interrupted one has done.
struct Resumption {
  var sinks: [OutputSink]
  /// Nil where the outputs are none that a run could be gone on with.
  var journal: JournalKeeper?
  /// Nil where each text counts for itself.
  var copies: CopyRegister?
  var tally = Tally()
  var done = ItemTrail()
  /// What the user should know.
  var notes: [String] = []

  /// - Parameters:
  ///   - isAsked: whether an interrupted run is to be gone on with.
  ///   - task: see `RunJournal.task`.
  init(_ plan: OutputPlan, options: FormatOptions, isAsked: Bool, task: String, copies: CopyRegister?) throws {
    self.copies = copies
    guard plan.canBeContinued, let output = plan.parts.first?.place.path else {
      sinks = try Self.open(plan, options)
      return
    }
    let old = try RunJournal.read(for: output)
    if isAsked, let old {
      guard old.task == task else { throw ResumeFault.otherTask(journal: RunJournal.path(for: output)) }
      if let sinks = try Self.continued(plan, options, parts: old.parts) {
        let log = try old.copies.flatMap { try Self.copyLog($0, for: output) }
        if log == nil, copies != nil { throw ResumeFault.noLog }
        if let log { try self.copies?.replay(log.bytes) }
        self.sinks = sinks
        journal = JournalKeeper(old, output: output, isContinued: true, copyLog: log?.file)
        tally = old.tally
        done = old.done
        notes = ["goes on after text \(tally.texts) of the interrupted run"]
        return
      }
    }
    if isAsked { notes = ["\(output): there is no interrupted run to go on with; begins at the first text"] }
    if !isAsked, let old {
      notes = [
        "\(output): begins anew; --resume would have gone on with an interrupted run after text \(old.tally.texts)"
      ]
    }
    sinks = try Self.open(plan, options)
    journal = JournalKeeper(
      RunJournal(task: task), output: output, isContinued: false, strangers: old?.files ?? [])
  }

  /// The log of copies, to be gone on with; nil where it is not there any more.
  private static func copyLog(_ part: OutputPart, for output: String) throws -> (file: OutputFile, bytes: [UInt8])? {
    guard let file = try OutputFile(RunJournal.copyPath(for: output), continuing: part) else { return nil }
    return (file, try FileTree.read(part.path))
  }

  private static func open(_ plan: OutputPlan, _ options: FormatOptions) throws -> [OutputSink] {
    try plan.parts.map { try OutputSink($0, options: options) }
  }

  /// Nil where a part is not there any more.
  private static func continued(
    _ plan: OutputPlan, _ options: FormatOptions, parts: [OutputPart]
  ) throws -> [OutputSink]? {
    guard parts.count == plan.parts.count else { return nil }
    var sinks: [OutputSink] = []
    for (unfinished, part) in zip(parts, plan.parts) {
      guard let sink = try OutputSink(part, continuing: unfinished, options: options) else {
        for sink in sinks { sink.keep() }
        return nil
      }
      sinks.append(sink)
    }
    return sinks
  }
}

/// What a run is asked to do, as one name: the same where its outputs are the same for the same inputs.
enum RunTask {
  /// Options that change no output, and whether a value follows them.
  private static let indifferent = ["--resume": false, "--quiet": false, "--jobs": true, "-j": true, "--stats": true]

  /// - Parameter arguments: of the command line, without the program.
  static func name(_ arguments: [String], data: Provenance) -> String {
    var hash = SHA256()
    func add(_ text: String) { hash.update(data: Array(text.utf8) + [0]) }
    for text in [data.tool, data.gazetteer, data.patterns] { add(text) }
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if let hasValue = indifferent[argument] {
        if hasValue { rest = rest.dropFirst() }
      } else if !indifferent.contains(where: { $0.value && argument.hasPrefix("\($0.key)=") }) {
        add(argument)
      }
    }
    return CompiledData.Section.name(Array(hash.finalize()))
  }
}
