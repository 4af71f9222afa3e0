import Foundation
import Testing

@Suite("sortie plot")
struct PlotTests {
  /// A folder with the records of two strikes.
  private func records() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Report.strike, to: "in.txt")
    #expect(try Program.run(["extract", "in.txt", "-o", "records.jsonl"], in: folder.url).code == 0)
    return folder
  }

  @Test("Every chart is drawn into the file, whole", arguments: ["timeline", "places", "aircraft", "operators", "map"])
  func charts(chart: String) throws {
    let folder = try records()
    let outcome = try Program.run(
      ["plot", "records.jsonl", "--chart", chart, "--count", "actions", "-o", "chart.svg"], in: folder.url)
    #expect(outcome.code == 0)
    #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
    let svg = try folder.text(of: "chart.svg")
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    #expect(svg.hasSuffix("</svg>\n"))
    #expect(svg.contains("Source: records.jsonl"))
  }

  @Test(
    "The wide table gives the same drawing as JSON Lines, also as a spreadsheet has it",
    arguments: [[], ["--excel", "--delimiter", "semicolon"]])
  func fromTable(options: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write(Report.strike, to: "in.txt")
    let outputs = ["-o", "records.jsonl", "-o", "records.csv", "-o", "records.tsv"]
    #expect(try Program.run(["extract", "in.txt"] + outputs + options, in: folder.url).code == 0)
    for chart in ["timeline", "places", "aircraft", "operators", "map"] {
      let drawings = try ["records.jsonl", "records.csv", "records.tsv"].map { file in
        let outcome = try Program.run(["plot", file, "--chart", chart, "--count", "actions"], in: folder.url)
        #expect(outcome.code == 0, "\(outcome.errors)")
        return outcome.output.split(separator: "Source: \(file)", omittingEmptySubsequences: false)
      }
      #expect(drawings[0].count == 2)
      #expect(drawings[1] == drawings[0] && drawings[2] == drawings[0])
    }
  }

  @Test("Figures of a table are its net columns, whatever else the cells say")
  func netColumns() throws {
    let folder = try TemporaryFolder()
    let table = """
      sortie_id,status,scope,part_of,operators,n_operators,date_start,date_end,sorties_net,strikes_min,strikes_net,aircraft,place
      a,reported,summary,,us-led-coalition; US,1,2017-01-24,2017-01-24,,24,4,2 × F-16; aircraft,Marea; Raqqa
      b,reported,event,a,RU; SY,2,2017-01-24,2017-01-24,,20,20,,Raqqa
      c,denied,event,,RU,1,2017-01-24,2017-01-24,,9,9,,Raqqa
      d,reported,cumulative,,RU,1,2017-01-24,2017-01-24,,900,,,
      e,reported,event,d,RU,1,2017-01-24,2017-01-24,,7,7,,
      """
    try folder.write(table, to: "t.csv")
    let outcome = try Program.run(["plot", "t.csv", "--count", "strikes"], in: folder.url)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("24 January 2017, US-led coalition: 4"))
    #expect(outcome.output.contains("24 January 2017, Russia + Syria: 20"))
    #expect(outcome.output.contains("of 5 records 1 denied, 2 running totals"))
    let other = try Program.run(["plot", "-"], input: Array("sortie_id,status\na,reported\n".utf8))
    #expect(other.code == 65)
    #expect(
      other.errors.contains(
        "-:1:1: error: neither JSON Lines nor the wide table: there is no column scope, operators, sorties_net, strikes_net"
      ))
  }

  @Test("Without a chart and a file: the timeline on the standard output, operators by their names")
  func standard() throws {
    let folder = try records()
    let input = try Data(contentsOf: folder.url.appendingPathComponent("records.jsonl"))
    let outcome = try Program.run(["plot", "-"], input: Array(input))
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("Actions told per day, by operator"))
    #expect(outcome.output.contains("17 November 2016, Russia: 1"))
  }

  @Test(
    "What cannot be drawn is an error that says why, and leaves no file",
    arguments: [
      (["--chart", "pie"], 64, "sortie: error: There is no chart 'pie'; charts are timeline, places, aircraft"),
      (["--count", "bombs"], 64, "sortie: error: There is no count 'bombs'; counts are actions, sorties, strikes."),
      (
        ["--count", "strikes"], 65,
        "sortie: error: none of 1 record tells strikes on a day, in a month or in a year to draw; try --count actions or sorties"
      ),
    ])
  func errors(arguments: [String], code: Int32, message: String) throws {
    let folder = try records()
    let outcome = try Program.run(["plot", "records.jsonl", "-o", "chart.svg"] + arguments, in: folder.url)
    #expect(outcome.code == code)
    #expect(outcome.errors.hasPrefix(message))
    #expect(try folder.names == ["in.txt", "records.jsonl"])
  }

  @Test(
    "Records that cannot be read are named with file and line",
    arguments: [
      ("", "bad.jsonl:1:1: error: the input is empty\n"), ("\n\n{\"schema\":1}\n", "bad.jsonl:3:"),
      ("date,place\n", "bad.jsonl:1:1: error: "),
    ])
  func badRecords(text: String, message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "bad.jsonl")
    let outcome = try Program.run(["plot", "bad.jsonl", "-o", "chart.svg"], in: folder.url)
    #expect(outcome.code == 65)
    #expect(outcome.errors.hasPrefix(message))
    #expect(try folder.names == ["bad.jsonl"])
  }

  @Test("The report is a format like the others, and names operators")
  func report() throws {
    let folder = try TemporaryFolder()
    try folder.write(Report.strike, to: "in.txt")
    let outcome = try Program.run(["extract", "in.txt", "-o", "a.html", "-o", "b.htm"], in: folder.url)
    #expect(outcome.code == 0)
    let page = try folder.text(of: "a.html")
    #expect(try folder.text(of: "b.htm") == page)
    #expect(page.hasPrefix("<!DOCTYPE html>\n"))
    #expect(page.contains("Russia, 2 × Su-24M"))
  }
}
