import ArgumentParser
import Testing

@testable import sortie

@Suite("Usage")
struct UsageTests {
  @Test(
    "What is not understood is said so, and ends with 64",
    arguments: [
      (["extract"], "Missing expected argument '<input> ...'"),
      (["extract", "-", "--published", "31.2.2017"], "--published takes a day of the calendar as YYYY-MM-DD"),
      (["extract", "-", "--published", "2017-02-31"], "--published takes a day of the calendar as YYYY-MM-DD"),
      (["extract", "-", "--format", "xml"], "There is no format 'xml'; formats are csv, tsv, jsonl"),
      (["extract", "-", "-o", "a.csv", "-o", "a.csv"], "An output is given twice"),
      (["extract", "-", "--format", "xlsx"], "xlsx is no stream of bytes; give a file with -o"),
      (["extract", "-", "--format", "datapackage"], "datapackage is no stream of bytes; give a folder with -o"),
      (["extract", "-", "--layout", "ships"], "There is no table 'ships'; tables are wide, records"),
      (["extract", "-", "-o", "a.geojson", "--layout", "places"], "--layout is for csv and tsv"),
      (["extract", "-", "--format", "jsonl", "--excel"], "--excel is for csv and tsv"),
      (["extract", "-", "-o", "a.tsv", "--delimiter", "semicolon"], "--delimiter is for csv"),
      (["extract", "-", "--upsert", "a.xlsx"], "--upsert knows csv, tsv, jsonl and sqlite"),
      (["extract", "-", "--upsert", "a.csv", "--layout", "places"], "--upsert brings the table wide up to date"),
      (["extract", "-", "--upsert", "a.csv", "-o", "a.csv"], "An output is given twice"),
      (["schema", "--layout", "places"], "--layout needs --columns"),
      (["extract", "-", "--colour"], "Unknown option '--colour'"),
      (["fly"], "Unexpected argument 'fly'"),
      (["schema", "--columns", "--codebook"], "exclude each other"),
      (["patterns", "show", "no.such"], "There is no pattern 'no.such'"),
      (["patterns", "list", "--stage", "none"], "There is no stage 'none'"),
      (["gazetteer", "list", "ships"], "'ships' is invalid"),
    ])
  func misuse(arguments: [String], message: String) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("sortie: error: "))
    #expect(outcome.errors.contains(message))
  }

  @Test("Every command has a help with examples")
  func helps() throws {
    var seen = 0
    func check(_ command: any ParsableCommand.Type, path: [String]) throws {
      for next in command.configuration.subcommands {
        let name = next._commandName
        let outcome = try Program.run(path + [name, "--help"])
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("EXAMPLES:"), "\(path + [name])")
        #expect(outcome.errors.isEmpty)
        seen += 1
        try check(next, path: path + [name])
      }
    }
    try check(SortieCommand.self, path: [])
    #expect(seen >= 15)
  }

  @Test("The help states the exit codes")
  func exitCodes() throws {
    let help = try Program.run(["--help"]).output
    for code in ["0", "1", "2", "64", "65", "73"] { #expect(help.contains("\n  \(code) ")) }
  }

  @Test("The version is printed")
  func version() throws {
    #expect(try Program.run(["--version"]).output.hasPrefix("0."))
  }
}
