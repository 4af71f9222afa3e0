import Testing

@testable import sortie

@Suite("sortie score, of texts that are read on the way")
struct ScoreInputTests {
  private let folder = try? TemporaryFolder()
  private let gold = #"{"operator": "RU", "aircraft": "Su-24M", "count": {"min": 2, "max": 2}}"#

  private func prepared() throws -> TemporaryFolder {
    let folder = try #require(self.folder)
    try folder.write(
      #"{"doc": "hit", "records": [{"participants": [\#(gold)], "places": ["Palmyra"]}]}"#, to: "gold/hit.json")
    try folder.write(#"{"doc": "bread", "records": []}"#, to: "gold/bread.json")
    try folder.write(
      Report.line(Report.strike, id: "hit") + Report.line(Report.nothing, id: "bread")
        + Report.line(Report.strike, id: "uncoded"), to: "texts.jsonl")
    return folder
  }

  @Test("gives the figures that the extracted records give")
  func sameFigures() throws {
    let folder = try prepared()
    let extracted = try Program.run(["extract", "texts.jsonl", "-o", "records.jsonl"], in: folder.url)
    #expect(extracted.code == 0)
    let records = try Program.run(["score", "--gold", "gold", "--pred", "records.jsonl"], in: folder.url)
    let texts = try Program.run(["score", "--gold", "gold", "texts.jsonl"], in: folder.url)
    #expect(texts.code == 0)
    #expect(texts.output == records.output)
    #expect(texts[line: 0] == "2 texts, 1 gold records, 1 predicted")
    #expect(texts.errors == "")
  }

  @Test("scores gold of the texts that were read, and says that there is more")
  func part() throws {
    let folder = try prepared()
    try folder.write(Report.line(Report.strike, id: "hit"), to: "one.jsonl")
    let outcome = try Program.run(["score", "--gold", "gold", "one.jsonl"], in: folder.url)
    #expect(outcome.code == 0)
    #expect(outcome[line: 0] == "1 texts, 1 gold records, 1 predicted")
    #expect(outcome.errors == "sortie: 1 texts of gold, such as bread, are not among the inputs and not scored\n")
  }

  @Test("shows the sentence behind what was invented, and groups, and takes ids")
  func options() throws {
    let folder = try prepared()
    try folder.write(#"{"doc": "hit", "records": []}"#, to: "gold/hit.json")
    try folder.write("hit", to: "ids.txt")
    try folder.write(#"{"id": "hit", "style": "wire"}"#, to: "styles.jsonl")
    let outcome = try Program.run(
      ["score", "--gold", "gold", "texts.jsonl", "--ids", "ids.txt", "--by", "styles.jsonl:style", "--worst", "1"],
      in: folder.url)
    #expect(outcome.output.contains("1 texts, 0 gold records, 1 predicted"))
    #expect(outcome.lines.contains { $0.hasPrefix("  wire ") })
    #expect(outcome.output.contains("“On 17 November 2016, two Russian Su-24M bombers struck"))
  }

  @Test("ends with 65 where no text has gold, and with 2 where an input is not there")
  func lost() throws {
    let folder = try prepared()
    try folder.write(Report.strike, to: "other.txt")
    let none = try Program.run(["score", "--gold", "gold", "other.txt"], in: folder.url)
    #expect(none.code == 65)
    #expect(none.errors == "sortie: error: None of the texts has gold in gold: the ids of both have to agree.\n")
    let partial = try Program.run(["score", "--gold", "gold", "texts.jsonl", "lost.txt"], in: folder.url)
    #expect(partial.code == 2)
    #expect(partial.output.hasPrefix("2 texts, "))
    #expect(partial.errors.contains("lost.txt: no such file or folder"))
  }

  @Test("scores gold that lies beside the texts of fixtures")
  func fixtures() throws {
    let folder = try prepared()
    for name in ["coded", "uncoded"] { try folder.write(Report.strike, to: "f/style/\(name)/report.txt") }
    try folder.write(
      #"{"doc": "style/coded", "records": [{"participants": [\#(gold)], "places": ["Raqqa"]}]}"#,
      to: "f/style/coded/gold.json")
    let outcome = try Program.run(["score", "--fixtures", "f", "--worst", "1"], in: folder.url)
    #expect(outcome.code == 0)
    #expect(outcome[line: 0] == "1 texts, 1 gold records, 1 predicted")
    #expect(outcome.lines.contains { $0.hasPrefix("  missed    place          Raqqa") })

    try folder.write(#"{"doc": "elsewhere", "records": []}"#, to: "f/style/coded/gold.json")
    let strange = try Program.run(["score", "--fixtures", "f"], in: folder.url)
    #expect(strange.errors.contains("f/style/coded/gold.json is of the text elsewhere, not style/coded."))
  }

  @Test(
    "takes one kind of records, with its gold",
    arguments: [
      (["--gold", "g"], "Give either texts to read"), (["--gold", "g", "--pred", "p", "t.txt"], "Give either texts"),
      (["t.txt"], "--gold names the folder"), (["--gold", "g", "--fixtures", "f"], "--fixtures have their gold"),
    ])
  func oneWay(arguments: [String], message: String) throws {
    let outcome = try Program.run(["score"] + arguments)
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains(message))
  }
}
