import Foundation
import Testing

@Suite("Outputs")
struct OutputTests {
  @Test("Each file is written in the format of its ending, and the terminal gets none of it")
  func severalFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write(Report.strike, to: "in.txt")
    let outcome = try Program.run(
      ["extract", "in.txt", "-o", "a.csv", "-o", "b.JSONL", "-o", "c.geojson", "--output", "d.tsv"], in: folder.url)
    #expect(outcome.code == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("written to a.csv, b.JSONL, c.geojson, d.tsv"))
    #expect(try folder.names == ["a.csv", "b.JSONL", "c.geojson", "d.tsv", "in.txt"])
    #expect(try folder.text(of: "a.csv").hasPrefix("sortie_id,part_of,"))
    #expect(try folder.text(of: "b.JSONL").hasPrefix("{\"schema\":"))
    #expect(try folder.text(of: "c.geojson").hasPrefix("{\"type\":\"FeatureCollection\""))
    #expect(try folder.text(of: "d.tsv").hasPrefix("sortie_id\tpart_of\t"))
  }

  @Test("--format decides where the ending tells nothing")
  func formatForFile() throws {
    let folder = try TemporaryFolder()
    try folder.write(Report.strike, to: "in.txt")
    #expect(try Program.run(["extract", "in.txt", "-o", "out", "--format", "csv"], in: folder.url).code == 0)
    #expect(try folder.text(of: "out").hasPrefix("sortie_id,"))
    let untold = try Program.run(["extract", "in.txt", "-o", "out2"], in: folder.url)
    #expect(untold.code == 64)
    #expect(untold.errors.hasPrefix("sortie: error: The ending of 'out2' names no format"))
  }

  @Test(
    "An output that cannot be written is named, and no half file is left",
    arguments: ["no/such/o.csv", "folder.csv", "no/such/o.xlsx", "no/such/o.sqlite"])
  func unwritable(output: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(Report.strike, to: "in.txt")
    try folder.write("x", to: "folder.csv/inside")
    let before = try folder.names
    let outcome = try Program.run(["extract", "in.txt", "-o", "first.csv", "-o", output], in: folder.url)
    #expect(outcome.code == 73)
    #expect(outcome.errors.hasPrefix("sortie: error: \(output): cannot write: "))
    #expect(try folder.names == before)
  }

  @Test("Where nothing could be read, an older output stays as it was")
  func keepsOlderOutput() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "in.txt")
    try folder.write("older", to: "o.csv")
    #expect(try Program.run(["extract", "in.txt", "-o", "o.csv"], in: folder.url).code == 65)
    #expect(try folder.names == ["in.txt", "o.csv"])
    #expect(try folder.text(of: "o.csv") == "older")
  }

  @Test("An output takes the place of an older one and keeps its access rights")
  func replaces() throws {
    let folder = try TemporaryFolder()
    try folder.write(Report.strike, to: "in.txt")
    let file = try folder.write("older", to: "o.csv")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
    #expect(try Program.run(["extract", "in.txt", "-o", "o.csv"], in: folder.url).code == 0)
    #expect(try folder.text(of: "o.csv").contains("Su-24M"))
    let rights = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    #expect(rights == 0o640)
  }

  @Test("An input is never overwritten")
  func inputAsOutput() throws {
    let folder = try TemporaryFolder()
    try folder.write(Report.strike, to: "in.txt")
    let outcome = try Program.run(["extract", "in.txt", "-o", "./in.txt", "--format", "csv"], in: folder.url)
    #expect(outcome.code == 64)
    #expect(try folder.text(of: "in.txt") == Report.strike)
  }

  @Test("Devices are written straight into")
  func device() throws {
    let outcome = try Program.run(
      ["extract", "-", "-o", "/dev/null", "--format", "csv"], input: Array(Report.strike.utf8))
    #expect(outcome.code == 0)
  }
}
