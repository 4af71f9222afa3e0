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

  /// A file of so many pages, each with the same words.
  private static func pdf(pages count: Int) -> [UInt8] {
    var bytes = Array("%PDF-1.4\n".utf8)
    var places: [Int] = []
    func add(_ object: String) {
      places.append(bytes.count)
      bytes += Array("\(places.count) 0 obj\n\(object)\nendobj\n".utf8)
    }
    let words = "BT /F1 11 Tf 72 700 Td (\(Report.strike.dropLast())) Tj ET"
    add("<< /Type /Catalog /Pages 2 0 R >>")
    let kids = (5..<5 + count).map { "\($0) 0 R" }.joined(separator: " ")
    add("<< /Type /Pages /Count \(count) /Kids [\(kids)] >>")
    add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    add("<< /Length \(words.utf8.count) >>\nstream\n\(words)\nendstream")
    let page =
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
    for _ in 0..<count { add(page) }
    let start = bytes.count
    bytes += Array("xref\n0 \(places.count + 1)\n0000000000 65535 f \n".utf8)
    for place in places {
      let digits = String(place)
      bytes += Array("\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n".utf8)
    }
    let trailer = "trailer\n<< /Size \(places.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return bytes + Array(trailer.utf8)
  }

  @Test(
    "Of a file of a hundred thousand pages the first ones are read, and that is told",
    .enabled(if: isThere || isCI, "pdftotext is not installed"), .timeLimit(.minutes(5)))
  func manyPages() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.pdf(pages: 100_000), to: "huge.pdf")
    try folder.write(Report.strike(1), to: "small.txt")
    let outcome = try Program.run(["extract", "huge.pdf", "small.txt"], in: folder.url)
    #expect(outcome.code == 0)
    #expect(outcome.rowCount == 2)
    #expect(outcome.errors.contains("huge.pdf: only the first 5000 pages were read"))
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
