import SortieSchema

extension WideColumns {
  static let effects: [Column] = [
    Column(
      "targets", .string,
      "What was hit, with its number and the effect where told, e.g. \"3 × vehicle (destroyed)\", joined by \"; \"."
    ) { row in
      Cell(
        list: row.record.targets.map { target in
          let counted = Count.counted(target.count, target.type)
          return target.effect.map { "\(counted) (\($0.rawValue))" } ?? counted
        })
    },
    Column("target_owners", .string, "Ids of the groups or states that the targets belonged to, joined by \"; \".") {
      Cell(list: unique($0.record.targets.compactMap(\.owner)))
    },
    Column(
      "munitions", .string,
      "Weapons with their number where told, e.g. \"2 × Paveway IV\"; \"12 × munition\" where only the number is told."
    ) { row in
      if row.record.munitions.isEmpty, let total = row.record.counts.munitions?.cellText {
        return .text("\(total) × munition")
      }
      return Cell(list: row.record.munitions.map { Count.counted($0.count, $0.name) })
    },
  ]

  static let casualties: [Column] =
    toll("civilians", .civilians, \.killed, "killed") + toll("civilians", .civilians, \.wounded, "wounded")
    + toll("fighters", .fighters, \.killed, "killed") + toll("fighters", .fighters, \.wounded, "wounded")
    + toll("soldiers", .soldiers, \.killed, "killed") + toll("unspecified", .people, \.killed, "killed")
    + toll("unspecified", .people, \.wounded, "wounded")

  private static func toll(
    _ name: String, _ who: Casualty.Who, _ slot: @escaping @Sendable (Casualty) -> Count?, _ what: String
  ) -> [Column] {
    let whom = who == .people ? "people of whom it is not told who they were" : who.rawValue
    return [
      Column(
        "\(name)_\(what)_min", .integer,
        "Least number of \(whom) \(what), over all tolls told. Rival tolls are ranged and never added up; a part of a "
          + "toll is contained in it."
      ) { Cell($0.record.toll(of: who, slot)?.min) },
      Column(
        "\(name)_\(what)_max", .integer, "Greatest number of \(whom) \(what); empty where there is no upper bound."
      ) { Cell($0.record.toll(of: who, slot)?.max) },
    ]
  }
}

extension Sortie {
  /// The range of all tolls of one kind of people: the lowest minimum and the highest maximum, each nil where one of the
  /// tolls is open on that side. Parts count only where no toll of the same people contains them.
  func toll(of who: Casualty.Who, _ slot: (Casualty) -> Count?) -> (min: Int?, max: Int?)? {
    var whole: (min: Int?, max: Int?)?
    var parts: (min: Int?, max: Int?)?
    for casualty in casualties where casualty.who == who {
      guard let count = slot(casualty) else { continue }
      if casualty.relation == .part {
        parts = Self.ranged(parts, with: count)
      } else {
        whole = Self.ranged(whole, with: count)
      }
    }
    return whole ?? parts
  }

  private static func ranged(_ range: (min: Int?, max: Int?)?, with count: Count) -> (min: Int?, max: Int?) {
    guard let range else { return (count.min, count.max) }
    return (
      min: range.min.flatMap { low in count.min.map { Swift.min(low, $0) } },
      max: range.max.flatMap { high in count.max.map { Swift.max(high, $0) } }
    )
  }
}
