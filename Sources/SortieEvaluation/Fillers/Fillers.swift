/// The facts of one record, slot by slot, each list in the order of the record.
public struct Fillers: Sendable {
  public private(set) var list: [Filler] = []

  public init(_ record: CodedRecord) {
    addDefaults(of: record)
    addDate(of: record)
    addParticipants(record.participants)
    addTotals(of: record)
    addPlaces(of: record)
    addTargets(record.targets)
    addCasualties(record.casualties)
    for (index, munition) in record.munitions.enumerated() {
      guard let name = munition.name else { continue }
      add(
        .munition, .munition(TargetWords(name)), name, munition.isOptional,
        at: ["/munitions/\(index)/name", "/munitions/\(index)"])
    }
    for (index, claim) in record.claims.enumerated() {
      guard let claimant = claim.claimant else { continue }
      add(
        .claim, .claim(ClaimantKey(claimant), stance: claim.stance), "\(claimant) \(claim.stance)", claim.isOptional,
        at: ["/claims/\(index)/claimant", "/claims/\(index)"])
    }
  }

  /// How many facts were read rather than given anyway.
  var countOfTold: Int { list.count { !$0.slot.isGivenAnyway } }

  private mutating func add(
    _ slot: Slot, _ value: FillerValue, _ shown: String, _ isOptional: Bool, at pointers: [String],
    victims: String? = nil
  ) {
    list.append(
      Filler(slot: slot, shown: shown, isOptional: isOptional, pointers: pointers, victims: victims, value: value))
  }

  /// Adds what was coded and, where coders differ, the other value too, both without reward and punishment.
  private mutating func add<Value>(
    _ slot: Slot, _ choice: CodedRecord.Choice<Value>, at pointer: String, shown: (Value) -> String,
    value: (Value) -> FillerValue
  ) {
    for told in choice.isContested ? [choice.coded, choice.alternative] : [choice.coded] {
      guard let told else { continue }
      add(slot, value(told), shown(told), choice.isContested, at: [pointer])
    }
  }

  private mutating func addDefaults(of record: CodedRecord) {
    func telling(_ choice: CodedRecord.Choice<String>, except silent: Set<String>) -> CodedRecord.Choice<String> {
      CodedRecord.Choice(
        choice.coded.flatMap { silent.contains($0) ? nil : $0 },
        alternative: choice.alternative.flatMap { silent.contains($0) ? nil : $0 }, isContested: choice.isContested)
    }
    var kind = record.kind
    kind.coded = kind.coded ?? "strike"
    add(.kind, kind, at: "/kind", shown: { $0 }, value: FillerValue.word)
    add(
      .status, telling(record.status, except: ["reported", "conducted"]), at: "/status", shown: { $0 },
      value: FillerValue.word)
    add(.scope, telling(record.scope, except: ["event"]), at: "/scope", shown: { $0 }, value: FillerValue.word)
  }

  private mutating func addDate(of record: CodedRecord) {
    add(.date, record.date, at: "/date", shown: { $0.description }, value: FillerValue.days)
  }

  private mutating func addParticipants(_ participants: [CodedRecord.Participant]) {
    var operators = Once()
    for (index, participant) in participants.enumerated() {
      let at = "/participants/\(index)"
      let flownBy = participant.operator
      let optional = participant.isOptional
      if let flownBy, flownBy != "unknown" { operators.note(flownBy, optional, at: ["\(at)/operator", at]) }
      let suffix = flownBy.map { " (\($0))" } ?? ""
      if let type = participant.aircraft {
        add(
          .aircraft, .aircraft(AircraftKey(type), operator: flownBy), type + suffix, optional,
          at: ["\(at)/aircraft", at])
      } else if let kind = participant.class, kind != "aircraft" {
        add(.class, .aircraftClass(kind, operator: flownBy), kind + suffix, optional, at: ["\(at)/class", at])
      }
      if let count = participant.count {
        let counted = participant.aircraft ?? participant.class ?? "aircraft"
        let isClass = AircraftEquivalences.classes.contains(counted)
        add(
          .aircraftCount, .aircraftCount(AircraftKey(counted), isClass: isClass, count), "\(count) × \(counted)",
          optional, at: ["\(at)/count", at])
      }
    }
    add(.operator, operators)
  }

  private mutating func addTotals(of record: CodedRecord) {
    for (slot, choice) in [
      (Slot.sorties, record.sorties), (.strikes, record.strikes), (.targets, record.targetTotal),
    ] {
      add(slot, choice, at: "/counts/\(slot.rawValue)", shown: { $0.description }, value: FillerValue.number)
    }
  }

  private mutating func addPlaces(of record: CodedRecord) {
    add(.departure, record.departure, at: "/departure", shown: { $0 }, value: { .place(PlaceKey($0)) })
    var countries = Once()
    for (index, place) in record.places.enumerated() {
      let at = "/places/\(index)"
      add(.place, .place(PlaceKey(place.name)), place.name, place.isOptional, at: ["\(at)/name", at])
      if let country = place.country { countries.note(country, place.isOptional, at: ["\(at)/country", at]) }
    }
    add(.country, countries)
  }

  private mutating func addTargets(_ targets: [CodedRecord.Target]) {
    var owners = Once()
    for (index, target) in targets.enumerated() {
      let at = "/targets/\(index)"
      let optional = target.isOptional
      if let owner = target.owner.map({ TargetEquivalences.owners[$0] ?? $0 }),
        !TargetEquivalences.emptyOwners.contains(owner)
      {
        owners.note(owner, optional, at: ["\(at)/owner", at])
      }
      guard let type = target.type, !TargetEquivalences.emptyTypes.contains(type) else { continue }
      let words = TargetWords(type)
      add(.target, .target(words), type, optional, at: ["\(at)/type", at])
      if let count = target.count {
        add(.targetCount, .targetCount(words, count), "\(count) × \(type)", optional, at: ["\(at)/count", at])
      }
      if let effect = target.effect, effect != "targeted" {
        add(.effect, .effect(words, effect), "\(type): \(effect)", optional, at: ["\(at)/effect", at])
      }
    }
    add(.owner, owners)
  }

  private mutating func addCasualties(_ casualties: [CodedRecord.Casualty]) {
    for (index, casualty) in casualties.enumerated() {
      let at = "/casualties/\(index)"
      for (slot, count) in [(Slot.killed, casualty.killed), (.wounded, casualty.wounded)] {
        guard let count else { continue }
        let who = casualty.who
        add(
          slot, .toll(who: who, count), "\(count) \(who ?? "?")", casualty.isOptional,
          at: ["\(at)/\(slot.rawValue)", at], victims: who)
      }
    }
  }

  private mutating func add(_ slot: Slot, _ values: Once) {
    for entry in values.entries { add(slot, .word(entry.value), entry.value, entry.isOptional, at: entry.pointers) }
  }
}

/// Values that count once however often they stand in a record; optional only where every mention of them is.
private struct Once {
  var entries: [(value: String, isOptional: Bool, pointers: [String])] = []

  mutating func note(_ value: String, _ isOptional: Bool, at pointers: [String]) {
    if let index = entries.firstIndex(where: { $0.value == value }) {
      entries[index].isOptional = entries[index].isOptional && isOptional
    } else {
      entries.append((value, isOptional, pointers))
    }
  }
}
