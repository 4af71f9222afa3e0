import SortieSchema

/// Who stands behind the statement that the operator flew.
enum Attribution: String, CaseIterable, Sendable { case declared, alleged, unattributed }

extension WideColumns {
  static let claims: [Column] = [
    Column("claimed_by", .string, "Who says that it was flown, joined by \"; \".") {
      $1.put(unique: $0.record.claims) { $0.stance == .asserts ? $0.claimant : nil }
    },
    Column(
      "claimant_kind", .string,
      "Kinds of those who claim it: official, monitor, agency, outlet, group, anonymous; joined by \"; \"."
    ) { $1.put(unique: $0.record.claims) { $0.stance == .asserts ? $0.kind?.rawValue : nil } },
    Column(
      "denied_by", .string,
      "Who denies it, joined by \"; \"; what is denied stands in brackets where it is not the action itself, e.g. "
        + "\"Pentagon (coordination)\"."
    ) { row, cell in
      cell.put(unique: row.record.claims) { claim in
        guard claim.stance == .denies else { return nil }
        guard let about = claim.about, about != .action else { return claim.claimant }
        return "\(claim.claimant) (\(about.rawValue))"
      }
    },
    Column("via", .string, "Outlets that relay the claims, joined by \"; \".") {
      $1.put(unique: $0.record.claims, \.via)
    },
  ]
}

extension Sortie {
  var assertions: [Claim] { claims.filter { $0.stance == .asserts } }
}

extension Claim {
  /// Who vouches only for a toll or a coordination does not say who flew.
  fileprivate var saysWhoFlew: Bool { stance == .asserts && about != .casualties && about != .coordination }
}

extension Sortie {
  /// Whether a state, coalition or group took part, itself or by its members.
  fileprivate func isFlown(by side: String) -> Bool {
    side != Participant.unknownOperator && participants.contains { $0.operator == side || $0.under == side }
  }
}

extension RecordRow {
  /// Nil where somebody claims the action, but it is not known for whom claimants speak.
  var attribution: Attribution? {
    guard record.claims.contains(where: \.saysWhoFlew) else { return .unattributed }
    guard let claimantSides = table.claimantSides else { return nil }
    let isDeclared = record.claims.contains { claim in
      claim.saysWhoFlew && claimantSides(claim.claimant).contains { record.isFlown(by: $0) }
    }
    return isDeclared ? .declared : .alleged
  }
}
