import Foundation
import SortieExport
import Testing

@Suite("sortie extract")
struct ExtractTests {
  @Test("A plain file gives a row a record, named by its path")
  func plainFile() throws {
    let folder = try TemporaryFolder()
    try folder.write(Report.strike, to: "day/a.txt")
    let outcome = try Program.run(["extract", "day/a.txt"], in: folder.url)
    #expect(outcome.code == 0)
    #expect(outcome.rowCount == 1)
    #expect(outcome[line: 0] == Layout.wide.columns.map(\.name).joined(separator: ","))
    #expect(outcome[line: 1].contains(",day/a.txt,"))
    #expect(outcome[line: 1].contains("2 × Su-24M"))
    #expect(outcome.errors.hasPrefix("sortie: 1 record from 1 of 1 text"))
  }

  @Test("A text without an action gives the header alone, and the summary says why")
  func nothingReported() throws {
    let outcome = try Program.run(["extract", "-"], input: Array(Report.nothing.utf8))
    #expect(outcome.code == 0)
    #expect(outcome.rowCount == 0)
    #expect(outcome.errors.contains("without records: 1 no-"))
  }

  @Test("Folders are searched for texts in the order of their names; other files are left alone")
  func folders() throws {
    let folder = try TemporaryFolder()
    try folder.write(Report.strike, to: "in/b/2.txt")
    try folder.write(Report.strike, to: "in/a.md")
    try folder.write(Report.line(Report.strike, id: "lines"), to: "in/b/1.JSONL")
    try folder.write("no text", to: "in/picture.png")
    try folder.write(Report.strike, to: "in/.hidden.txt")
    let outcome = try Program.run(["extract", "in/", "--quiet", "--keep-duplicates"], in: folder.url)
    #expect(outcome.code == 0)
    #expect(outcome.errors.isEmpty)
    #expect(
      outcome.lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false)[2] }
        == ["in/a.md", "lines", "in/b/2.txt"])
  }

  @Test("Results stand in the order of the inputs, and every run gives the same bytes")
  func order() throws {
    let folder = try TemporaryFolder()
    try folder.write((0..<40).map { Report.line(Report.strike, id: "d\($0)") }.joined(), to: "many.jsonl")
    try folder.write(Report.strike, to: "z.txt")
    let arguments = ["extract", "z.txt", "many.jsonl", "--format", "jsonl", "--keep-duplicates"]
    let first = try Program.run(arguments, in: folder.url)
    #expect(first.lines.count == 41)
    #expect(first[line: 0].contains("\"z.txt\""))
    for (number, line) in first.lines.dropFirst().enumerated() { #expect(line.contains("\"d\(number)\"")) }
    #expect(try Program.run(arguments, in: folder.url).output == first.output)
  }

  @Test("What the command line says of a text stands in its record, unless the text says it itself")
  func metadata() throws {
    let line = #"{"id":"1","source":"own","text":"On Tuesday two Russian Su-24M bombers struck a depot near Palmyra."}"#
    let arguments = [
      "extract", "-", "--published", "2016-11-18", "--source", "given", "--title", "T", "--url",
      "https://example.org/x",
    ]
    let outcome = try Program.run(arguments, input: Array(line.utf8))
    #expect(outcome.code == 0)
    #expect(outcome.lines.count == 2)
    #expect(outcome.lines.last?.contains(",1,T,own,https://example.org/x,2016-11-18,2016-11-15,") == true)
  }

  @Test(
    "The standard input is JSON Lines where it begins with a brace",
    arguments: [Report.strike, Report.line(Report.strike, id: "j")])
  func standardInput(text: String) throws {
    let outcome = try Program.run(["extract", "-"], input: Array(text.utf8))
    #expect(outcome.code == 0)
    #expect(outcome.rowCount == 1)
  }

  @Test("Every format writes to the standard output", arguments: SortieFormats.all.map { $0.name })
  func formats(name: String) throws {
    let outcome = try Program.run(["extract", "-", "--format", name], input: Array(Report.strike.utf8))
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("Su-24M"))
  }

  @Test("Cells that a spreadsheet would run are defused, unless asked for raw", arguments: [false, true])
  func formulas(isRaw: Bool) throws {
    let arguments = ["extract", "-", "--title", "=1+1"] + (isRaw ? ["--raw"] : [])
    let outcome = try Program.run(arguments, input: Array(Report.strike.utf8))
    #expect(outcome.lines.last?.contains(",=1+1,") == isRaw)
  }

  @Test("A file given twice is read once, with a warning")
  func twice() throws {
    let folder = try TemporaryFolder()
    try folder.write(Report.strike, to: "a.txt")
    let outcome = try Program.run(["extract", "a.txt", "./a.txt", "."], in: folder.url)
    #expect(outcome.code == 0)
    #expect(outcome.rowCount == 1)
    #expect(outcome.errors.contains("sortie: warning: ./a.txt: given more than once; read once"))
  }

  @Test("A text that comes again is coded once, unless asked otherwise", arguments: [(false, 1), (true, 3)])
  func duplicates(isKept: Bool, count: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write(Report.strike, to: "a.txt")
    try folder.write(Report.strike.replacingOccurrences(of: " ", with: "\n ").uppercased() + "\n", to: "b.txt")
    try folder.write(Report.strike, to: "c.txt")
    let outcome = try Program.run(["extract", "."] + (isKept ? ["--keep-duplicates"] : []), in: folder.url)
    #expect(outcome.code == 0)
    if isKept { #expect(outcome.rowCount >= 2) } else { #expect(outcome.rowCount == count) }
    #expect(outcome.errors.contains("2 duplicate") != isKept)
  }

  @Test("A text in another language gives no record, and the summary says which language")
  func otherLanguage() throws {
    let text = "Два бомбардировщика Су-24М нанесли удар по складу боеприпасов в районе города Пальмира.\n"
    let outcome = try Program.run(["extract", "-"], input: Array(text.utf8))
    #expect(outcome.code == 0)
    #expect(outcome.rowCount == 0)
    #expect(outcome.errors.contains("without records: 1 other-language (ru 1)"))
    let explained = try Program.run(["explain", "-"], input: Array(text.utf8))
    #expect(explained.output.contains("No record: other-language (language: ru)."))
  }

  @Test("A folder of every kind of input is read in one go, each file once")
  func everyKind() throws {
    let folder = Program.root.appendingPathComponent("Tests/Inputs/kinds").path
    let outcome = try Program.run([
      "extract", folder, "--keep-duplicates", "--exclude", "*.pdf", "--exclude", "bomb.zip",
    ])
    #expect(outcome.code == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { !$0.hasSuffix(".pdf") && $0 != "bomb.zip" }
    #expect(files.count > 20)
    #expect(outcome.output.components(separatedBy: "2 × Su-24M").count >= files.count + 1)
  }
}
