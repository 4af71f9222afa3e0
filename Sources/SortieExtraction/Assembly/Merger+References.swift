internal import SortieSchema

/// By which words a draft goes on with a record that need not share much with it.
extension Merger {
  /// "Since 2015 they have flown 30,000 sorties. 95,400 objects have been destroyed": the total goes on.
  static func goesOnWithTotal(_ draft: Draft, _ record: Draft) -> Bool {
    record.isCumulative && !draft.isCumulative && !draft.hasAction && draft.casualties.isEmpty && draft.places.isEmpty
      && !draft.ownsDate
      && draft.paragraph == record.lastParagraph && draft.sentence - record.lastSentence <= 1
  }

  /// "The raid killed four … Its jets had destroyed shelters": the same side goes on, and tells no day, place or number
  /// of its own.
  static func goesOn(_ draft: Draft, _ record: Draft) -> Bool {
    draft.ownsOperator && draft.operators == record.operators && record.ownsOperator && draft.places.isEmpty
      && !draft.ownsDate && draft.strikes == nil && draft.sorties == nil && !draft.isAnother && !draft.isHeadline
      && !record.isHeadline && !draft.participants.contains { $0.value.aircraft != nil }
  }

  /// "Air raids hit a market … three raids hit it": a number for an action that has none, and nothing else of its own.
  static func fillsNumber(_ draft: Draft, of record: Draft) -> Bool {
    let isSameSide = draft.operators.isSubset(of: record.operators)
    guard draft.places.isEmpty, !draft.ownsDate, !draft.ownsOperator || isSameSide, !draft.isAnother,
      (draft.strikes == nil) != (draft.sorties == nil),
      draft.strikes == nil || record.strikes == nil && record.sorties == nil,
      draft.sorties == nil || record.strikes != nil && record.sorties == nil && draft.targets.isEmpty
    else { return false }
    return draft.participants.allSatisfy { told in
      told.value.aircraft == nil || record.participants.contains { $0.value.aircraft == told.value.aircraft }
    }
  }

  /// How many sentences after an armed watch its strike may be told.
  private static let lengthOfWatch = 3

  /// "A Reaper conducted armed reconnaissance over the desert. … It was destroyed by a Hellfire": one action.
  static func growsFromWatch(_ draft: Draft, _ record: Draft) -> Bool {
    draft.kind == .strike && record.isWatch && record.sorties == nil && draft.sorties == nil
      && draft.paragraph == record.paragraph && draft.sentence - record.lastSentence <= Self.lengthOfWatch
      && SameAction.judge(record, draft).score != nil
  }

  /// How many records back the flights lie of which a part was told for each purpose.
  static let mostPurposes = 4

  /// "36 sorties were flown, four of them for reconnaissance. Eight strikes were made in Iraq and Syria": how many strikes
  /// came of the flights of the same time, where they tell no finer place.
  static func countsStrikes(_ draft: Draft, of record: Draft) -> Bool {
    guard let strikes = draft.strikes?.value.min, let flown = record.sorties?.value.bestFigure, strikes <= flown,
      record.strikes == nil, draft.sorties == nil, !record.isToldAsPart, flown > 1,
      record.kind == .other || record.kind == .strike,
      draft.sentence - record.sentence == 1, draft.paragraph - record.paragraph <= 1,
      !draft.ownsDate, !draft.isAnother, !draft.isDefinite, draft.isCumulative == record.isCumulative,
      !draft.ownsOperator || !record.ownsOperator || draft.operators == record.operators
    else { return false }
    return (draft.places + record.places).allSatisfy { $0.value.level <= 1 }
      && draft.targets.isEmpty && draft.casualties.isEmpty
  }

  /// "Eight people were killed in Rastan. Five of them died in air strikes": of the first toll only these are of aircraft.
  static func tellsAirPart(_ draft: Draft, of record: Draft) -> Bool {
    guard draft.hasAction, !record.hasAction, draft.sentence - record.lastSentence <= 1,
      draft.places.isEmpty
        || draft.places.contains(where: { a in
          record.places.contains { PlaceRelations.isSame($0.value, a.value) }
        }),
      let part = draft.casualties.first(where: { $0.value.relation == .part })?.value.killed?.bestFigure,
      let whole = record.casualties.first?.value.killed?.bestFigure
    else { return false }
    return part < whole
  }

  /// How many sentences "the strikes" reach back to the action told last.
  private static let lengthOfReference = 3

  /// "The Typhoons conducted a successful strike": what the aircraft told last did, where it tells no day or place of its
  /// own, is the action told last in the paragraph.
  private static func takesUpCraft(_ draft: Draft, _ record: Draft) -> Bool {
    draft.takesUpCraft && !draft.ownsDate && draft.places.isEmpty && draft.sorties == nil && !draft.isAnother
      && (draft.strikes == nil || draft.strikes?.value.isOne == true && record.strikes == nil)
      && !draft.isHeadline && draft.paragraph == record.lastParagraph
      && draft.sentence - record.lastSentence <= Self.lengthOfReference
      && SameAction.judge(record, draft).score != nil
  }

  /// "The attack", "the strikes", without a day, number or place of their own, are those told last in the paragraph.
  static func takesUp(_ draft: Draft, _ record: Draft) -> Bool {
    takesUpCraft(draft, record) || takesUpAction(draft, record)
  }

  private static func takesUpAction(_ draft: Draft, _ record: Draft) -> Bool {
    draft.isDefinite && !draft.ownsDate && draft.places.isEmpty && draft.strikes == nil && draft.sorties == nil
      && !record.isHeadline && !draft.participants.contains { $0.value.aircraft != nil }
      && draft.paragraph == record.lastParagraph
      && draft.sentence - record.lastSentence <= Self.lengthOfReference
      && SameAction.judge(record, draft).score != nil
  }
}
