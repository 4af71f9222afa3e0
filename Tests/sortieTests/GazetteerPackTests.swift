import Foundation
import Testing

@Suite("Packs laid over the gazetteer")
struct GazetteerPackTests {
  /// A line of a GeoNames dump: 19 columns.
  private static func geoNames(_ id: String, _ name: String, code: String = "PPL") -> String {
    [
      id, name, name, "", "36.2000", "37.1000", code == "ADM1" ? "A" : "P", code, "SY", "", "09", "", "", "", "120", "",
      "", "Asia/Damascus", "2020-01-01",
    ].joined(separator: "\t") + "\n"
  }

  private static let table = "Village,Lat,Lon\nTell Quux,36.2,37.1\n"
  private static let mapping = [
    "--column", "name=Village", "--column", "latitude=Lat", "--column", "longitude=Lon", "--set", "country=SY",
  ]

  @Test("A dump of GeoNames becomes a pack whose places are found")
  func geoNames() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.geoNames("99", "Tell Quux"), to: "SY.txt")
    let outcome = try Program.run(["gazetteer", "import", "geonames", "SY.txt", "-o", "packs/syria"], in: folder.url)
    #expect(outcome.code == 0)
    #expect(outcome.errors == "sortie: packs/syria/pack.bin: 1 places\n")
    let found = try Program.run(["gazetteer", "search", "Tell Quux", "--gazetteer", "packs/syria"], in: folder.url)
    #expect(found.output.hasPrefix("places\tgn-99\tTell Quux\t"))
  }

  @Test("A line that GeoNames would not write is named")
  func brokenDump() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.geoNames("99", "Tell Quux") + "100\tTell\n", to: "SY.txt")
    let outcome = try Program.run(["gazetteer", "import", "geonames", "SY.txt", "-o", "syria"], in: folder.url)
    #expect(outcome.code == 65)
    #expect(outcome.errors.hasPrefix("SY.txt:2:1: error: "))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("syria").path))
  }

  @Test("A table of one's own becomes a pack by a mapping of columns")
  func table() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.table, to: "own.csv")
    let outcome = try Program.run(
      ["gazetteer", "import", "csv", "own.csv", "-o", "own"] + Self.mapping, in: folder.url)
    #expect(outcome.code == 0)
    let found = try Program.run(["gazetteer", "search", "tell quux", "--gazetteer", "own"], in: folder.url)
    #expect(found.output.contains("Tell Quux"))
    #expect(found.output.contains("36.2 37.1"))
    let unmapped = try Program.run(["gazetteer", "import", "csv", "own.csv", "-o", "other"], in: folder.url)
    #expect(unmapped.code == 65)
    #expect(unmapped.errors.contains("own.csv:1:1: error: column 'name' is missing"))
  }

  @Test("Packs add to the gazetteer of the program, later ones over earlier ones")
  func layers() throws {
    let folder = try TemporaryFolder()
    try folder.write("id,name,latitude,longitude,country\np-1,Tell Quux,36.2,37.1,SY\n", to: "one.csv")
    try folder.write("id,name,latitude,longitude,country\np-1,Tell Corge,35.5,37.5,SY\n", to: "two.csv")
    for name in ["one", "two"] {
      #expect(try Program.run(["gazetteer", "import", "csv", "\(name).csv", "-o", name], in: folder.url).code == 0)
    }
    let both = ["--gazetteer", "one", "--gazetteer", "two/pack.bin"]
    let list = try Program.run(["gazetteer", "list", "places"] + both, in: folder.url)
    #expect(list.lines.filter { $0.hasPrefix("places\tp-1\t") } == ["places\tp-1\tTell Corge\t"])
    #expect(list.lines.contains { $0.hasPrefix("places\tsy-kafr-zita\t") })
    #expect(!(try Program.run(["gazetteer", "search", "Tell Quux"] + both, in: folder.url).output.contains("p-1")))
  }

  @Test("Records are placed by a pack and name it")
  func extraction() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.table, to: "own.csv")
    try folder.write("On 3 May 2017 Su-34 jets struck an ammunition depot in Tell Quux.\n", to: "report.txt")
    #expect(
      try Program.run(["gazetteer", "import", "csv", "own.csv", "-o", "own"] + Self.mapping, in: folder.url).code == 0)
    let plain = try Program.run(["extract", "report.txt", "--format", "jsonl", "--quiet"], in: folder.url).output
    let placed = try Program.run(
      ["extract", "report.txt", "--format", "jsonl", "--quiet", "--gazetteer", "own"], in: folder.url
    ).output
    #expect(!plain.contains("37.1"))
    #expect(placed.contains("37.1"))
    func digest(_ text: String) -> Substring? { text.firstMatch(of: /"gazetteer": ?"([0-9a-f]{16})"/)?.1 }
    #expect(try #require(digest(plain)) != #require(digest(placed)))
  }

  @Test("What is no pack is refused with its name")
  func noPack() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.table, to: "own.csv")
    let outcome = try Program.run(["gazetteer", "stats", "--gazetteer", "own.csv"], in: folder.url)
    #expect(outcome.code == 65)
    #expect(outcome.errors.hasPrefix("sortie: error: own.csv: no pack: "))
  }

  @Test("A row is added at its place, and one whose id is taken is refused")
  func add() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "id,name,aliases,category,guided,origin,source\na,A,,bomb,,,s\nc,C,,bomb,,,s\n", to: "g/munitions.csv")
    let row = ["gazetteer", "add", "munitions", "id=b", "name=B", "category=bomb", "source=s", "--gazetteer", "g"]
    #expect(try Program.run(row, in: folder.url).code == 0)
    let url = folder.url.appendingPathComponent("g/munitions.csv")
    let text = try String(contentsOf: url, encoding: .utf8)
    #expect(text.split(separator: "\n").map { $0.prefix(1) } == ["i", "a", "b", "c"])
    let again = try Program.run(row, in: folder.url)
    #expect(again.code == 65)
    #expect(again.errors.contains("id 'b' is taken"))
    #expect(try String(contentsOf: url, encoding: .utf8) == text)
    #expect(try Program.run(["gazetteer", "add", "munitions", "name=B"], in: folder.url).code == 64)
  }
}
