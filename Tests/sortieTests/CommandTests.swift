import Foundation
import SortieExport
import Testing

@Suite("Other commands")
struct CommandTests {
  @Test("schema prints JSON, the columns, or the rules of coding")
  func schema() throws {
    let schema = try Program.run(["schema"])
    #expect(schema.code == 0)
    let object = try JSONSerialization.jsonObject(with: Data(schema.output.utf8)) as? [String: Any]
    #expect(object?["$defs"] != nil)
    let columns = try Program.run(["schema", "--columns"])
    let named = columns.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(named.allSatisfy { $0.count == 6 })
    #expect(
      named.map { "\($0[0]).\($0[1])" }
        == Layout.all.flatMap { layout in layout.columns.map { "\(layout.name).\($0.name)" } })
    let places = try Program.run(["schema", "--columns", "--layout", "places"])
    #expect(places.lines == columns.lines.filter { $0.hasPrefix("places\t") })
    #expect(try Program.run(["schema", "--codebook"]).output.contains("record"))
  }

  @Test("What extract writes, validate takes")
  func validateOwn() throws {
    let records = try Program.run(["extract", "-", "--format", "jsonl"], input: Array(Report.strike.utf8)).output
    let outcome = try Program.run(["validate", "-"], input: Array(records.utf8))
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("sortie: 1 records, 0 errors"))
  }

  @Test("validate names what is wrong with its place, and ends with 1")
  func validateBroken() throws {
    let record = try Program.run(["extract", "-", "--format", "jsonl"], input: Array(Report.strike.utf8)).output
    let folder = try TemporaryFolder()
    let broken = record.replacingOccurrences(of: "\"kind\":\"strike\"", with: "\"kind\":\"raid\"")
    try folder.write(record + broken + "{\n", to: "r.jsonl")
    let outcome = try Program.run(["validate", "r.jsonl"], in: folder.url)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("error: /kind: 'raid' is not one of strike"))
    #expect(outcome.errors.contains("r.jsonl:3:2: error: the text ends inside a value"))
    #expect(try Program.run(["validate", "missing.jsonl"], in: folder.url).code == 65)
    #expect(try Program.run(["validate", "-"]).code == 65)
  }

  @Test("explain shows where sentences stand and what became of them")
  func explain() throws {
    let outcome = try Program.run(["explain", "-"], input: Array((Report.nothing + "\n" + Report.strike).utf8))
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("On 17 November 2016, two Russian Su-24M bombers"))
    #expect(outcome.output.contains("published unknown"))
    #expect(outcome.output.contains("2 × Su-24M"))
  }

  @Test(
    "explain says why a sentence gave nothing",
    arguments: [
      ("The jets may have attacked Homs.", "=> nothing: told as a plan or a possibility"),
      ("Two Su-24Ms buzzed a column of trucks.", "=> nothing: nearest is "),
      ("On 3 May 2017 the minister said that air strikes hit.", "left out: too little is told of it"),
    ])
  func explainNothing(text: String, reason: String) throws {
    let outcome = try Program.run(["explain", "-"], input: Array((text + "\n").utf8))
    #expect(outcome.output.contains(reason))
    #expect(outcome.output.contains("No record: no-action."))
  }

  @Test("explain picks a text by its id")
  func explainOne() throws {
    let lines = Report.line(Report.strike, id: "a") + Report.line(Report.nothing, id: "b")
    let outcome = try Program.run(["explain", "-", "--id", "b"], input: Array(lines.utf8))
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("b\n"))
    #expect(outcome.output.contains("No record: "))
    #expect(!outcome.output.contains("Su-24M"))
    let none = try Program.run(["explain", "-", "--id", "c"], input: Array(lines.utf8))
    #expect(none.code == 65)
    #expect(none.errors.contains("-: no text has the id 'c'"))
  }

  @Test("Control characters of a text do not reach the terminal through explain")
  func explainIsSafe() throws {
    let text = "Two Russian Su-24M \u{1B}[31mbombers struck a depot near Palmyra on 17 November 2016.\n"
    let outcome = try Program.run(["explain", "-"], input: Array(text.utf8))
    #expect(outcome.code == 0)
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test("patterns lists every pattern, and shows each that it lists")
  func patterns() throws {
    let list = try Program.run(["patterns", "list"])
    #expect(list.code == 0)
    #expect(list.lines.count >= 50)
    let fields = try #require(list.lines.first).split(separator: "\t")
    let show = try Program.run(["patterns", "show", String(fields[0])])
    #expect(show.code == 0)
    #expect(show.output.contains("regex\n"))
    let ofStage = try Program.run(["patterns", "list", "--stage", String(fields[1])])
    #expect(!ofStage.lines.isEmpty)
    #expect(ofStage.lines.count < list.lines.count)
  }

  @Test("A pattern read from its source shows its examples")
  func patternExamples() throws {
    let list = try Program.run(["patterns", "list", "--patterns", "Patterns"])
    let id = String(try #require(list.lines.first).prefix { $0 != "\t" })
    let show = try Program.run(["patterns", "show", id, "--patterns", "Patterns"])
    #expect(show.output.contains("\nmatch\n"))
    #expect(show.output.contains("\nreject\n"))
  }

  @Test("gazetteer finds names in any spelling", arguments: ["Su-24M", "su24m", "Su\u{2011}24Ms", "SU 24M"])
  func search(name: String) throws {
    let outcome = try Program.run(["gazetteer", "search", name])
    #expect(outcome.code == 0)
    #expect(outcome.lines.first?.hasPrefix("aircraft\t") == true)
    #expect(outcome.lines.first?.contains("\tSu-24M\t") == true)
  }

  @Test("gazetteer says when it knows no such name")
  func searchNothing() throws {
    let outcome = try Program.run(["gazetteer", "search", "Qwertzuiop"])
    #expect(outcome.code == 1)
    #expect(outcome.errors == "sortie: error: nothing in the gazetteer is called 'Qwertzuiop'\n")
  }

  @Test("gazetteer lists and counts")
  func listAndStats() throws {
    let aircraft = try Program.run(["gazetteer", "list", "aircraft"]).lines
    #expect(aircraft.count >= 100)
    #expect(aircraft.allSatisfy { $0.hasPrefix("aircraft\t") })
    let stats = try Program.run(["gazetteer", "stats"]).output
    #expect(stats.contains("aircraft      \(aircraft.count) entries"))
    #expect(stats.contains("places in SY"))
  }

  @Test("gazetteer resolves a column of names, row by row")
  func resolve() throws {
    let csv = "name,governorate\nDayr az Zawr,\nnowhere at all,\n"
    let outcome = try Program.run(["gazetteer", "resolve", "-"], input: Array(csv.utf8))
    #expect(outcome.code == 0)
    #expect(outcome.lines.first == "id,name,latitude,longitude,score,alternatives")
    #expect(outcome.rowCount == 2)
    #expect(outcome[line: 1].contains("Deir"))
    #expect(outcome[line: 2] == ",,,,,")
    #expect(outcome.errors == "sortie: 1 of 2 names resolved\n")
    #expect(try Program.run(["gazetteer", "resolve", "-"], input: Array("a\nb\n".utf8)).code == 65)
  }

  @Test("gazetteer shows the keys by which names are compared")
  func searchKeys() throws {
    let outcome = try Program.run(["gazetteer", "search", "Kafr Zaita", "--keys"])
    #expect(outcome.lines.prefix(2) == ["exact\tkafr zaita", "fold\tkafrzaita"])
    #expect(outcome.output.contains("sy-kafr-zita"))
  }

  @Test("Faults in tables are named with their places")
  func lint() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "id,name,aliases,category,guided,origin,source\nx,X,,bomb,,,s\nx,Y,,bomb,,,s\n", to: "g/munitions.csv")
    let outcome = try Program.run(["gazetteer", "lint", "--gazetteer", "g"], in: folder.url)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("g/munitions.csv:3:1: error: id 'x' is taken by line 2"))
    #expect(try Program.run(["gazetteer", "lint"]).code == 0)
  }
}

@Suite("sortie check")
struct CheckTests {
  @Test("Faults in patterns are named as they were typed, and end with 1")
  func faultyPatterns() throws {
    let folder = try TemporaryFolder()
    try folder.write("- id: a.b\n  colour: red\n", to: "my/en/a.yaml")
    let gazetteer = Program.root.appendingPathComponent("Gazetteer").path
    let outcome = try Program.run(["check", "--gazetteer", gazetteer, "--patterns", "my/"], in: folder.url)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("my/en/a.yaml:2:3: error: unknown key 'colour'"))
  }

  @Test("Elsewhere than in a source folder the command says so")
  func elsewhere() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(["check"], in: folder.url)
    #expect(outcome.code == 64)
    #expect(outcome.errors.hasPrefix("sortie: error: 'Gazetteer' is no folder; run in the source folder"))
  }

  @Test("--record writes what a later check finds in order, and what is changed by hand is found")
  func recordAndCheck() throws {
    let folder = try TemporaryFolder()
    try folder.write(Report.strike, to: "f/style/one/report.txt")
    try folder.write("{\"published\":\"2016-11-18\",\"source\":\"S\"}", to: "f/style/one/report.json")
    let options = [
      "--quick", "--gazetteer", Program.root.appendingPathComponent("Gazetteer").path, "--patterns",
      Program.root.appendingPathComponent("Patterns").path, "--fixtures", "f", "--compiled", "c.bin",
    ]
    let unrecorded = try Program.run(["check"] + options, in: folder.url)
    #expect(unrecorded.code == 1)
    #expect(unrecorded.errors.contains("f/style/one/expected.csv: error: 1 tables such as this are not recorded yet"))
    let recorded = try Program.run(["check", "--record"] + options, in: folder.url)
    #expect(recorded.errors.contains("expected tables 1 written"))
    let expected = try folder.text(of: "f/style/one/expected.csv")
    #expect(expected.contains(",style/one,,S,,2016-11-18,"))
    #expect(expected.contains("2 × Su-24M"))
    let again = try Program.run(["check"] + options, in: folder.url)
    #expect(again.errors.contains("expected tables no faults"))

    try folder.write(
      expected.replacingOccurrences(of: "2 × Su-24M", with: "3 × Su-24M"), to: "f/style/one/expected.csv")
    let changed = try Program.run(["check"] + options, in: folder.url)
    #expect(changed.code == 1)
    #expect(changed.errors.contains("aircraft: expected '3 × Su-24M', read '2 × Su-24M'"))
  }

  @Test("What has gold and no table gets none with --record, and is not missed; what has both is compared")
  func goldAlone() throws {
    let folder = try TemporaryFolder()
    for name in ["alone", "both"] {
      try folder.write(Report.strike, to: "f/\(name)/report.txt")
      try folder.write("{\"doc\":\"\(name)\",\"records\":[]}", to: "f/\(name)/gold.json")
    }
    try folder.write("stale\n", to: "f/both/expected.csv")
    let options = [
      "--quick", "--gazetteer", Program.root.appendingPathComponent("Gazetteer").path, "--patterns",
      Program.root.appendingPathComponent("Patterns").path, "--fixtures", "f", "--compiled", "c.bin",
    ]
    let recorded = try Program.run(["check", "--record"] + options, in: folder.url)
    #expect(recorded.errors.contains("expected tables 1 written"))
    #expect(try folder.text(of: "f/both/expected.csv").contains("2 × Su-24M"))
    let again = try Program.run(["check"] + options, in: folder.url)
    #expect(again.errors.contains("expected tables no faults"))
    #expect(try TemporaryFolder.names(in: folder.url.appendingPathComponent("f/alone")) == ["gold.json", "report.txt"])
  }
}
