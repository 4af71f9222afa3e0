internal import SortieSchema

/// Joins drafts that tell one action into one.
struct Merger {
  /// How many records back an action is looked for that a draft may tell again: what lies further back in a text of
  /// many actions is another one, and a long text costs no more a byte than a short one.
  private static let reach = 40

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

  mutating func add(_ draft: Draft) {
    if draft.isHabitual, draft.strikes == nil, draft.sorties == nil, draft.casualties.isEmpty,
      !draft.ownsDate || draft.tellsBeginning && draft.date?.value.precision != .day
    {
      trace.append((draft.anchor, "background of a campaign, without a count"))
      return
    }
    var best: (index: Int, score: Int, reason: String)?
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
      if best == nil || score > best!.score || score == best!.score && isTotal(records[index], of: best!.index, draft) {
        best = (index, score, verdict.reason)
      }
    }
    if let last = records.indices.last, growsFromWatch(draft, records[last]) {
      join(draft, into: last)
      records[last].kind = .strike
      keys[last] = MergeKey(records[last])
      trace.append((draft.anchor, "the strike that came of the flight of record \(last + 1)"))
      return
    }
    if let current, takesUp(draft, records[current]),
      best.map({ !isTotal(records[$0.index], of: current, draft) }) ?? true
    {
      join(draft, into: current)
      trace.append((draft.anchor, "takes up record \(current + 1), told last"))
      return
    }
    if draft.hasAction {
      let last = current
      if let last, draft.isBare || fillsNumber(draft, of: records[last]),
        draft.paragraph == records[last].paragraph,
        draft.sentence - records[last].lastSentence <= 1,
        let verdict = SameAction.judge(records[last], draft).score, verdict >= 0,
        best.map({ $0.score < SameAction.threshold }) ?? true
      {
        join(draft, into: last)
        trace.append((draft.anchor, "goes on with record \(last + 1): nothing tells it apart"))
      } else if let best, best.score >= SameAction.threshold {
        join(draft, into: best.index)
        trace.append((draft.anchor, "joined to record \(best.index + 1): \(best.reason)"))
      } else {
        records.append(draft)
        keys.append(key)
        trace.append((draft.anchor, "record \(records.count)" + (conflicts.isEmpty ? "" : " (\(conflicts[0]))")))
      }
      return
    }
    // A clause without an action of its own goes on with the last one, unless it tells another place.
    if let last = records.indices.last, records[last].lastSentence == draft.sentence,
      records[last].anchor.lowerBound < draft.anchor.lowerBound, SameAction.judge(records[last], draft).score != nil
    {
      join(draft, into: last)
      trace.append((draft.anchor, "goes on with record \(last + 1) in the same sentence"))
    } else if let best, best.index >= records.count - 2 || best.score >= SameAction.threshold {
      join(draft, into: best.score >= SameAction.threshold ? best.index : bestRecent(draft) ?? best.index)
      trace.append((draft.anchor, "goes on with a record: \(best.reason)"))
    } else if !records.isEmpty, !draft.places.isEmpty, goesOnInTheRun(draft) {
      records.append(draft)
      keys.append(key)
      trace.append((draft.anchor, "record \(records.count), in the run of the last (\(conflicts.first ?? ""))"))
    } else {
      trace.append((draft.anchor, "no action to go on with\(conflicts.first.map { ": \($0)" } ?? "")"))
    }
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

  /// "Air raids hit a market … three raids hit it": a number for an action that has none, and nothing else of its own.
  private func fillsNumber(_ draft: Draft, of record: Draft) -> Bool {
    let isSameSide = draft.operators.isSubset(of: record.operators)
    guard draft.places.isEmpty, !draft.ownsDate, !draft.ownsOperator || isSameSide, !draft.isAnother,
      draft.sorties == nil,
      draft.strikes != nil, record.strikes == nil, record.sorties == nil
    else { return false }
    return draft.participants.allSatisfy { told in
      told.value.aircraft == nil || record.participants.contains { $0.value.aircraft == told.value.aircraft }
    }
  }

  /// How many sentences after an armed watch its strike may be told.
  private static let lengthOfWatch = 3

  /// "A Reaper conducted armed reconnaissance over the desert. … It was destroyed by a Hellfire": one action.
  private func growsFromWatch(_ draft: Draft, _ record: Draft) -> Bool {
    draft.kind == .strike && record.isWatch && record.sorties == nil && draft.sorties == nil
      && draft.paragraph == record.paragraph && draft.sentence - record.lastSentence <= Self.lengthOfWatch
      && SameAction.judge(record, draft).score != nil
  }

  /// How many sentences "the strikes" reach back to the action told last.
  private static let lengthOfReference = 3

  /// "The attack", "the strikes", without a day, number or place of their own, are those told last in the paragraph.
  private func takesUp(_ draft: Draft, _ record: Draft) -> Bool {
    draft.isDefinite && !draft.ownsDate && draft.places.isEmpty && draft.strikes == nil && draft.sorties == nil
      && !record.isHeadline && !draft.participants.contains { $0.value.aircraft != nil }
      && draft.paragraph == record.lastParagraph
      && draft.sentence - record.lastSentence <= Self.lengthOfReference
      && SameAction.judge(record, draft).score != nil
  }

  /// "45 strikes, 31 of them … and 14 …. The strikes destroyed": what takes up all of them takes up their total.
  private func isTotal(_ record: Draft, of part: Int, _ draft: Draft) -> Bool {
    guard draft.isDefinite, draft.places.isEmpty, record.sentence == records[part].sentence,
      let total = record.strikes?.value.min, let own = records[part].strikes?.value.min
    else { return false }
    return total > own
  }

  private func bestRecent(_ draft: Draft) -> Int? {
    records.indices.reversed().prefix(2).first { SameAction.judge(records[$0], draft).score != nil }
  }

  private mutating func join(_ draft: Draft, into index: Int) {
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

  /// `a` with what `b` adds; with `fillsOnly` only whole slots that `a` lacks.
  static func joined(_ a: Draft, _ b: Draft, fillsOnly: Bool) -> Draft {
    var (a, b) = (a, b)
    if a.isAllied(with: b) {
      a.nameCoalitions()
      b.nameCoalitions()
    }
    var joined = a
    joined.hasAction = a.hasAction || b.hasAction
    joined.lastParagraph = a.lastSentence > b.lastSentence ? a.lastParagraph : b.lastParagraph
    joined.lastSentence = max(a.lastSentence, b.lastSentence)
    for range in b.sentences where !joined.sentences.contains(range) { joined.sentences.append(range) }
    if a.kind == .other, b.kind != .other { joined.kind = b.kind }
    if a.kind == .patrol || a.kind == .reconnaissance, b.kind == .strike { joined.kind = .strike }
    if a.date == nil || !a.ownsDate && b.ownsDate {
      joined.date = b.date ?? a.date
      joined.ownsDate = a.ownsDate || b.ownsDate
    }
    // "Overnight … late on Monday": the day within the night.
    if a.ownsDate, b.ownsDate, !b.isDefinite, let told = a.date?.value, told.basis == .relative,
      let day = b.date?.value, day.precision == .day,
      told.precision == .range, let start = told.start, let end = told.end, let own = day.start,
      end.dayNumber - start.dayNumber == 1, start <= own, own <= end
    {
      joined.date = b.date
    }
    joined.sorties = a.sorties ?? b.sorties
    joined.strikes = a.strikes?.value.isOne == true ? b.strikes ?? a.strikes : a.strikes ?? b.strikes
    joined.engagements = a.engagements ?? b.engagements
    joined.targetTotal = a.targetTotal ?? b.targetTotal
    joined.departure = a.departure ?? b.departure
    joined.places = places(a, b, fillsOnly: fillsOnly)
    joined.participants = participants(a.participants, b.participants, fillsOnly: fillsOnly)
    joined.ownsOperator = a.ownsOperator || b.ownsOperator
    joined.refersToPlace = a.refersToPlace || b.refersToPlace
    if !fillsOnly || a.targets.isEmpty {
      for target in b.targets {
        if joined.kind == .interception,
          let known = joined.targets.firstIndex(where: { $0.value.isSameLoss(as: target.value) })
        {
          addLoss(target, to: &joined.targets[known])
        } else {
          add(target, to: &joined.targets)
        }
      }
    }
    if !fillsOnly || a.casualties.isEmpty {
      for toll in b.casualties {
        add(
          toll, to: &joined.casualties,
          sameClaimants: Set(a.claims.map(\.value.claimant)) == Set(b.claims.map(\.value.claimant)) || b.claims.isEmpty)
      }
    }
    for munition in b.munitions {
      if let known = joined.munitions.firstIndex(where: { $0.value.name == munition.value.name }) {
        if joined.munitions[known].value.count == nil { joined.munitions[known] = munition }
      } else {
        joined.munitions.append(munition)
      }
    }
    // Who speaks behind a mere "the raids" speaks of something else.
    let speaking =
      b.tellsNothingNew
      ? b.claims.filter { $0.value.stance != .asserts || $0.range.lowerBound < b.anchor.lowerBound } : b.claims
    for claim in speaking
    where !joined.claims.contains(where: {
      $0.value.claimant == claim.value.claimant && $0.value.stance == claim.value.stance
    }) {
      joined.claims.append(claim)
    }
    joined.isCumulative = a.isCumulative || b.isCumulative
    return joined
  }

  private static func places(_ a: Draft, _ b: Draft, fillsOnly: Bool) -> [Sourced<DraftPlace>] {
    if a.places.isEmpty { return b.places }
    if b.places.isEmpty { return a.places }
    // A heading's bare "Idlib" is no finer than the body's "province of Idlib".
    let names = Set(b.places.map(\.value.place.canonical))
    if fillsOnly, a.places.contains(where: { names.contains($0.value.place.canonical) }) { return a.places }
    // The finest place told.
    if b.places.allSatisfy({ inner in a.places.contains { PlaceRelations.surrounds($0.value, inner.value) } }) {
      return b.places
    }
    if b.places.allSatisfy({ inner in a.places.contains { PlaceRelations.contains($0.value, inner.value) } }) {
      return b.places.map { inner in
        a.places.first { PlaceRelations.contains($0.value, inner.value) }.map {
          PlaceRelations.adopting(inner, from: $0)
        } ?? inner
      }
    }
    var places = a.places.map { inner in
      b.places.first { PlaceRelations.contains($0.value, inner.value) }.map { PlaceRelations.adopting(inner, from: $0) }
        ?? inner
    }
    if fillsOnly { return places }
    for place in b.places where !places.contains(where: { PlaceRelations.areCompatible($0.value, place.value) }) {
      places.append(place)
    }
    return places
  }

  private static func participants(
    _ a: [Sourced<Participant>], _ b: [Sourced<Participant>], fillsOnly: Bool
  ) -> [Sourced<Participant>] {
    var result = a
    for new in b {
      let value = new.value
      if let known = result.firstIndex(where: { known in
        let other = known.value
        let sameSide =
          other.operator == value.operator || value.operator == Participant.unknownOperator
          || other.operator == Participant.unknownOperator
        guard sameSide else { return false }
        if let x = other.aircraft, let y = value.aircraft { return SameAction.related(x, y) }
        if other.aircraft != nil || value.aircraft != nil {
          return (other.aircraft == nil ? other : value).class.map {
            $0 == .aircraft || $0 == (other.aircraft == nil ? value : other).class
          } ?? true
        }
        return other.class == nil || value.class == nil || other.class == value.class || other.class == .aircraft
          || value.class == .aircraft
      }) {
        let other = result[known].value
        if other.operator == Participant.unknownOperator { result[known].value.operator = value.operator }
        if other.aircraft == nil, value.aircraft != nil {
          result[known].value.aircraft = value.aircraft
          result[known].value.class = value.class
          result[known].value.count = value.count ?? other.count
          result[known].range = new.range
        } else {
          if other.class == nil || other.class == .aircraft, let told = value.class, other.aircraft == nil {
            result[known].value.class = told
          }
          if other.count == nil { result[known].value.count = value.count }
        }
        result[known].value.airForce = other.airForce ?? value.airForce
      } else if !fillsOnly {
        var new = new
        if new.value.airForce == nil {
          new.value.airForce =
            result.first { $0.value.operator == value.operator && $0.value.airForce != nil }?.value.airForce
        }
        result.append(new)
      }
    }
    return result
  }

  /// The type of an aircraft that was shot down tells more than the word for it.
  private static func addLoss(_ target: Sourced<Target>, to known: inout Sourced<Target>) {
    if target.value.type.contains(where: \.isNumber) { known.value.type = target.value.type }
    known.value.count = known.value.count ?? target.value.count
    known.value.owner = known.value.owner ?? target.value.owner
  }

  /// Adds a target, or what it tells more of one that is known.
  static func add(_ target: Sourced<Target>, to targets: inout [Sourced<Target>]) {
    if let known = targets.firstIndex(where: {
      $0.value.type == target.value.type
        && ($0.value.count == nil || target.value.count == nil || $0.value.count?.min == target.value.count?.min)
    }) {
      let other = targets[known].value
      if other.effect == .targeted || other.effect == nil { targets[known].value.effect = target.value.effect }
      if other.count == nil { targets[known].value.count = target.value.count }
      if other.owner == nil { targets[known].value.owner = target.value.owner }
    } else {
      targets.append(target)
    }
  }

  private static func add(_ toll: Sourced<Casualty>, to tolls: inout [Sourced<Casualty>], sameClaimants: Bool) {
    for index in tolls.indices {
      let known = tolls[index].value
      let sameWho = known.who == toll.value.who || known.who == .people || toll.value.who == .people
      guard sameWho else { continue }
      let killed = known.killed == nil || toll.value.killed == nil || known.killed?.min == toll.value.killed?.min
      let wounded = known.wounded == nil || toll.value.wounded == nil || known.wounded?.min == toll.value.wounded?.min
      if killed, wounded,
        known.killed != nil && toll.value.killed != nil || known.killed == nil || toll.value.killed == nil
      {
        if known.who == .people, toll.value.killed != nil { tolls[index].value.who = toll.value.who }
        tolls[index].value.killed = known.killed ?? toll.value.killed
        tolls[index].value.wounded = known.wounded ?? toll.value.wounded
        tolls[index].value.children = known.children ?? toll.value.children
        tolls[index].value.women = known.women ?? toll.value.women
        return
      }
    }
    var toll = toll
    if !sameClaimants, tolls.contains(where: { $0.value.who == toll.value.who }) { toll.value.relation = .rival }
    tolls.append(toll)
  }
}
