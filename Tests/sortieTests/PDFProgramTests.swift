import Foundation
import Testing

@Suite("pdftotext")
struct PDFProgramTests {
  private static let isThere =
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/pdftotext") }
  private static let isCI = ProcessInfo.processInfo.environment["CI"] == "true"

  private static func sample(_ name: String) -> String {
    Program.root.appendingPathComponent("Tests/Inputs/kinds/\(name)").path
  }

  @Test(
    "A PDF file gives its records with their page", .enabled(if: isThere || isCI, "pdftotext is not installed"))
  func whole() throws {
    let outcome = try Program.run(["extract", Self.sample("raid.pdf")])
    #expect(outcome.code == 0)
    #expect(outcome.rowCount == 1)
    #expect(outcome[line: 1].contains("2 × Su-24M"))
    #expect(outcome[line: 1].contains("page 1"))
    #expect(!outcome.output.contains("Bulletin 17"))
  }

  @Test("A scan is told", .enabled(if: isThere || isCI, "pdftotext is not installed"))
  func scan() throws {
    let outcome = try Program.run(["extract", Self.sample("scan.pdf")])
    #expect(outcome.errors.contains("has a text layer: the file is a scan"))
  }

  @Test("A damaged file is named with what pdftotext says", .enabled(if: isThere || isCI, "pdftotext is not installed"))
  func damaged() throws {
    let folder = try TemporaryFolder()
    try folder.write("%PDF-1.4\nnothing of the kind", to: "a.pdf")
    let outcome = try Program.run(["extract", "a.pdf"], in: folder.url)
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("a.pdf:1:1: error: pdftotext could not read this: "))
  }

  @Test("Without the program the message says which package has it, and other files are read")
  func missing() throws {
    let outcome = try Program.run(
      ["extract", Self.sample("raid.pdf"), Self.sample("raid.txt")], environment: ["PATH": "/nowhere"])
    #expect(outcome.code == 2)
    #expect(outcome.rowCount == 1)
    #expect(outcome.errors.contains("the program 'pdftotext' is not installed"))
    #expect(outcome.errors.contains("poppler-utils"))
  }

  /// Runs with a program of that name that does what a test wants.
  private static func outcome(_ script: String, seconds: Int = 2) throws -> (Program.Outcome, Double) {
    let folder = try TemporaryFolder()
    let file = try folder.write("#!/bin/sh\n\(script)\n", to: "bin/pdftotext")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    let start = Date()
    let outcome = try Program.run(
      ["extract", sample("raid.pdf"), sample("raid.txt"), "--pdf-seconds", String(seconds)],
      environment: ["PATH": "\(folder.url.path)/bin:/usr/bin:/bin"])
    return (outcome, Date().timeIntervalSince(start))
  }

  @Test(
    "A program that hangs is ended, with all that it started",
    arguments: [
      "sleep 300", "exec 1>&- 2>&-; sleep 300", "(sleep 300) & wait", "cat > /dev/null; sleep 300", "yes '<a>'",
    ])
  func hanging(script: String) throws {
    let (outcome, seconds) = try Self.outcome(script)
    #expect(outcome.code == 2)
    #expect(outcome.rowCount == 1)
    #expect(outcome.errors.contains("raid.pdf:1:1: error: pdftotext could not read this: "))
    #expect(seconds < 120)
  }

  @Test(
    "A program that fails is told with its last words",
    arguments: [
      ("echo 'Syntax Error: no pages' >&2; exit 3", "Syntax Error: no pages"),
      ("exit 4", "the program ended with status 4"),
      ("kill -9 $$", "the program ended with status 137"), ("echo plain", "syntax error"),
    ])
  func failing(script: String, message: String) throws {
    let (outcome, _) = try Self.outcome(script, seconds: 60)
    #expect(outcome.code == 2)
    #expect(outcome.rowCount == 1)
    #expect(outcome.errors.contains("pdftotext could not read this: \(message)"))
  }
}
