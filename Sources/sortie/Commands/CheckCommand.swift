import ArgumentParser
import ReportText
import SortieExport
import SortieExtraction
import SortieGazetteer
import SortiePatterns
import SortieSchema

/// `sortie check`: whether the data hold together.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the gazetteer, the patterns and the fixtures of a source folder.",
    discussion: """
      Reads the tables and patterns, looks for faults, holds every pattern to its own examples, lets it loose on hostile \
      texts, compares what is embedded in this program with the sources, and reads every fixture (a folder with report.txt \
      and expected.csv or gold.json). The exit code is 1 where something is wrong.

      With --record the compiled data and the expected tables are written anew; review them as a diff, and build again for \
      the data to be embedded. A fixture that has gold.json and no table gets none: 'sortie score' measures it.

      EXAMPLES:
        sortie check                                  in the source folder
        sortie check --record
        sortie check --gazetteer my-tables --patterns my-patterns
      """)

  @Flag(help: "Write the compiled data and the tables that fixtures expect.")
  var record = false

  @Flag(help: "Leave out the hostile texts, which take seconds.")
  var quick = false

  @Option(help: ArgumentHelp("Folder of the tables.", valueName: "folder"))
  var gazetteer = "Gazetteer"

  @Option(help: ArgumentHelp("Folder of the pattern files.", valueName: "folder"))
  var patterns = "Patterns"

  @Option(help: ArgumentHelp("Folder of the fixtures.", valueName: "folder"))
  var fixtures = "Tests/Fixtures"

  @Option(help: ArgumentHelp("The compiled data, written with --record.", valueName: "file"))
  var compiled = "Sources/CBundledData/compiled.bin"

  func run() throws {
    for folder in [gazetteer, patterns] where FileTree.kind(of: folder) != .folder {
      throw ValidationError("'\(folder)' is no folder; run in the source folder, or name it with an option.")
    }
    var checkup = Checkup()
    let tables = checkup.step("gazetteer") {
      try DataFolders.gazetteer(gazetteer)
    } report: { tables in
      "\(Table.allCases.reduce(0) { $0 + tables.entries(of: $1).count }) entries"
    }
    let library = checkup.step("patterns") {
      try DataFolders.patterns(patterns)
    } report: {
      "\($0.patterns.count) patterns"
    }
    guard let tables, let library else { return try checkup.finish() }
    let failing = try ExampleCheck.run(library: library, gazetteer: tables)
    checkup.step("examples", faults: failing.map { DataFolders.asTyped($0.description, root: patterns) })
    if !quick {
      checkup.step("hostile texts", faults: library.lint().map { DataFolders.asTyped($0, root: patterns) })
    }

    let data = CompiledData(gazetteer: .init(tables.encode()), patterns: .init(library.encode()))
    try compareOrRecord(data, &checkup)
    if FileTree.kind(of: fixtures) == .folder {
      let provenance = Provenance(
        tool: Program.nameAndVersion, gazetteer: data.gazetteer.name, patterns: data.patterns.name)
      let reading = ReadingData(gazetteer: tables, patterns: library, provenance: provenance)
      try readFixtures(reading, &checkup)
    }
    try checkup.finish()
  }

  private func compareOrRecord(_ data: CompiledData, _ checkup: inout Checkup) throws {
    if record {
      let file = try OutputFile(compiled)
      try file.write(data.encode())
      try file.commit()
      checkup.note("compiled data", "written to \(compiled); build again to embed it")
      return
    }
    let embedded: CompiledData
    do throws(CompiledData.Fault) {
      embedded = try CompiledData.embedded()
    } catch {
      return checkup.step("compiled data", faults: [error])
    }
    var faults: [String] = []
    if embedded.gazetteer != data.gazetteer { faults.append("the embedded gazetteer is not that of \(gazetteer)") }
    if embedded.patterns != data.patterns { faults.append("the embedded patterns are not those of \(patterns)") }
    if !embedded.isIntact { faults.append("the embedded data do not have the digests that stand before them") }
    checkup.step("compiled data", faults: faults.map { $0 + "; run 'sortie check --record' and build again" })
  }

  private func readFixtures(_ reading: ReadingData, _ checkup: inout Checkup) throws {
    let extractor = try reading.extractor()
    let options = FormatOptions(claimantSides: reading.claimantSides())
    let all = checkup.step("fixtures") {
      try Fixture.all(under: fixtures)
    } report: {
      "\($0.count) folders"
    }
    var faults: [String] = []
    var unrecorded: [String] = []
    var gate = RecordGate(reading.gazetteer)
    var written = 0
    for fixture in all ?? [] {
      guard fixture.isRecorded else { continue }
      let actual = fixture.actual(extractor, through: &gate, options: options)
      if record {
        guard actual != fixture.expected else { continue }
        let file = try OutputFile(fixture.expectedPath)
        try file.write(actual)
        try file.commit()
        written += 1
      } else if fixture.expected == nil {
        unrecorded.append(fixture.expectedPath)
      } else {
        faults += fixture.differences(from: actual)
      }
    }
    if let first = unrecorded.first {
      faults.append("\(first): error: \(unrecorded.count) tables such as this are not recorded yet; add --record")
    }
    if record {
      checkup.note("expected tables", "\(written) written")
    } else {
      checkup.step("expected tables", faults: faults)
    }
  }
}

/// Tells what is checked, step by step.
struct Checkup {
  private var isSound = true

  /// A step that gives something to go on with; nil where it failed.
  mutating func step<Value>(
    _ name: String, _ work: () throws -> Value, report: (Value) -> String
  ) -> Value? {
    do {
      let value = try work()
      note(name, report(value))
      return value
    } catch {
      step(name, faults: String(describing: error).split(separator: "\n"))
      return nil
    }
  }

  mutating func step(_ name: String, faults: [some CustomStringConvertible]) {
    for fault in faults {
      let text = fault.description
      Messages.write(text.contains(": error: ") ? text : "sortie: error: \(text)")
    }
    if !faults.isEmpty { isSound = false }
    note(name, faults.isEmpty ? "no faults" : "\(faults.count) fault\(faults.count == 1 ? "" : "s")")
  }

  func note(_ name: String, _ text: String) { Messages.write("\(name.padded(to: 16))\(text)") }

  func finish() throws {
    if !isSound { throw ExitStatus.failed.code }
  }
}
