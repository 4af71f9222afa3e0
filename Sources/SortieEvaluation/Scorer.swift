public import SortieSchema

/// Scores records against gold, slot by slot, in the manner of the message understanding conferences.
///
/// Records of a text are paired one to one so that most facts agree; facts of a pair are then right, invented or
/// missed. Records without a partner are invented or missed with all their facts.
public struct Scorer {
  /// The sentence of a text that a piece of evidence lies in; nil where the text is not at hand.
  public typealias Sentence = (_ document: String, _ evidence: Evidence) -> String?

  private let groups: [String: String]
  private let sentence: Sentence

  /// - Parameters:
  ///   - groups: group (style, source …) by document id, for figures by group.
  ///   - sentence: looks up the words behind what was invented.
  public init(groups: [String: String] = [:], sentence: @escaping Sentence = { _, _ in nil }) {
    self.groups = groups
    self.sentence = sentence
  }

  /// Scores the texts of the gold; predictions for other texts are passed over.
  public func score(gold: [GoldFile], predictions: Predictions) -> ScoreReport {
    ScoreReport(
      texts: gold.map { file in
        score(document: file.document, gold: file.records, predicted: predictions[file.document])
      },
      groups: groups)
  }

  /// Scores one text.
  public func score(document: String, gold: [CodedRecord], predicted: [CodedRecord]) -> TextScore {
    var scoring = TextScoring(document: document, gold: gold, predicted: predicted, sentence: sentence)
    return scoring.finished()
  }
}
