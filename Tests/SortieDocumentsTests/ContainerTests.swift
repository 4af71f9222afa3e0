import SortieDocuments
import Testing

@Suite("Archives and compressed inputs")
struct ContainerTests {
  @Test(
    "What is in a container is read as if it stood alone, and named by its path",
    arguments: [
      ("raid.txt.gz", "raid.txt.gz"), ("raid.txt.bz2", "raid.txt.bz2"), ("raid.txt.xz", "raid.txt.xz"),
      ("raid.txt.zst", "raid.txt.zst"), ("raid.txt.lz4", "raid.txt.lz4"),
      ("raid.zip", "raid.zip/bulletins/raid.txt"),
      ("raid.tar.gz", "raid.tar.gz/bulletins/raid.txt"), ("raid.warc.gz", "raid.warc.gz/https://example.org/raid"),
    ])
  func samples(name: String, id: String) throws {
    for chunk in [nil, 1, 1000] {
      let reading = try Reading(sample: name, chunk: chunk)
      #expect(reading.problems.isEmpty)
      #expect(reading.documents.map(\.id) == [id])
      #expect(reading.texts.first?.hasPrefix("\(Samples.first)\n\n\(Samples.second)") == true)
    }
  }

  @Test("The kind is told by the bytes: no name is needed, and a wrong one is noted")
  func withoutName() throws {
    #expect(try Reading(try Samples.bytes(of: "raid.zip"), named: "-").documents.map(\.id) == ["-/bulletins/raid.txt"])
    let reading = try Reading(try Samples.bytes(of: "raid.txt.gz"), named: "raid.csv")
    #expect(reading.texts.count == 1)
    #expect(reading.notes.first == "raid.csv: read as compressed data, not as a table: its first bytes say so")
  }

  @Test("Files of other kinds in an archive are counted, not lost silently")
  func otherKinds() throws {
    #expect(
      try Reading(sample: "raid.zip").notes == ["raid.zip: 1 file of other kinds passed over (.jpg 1)"])
  }

  @Test(
    "Members are chosen by patterns of their paths",
    arguments: [
      (["*.txt"], [], 1), (["*.md"], [], 0), (["bulletins/*"], [], 1), (["bulletins/**"], [], 1), ([], ["*.txt"], 0),
      (["**"], ["bulletins/**"], 1),
    ] as [([String], [String], Int)])
  func filtered(include: [String], exclude: [String], count: Int) throws {
    let context = ReadingContext(members: MemberFilter(include: include, exclude: exclude))
    #expect(try Reading(sample: "raid.zip", context: context).documents.count == count)
  }

  @Test(
    "Patterns match as they do in shells",
    arguments: [
      ("*.txt", "a/b.txt", true), ("a/*.txt", "a/b.txt", true), ("a/*.txt", "a/b/c.txt", false),
      ("a/**.txt", "a/b/c.txt", true), ("**/c.txt", "a/b/c.txt", true), ("**/c.txt", "c.txt", true),
      ("a?c", "abc", true), ("a?c", "ac", false), ("a/?", "a//", false), ("*", "", true), ("**", "x/y", true),
      ("a*b*c/d", "axbxc/d", true), ("a*b*c/d", "axbx/d", false), ("2016/**/x*", "2016/a/b/xyz", true),
      ("é*", "été", true),
    ])
  func patterns(pattern: String, path: String, matches: Bool) {
    #expect(MemberFilter(include: [pattern]).passes(path) == matches)
  }

  @Test("A pattern made to go back and forth does not")
  func adversarialPattern() {
    let pattern = String(repeating: "*a", count: 40) + "b"
    #expect(!MemberFilter(include: [pattern]).passes(String(repeating: "a", count: 5_000)))
  }

  @Test(
    "A container that breaks off is named, whatever was read before",
    arguments: ["raid.txt.gz", "raid.zip", "raid.tar.gz", "raid.txt.xz"])
  func truncated(name: String) throws {
    let bytes = try Samples.bytes(of: name)
    for length in stride(from: 6, to: bytes.count - 40, by: 7) {
      let reading = try Reading(Array(bytes[..<length]), named: name)
      #expect(reading.problems.count >= 1, "\(length) bytes")
      #expect(reading.problems.allSatisfy { $0.hasPrefix(name) })
      // The members of a ZIP file may be whole where only its directory is missing.
      if name != "raid.zip" { #expect(reading.texts.isEmpty) }
    }
  }

  @Test("What grows beyond all measure is not read further, and its name is told")
  func bomb() throws {
    let bomb = try Samples.bytes(of: "bomb.zip")
    #expect(bomb.count < 40_000)
    let limits = InputLimits(expandedBytes: 1 << 20)
    let reading = try Reading(bomb, named: "bomb.zip", context: ReadingContext(limits: limits))
    #expect(reading.documents.isEmpty)
    #expect(
      reading.problems == [
        "bomb.zip/zeros.zip/zeros.txt:1:1: error: the compressed data grow to more than 200 times their size; "
          + "the rest of the file is not read"
      ])
  }

  @Test("Archives in archives are opened up to a limit")
  func depth() throws {
    let context = ReadingContext(limits: InputLimits(depth: 1))
    let reading = try Reading(sample: "raid.tar.gz", context: context)
    #expect(reading.problems == ["raid.tar.gz/bulletins/raid.txt:1:1: error: archives are nested deeper than 1"])
  }
}
