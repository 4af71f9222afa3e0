import Foundation
import SortieExport
import Testing

@testable import sortie

@Suite("Tables that are files of their own")
struct TableOutputTests {
  @Test("One pass writes every format, each by its ending, and a folder")
  func everyFormat() throws {
    let folder = try TemporaryFolder()
    try folder.write(Report.strike, to: "in.txt")
    let names = OutputFormats.all.flatMap { $0.fileExtensions.map { "o.\($0)" } }
    #expect(names.contains("o.xlsx") && names.contains("o.sqlite") && names.contains("o.db"))
    let outcome = try Program.run(["extract", "in.txt"] + names.flatMap { ["-o", $0] }, in: folder.url)
    #expect(outcome.code == 0)
    #expect(try folder.names == (names + ["in.txt"]).sorted())
    for name in names { #expect(try !Data(contentsOf: folder.url.appendingPathComponent(name)).isEmpty, "\(name)") }
  }

  @Test("A data package is a folder; what else lies there stays, and a second run gives the same bytes")
  func package() throws {
    let folder = try TemporaryFolder()
    try folder.write(Report.strike, to: "in.txt")
    try folder.write("mine", to: "pkg/notes.txt")
    let arguments = ["extract", "in.txt", "--format", "datapackage", "-o", "pkg"]
    #expect(try Program.run(arguments, in: folder.url).code == 0)
    let pkg = folder.url.appendingPathComponent("pkg")
    let names = try TemporaryFolder.names(in: pkg)
    #expect(names == (Layout.all.map { "\($0.name).csv" } + ["datapackage.json", "notes.txt"]).sorted())
    let descriptor = try Data(contentsOf: pkg.appendingPathComponent("datapackage.json"))
    let object = try JSONSerialization.jsonObject(with: descriptor) as? [String: Any]
    let resources = try #require(object?["resources"] as? [[String: Any]])
    #expect(resources.map { $0["path"] as? String } == Layout.all.map { "\($0.name).csv" })
    let before = try names.map { try Data(contentsOf: pkg.appendingPathComponent($0)) }
    #expect(try Program.run(arguments, in: folder.url).code == 0)
    #expect(try names.map { try Data(contentsOf: pkg.appendingPathComponent($0)) } == before)
  }

  @Test("--layout chooses the table", arguments: Layout.all.map(\.name))
  func layout(name: String) throws {
    let outcome = try Program.run(["extract", "-", "--layout", name], input: Array(Report.strike.utf8))
    #expect(outcome.code == 0)
    let layout = try #require(Layout.named(name))
    #expect(outcome[line: 0] == layout.columns.map(\.name).joined(separator: ","))
  }

  @Test("--excel and --delimiter make a CSV that Excel opens by itself")
  func excel() throws {
    let folder = try TemporaryFolder()
    try folder.write(Report.strike, to: "in.txt")
    let arguments = [
      "extract", "in.txt", "--title", "2017-01-24", "--excel", "--delimiter", "semicolon", "-o", "o.csv",
    ]
    #expect(try Program.run(arguments, in: folder.url).code == 0)
    let bytes = try Data(contentsOf: folder.url.appendingPathComponent("o.csv"))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(String(decoding: bytes, as: UTF8.self).contains(";\"=\"\"2017-01-24\"\"\";"))
  }

  @Test("Of two texts with the same words, keyed tables hold the records once and say so")
  func sameWords() throws {
    let folder = try TemporaryFolder()
    try folder.write(Report.line(Report.strike, id: "a") + Report.line(Report.strike, id: "b"), to: "in.jsonl")
    let outcome = try Program.run(["extract", "in.jsonl", "--keep-duplicates", "-o", "o.sqlite"], in: folder.url)
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("1 records of texts with the words of an earlier text are written once"))
  }
}

@Suite("Files brought up to date")
struct UpsertTests {
  private let folder: TemporaryFolder
  private static let other = "On 18 November 2016, two Russian Su-34 bombers struck a depot near Hama.\n"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Report.line(Report.strike, id: "a") + Report.line(Self.other, id: "b"), to: "in.jsonl")
  }

  private func table(_ name: String, delimiter: UInt8 = 0x2C) throws -> (header: [String], rows: [[String]]) {
    try CSVRows.table(of: Array(folder.text(of: name).utf8), delimiter: delimiter, file: name)
  }

  @Test("A file that is not there is written; a second run changes nothing", arguments: ["csv", "tsv", "jsonl"])
  func twice(ending: String) throws {
    let arguments = ["extract", "in.jsonl", "--upsert", "o.\(ending)"]
    #expect(try Program.run(arguments, in: folder.url).code == 0)
    let first = try folder.text(of: "o.\(ending)")
    #expect(first.contains("Su-24M") && first.contains("Su-34"))
    let second = try Program.run(arguments, in: folder.url)
    #expect(second.code == 0)
    #expect(second.errors.contains("o.\(ending): 2 records replaced, 0 added, 0 of other texts left as they were"))
    #expect(try folder.text(of: "o.\(ending)") == first)
    #expect(try folder.names.allSatisfy { !$0.hasSuffix(".part") })
  }

  @Test("Records of other texts stay, new ones are added, those no longer given are marked and count no more")
  func merged() throws {
    #expect(try Program.run(["extract", "in.jsonl", "-o", "o.csv"], in: folder.url).code == 0)
    let third = "On 19 November 2016, four Russian Su-25 jets carried out 6 air strikes near Idlib.\n"
    try folder.write(Report.line(Report.nothing, id: "a") + Report.line(third, id: "c"), to: "new.jsonl")
    let outcome = try Program.run(["extract", "new.jsonl", "--upsert", "o.csv"], in: folder.url)
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("o.csv: 0 records replaced, 1 added, 1 of other texts left as they were"))
    #expect(outcome.errors.contains("o.csv: 1 record that its text no longer gives is marked no-longer-read"))
    let (header, rows) = try table("o.csv")
    func column(_ name: String) throws -> [String] {
      let index = try #require(header.firstIndex(of: name))
      return rows.map { $0[index] }
    }
    #expect(try column("document_id") == ["a", "b", "c"])
    #expect(try column("findings").map { $0.contains("no-longer-read") } == [true, false, false])
    #expect(try column("strikes_net")[0] == "")
    #expect(try column("aircraft") == ["2 × Su-24M", "2 × Su-34", "4 × Su-25"])
  }

  @Test("A text that has another name now is not there twice, one under two names is", arguments: ["csv", "jsonl"])
  func renamed(ending: String) throws {
    let file = "o.\(ending)"
    let text = Report.strike(3)
    try folder.write(Report.line(text, id: "earlier"), to: "old.jsonl")
    try folder.write(Report.line(text, id: "new"), to: "new.jsonl")
    try folder.write(Report.line(text, id: "new") + Report.line(text, id: "other"), to: "both.jsonl")
    func run(_ input: String) throws -> String {
      let outcome = try Program.run(["extract", input, "--upsert", file, "--keep-duplicates"], in: folder.url)
      #expect(outcome.code == 0)
      return outcome.errors
    }
    #expect(try Program.run(["extract", "old.jsonl", "-o", file], in: folder.url).code == 0)
    #expect(try run("new.jsonl").contains("\(file): 1 record replaced, 0 added, 0 of other texts left as they were"))
    #expect(try !folder.text(of: file).contains("earlier"))
    #expect(try run("both.jsonl").contains("\(file): 1 record replaced, 1 added, 0 of other texts left as they were"))
    #expect(try run("both.jsonl").contains("\(file): 2 records replaced, 0 added, 0 of other texts left as they were"))
  }

  @Test("Columns that somebody added, their order, the delimiter and the byte order mark are kept")
  func ownColumns() throws {
    let arguments = ["extract", "in.jsonl", "--excel", "--delimiter", "semicolon", "-o", "o.csv"]
    #expect(try Program.run(arguments, in: folder.url).code == 0)
    let lines = try folder.text(of: "o.csv").components(separatedBy: "\r\n").filter { !$0.isEmpty }
    let noted = zip(lines, [";\"note; mine\"", ";checked", ";=A1"]).map { $0 + $1 }.joined(separator: "\r\n") + "\r\n"
    try folder.write(noted, to: "o.csv")
    #expect(try Program.run(["extract", "in.jsonl", "--upsert", "o.csv"], in: folder.url).code == 0)
    #expect(try folder.text(of: "o.csv") == noted)
  }

  @Test("A record that is marked in JSON Lines is still of the form")
  func linesStayValid() throws {
    #expect(try Program.run(["extract", "in.jsonl", "-o", "o.jsonl"], in: folder.url).code == 0)
    try folder.write(Report.line(Report.nothing, id: "a"), to: "new.jsonl")
    #expect(try Program.run(["extract", "new.jsonl", "--upsert", "o.jsonl"], in: folder.url).code == 0)
    let lines = try folder.text(of: "o.jsonl").split(separator: "\n")
    #expect(lines.map { $0.contains("no-longer-read") } == [true, false])
    #expect(try Program.run(["validate", "o.jsonl"], in: folder.url).code == 0)
  }

  @Test(
    "A file that cannot be understood is named with the line, and stays as it is",
    arguments: [
      ("o.csv", "a,b\r\n1,2\r\n", "o.csv:1:1: error: has no columns sortie_id and document_id"),
      ("o.csv", "sortie_id,document_id\r\n1\r\n", "o.csv:2:1: error: 1 fields where the header has 2"),
      ("o.csv", "", "o.csv:1:1: error: the file has no header line"),
      ("o.jsonl", "\n{\"id\":1}\n", "o.jsonl:2:1: error: "),
    ])
  func broken(name: String, text: String, message: String) throws {
    try folder.write(text, to: name)
    let outcome = try Program.run(["extract", "in.jsonl", "--upsert", name], in: folder.url)
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains(message))
    #expect(try folder.text(of: name) == text)
    #expect(try folder.names == ["in.jsonl", name])
  }
}
