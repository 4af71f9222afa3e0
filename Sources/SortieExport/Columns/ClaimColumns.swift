import SortieSchema

/// Who stands behind the statement that the operator flew.
enum Attribution: String, CaseIterable, Sendable { case declared, alleged, unattributed }

extension WideColumns {
  static let claims: [Column] = [
    Column("claimed_by", .string, "Who says that it was flown, joined by \"; \".") {
      Cell(list: unique($0.record.assertions.map(\.claimant)))
    },
    Column(
      "claimant_kind", .string,
      "Kinds of those who claim it: official, monitor, agency, outlet, group, anonymous; joined by \"; \"."
    ) { Cell(list: unique($0.record.assertions.compactMap { $0.kind?.rawValue })) },
    Column(
      "denied_by", .string,
      "Who denies it, joined by \"; \"; what is denied stands in brackets where it is not the action itself, e.g. "
        + "\"Pentagon (coordination)\"."
    ) { row in
      let denials = row.record.claims.filter { $0.stance == .denies }
      return Cell(
        list: unique(
          denials.map { claim in
            guard let about = claim.about, about != .action else { return claim.claimant }
            return "\(claim.claimant) (\(about.rawValue))"
          }))
    },
    Column("via", .string, "Outlets that relay the claims, joined by \"; \".") {
      Cell(list: unique($0.record.claims.compactMap(\.via)))
    },
  ]
}

extension Sortie {
  var assertions: [Claim] { claims.filter { $0.stance == .asserts } }
}

extension RecordRow {
  /// Nil where somebody claims the action, but it is not known for whom claimants speak.
  var attribution: Attribution? {
    // Who vouches only for a toll or a coordination does not say who flew.
    let claimants = record.assertions.filter { $0.about != .casualties && $0.about != .coordination }
    guard !claimants.isEmpty else { return .unattributed }
    guard let claimantSides = options.claimantSides else { return nil }
    var own = Set(record.participants.map(\.operator))
    own.formUnion(record.participants.compactMap(\.under))
    own.remove(Participant.unknownOperator)
    let isDeclared = claimants.contains { claim in claimantSides(claim.claimant).contains { own.contains($0) } }
    return isDeclared ? .declared : .alleged
  }
}
