import Foundation
import Testing

/// Runs that are interrupted and gone on with.
@Suite("--resume")
struct ResumeTests {
  /// Lines enough that a run takes seconds in a program built without optimisation.
  /// Every tenth text is a copy of one long before it, so that a run has to know what the interrupted one had read.
  private static let lines = (0..<300).map { number in
    let filler = String(repeating: Report.nothing, count: 6)
    let original = number % 10 == 9 && number > 100 ? number - 90 : number
    return Report.line(
      filler + (number % 3 == 0 ? "Text \(number). " + Report.nothing : Report.strike(original)), id: "d\(number)")
  }
  private static let journal = "o.csv.journal"

  /// A run that is under way.
  private final class Run {
    let process = Process()
    private let errors: URL

    init(_ arguments: [String], in folder: TemporaryFolder, input: Any) throws {
      errors = try folder.write([], to: "errors.log")
      process.executableURL = Program.url
      process.arguments = arguments
      process.currentDirectoryURL = folder.url
      process.standardInput = input
      process.standardOutput = FileHandle.nullDevice
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
    }

    /// Waits for the end; what does not heed the signal is killed.
    func end(by signal: Int32) {
      kill(process.processIdentifier, signal)
      for _ in 0..<600 where process.isRunning { usleep(50_000) }
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
    }

    func messages() throws -> String { String(decoding: try Data(contentsOf: errors), as: UTF8.self) }
  }

  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(lines.joined(), to: "in.jsonl")
    return folder
  }

  /// Starts a run and ends it by a signal when its journal is there: it is fed line by line until then.
  private static func interrupt(_ arguments: [String], by signal: Int32, in folder: TemporaryFolder) throws -> Run {
    let pipe = Pipe()
    let run = try Run(arguments, in: folder, input: pipe)
    // An input is begun when its first 64 kB are there.
    var feed = lines[...]
    func write(_ count: Int) throws {
      try pipe.fileHandleForWriting.write(contentsOf: Data(feed.prefix(count).joined().utf8))
      feed = feed.dropFirst(count)
    }
    try write(150)
    let path = folder.url.appending(path: journal).path
    for _ in 0..<1_000 where !FileManager.default.fileExists(atPath: path) {
      if !feed.isEmpty { try write(1) }
      usleep(60_000)
    }
    #expect(FileManager.default.fileExists(atPath: path))
    run.end(by: signal)
    return run
  }

  private static func goOn(_ arguments: [String], in folder: TemporaryFolder) throws -> Program.Outcome {
    try Program.run(arguments + ["--resume"], input: Array(lines.joined().utf8), in: folder.url)
  }

  @Test("A run goes on after Ctrl-C, a polite kill and a hard one", arguments: [SIGINT, SIGTERM, SIGKILL])
  func goesOn(signal: Int32) throws {
    let folder = try Self.folder()
    let arguments = ["extract", "-", "--jobs", "1", "-o", "o.csv", "-o", "o.jsonl"]
    let interrupted = try Self.interrupt(arguments, by: signal, in: folder)
    if signal != SIGKILL {
      #expect(interrupted.process.terminationStatus == 130)
      #expect(try interrupted.messages().contains("the same command with --resume goes on after text"))
    }
    #expect(try !folder.names.contains("o.csv"))
    let outcome = try Self.goOn(arguments, in: folder)
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("goes on after text"))
    #expect(outcome.errors.contains("of 300 texts"))
    #expect(try folder.names == ["errors.log", "in.jsonl", "o.csv", "o.jsonl"])
    for (name, format) in [("o.csv", "csv"), ("o.jsonl", "jsonl")] {
      let whole = try Program.run(
        ["extract", "-", "--format", format, "--quiet"], input: Array(Self.lines.joined().utf8), in: folder.url)
      #expect(try folder.text(of: name) == whole.output)
    }
  }

  @Test("However often a run is killed, no row is lost and none doubled")
  func killedAtRandom() throws {
    let folder = try Self.folder()
    let whole = try Program.run(["extract", "in.jsonl", "--quiet"], in: folder.url)
    #expect(whole.rowCount > 150)
    let wanted = ProcessInfo.processInfo.environment["SORTIE_KILLS"].flatMap(Int.init) ?? 8
    var kills = 0
    var random = SystemRandomNumberGenerator()
    // A run that ends before it is killed is whole; the next begins anew.
    for _ in 0..<wanted * 3 where kills < wanted {
      let run = try Run(
        ["extract", "in.jsonl", "-o", "o.csv", "--resume"], in: folder, input: FileHandle.nullDevice)
      usleep(UInt32.random(in: 100_000...1_800_000, using: &random))
      guard run.process.isRunning else {
        #expect(try folder.text(of: "o.csv") == whole.output)
        try FileManager.default.removeItem(at: folder.url.appending(path: "o.csv"))
        continue
      }
      run.end(by: SIGKILL)
      kills += 1
    }
    #expect(kills > 0)
    #expect(try Program.run(["extract", "in.jsonl", "-o", "o.csv", "--resume"], in: folder.url).code == 0)
    #expect(try folder.text(of: "o.csv") == whole.output)
  }

  @Test("A run with other options or other inputs is refused, and what was done is kept")
  func others() throws {
    let folder = try Self.folder()
    let arguments = ["extract", "-", "--jobs", "1", "-o", "o.csv"]
    _ = try Self.interrupt(arguments, by: SIGKILL, in: folder)
    let options = try Self.goOn(arguments + ["--raw"], in: folder)
    #expect(options.code == 64)
    #expect(options.errors.contains("o.csv.journal: the interrupted run had other inputs, options or data"))
    let inputs = try Program.run(
      arguments + ["--resume"], input: Array(Report.line(Report.strike, id: "other").utf8), in: folder.url)
    #expect(inputs.code == 64)
    #expect(inputs.errors.contains("the inputs are not those of the interrupted run"))
    let outcome = try Self.goOn(arguments + ["--quiet"], in: folder)
    #expect(outcome.code == 0)
    let whole = try Program.run(
      ["extract", "-", "--quiet"], input: Array(Self.lines.joined().utf8), in: folder.url)
    #expect(try folder.text(of: "o.csv") == whole.output)
  }

  @Test("A run that begins anew says so, and leaves nothing of the interrupted one")
  func anew() throws {
    let folder = try Self.folder()
    let arguments = ["extract", "-", "--jobs", "1", "-o", "o.csv"]
    _ = try Self.interrupt(arguments, by: SIGKILL, in: folder)
    #expect(try folder.names.contains { $0.hasSuffix(".part") })
    let outcome = try Program.run(arguments, input: Array(Report.strike.utf8), in: folder.url)
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("--resume would have gone on"))
    #expect(try folder.names == ["errors.log", "in.jsonl", "o.csv"])
  }

  @Test("Two runs do not write one file")
  func locked() throws {
    let folder = try Self.folder()
    let arguments = ["extract", "-", "--jobs", "1", "-o", "o.csv"]
    _ = try Self.interrupt(arguments, by: SIGKILL, in: folder)
    let first = try Run(arguments + ["--resume"], in: folder, input: Pipe())
    // It holds the unfinished file as long as it waits for its input.
    for _ in 0..<600 where try !first.messages().contains("goes on after") { usleep(100_000) }
    let outcome = try Self.goOn(arguments, in: folder)
    first.end(by: SIGKILL)
    #expect(outcome.code == 73)
    #expect(outcome.errors.contains("o.csv: cannot write"))
  }

  @Test("Where there is nothing to go on with, the run begins at the first text")
  func nothingThere() throws {
    let folder = try Self.folder()
    try folder.write("{", to: Self.journal)
    let outcome = try Program.run(
      ["extract", "-", "-o", "o.csv", "--resume"], input: Array(Report.strike.utf8), in: folder.url)
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("there is no interrupted run to go on with"))
    #expect(outcome.errors.contains("1 record from 1 of 1 text"))
  }

  @Test(
    "Only files to which text after text is appended can be gone on with",
    arguments: [[], ["-o", "o.html"], ["-o", "-"], ["-o", "o.csv", "-o", "o.geojson"]])
  func otherOutputs(outputs: [String]) throws {
    let outcome = try Program.run(["extract", "-", "--resume"] + outputs)
    #expect(outcome.code == 64)
    #expect(outcome.errors.hasPrefix("sortie: error: --resume goes on with files of csv, tsv or jsonl"))
  }
}
