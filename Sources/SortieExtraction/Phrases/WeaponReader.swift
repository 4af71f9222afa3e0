internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// With which munition, and what kind of munition it is.
extension PhraseReader {
  func munition(_ node: Node) -> Sourced<SortieSchema.Munition>? {
    guard let index = node.capture("munition")?.nodes.first ?? (node.mention != nil ? -1 : nil) else { return nil }
    let name = index < 0 ? node : nodes[index]
    guard let found = candidate(name, in: .munition) else { return nil }
    // A bare "missile" may be anybody's; it counts where somebody used it, as "a single Brimstone" does.
    if node.capture("lead") == nil, node.capture("count") == nil,
      Self.plainCategories.contains(gazetteer.munitions[found.index].category),
      node.capture("article") == nil || isKindOfWeapon(gazetteer.munitions[found.index].id)
    {
      return nil
    }
    var count = numbers.count(node.capture("count"))
    count = count ?? node.capture("article").flatMap(one)
    let row = gazetteer.munitions[found.index]
    return Sourced(SortieSchema.Munition(name: row.name, count: count), node.range, by: row.id)
  }

  /// Whether a word for a munition that stands alone is no verb: "jets, seen over Arsal, bomb a convoy".
  func isWeapon(_ node: Node) -> Bool {
    guard node.capture("lead") == nil, node.capture("count") == nil, node.capture("article") == nil,
      let name = node.capture("munition"), let index = name.nodes.first,
      candidate(nodes[index], in: .munition)?.isPlural == false
    else { return true }
    return words.language.attackVerbs[words.folded(name.range)] == nil
  }

  /// Whether a munition comes from aircraft alone, by its category.
  func isDroppedFromAircraft(_ id: String) -> Bool {
    guard let row = gazetteer.munitions[id: id] else { return false }
    return Self.airCategories.contains(row.category)
  }

  /// Whether a munition is a missile that only aircraft fire.
  func isAirMissile(_ id: String) -> Bool { gazetteer.munitions[id: id]?.category == Self.airMissile }

  /// Whether a munition comes from the ground, as long as no aircraft is told to have fired it.
  /// - Parameter besideHelicopters: whether helicopters were told before, which fire missiles against tanks as well.
  func isFiredFromGround(_ node: Node, besideHelicopters: Bool) -> Bool {
    switch row(ofMunition: node)?.category {
    case "artillery": true
    case "anti-tank-missile": !besideHelicopters
    default: false
    }
  }

  private func row(ofMunition node: Node) -> SortieGazetteer.Munition? {
    let name = node.capture("munition")?.nodes.first.map { nodes[$0] } ?? node
    return candidate(name, in: .munition).map { gazetteer.munitions[$0.index] }
  }

  /// Whether a munition told by its kind alone is mostly fired from the ground: "rockets".
  func isOftenFiredFromGround(_ node: Node) -> Bool {
    guard let row = row(ofMunition: node) else { return false }
    return row.category == "rocket" && isKindOfWeapon(row.id)
  }

  /// Whether a munition is a kind rather than a type: "guided bomb", "500lb bomb".
  func isKindOfWeapon(_ id: String) -> Bool {
    guard let row = gazetteer.munitions[id: id] else { return false }
    return row.category == "generic" || row.name.first.map { $0.isLowercase || $0.isNumber } ?? false
  }

  /// Kinds of munition that a text also names when nobody drops them.
  private static let plainCategories: Set<String> = [
    "generic", "artillery", "missile", airMissile, "rocket", "gun", "chemical",
  ]

  private static let airCategories: Set<String> = [
    "guided-bomb", "bomb", "barrel-bomb", "cluster-munition", "thermobaric", "incendiary",
  ]

  private static let airMissile = "air-to-surface-missile"
}
