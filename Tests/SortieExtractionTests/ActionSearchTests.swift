import ReportText
import SortieSchema
import Testing

@testable import SortieExtraction

/// A text is looked through before it is read, and read only where it may tell an action.
@Suite struct ActionSearchTests {
  @Test("What a text tells does not hang on its having been looked through", arguments: try CodedTexts.ofPackage())
  func sameRecords(text: CodedTexts.Text) {
    let read = SourceData.extractor.read(text.bytes, document: text.document)
    let explained = SourceData.extractor.explain(text.bytes, document: text.document).result
    #expect(read.records == explained.records)
  }

  @Test("A sentence that is given up cannot reach its goal, and any other is read as ever")
  func givesUpRightly() throws {
    var (givenUp, sentences) = (0, 0)
    for text in try CodedTexts.ofPackage() {
      let report = ReportText(text.bytes, rules: SourceData.extractor.language.sentenceRules)
      let reader = SentenceReader(
        cascade: SourceData.extractor.cascade, gazetteer: SourceData.extractor.gazetteer,
        words: Words(text: report, language: SourceData.extractor.language))
      var workspace = Workspace()
      for sentence in report.sentences {
        let whole = reader.read(sentence.range, workspace: &workspace)
        let sought = reader.read(sentence.range, goal: .action, workspace: &workspace)
        sentences += 1
        if sought.isAbandoned {
          givenUp += 1
          #expect(!Goal.action.isReached(by: whole.sentence.everPresent), "\(report.string(sentence.range))")
        } else {
          #expect(sought.nodes.map(\.range) == whole.nodes.map(\.range))
          #expect(sought.sentence.bytes == whole.sentence.bytes)
        }
      }
    }
    #expect(givenUp * 10 > sentences)
  }

  @Test(
    "An action is found that another part of its sentence took up",
    arguments: ["Death toll from air raid on Douma rises to 12"])
  func takenUp(text: String) {
    let read = SourceData.extractor.read(Array(text.utf8), document: DocumentInfo(id: "x"))
    #expect(read.records.count == 1)
  }

  @Test(
    "A text without a word of flying is not read",
    arguments: ["The market in Hama opened at dawn.", "Two ships left Tartus on Monday. They carried wheat."])
  func noTrigger(text: String) {
    var workspace = Workspace()
    let result = SourceData.extractor.run(
      Array(text.utf8), document: DocumentInfo(id: "x"), isTraced: false, workspace: &workspace
    ).result
    #expect(result.coverage == .noTrigger)
    #expect(workspace.work == Work())
  }

  @Test("Of a text whose triggers tell no action only their sentences are read")
  func noAction() {
    let filler = "The market opened at dawn and closed at noon. "
    let text =
      String(repeating: filler, count: 5) + "The pilot scheme saves water. " + String(repeating: filler, count: 5)
    var workspace = Workspace()
    let result = SourceData.extractor.run(
      Array(text.utf8), document: DocumentInfo(id: "x"), isTraced: false, workspace: &workspace
    ).result
    #expect(result.coverage == .noAction)
    #expect(workspace.work.sentences == 1)
  }

  @Test("A text of nothing but blanks and bullets is empty", arguments: ["", " \n ", "•"])
  func empty(text: String) {
    #expect(SourceData.extractor.read(Array(text.utf8), document: DocumentInfo(id: "x")).coverage == .empty)
  }
}
