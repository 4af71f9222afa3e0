internal import SortieSchema

/// Hangs denials on the action that they deny.
enum Denials {
  static func attach(_ denials: [(claim: Sourced<Claim>, sentence: Int)], to drafts: inout [Draft]) {
    for denial in denials {
      // The action told last before the denial, else the next one.
      // Coordination is denied of a joint action.
      let joint =
        denial.claim.value.about == .coordination
        ? drafts.indices.filter { drafts[$0].operators.count > 1 }
          .min { abs(drafts[$0].sentence - denial.sentence) < abs(drafts[$1].sentence - denial.sentence) } : nil
      if denial.claim.value.about == .coordination, joint == nil { continue }
      let target =
        joint
        ?? drafts.indices.last {
          drafts[$0].sentence <= denial.sentence && !drafts[$0].isCumulative
            && (denial.claim.value.about != .casualties || !drafts[$0].casualties.isEmpty)
        } ?? drafts.indices.last { drafts[$0].sentence <= denial.sentence } ?? drafts.indices.first
      guard let target else { continue }
      if !drafts[target].claims.contains(where: {
        $0.value.claimant == denial.claim.value.claimant && $0.value.stance == denial.claim.value.stance
      }) {
        drafts[target].claims.append(denial.claim)
      }
    }
    for index in drafts.indices {
      let draft = drafts[index]
      let denied = draft.claims.filter {
        $0.value.stance == .denies
          && ($0.value.about == nil || $0.value.about == .action || $0.value.about == .operator)
      }
      guard !denied.isEmpty else { continue }
      // Only where the text tells the action in the words of its denial is it told as denied.
      let onlyDenied = draft.sentences.allSatisfy { sentence in
        denied.contains { sentence.contains($0.range.lowerBound) }
      }
      drafts[index].status = onlyDenied && !draft.claims.contains { $0.value.stance == .asserts } ? .denied : .disputed
    }
  }
}
