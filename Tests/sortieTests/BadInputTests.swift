import Foundation
import Testing

@Suite("Bad input")
struct BadInputTests {
  @Test(
    "What cannot be used is named, and nothing usable ends with 65",
    arguments: [
      (["missing.txt"], "sortie: error: missing.txt: no such file or folder"),
      (["nothing/"], "sortie: error: nothing/: no file in this folder is of a kind that is read: .txt"),
      (["empty.txt"], "empty.txt:1:1: error: the input is empty"),
      (["blank.md"], "blank.md:1:1: error: the input is empty"),
      (["empty.jsonl"], "empty.jsonl:1:1: error: the input is empty"),
      (["broken.jsonl"], "broken.jsonl:1:1: error: expected a JSON object, one a line"),
      (["utf16.jsonl"], "utf16.jsonl:1:1: error: expected a JSON object, one a line"),
      (["paper"], "paper:1:1: error: this is an office document, which is not read as text"),
      (["-"], "-:1:1: error: the input is empty"),
    ])
  func unusable(inputs: [String], message: String) throws {
    let folder = try Self.folder()
    let alone = try Program.run(["extract"] + inputs, in: folder.url)
    #expect(alone.code == 65)
    #expect(alone.output.isEmpty)
    #expect(alone.errors.contains(message))

    let beside = try Program.run(["extract"] + inputs + ["good.txt"], in: folder.url)
    #expect(beside.code == 2)
    #expect(beside.rowCount == 1)
    #expect(beside.errors.contains(message))
  }

  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "nothing/readme.rst")
    try folder.write("", to: "empty.txt")
    try folder.write(" \r\n\t\n", to: "blank.md")
    try folder.write("\n", to: "empty.jsonl")
    try folder.write("no json\n", to: "broken.jsonl")
    try folder.write([0xFF, 0xFE, 0x41, 0x00], to: "utf16.jsonl")
    try folder.write([0xD0, 0xCF, 0x11, 0xE0], to: "paper")
    try folder.write(Report.strike, to: "good.txt")
    return folder
  }

  @Test("A file that may not be read is named", .disabled(if: getuid() == 0, "root may read everything"))
  func unreadable() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Report.strike, to: "closed.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
    let outcome = try Program.run(["extract", "closed.txt"], in: folder.url)
    #expect(outcome.code == 65)
    #expect(outcome.errors.hasPrefix("sortie: error: closed.txt: cannot read: "))
  }

  @Test(
    "A folder further down that may not be read is named, the others are read",
    .disabled(if: getuid() == 0, "root may read everything"))
  func unreadableFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write(Report.strike, to: "in/a/a.txt")
    let closed = try folder.write(Report.strike, to: "in/b/b.txt").deletingLastPathComponent()
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: closed.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: closed.path) }
    let outcome = try Program.run(["extract", "in"], in: folder.url)
    #expect(outcome.code == 2)
    #expect(outcome.rowCount == 1)
    #expect(outcome.errors.contains("in/b: cannot read: "))
  }

  /// What lies there may be opened by everybody and read by nobody.
  private static let deadFile = "/proc/self/mem"

  @Test(
    "A file that breaks off with an error of the system is named, the others are read",
    .enabled(if: FileManager.default.fileExists(atPath: deadFile), "this system has no such file"))
  func readError() throws {
    let folder = try TemporaryFolder()
    try folder.write(Report.strike, to: "good.txt")
    let outcome = try Program.run(["extract", Self.deadFile, "good.txt"], in: folder.url)
    #expect(outcome.code == 2)
    #expect(outcome.rowCount == 1)
    #expect(outcome.errors.contains("error: \(Self.deadFile): cannot read: "))
  }

  @Test("An archive whose files would lie elsewhere is read, and nothing is written")
  func pathsOutside() throws {
    let folder = try TemporaryFolder()
    let sample = Program.root.appendingPathComponent("Tests/Inputs/kinds/raid.zip")
    let name = Array("bulletins/raid.txt".utf8)
    let elsewhere = Array("../../../rraid.txt".utf8)
    var bytes = [UInt8](try Data(contentsOf: sample))
    var renamed = 0
    for start in bytes.indices.dropLast(name.count) where bytes[start...].starts(with: name) {
      bytes.replaceSubrange(start..<start + name.count, with: elsewhere)
      renamed += 1
    }
    #expect(renamed == 2)
    try folder.write(bytes, to: "a/b/c/evil.zip")
    let outcome = try Program.run(["extract", "a/b/c/evil.zip", "-o", "a/b/c/out.csv"], in: folder.url)
    #expect(outcome.code == 0)
    #expect(try folder.names == ["a"])
    #expect(try TemporaryFolder.names(in: folder.url.appendingPathComponent("a")) == ["b"])
    #expect(try TemporaryFolder.names(in: folder.url.appendingPathComponent("a/b/c")) == ["evil.zip", "out.csv"])
    #expect(try folder.text(of: "a/b/c/out.csv").contains("2 × Su-24M"))
  }

  @Test("Links that lead in a circle are not followed, and a file that two links lead to is read once")
  func circles() throws {
    let folder = try TemporaryFolder()
    try folder.write(Report.strike, to: "in/a.txt")
    let inside = folder.url.appendingPathComponent("in")
    try FileManager.default.createSymbolicLink(at: inside.appendingPathComponent("loop"), withDestinationURL: inside)
    try FileManager.default.createSymbolicLink(
      at: inside.appendingPathComponent("b.txt"), withDestinationURL: inside.appendingPathComponent("a.txt"))
    try FileManager.default.createSymbolicLink(
      at: inside.appendingPathComponent("c.txt"), withDestinationURL: inside.appendingPathComponent("nowhere.txt"))
    let outcome = try Program.run(["extract", "in", "--keep-duplicates"], in: folder.url)
    #expect(outcome.code == 0)
    #expect(outcome.rowCount == 1)
  }

  @Test("A file of another kind than its name says is read as what it is, and that is told")
  func wrongEnding() throws {
    let folder = try TemporaryFolder()
    try folder.write(Report.strike, to: "a.docx")
    try folder.write("{\\rtf1 \(Report.strike)}", to: "b.csv")
    let outcome = try Program.run(["extract", "a.docx", "b.csv", "--keep-duplicates"], in: folder.url)
    #expect(outcome.code == 0)
    #expect(outcome.rowCount == 2)
    #expect(outcome.errors.contains("a.docx: read as plain text, not as a Word document: its first bytes say so"))
    #expect(outcome.errors.contains("b.csv: read as an RTF document, not as a table: its first bytes say so"))
  }

  @Test("A bad line is named, the others are read, and the exit code says so")
  func badLine() throws {
    let lines =
      Report.line(Report.strike, id: "1") + "{\"id\":2\n"
      + Report.line(Report.strike.replacingOccurrences(of: "two", with: "four"), id: "3")
    let folder = try TemporaryFolder()
    try folder.write(lines, to: "n.jsonl")
    let outcome = try Program.run(["extract", "n.jsonl"], in: folder.url)
    #expect(outcome.code == 2)
    #expect(outcome.rowCount == 2)
    #expect(outcome.errors.contains("n.jsonl:2:8: error: the line ends inside a JSON value\n"))
    #expect(outcome.errors.contains("2 records from 2 of 2 texts; 1 error\n"))
  }

  @Test("A file that is wrong in every line does not fill the screen")
  func manyBadLines() throws {
    let folder = try TemporaryFolder()
    try folder.write("{\n" + String(repeating: "x\n", count: 5000), to: "n.jsonl")
    let outcome = try Program.run(["extract", "n.jsonl"], in: folder.url)
    #expect(outcome.code == 65)
    #expect(outcome.errors.split(separator: "\n").count == 21)
    #expect(outcome.errors.contains("4981 more errors of this input not shown"))
  }

  @Test(
    "A day that does not exist costs the day, not the text",
    arguments: ["2017-02-31", "2017-2-3", "soon", "24/01/2017", "2017-01-24Z"])
  func badDay(day: String) throws {
    let line = "{\"published\":\"\(day)\",\"text\":\"\(Report.strike.dropLast())\"}"
    let outcome = try Program.run(["extract", "-"], input: Array(line.utf8))
    #expect(outcome.code == 2)
    #expect(outcome.rowCount == 1)
    #expect(
      outcome.errors.contains("-:1:14: error: '\(day)' is not a day of the calendar in the form YYYY-MM-DD\n"))
  }

  @Test("Days may have a time after them", arguments: ["2017-01-24", "2017-01-24T23:30:00-05:00", "2017-01-24 09:08"])
  func dayWithTime(day: String) throws {
    let line = "{\"published\":\"\(day)\",\"text\":\"\(Report.strike.dropLast())\"}"
    let outcome = try Program.run(["extract", "-"], input: Array(line.utf8))
    #expect(outcome.code == 0)
    #expect(outcome.lines.last?.contains(",2017-01-24,") == true)
  }

  @Test("Bytes that are no UTF-8 are replaced, and the words around them are read")
  func invalidUTF8() throws {
    let bytes = [0xFF, 0xC3, 0x28] + Array(" and other noise – très étrange.\n\n\(Report.strike)".utf8)
    let outcome = try Program.run(["extract", "-", "--format", "jsonl"], input: bytes)
    #expect(outcome.code == 0)
    #expect(outcome.lines.count == 1)
    #expect(outcome.output.contains("Su-24M"))
    #expect(outcome.errors.hasPrefix("sortie: warning: -: "))
  }

  @Test("NUL bytes do no harm")
  func nulBytes() throws {
    let outcome = try Program.run(["extract", "-"], input: [0x41, 0x00, 0x0A, 0x0A] + Array(Report.strike.utf8))
    #expect(outcome.code == 0)
    #expect(outcome.rowCount == 1)
  }

  @Test("A line of 50 MB is read, and the line after it")
  func longLine() throws {
    let filler = [UInt8](repeating: 0x61, count: 50_000_000)
    let input =
      Array("{\"html\":\"".utf8) + filler + Array("\",\"text\":\"none\"}\n\(Report.line(Report.strike, id: "2"))".utf8)
    let outcome = try Program.run(["extract", "-"], input: input)
    #expect(outcome.code == 0)
    #expect(outcome.rowCount == 1)
  }

  @Test("A text of megabytes without a line end is read")
  func longText() throws {
    let input = Array(Report.strike.utf8.dropLast()) + [0x20] + [UInt8](repeating: 0x61, count: 3_000_000)
    let outcome = try Program.run(["extract", "-"], input: input)
    #expect(outcome.code == 0)
    #expect(outcome.rowCount == 1)
  }
}
