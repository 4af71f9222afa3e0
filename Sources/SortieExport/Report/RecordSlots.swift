import SortieSchema

/// A filled slot as the report words it.
struct RecordSlot: Equatable, Sendable {
  /// JSON pointer into the record, as evidence names it.
  let pointer: String
  let text: String
  /// Makes a denial or a doubt stand out.
  var stance: Claim.Stance?
}

/// The filled slots of one heading of a record.
struct SlotGroup: Sendable {
  /// What evidence of these slots is called; also the colour of its highlights.
  let kind: HighlightKind
  let heading: String
  let slots: [RecordSlot]
}

extension Sortie {
  /// Every filled slot in the order of the report; headings without any are left out.
  func slotGroups(names: OperatorNames) -> [SlotGroup] {
    [
      SlotGroup(kind: .date, heading: "When", slots: dateSlots),
      SlotGroup(kind: .aircraft, heading: "Who flew", slots: participantSlots(names)),
      SlotGroup(kind: .count, heading: "Numbers", slots: countSlots),
      SlotGroup(kind: .place, heading: "From", slots: departure.map { [Self.slot($0, "/departure")] } ?? []),
      SlotGroup(
        kind: .place, heading: "Where",
        slots: places.enumerated().map { Self.slot($0.element, "/places/\($0.offset)") }),
      SlotGroup(kind: .target, heading: "Targets", slots: targetSlots(names)),
      SlotGroup(kind: .munition, heading: "Munitions", slots: munitionSlots),
      SlotGroup(kind: .casualty, heading: "Casualties", slots: casualtySlots),
      SlotGroup(kind: .claimant, heading: "Who says so", slots: claimSlots),
    ].filter { !$0.slots.isEmpty }
  }

  private var dateSlots: [RecordSlot] {
    guard let date else { return [] }
    var text: String
    switch (date.start, date.end) {
    case (let start?, let end?): text = start == end ? "\(start)" : "\(start) – \(end)"
    case (let start?, nil): text = "from \(start)"
    case (nil, let end?): text = "until \(end)"
    case (nil, nil): text = "not resolved to a day"
    }
    if let words = date.text { text += " (“\(words)”\(date.basis == .relative ? ", reckoned" : ""))" }
    return [RecordSlot(pointer: "/date", text: text)]
  }

  private func participantSlots(_ names: OperatorNames) -> [RecordSlot] {
    participants.enumerated().map { index, participant in
      var parts = [participant.operator == Participant.unknownOperator ? "unknown" : names(participant.operator)]
      if let under = participant.under { parts[0] += " (with \(names(under)))" }
      if let airForce = participant.airForce { parts.append(airForce) }
      if let aircraft = participant.aircraft {
        let kind = participant.class.map { " (\($0.rawValue))" } ?? ""
        parts.append(Count.counted(participant.count, aircraft) + kind)
      } else if participant.class != nil || participant.count?.cellText != nil {
        parts.append(Count.counted(participant.count, (participant.class ?? .aircraft).rawValue))
      }
      if participant.role == .support { parts.append("in support") }
      if let basis = participant.basis, basis != .named { parts.append("operator \(basis.rawValue)") }
      return RecordSlot(pointer: "/participants/\(index)", text: parts.joined(separator: ", "))
    }
  }

  private var countSlots: [RecordSlot] {
    [
      ("sorties", counts.sorties), ("strikes", counts.strikes), ("engagements", counts.engagements),
      ("targets", counts.targets), ("munitions", counts.munitions),
    ].compactMap { name, count in
      count?.cellText.map { number in
        RecordSlot(pointer: "/counts/\(name)", text: "\(number) \(number == "1" ? String(name.dropLast()) : name)")
      }
    }
  }

  private static func slot(_ place: Place, _ pointer: String) -> RecordSlot {
    var text = place.displayName
    if let relation = place.relationText, relation != "in" { text = "\(relation) \(text)" }
    let region = [place.admin1, place.country].compactMap { $0 }.filter { $0 != place.displayName }
    if !region.isEmpty { text += ", \(region.joined(separator: ", "))" }
    if place.id == nil { text += " (not in the gazetteer)" }
    return RecordSlot(pointer: pointer, text: text)
  }

  private func targetSlots(_ names: OperatorNames) -> [RecordSlot] {
    targets.enumerated().map { index, target in
      var text = Count.counted(target.count, target.type)
      if let effect = target.effect { text += ", \(effect.rawValue)" }
      if let owner = target.owner { text += " [\(names(owner))]" }
      return RecordSlot(pointer: "/targets/\(index)", text: text)
    }
  }

  private var munitionSlots: [RecordSlot] {
    munitions.enumerated().map { index, munition in
      RecordSlot(pointer: "/munitions/\(index)", text: Count.counted(munition.count, munition.name))
    }
  }

  private var casualtySlots: [RecordSlot] {
    casualties.enumerated().map { index, casualty in
      let told = [
        casualty.killed?.cellText.map { "\($0) killed" }, casualty.wounded?.cellText.map { "\($0) wounded" },
        casualty.children?.cellText.map { "\($0) of them children" },
        casualty.women?.cellText.map { "\($0) of them women" },
      ].compactMap { $0 }
      var text = "\(casualty.who.rawValue): \(told.isEmpty ? "number not told" : told.joined(separator: ", "))"
      switch casualty.relation {
      case .part: text += "; part of another toll"
      case .rival: text += "; rival toll"
      case .total, nil: break
      }
      if let claim = casualty.claim, claims.indices.contains(claim) { text += "; says \(claims[claim].claimant)" }
      return RecordSlot(pointer: "/casualties/\(index)", text: text)
    }
  }

  private var claimSlots: [RecordSlot] {
    claims.enumerated().map { index, claim in
      RecordSlot(pointer: "/claims/\(index)", text: claim.sentence, stance: claim.stance)
    }
  }
}

extension Claim {
  /// `Pentagon denies: coordination, via Interfax (official)`.
  var sentence: String {
    var text = "\(claimant) \(stance.rawValue)"
    if let about, about != .action { text += ": \(about.rawValue)" }
    if let via { text += ", via \(via)" }
    if let kind { text += " (\(kind.rawValue))" }
    return text
  }
}
