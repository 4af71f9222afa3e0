extension ValidationRule {
  /// What no record may be without.
  static let formRules = [
    ValidationRule(
      id: "id-form", severity: .error, about: "The id is 16 hex digits in lower case, and that of the summary too."
    ) { sortie, _ in
      for id in [sortie.id, sortie.partOf].compactMap({ $0 }) {
        let isWellFormed =
          id.utf8.count == 16 && id.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        if !isWellFormed { return "'\(id)' is not 16 hex digits" }
      }
      return nil
    },
    ValidationRule(
      id: "required-text", severity: .error,
      about:
        "The names that a record cannot do without are there: document, operators, places, targets, munitions, claimants."
    ) { sortie, _ in
      guard hasEmptyName(sortie) else { return nil }
      var required: [(String, String)] = [
        ("/document/id", sortie.document.id), ("/provenance/tool", sortie.provenance.tool),
      ]
      for (index, value) in sortie.participants.enumerated() {
        required.append(("/participants/\(index)/operator", value.operator))
      }
      for (pointer, place) in sortie.allPlaces { required.append((pointer + "/name", place.name)) }
      for (index, value) in sortie.targets.enumerated() { required.append(("/targets/\(index)/type", value.type)) }
      for (index, value) in sortie.munitions.enumerated() { required.append(("/munitions/\(index)/name", value.name)) }
      for (index, value) in sortie.claims.enumerated() {
        required.append(("/claims/\(index)/claimant", value.claimant))
      }
      guard let empty = required.first(where: { $0.1.allSatisfy(\.isWhitespace) }) else { return nil }
      return "\(empty.0) is empty"
    },
    ValidationRule(
      id: "no-count-or-date-or-place", severity: .error,
      about: "A record tells at least a count, a date finer than a year or a place finer than a country."
    ) { sortie, _ in
      let hasDate = sortie.date.map { date in
        switch date.precision {
        case .day, .range, .month: return date.start != nil || date.end != nil
        case .unknown: return date.text != nil
        case .year: return false
        }
      }
      return hasDate == true || sortie.hasPlace { $0.precision != .country } || sortie.hasCount { _ in true }
        ? nil : "neither a count nor a date finer than a year nor a place finer than a country is told"
    },
    ValidationRule(
      id: "claim-index", severity: .error, about: "A toll that names its claim names one that is there."
    ) { sortie, _ in
      for (index, casualty) in sortie.casualties.enumerated() {
        if let claim = casualty.claim, !sortie.claims.indices.contains(claim) {
          return "/casualties/\(index)/claim is \(claim), of \(sortie.claims.count) claims"
        }
      }
      return nil
    },
    ValidationRule(id: "part-of-itself", severity: .error, about: "No record is a part of itself.") { sortie, _ in
      sortie.partOf == sortie.id ? "the record is given as a part of itself" : nil
    },
    ValidationRule(
      id: "evidence-slot", severity: .error, about: "Evidence is for a slot that the record has."
    ) { sortie, _ in
      sortie.evidence.first { !SlotPointer.isSlot($0.slot, of: sortie) }.map { "the record has no slot '\($0.slot)'" }
    },
  ]

  /// Whether a name that a record cannot do without is missing, before words are made for which.
  private static func hasEmptyName(_ sortie: Sortie) -> Bool {
    func isEmpty(_ name: String) -> Bool {
      // Nearly every name begins with a letter or figure.
      if let first = name.utf8.first, (first | 0x20) &- 0x61 < 26 || first &- 0x30 < 10 { return false }
      return name.allSatisfy(\.isWhitespace)
    }
    return isEmpty(sortie.document.id) || isEmpty(sortie.provenance.tool)
      || sortie.participants.contains { isEmpty($0.operator) } || sortie.departure.map { isEmpty($0.name) } ?? false
      || sortie.places.contains { isEmpty($0.name) } || sortie.targets.contains { isEmpty($0.type) }
      || sortie.munitions.contains { isEmpty($0.name) } || sortie.claims.contains { isEmpty($0.claimant) }
  }
}
