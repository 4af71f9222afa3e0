import SortieSchema

extension Layout {
  public static let targets = Layout(
    "targets", "one row a kind of thing hit", key: SharedColumns.partKey, references: [.record],
    columns: EffectsColumns.targets
  ) { $0.parts(\.targets) }

  public static let casualties = Layout(
    "casualties", "one row a toll, as one source tells it; rival tolls are never added up", key: SharedColumns.partKey,
    references: [.record], columns: EffectsColumns.casualties
  ) { $0.parts(\.casualties) }

  public static let munitions = Layout(
    "munitions", "one row a weapon used", key: SharedColumns.partKey, references: [.record],
    columns: EffectsColumns.munitions
  ) { $0.parts(\.munitions) }
}

private enum EffectsColumns {
  typealias TargetItem = TableColumn<Part<Target>>
  typealias CasualtyItem = TableColumn<Part<Casualty>>
  typealias MunitionItem = TableColumn<Part<Munition>>

  static let targets: [TargetItem] =
    SharedColumns.key("targets", slot: "targets") + [
      TargetItem("type", .string, "What was hit, in the singular: command post, vehicle …", isRequired: true) {
        $1.put($0.value.type)
      }
    ] + SharedColumns.count("count", "such targets", unit: "targets") { $0.value.count } + [
      TargetItem("effect", .string, "What became of it.", words: Target.Effect.words) {
        $1.put($0.value.effect?.rawValue)
      },
      TargetItem("owner", .string, "Id of the group or state that it belonged to.") { $1.put($0.value.owner) },
      TargetItem("text", .string, "The words that tell the target.") { $1.put($0.value.text) },
    ]

  static let casualties: [CasualtyItem] =
    SharedColumns.key("casualties", slot: "casualties") + [
      CasualtyItem(
        "who", .string, "Of whom the toll is; people: not told.", words: Casualty.Who.words, isRequired: true
      ) { $1.put($0.value.who.rawValue) }
    ] + SharedColumns.count("killed", "killed", unit: "people") { $0.value.killed }
    + SharedColumns.count("wounded", "wounded", unit: "people") { $0.value.wounded }
    + SharedColumns.count("children", "children among them", unit: "people") { $0.value.children }
    + SharedColumns.count("women", "women among them", unit: "people") { $0.value.women } + [
      CasualtyItem(
        "relation", .string,
        "How the toll stands to the others of the record: total, part (contained in a total), rival (another source's).",
        words: Casualty.Relation.words
      ) { $1.put($0.value.relation?.rawValue) },
      CasualtyItem("claim", .integer, "The position, in the claims of the record, of who tells the toll.") {
        $1.put($0.value.claim)
      },
    ]

  static let munitions: [MunitionItem] =
    SharedColumns.key("munitions", slot: "munitions") + [
      MunitionItem("name", .string, "The weapon: Paveway IV, barrel bomb …", isRequired: true) { $1.put($0.value.name) }
    ] + SharedColumns.count("count", "them", unit: "munitions") { $0.value.count }
}
