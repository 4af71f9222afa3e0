import ArgumentParser
import ReportText
import SortieDocuments
import SortieExport
import SortieExtraction
import SortieSchema

/// `sortie extract`: texts in, records out.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Read texts and write the air operations that they report.",
    discussion: """
      Inputs are files, folders (searched for texts, in the order of their names) or - for the standard input. \
      \(InputList.endings): .txt and .md hold one text each, .jsonl one JSON object a line with text and, where known, \
      id, title, published, source, url. Results stand in the order of the inputs, and the same inputs give the same bytes.

      A day of publication settles "on Tuesday" and "yesterday". It comes from the input, else from --published, else \
      from the text's own dateline.

      EXAMPLES:
        sortie extract report.txt
        sortie extract report.txt --published 2017-01-24 --source "Ministry of Defence"
        sortie extract reports/ news.jsonl -o sorties.csv -o sorties.geojson
        curl -s https://example.org/bulletin.txt | sortie extract - --format jsonl

      FORMATS:
      \(SortieFormats.all.map { "  \($0.name.padded(to: 9))\($0.about)" }.joined(separator: "\n"))
      """)

  @Argument(help: ArgumentHelp("Files, folders, or - for the standard input.", valueName: "input"))
  var inputs: [String]

  @OptionGroup(title: "What texts do not say themselves")
  var defaults: DocumentDefaults

  @Option(
    help: ArgumentHelp(
      "One of \(OutputPlan.names). Without it: a table on a terminal, CSV elsewhere.", valueName: "format"))
  var format: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Write to this file, in the format of its ending; may be given several times. The file appears when it is whole.",
      valueName: "file"))
  var outputs: [String] = []

  @Flag(help: "Leave cells as they are that a spreadsheet would run as a formula.")
  var raw = false

  @Flag(help: "Print no summary.")
  var quiet = false

  @OptionGroup(title: "Data")
  var data: DataOptions

  func validate() throws {
    _ = try OutputPlan(format: format, files: outputs, isTerminal: false)
    let inputFiles = Set(inputs.compactMap(FileTree.identity(of:)))
    for output in outputs where output != "-" && FileTree.kind(of: output) == .file {
      if let file = FileTree.identity(of: output), inputFiles.contains(file) {
        throw ValidationError("'\(output)' is an input and cannot be an output as well.")
      }
    }
  }

  func run() throws {
    let plan = try OutputPlan(format: format, files: outputs, isTerminal: StandardStream.output.isTerminal)
    let list = InputList(inputs)
    var tally = Tally()
    for fault in list.faults {
      Messages.error(fault)
      tally.faults += 1
    }
    for path in list.repeated { Messages.warning("\(path): given more than once; read once") }
    guard !list.inputs.isEmpty else { throw ExitStatus.noInput.code }

    let reading = try data.load()
    let extractor = try reading.extractor()
    let options = FormatOptions(
      isRaw: raw, width: StandardStream.output.width, claimantSides: reading.claimantSides())
    var sinks = try plan.parts.map { try OutputSink($0.place, format: $0.format, options: options) }
    var gate = RecordGate(reading.gazetteer)
    for input in list.inputs {
      try read(input, with: extractor, through: &gate, into: &sinks, tally: &tally)
    }
    guard tally.texts > 0 else { throw ExitStatus.noInput.code }
    for index in sinks.indices { try sinks[index].finish() }
    if !quiet { Messages.note(tally.summary(files: outputs.filter { $0 != "-" })) }
    if tally.faults > 0 { throw ExitStatus.partial.code }
  }

  private func read(
    _ input: Input, with extractor: Extractor, through gate: inout RecordGate, into sinks: inout [OutputSink],
    tally: inout Tally
  ) throws {
    var quota = MessageQuota()
    do {
      try input.read { item in
        switch item {
        case .problem(let problem):
          quota.error(problem)
          tally.faults += 1
        case .document(let document):
          let (info, problem) = defaults.info(of: document)
          var result = extractor.read(document.text, document: info)
          if let problem {
            quota.error(problem)
            tally.faults += 1
            result.findings.append(
              Finding(rule: "published-is-a-day", severity: .error, message: String(describing: problem.problem)))
          }
          for refusal in gate.pass(&result) {
            quota.error(refusal)
            tally.faults += 1
          }
          if !quiet {
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

/// What came of the inputs.
struct Tally {
  private(set) var texts = 0
  private(set) var records = 0
  private(set) var textsWithRecords = 0
  private var withoutRecords: [DocumentResult.Coverage: Int] = [:]
  /// Records with findings.
  private(set) var doubtful = 0
  /// What could not be read.
  var faults = 0

  mutating func add(_ result: DocumentResult) {
    texts += 1
    records += result.records.count
    doubtful += result.records.count { !$0.findings.isEmpty }
    if result.records.isEmpty {
      withoutRecords[result.coverage, default: 0] += 1
    } else {
      textsWithRecords += 1
    }
  }

  func summary(files: [String]) -> String {
    var text = "\(Self.number(records, "record")) from \(textsWithRecords) of \(Self.number(texts, "text"))"
    let reasons = DocumentResult.Coverage.allCases.compactMap { coverage in
      withoutRecords[coverage].map { "\($0) \(coverage.rawValue)" }
    }
    if !reasons.isEmpty { text += "; without records: \(reasons.joined(separator: ", "))" }
    if doubtful > 0 { text += "; \(Self.number(doubtful, "record")) with findings" }
    if faults > 0 { text += "; \(Self.number(faults, "error"))" }
    if !files.isEmpty { text += "; written to \(files.joined(separator: ", "))" }
    return text
  }

  private static func number(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

extension String {
  /// With blanks behind it, for columns of ASCII.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - utf8.count)) }
}
