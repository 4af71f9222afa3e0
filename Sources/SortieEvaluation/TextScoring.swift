import SortieSchema

/// The scoring of one text.
struct TextScoring {
  private let gold: [CodedRecord]
  private let predicted: [CodedRecord]
  private let goldFillers: [Fillers]
  private let predictedFillers: [Fillers]
  private let alignment: Alignment
  private let sentence: Scorer.Sentence
  private var score: TextScore
  /// Right and wrong slots of each predicted record; nil where it answers an optional one, which counts nothing.
  private var verdicts: [(right: Int, wrong: Int)?]

  init(document: String, gold: [CodedRecord], predicted: [CodedRecord], sentence: @escaping Scorer.Sentence) {
    self.gold = gold
    self.predicted = predicted
    self.sentence = sentence
    goldFillers = gold.map { Fillers($0) }
    predictedFillers = predicted.map { Fillers($0) }
    alignment = Alignment(gold: goldFillers, optional: gold.map(\.isOptional), predicted: predictedFillers)
    score = TextScore(document: document, goldRecords: gold.count, predictedRecords: predicted.count)
    score.alignedRecords = alignment.answers.count
    verdicts = predicted.map { _ in (0, 0) }
  }

  mutating func finished() -> TextScore {
    scoreKinship()
    for index in gold.indices { scoreGold(index) }
    for index in predicted.indices where alignment.answered[index] == nil { scoreInvented(index) }
    for (record, verdict) in zip(predicted, verdicts) {
      guard let verdict, let confidence = record.confidence else { continue }
      score.calibration.add(confidence: confidence, right: verdict.right, wrong: verdict.wrong)
    }
    score.missed.sort { ($0.record, $0.slot.order) < ($1.record, $1.slot.order) }
    score.invented.sort { ($0.record, $0.slot.order) < ($1.record, $1.slot.order) }
    return score
  }

  /// A part is right where the summary that it names answers the summary that gold names.
  private mutating func scoreKinship() {
    let goldParents = Kinship(gold)
    let predictedParents = Kinship(predicted)
    for (index, record) in gold.enumerated() {
      guard !record.isOptional, let answer = alignment.answers[index] else { continue }
      let parent = goldParents.parent(of: index)
      let answerParent = predictedParents.parent(of: answer)
      if let parent, gold[parent].isOptional { continue }
      if let parent, let answerParent, alignment.answers[parent] == answerParent {
        score.slots[.partOf, default: Tally()].matched += 1
        verdicts[answer]?.right += 1
        continue
      }
      if let answerParent {
        score.slots[.partOf, default: Tally()].spurious += 1
        verdicts[answer]?.wrong += 1
        let evidence = evidence(for: ["/partOf"], in: answer)
        score.invented.append(
          TextScore.Invented(
            slot: .partOf, value: "part of record \(answerParent + 1)", record: answer, isOfWholeRecord: false,
            pattern: evidence?.pattern, sentence: evidence.flatMap { sentence(score.document, $0) }))
      }
      if let parent {
        score.slots[.partOf, default: Tally()].missing += 1
        score.missed.append(
          TextScore.Missed(
            slot: .partOf, value: "part of record \(parent + 1)", record: index, isOfWholeRecord: false))
      }
    }
  }

  private mutating func scoreGold(_ index: Int) {
    guard let answer = alignment.answers[index] else {
      guard !gold[index].isOptional else { return }
      score.records.missing += 1
      for filler in goldFillers[index].list where !filler.isOptional {
        miss(filler, in: index, wholeRecord: true)
      }
      return
    }
    guard !gold[index].isOptional else {
      verdicts[answer] = nil
      return
    }
    score.records.matched += 1
    let match = FillerMatch(gold: goldFillers[index], predicted: predictedFillers[answer])
    for pair in match.matched {
      score.slots[goldFillers[index].list[pair.gold].slot, default: Tally()].matched += 1
      if predictedFillers[answer].list[pair.predicted].isOfCivilians { score.civilianCasualties.matched += 1 }
    }
    verdicts[answer]?.right += match.matched.count
    for missing in match.missing { miss(goldFillers[index].list[missing], in: index, wholeRecord: false) }
    for spurious in match.spurious { invent(predictedFillers[answer].list[spurious], in: answer, wholeRecord: false) }
  }

  private mutating func scoreInvented(_ index: Int) {
    score.records.spurious += 1
    for filler in predictedFillers[index].list { invent(filler, in: index, wholeRecord: true) }
  }

  private mutating func miss(_ filler: Filler, in record: Int, wholeRecord: Bool) {
    score.slots[filler.slot, default: Tally()].missing += 1
    if filler.isOfCivilians { score.civilianCasualties.missing += 1 }
    score.missed.append(
      TextScore.Missed(slot: filler.slot, value: filler.shown, record: record, isOfWholeRecord: wholeRecord))
  }

  private mutating func invent(_ filler: Filler, in record: Int, wholeRecord: Bool) {
    score.slots[filler.slot, default: Tally()].spurious += 1
    if filler.isOfCivilians { score.civilianCasualties.spurious += 1 }
    verdicts[record]?.wrong += 1
    let evidence = evidence(for: filler.pointers, in: record)
    score.invented.append(
      TextScore.Invented(
        slot: filler.slot, value: filler.shown, record: record, isOfWholeRecord: wholeRecord,
        pattern: evidence?.pattern, sentence: evidence.flatMap { sentence(score.document, $0) }))
  }

  /// Evidence for the slot itself, else for what lies beneath it, else for what it lies in, else the record's first.
  private func evidence(for pointers: [String], in record: Int) -> Evidence? {
    let evidence = predicted[record].evidence
    for pointer in pointers {
      if let exact = evidence.first(where: { $0.slot == pointer }) { return exact }
      if let beneath = evidence.first(where: { $0.slot.hasPrefix(pointer + "/") }) { return beneath }
    }
    for pointer in pointers {
      if let above = evidence.first(where: { pointer.hasPrefix($0.slot + "/") }) { return above }
    }
    return evidence.first
  }
}

extension Filler {
  fileprivate var isOfCivilians: Bool { victims == "civilians" }
}

extension Slot {
  /// Place in the list of slots.
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
