import SortieEvaluation
import SortieSchema
import Testing

@Suite("Figures agree with the reference scorer")
struct RecordedFigures {
  @Test("of small cases", arguments: RecordedCase.all)
  func smallCases(_ recorded: RecordedCase) throws {
    let goldBytes = Array(#"{"doc": "text", "records": \#(recorded.gold)}"#.utf8)
    let predictedBytes = Array(
      lines(recorded.predicted).map { #"{"document": {"id": "text"}, "# + $0.dropFirst() + "\n" }.joined().utf8)
    let name = recorded.name.replacing(" ", with: "-")
    try record(goldBytes, as: "cases/\(name)/gold/text.json")
    try record(predictedBytes, as: "cases/\(name)/predicted.jsonl")

    let report = Scorer().score(
      gold: [try GoldFile(json: goldBytes)], predictions: try Predictions(jsonLines: predictedBytes))

    #expect(figures(report) == lines(recorded.figures))
  }

  @Test(
    "of the corpus with faults put into its gold", .enabled(if: Corpus.isTheRecordedOne),
    arguments: PerturbedFigures.all)
  func perturbedCorpus(_ recorded: PerturbedFigures) throws {
    var perturbation = Perturbation(seed: recorded.seed)
    var predicted: [UInt8] = []
    var gold: [GoldFile] = []
    for file in Corpus.gold {
      gold.append(try GoldFile(json: file))
      perturbation.append(try JSONValue(parsing: file), to: &predicted)
    }
    try record(predicted, as: "corpus/\(recorded.seed).jsonl")

    let report = Scorer(groups: try Corpus.styles()).score(
      gold: gold, predictions: try Predictions(jsonLines: predicted))

    #expect(figures(report) == lines(recorded.figures))
    #expect(
      report.groups.map { "\($0.name) \($0.texts) \(Corpus.three($0.records.f1)) \(Corpus.three($0.allSlots.f1))" }
        == lines(recorded.styles))
  }
}
