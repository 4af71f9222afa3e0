extension ValidationRule {
  /// Numbers that contradict each other.
  static let sumRules = [
    ValidationRule(
      id: "parts-add-up", severity: .warning,
      about: """
        Members of a coalition do not fly more aircraft than the coalition; a part of a toll, its children or women are not \
        more than the toll.
        """
    ) { sortie, _ in aircraftBeyondCoalition(sortie) ?? partBeyondToll(sortie) },
    ValidationRule(
      id: "summary-below-its-parts", severity: .warning,
      about: "The parts of a summary do not have more sorties, strikes or targets than it."
    ) { sortie, context in
      guard sortie.scope == .summary else { return nil }
      let parts = context.siblings.filter { $0.partOf == sortie.id && $0.id != sortie.id && $0.scope != .cumulative }
      for (name, figure) in totals {
        guard let most = figure(sortie)?.max else { continue }
        let least = parts.reduce(0) { $0 + (figure($1)?.min ?? 0) }
        if least > most { return "its parts have \(least) \(name), the summary \(most)" }
      }
      return nil
    },
    ValidationRule(
      id: "part-of-a-summary", severity: .warning, about: "A record that is a part has its summary in the same text."
    ) { sortie, context in
      guard let summary = sortie.partOf, summary != sortie.id, !context.siblings.isEmpty else { return nil }
      guard let found = context.siblings.first(where: { $0.id == summary }) else {
        return "the text has no record \(summary)"
      }
      return found.scope == .summary ? nil : "the record \(summary) is no summary but \(found.scope.rawValue)"
    },
    ValidationRule(
      id: "total-among-participants", severity: .warning,
      about: "A total of aircraft stands beside the types that it is made of."
    ) { sortie, _ in
      for (index, total) in sortie.participants.enumerated() where total.aircraft == nil {
        guard let number = total.count?.min, number == total.count?.max else { continue }
        let types = sortie.participants.filter { $0.operator == total.operator && $0.aircraft != nil }
        let counts = types.compactMap { $0.count?.min }
        if types.count > 1, counts.count == types.count, counts.reduce(0, +) == number {
          return "/participants/\(index) counts the \(number) aircraft that are listed with their types again"
        }
      }
      return nil
    },
  ]

  private static let totals: [(String, @Sendable (Sortie) -> Count?)] = [
    ("sorties", { $0.counts.sorties }), ("strikes", { $0.counts.strikes }), ("targets", { $0.counts.targets }),
  ]

  private static func aircraftBeyondCoalition(_ sortie: Sortie) -> String? {
    for (index, coalition) in sortie.participants.enumerated() {
      guard let most = coalition.count?.max else { continue }
      let members = sortie.participants.filter { $0.under == coalition.operator }
      let least = members.reduce(0) { $0 + ($1.count?.min ?? 0) }
      if least > most { return "/participants/\(index) has \(most) aircraft, its members \(least)" }
    }
    return nil
  }

  private static func partBeyondToll(_ sortie: Sortie) -> String? {
    for slot in [\Casualty.killed, \Casualty.wounded] {
      let wholes = sortie.casualties.filter { $0.relation != .part }.compactMap { $0[keyPath: slot] }
      // Which toll a part belongs to is not told: it is too large only where it exceeds every one of them.
      let isOpen = wholes.contains { $0.max == nil }
      if let greatest = wholes.compactMap(\.max).max(), !isOpen {
        for (index, casualty) in sortie.casualties.enumerated() where casualty.relation == .part {
          if let part = casualty[keyPath: slot]?.min, part > greatest {
            return "/casualties/\(index) is a part of \(part), the greatest toll is \(greatest)"
          }
        }
      }
    }
    for (index, casualty) in sortie.casualties.enumerated() {
      let hurt = [casualty.killed, casualty.wounded].compactMap { $0 }
      guard !hurt.isEmpty, hurt.allSatisfy({ $0.max != nil }) else { continue }
      let most = hurt.reduce(0) { $0 + ($1.max ?? 0) }
      let least = (casualty.children?.min ?? 0) + (casualty.women?.min ?? 0)
      if least > most { return "/casualties/\(index) has \(least) women and children among \(most)" }
    }
    return nil
  }
}
