import SortieSchema

extension Layout {
  public static let claims = Layout(
    "claims", "one row somebody who says so, or who says that it is not so", key: SharedColumns.partKey,
    references: [.record], columns: ClaimsColumns.all
  ) { $0.parts(\.claims) }
}

private enum ClaimsColumns {
  typealias Item = TableColumn<Part<Claim>>

  static let all: [Item] =
    SharedColumns.key("claims", slot: "claims") + [
      Item(
        "claimant", .string, "Who says it: the gazetteer's name where it knows one, else as written.", isRequired: true
      ) { $1.put($0.value.claimant) },
      Item("claimant_kind", .string, "What the claimant is.", words: Claim.Kind.words) {
        $1.put($0.value.kind?.rawValue)
      },
      Item("via", .string, "Outlet that relays the claim.") { $1.put($0.value.via) },
      Item(
        "stance", .string, "Whether the claimant asserts, denies or doubts it.", words: Claim.Stance.words,
        isRequired: true
      ) { $1.put($0.value.stance.rawValue) },
      Item(
        "about", .string, "What is asserted or denied; empty: the action as a whole.", words: Claim.About.words
      ) { $1.put($0.value.about?.rawValue) },
      Item("text", .string, "The words of the claim.") { $1.put($0.value.text) },
    ]
}
