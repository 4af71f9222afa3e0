import Foundation
import Testing

@Suite("sortie inspect")
struct InspectTests {
  @Test("A file is described: kind, title, day with its place, language, length, triggers")
  func described() throws {
    let folder = Program.root.appendingPathComponent("Tests/Inputs/kinds")
    let outcome = try Program.run(["inspect", "raid.eml", "raid.docx"], in: folder)
    #expect(outcome.code == 0)
    let expected = [
      "raid.eml: a mail", "  raid.eml", "title     Raid on a depot near Palmyra (field)",
      "published 2016-11-18 (field)",
      "source    Ministry of Defence (field)", "language  en", "bytes, 2 sentences", "triggers  ", "Su-24M",
      "raid.docx: a Word document", "published 2016-11-18 (properties)",
    ]
    for words in expected { #expect(outcome.output.contains(words), "\(words)") }
  }

  @Test("A wrong ending is seen, and a text that would not be read is said to be none")
  func wrongEnding() throws {
    let folder = try TemporaryFolder()
    try folder.write("{\\rtf1 The council met.}", to: "a.txt")
    let outcome = try Program.run(["inspect", "a.txt"], in: folder.url)
    #expect(outcome.output.contains("a.txt: an RTF document, by its bytes; its name says plain text"))
    #expect(outcome.output.contains("none: nothing would be read"))
  }

  @Test("Nothing usable ends with 65")
  func nothing() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "a.txt")
    let outcome = try Program.run(["inspect", "a.txt"], in: folder.url)
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("a.txt:1:1: error: the input is empty"))
  }
}
