internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// Makes drafts of the clauses of one sentence and keeps what later sentences take up.
struct DraftBuilder {
  let phrases: PhraseReader
  let sentence: Range<Int>
  let index: Int
  let paragraph: Int
  let isHeading: Bool
  /// The part of a report's first line that the body tells again.
  let isLead: Bool
  var state: DocumentState
  var absences: [DocumentResult.StatedAbsence] = []
  /// Denials of something else than the action.
  var denials: [Sourced<Claim>] = []
  /// The day that opens the sentence.
  var leading: Sourced<SortieDate>?

  mutating func drafts(_ clauses: [Clause]) -> [Draft] {
    var drafts: [Draft] = []
    let sentenceDate = clauses.enumerated().lazy.filter { !$1.isPlanned && ($0 == 0 || !$1.hasGroundSubject) }
      .map(\.element).flatMap(\.segments).compactMap(\.date).first {
        self.isActionDate($0.value)
      }
    let claims = claims(clauses)
    var subject: [Sourced<Participant>] = []
    var sawAction = false
    noteLoss(clauses)
    noteLabel(clauses)
    if clauses.contains(where: \.isUnreal), isHeading || index <= 1 { state.tellsExercise = true }
    for var clause in clauses where !clause.isEmpty || clause.isNegated {
      if clause.participants.isEmpty, clause.hasAction,
        let lost = clauses.last(where: { !$0.lost.isEmpty && $0.range.upperBound <= clause.range.lowerBound })?.lost
      {
        // "Shot down the Su-22 after it carried out two raids".
        clause.participants = lost
      }
      if clause.isUnreal || state.tellsExercise && clause.segments.allSatisfy(\.casualties.isEmpty) { continue }
      // "U.S. forces conducted a drone strike": nobody else flew the drone.
      if clause.sawAirWord || clause.hasAirWeapon || clause.hasAction && !clause.participants.isEmpty
        || clause.hasAction && clause.forcesAct && !clause.isWeakWord,
        clause.participants.allSatisfy({ $0.value.operator == Participant.unknownOperator })
      {
        clause.participants = clause.stateForces + clause.participants
      }
      if clause.isNegated, !positive(clause) {
        if clause.denied != nil || deniesAnAttack(clause) && claims.contains(where: { $0.value.kind == .official }) {
          denials += claims.map { claim in
            var claim = claim
            claim.value.stance = .denies
            claim.value.about = clause.denied ?? claim.value.about
            return claim
          }
        } else {
          noteAbsence(clause, date: sentenceDate)
        }
        continue
      }
      if clause.isPlanned, !clause.segments.contains(where: { $0.strikes?.value.min ?? 0 > 1 && $0.date != nil }) {
        continue
      }
      let strength = strength(clause, follows: sawAction || !drafts.isEmpty)
      if clause.hasGround, strength < .air {
        state.afterGround = true
        if let date = sentenceDate, date.value.basis == .explicit { state.date = date }
        continue
      }
      if !clause.hasAction, clause.isWholeWar && !tellsTimes(clause) || tellsTollOfWar(clause) { continue }
      if clause.hasGroundSubject, strength < .weak { continue }
      if isShotFromGround(clause) { continue }
      // Who shot it down is not told: mostly from the ground, and no action of aircraft.
      if clause.flight?.kind == .interception, clause.participants.isEmpty, !clause.lost.isEmpty, !clause.hasStrikeWord
      {
        continue
      }
      guard strength > .none else {
        // "Over Raqqa a pair flew overwatch; our aircraft engaged …": a scene within one sentence.
        if drafts.isEmpty, state.sourceSide != nil { setScene([clause], drafts) }
        continue
      }
      if strength >= .weak {
        state.afterGround = false
        sawAction = true
      } else if state.afterGround {
        continue
      }
      if !clause.participants.isEmpty { subject = clause.participants }
      let made = segments(of: clause, subject: subject, strength: strength, sentenceDate: sentenceDate, claims: claims)
      drafts.append(contentsOf: made)
    }
    remember(
      drafts, sentenceDate: sentenceDate,
      tellsNews: clauses.contains { $0.hasVerb || $0.segments.contains(where: \.hasContent) })
    setScene(clauses, drafts)
    state.leading = drafts.isEmpty ? leading.map { ($0, index) } : nil
    if sawAction { state.sinceAction = 0 } else { state.sinceAction += 1 }
    return drafts
  }

  /// "Our aircraft did not strike the school": an attack on something that others have told of, not a day without strikes.
  private func deniesAnAttack(_ clause: Clause) -> Bool {
    clause.participants.contains { $0.value.class != nil || $0.value.airForce != nil }
      && (clause.deniesThing
        || clause.segments.contains { segment in
          segment.targets.contains { phrases.words.language.genericTargets[$0.value.type] == nil }
        })
  }

  mutating func noteAbsence(_ clause: Clause, date: Sourced<SortieDate>?) {
    absences.append(
      DocumentResult.StatedAbsence(
        claimant: clause.claims.first?.claim.value.claimant ?? state.open?.value.claimant ?? state.source?.name,
        place: clause.segments.lazy.flatMap(\.places).first?.value.place.name, date: date?.value ?? state.date?.value,
        start: sentence.lowerBound, end: sentence.upperBound))
  }

  mutating func claims(_ clauses: [Clause]) -> [Sourced<Claim>] {
    var found: [Sourced<Claim>] = []
    for phrase in clauses.flatMap(\.claims) {
      let claim = phrase.claim
      if let known = found.firstIndex(where: {
        $0.value.claimant == claim.value.claimant && $0.value.stance == claim.value.stance
      }) {
        found[known].value.via = found[known].value.via ?? claim.value.via
        continue
      }
      found.append(claim)
      if claim.value.stance == .asserts, claim.value.kind == .official || claim.value.kind == .monitor {
        state.asserted = (claim, index, paragraph)
      }
      if phrase.opens {
        state.open = claim
        state.openParagraph = paragraph
      }
    }
    return found
  }

  func isActionDate(_ date: SortieDate) -> Bool { date.precision != .year }
}
