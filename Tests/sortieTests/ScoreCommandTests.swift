import Foundation
import Testing

@testable import sortie

@Suite("sortie score")
struct ScoreCommandTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("score-\(UUID().uuidString)")
    try write(
      "gold/one.json", #"{"doc": "one", "records": [{"participants": [{"operator": "RU"}], "places": ["Idlib"]}]}"#)
    try write("gold/two.json", #"{"doc": "two", "records": []}"#)
    try write("gold/notes.txt", "no gold")
    try write(
      "predicted.jsonl",
      #"""
      {"id": "1", "document": {"id": "one"}, "participants": [{"operator": "RU"}], "places": [{"name": "Idlib city"}]}
      {"id": "2", "document": {"id": "two"}, "places": [{"name": "Gaza"}], "evidence": [{"slot": "/places/0", "start": 35, "end": 39, "pattern": "p"}]}
      """#)
    try write(
      "texts.jsonl",
      #"""
      {"id": "one", "style": "wire", "text": "Russian jets hit Idlib."}
      {"id": "two", "style": "notice", "text": "Nothing was flown.\nThe talks on Gaza go on."}
      """#)
    try write("ids.txt", "one\n")
  }

  private func write(_ name: String, _ text: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func command(_ arguments: String...) throws -> ScoreCommand {
    try ScoreCommand.parse(["--gold", path("gold"), "--pred", path("predicted.jsonl")] + arguments)
  }

  @Test("scores every gold file of the folder")
  func wholeFolder() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let report = try command().report()

    #expect(report.texts.map(\.document) == ["one", "two"])
    #expect(report.records.matched == 1)
    #expect(report.falselyRead.map(\.document) == ["two"])
  }

  @Test("scores only the texts that are named")
  func named() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let report = try command("--ids", path("ids.txt")).report()

    #expect(report.texts.map(\.document) == ["one"])
    #expect(report.allSlots.spurious == 0)
  }

  @Test("refuses an id that has no gold")
  func unknownId() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("ids.txt", "one three")
    let command = try command("--ids", path("ids.txt"))

    #expect(throws: (any Error).self) { try command.report() }
  }

  @Test("groups by a field and shows the sentence behind what was invented")
  func groupsAndSentences() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let report = try command("--by", path("texts.jsonl") + ":style").report()

    #expect(report.groups.map(\.name) == ["notice", "wire"])
    let invented = try #require(report.texts.last?.invented.last)
    #expect(invented.value == "Gaza")
    #expect(invented.sentence == "The talks on Gaza go on.")
  }

  @Test("tells a fault with file, line and column")
  func fault() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("predicted.jsonl", "{\"document\": {\"id\": \"one\"}}\n{\"document\": 5\n")
    let command = try command()

    let fault = #expect(throws: ScoreFiles.Fault.self) { try command.report() }
    #expect(fault?.description.hasPrefix("\(path("predicted.jsonl")):2:") == true)
  }

  @Test("tells a file that is not there by its name")
  func lostFile() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let command = try command("--ids", path("lost.txt"))

    let error = #expect(throws: ScoreFiles.Unreadable.self) { try command.report() }
    #expect(error?.description == "\(path("lost.txt")): error: cannot be read")
  }

  @Test("takes the last colon for the field's", arguments: [("a:b/texts.jsonl:style", "a:b/texts.jsonl", "style")])
  func fieldOfFile(argument: String, file: String, field: String) {
    let parsed = FieldOfFile(argument: argument)
    #expect(parsed?.file == file)
    #expect(parsed?.field == field)
    #expect(FieldOfFile(argument: "texts.jsonl") == nil)
    #expect(FieldOfFile(argument: ":style") == nil)
  }
}
