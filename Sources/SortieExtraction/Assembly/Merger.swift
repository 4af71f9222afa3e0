internal import SortieSchema

/// Joins drafts that tell one action into one.
struct Merger {
  /// How many records back an action is looked for that a draft may tell again: what lies further back in a text of
  /// many actions is another one, and a long text costs no more a byte than a short one.
  static let reach = 40

  private(set) var records: [Draft] = []
  /// The record that was told last, which need not be the one that was opened last.
  private var current: Int? {
    records.indices.suffix(Self.reach).max {
      (records[$0].lastSentence, $0) < (records[$1].lastSentence, $1)
    }
  }
  /// Of each record.
  private var keys: [MergeKey] = []
  /// What was done with each draft, for `explain`: the anchor and the words.
  private(set) var trace: [(range: Range<Int>, note: String)] = []
  /// Words for it are made only where somebody wants them.
  private let isTraced: Bool

  init(isTraced: Bool = true) { self.isTraced = isTraced }

  mutating func add(_ told: Draft) {
    var draft = told
    if let last = records.last, Self.goesOnWithTotal(draft, last) { draft.isCumulative = true }
    if draft.isHabitual, draft.strikes == nil, draft.sorties == nil, draft.casualties.isEmpty, !listsPlaces(draft),
      !draft.ownsDate || draft.tellsBeginning && draft.date?.value.precision != .day
    {
      if isTraced { trace.append((draft.anchor, "background of a campaign, without a count")) }
      return
    }
    var best: (index: Int, score: Int, verdict: SameAction.Verdict)?
    var conflicts: [String] = []
    let key = MergeKey(draft)
    for index in records.indices.suffix(Self.reach).reversed() {
      // Why the last record is another one is told; of those before it is enough that they are.
      if index < records.count - 1, keys[index].contradicts(key) { continue }
      let verdict = SameAction.judge(records[index], draft)
      guard let score = verdict.score else {
        if index == records.count - 1 { conflicts.append(verdict.reason) }
        continue
      }
      if best == nil || score > best!.score
        || score == best!.score
          && (isTotal(records[index], of: best!.index, draft)
            || records[index].lastSentence > records[best!.index].lastSentence)
      {
        best = (index, score, verdict)
      }
    }
    if let last = records.indices.last, Self.growsFromWatch(draft, records[last]) {
      join(draft, into: last)
      records[last].kind = .strike
      keys[last] = MergeKey(records[last])
      if isTraced { trace.append((draft.anchor, "the strike that came of the flight of record \(last + 1)")) }
      return
    }
    if let flights = records.indices.suffix(Self.mostPurposes).last(where: {
      Self.countsStrikes(draft, of: records[$0])
    }) {
      join(draft, into: flights)
      if isTraced { trace.append((draft.anchor, "the strikes of the flights of record \(flights + 1)")) }
      return
    }
    if let current, Self.takesUp(draft, records[current]),
      best.map({ !isTotal(records[$0.index], of: current, draft) }) ?? true
    {
      join(draft, into: current)
      if isTraced { trace.append((draft.anchor, "takes up record \(current + 1), told last")) }
      return
    }
    if let last = records.indices.last, Self.tellsAirPart(draft, of: records[last]) {
      records[last].casualties = []
      join(draft, into: last)
      if isTraced { trace.append((draft.anchor, "those of record \(last + 1) who died of aircraft")) }
      return
    }
    if draft.hasAction {
      let last = current
      if let last, draft.isBare || Self.fillsNumber(draft, of: records[last]) || Self.goesOn(draft, records[last]),
        draft.paragraph == records[last].paragraph,
        draft.sentence - records[last].lastSentence <= 1,
        let verdict = SameAction.judge(records[last], draft).score, verdict >= 0,
        best.map({ $0.score < SameAction.threshold }) ?? true
      {
        join(draft, into: last)
        if isTraced { trace.append((draft.anchor, "goes on with record \(last + 1): nothing tells it apart")) }
      } else if let best, best.score >= SameAction.threshold {
        join(draft, into: best.index)
        if isTraced { trace.append((draft.anchor, "joined to record \(best.index + 1): \(best.verdict.reason)")) }
      } else {
        records.append(draft)
        keys.append(key)
        if isTraced {
          trace.append((draft.anchor, "record \(records.count)" + (conflicts.isEmpty ? "" : " (\(conflicts[0]))")))
        }
      }
      return
    }
    // A clause without an action of its own goes on with the last one, unless it tells another place.
    if let last = records.indices.last, records[last].lastSentence == draft.sentence,
      records[last].anchor.lowerBound < draft.anchor.lowerBound, SameAction.judge(records[last], draft).score != nil
    {
      join(draft, into: last)
      if isTraced { trace.append((draft.anchor, "goes on with record \(last + 1) in the same sentence")) }
    } else if let best, best.index >= records.count - 2 || best.score >= SameAction.threshold {
      join(draft, into: best.score >= SameAction.threshold ? best.index : bestRecent(draft) ?? best.index)
      if isTraced { trace.append((draft.anchor, "goes on with a record: \(best.verdict.reason)")) }
    } else if !records.isEmpty, !draft.places.isEmpty || draft.followsSoon, goesOnInTheRun(draft) {
      records.append(draft)
      keys.append(key)
      if isTraced {
        trace.append((draft.anchor, "record \(records.count), in the run of the last (\(conflicts.first ?? ""))"))
      }
    } else {
      if isTraced { trace.append((draft.anchor, "no action to go on with\(conflicts.first.map { ": \($0)" } ?? "")")) }
    }
  }

  /// "They go on hitting houses in the quarters of Sukkari and Shaar": where it was is told too closely for background.
  private func listsPlaces(_ draft: Draft) -> Bool {
    !draft.targets.isEmpty && draft.places.filter { $0.value.level >= 4 }.count >= 2
  }

  /// Whether a clause without a word of flying tells another action of the same run: things hit, or dead and wounded, at
  /// a place of its own. Dead of another day without a thing hit may have died of anything.
  private func goesOnInTheRun(_ draft: Draft) -> Bool {
    let isOtherDay = tellsAnotherDay(draft)
    if draft.targets.contains(where: { $0.value.effect != .targeted || isOtherDay }) { return true }
    return !draft.casualties.isEmpty && (!isOtherDay || draft.ownsOperator)
  }

  /// Whether a clause tells a day of its own that is not the last record's.
  private func tellsAnotherDay(_ draft: Draft) -> Bool {
    guard draft.ownsDate, let day = draft.date?.value, let last = records.last?.date?.value else { return false }
    return SameAction.overlap(last, day) == false
  }

  /// "45 strikes, 31 of them … and 14 …. The strikes destroyed": what takes up all of them takes up their total.
  private func isTotal(_ record: Draft, of part: Int, _ draft: Draft) -> Bool {
    guard draft.isDefinite, draft.places.isEmpty, record.sentence == records[part].sentence,
      let total = record.strikes?.value.min, let own = records[part].strikes?.value.min
    else { return false }
    return total > own
  }

  /// Of the last two records that a draft may go on with the one that was told last.
  private func bestRecent(_ draft: Draft) -> Int? {
    records.indices.suffix(2).filter { SameAction.judge(records[$0], draft).score != nil }
      .max { (records[$0].lastSentence, $0) < (records[$1].lastSentence, $1) }
  }

  /// Keeps only the records at these places, in order.
  mutating func keep(_ kept: [Int]) {
    guard kept.count < records.count else { return }
    keys = kept.map { keys[$0] }
    records = kept.map { records[$0] }
  }

  mutating func note(_ range: Range<Int>, _ note: @autoclosure () -> String) {
    if isTraced { trace.append((range, note())) }
  }

  mutating func join(_ draft: Draft, into index: Int) {
    defer { keys[index] = MergeKey(records[index]) }
    var record = records[index]
    let fillsOnly = draft.isHeadline && !record.isHeadline
    if record.isHeadline, !draft.isHeadline {
      // The body tells it better: what the heading told fills its gaps.
      let heading = record
      record = draft
      record.sentences = draft.sentences
      records[index] = Self.joined(record, heading, fillsOnly: true)
      records[index].isHeadline = false
      return
    }
    records[index] = Self.joined(record, draft, fillsOnly: fillsOnly)
  }
}
