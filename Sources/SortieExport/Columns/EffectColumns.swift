import SortieSchema

extension WideColumns {
  static let effects: [Column] = [
    Column(
      "targets", .string,
      "What was hit, with its number and the effect where told, e.g. \"3 × vehicle (destroyed)\", joined by \"; \"."
    ) { row, cell in
      let targets = row.record.targets
      cell.put(list: targets.indices) { index, cell in
        cell.append(targets[index].count?.figure, targets[index].type)
        if let effect = targets[index].effect {
          cell.append(" (")
          cell.append(effect.rawValue)
          cell.append(")")
        }
        return true
      }
    },
    Column("target_owners", .string, "Ids of the groups or states that the targets belonged to, joined by \"; \".") {
      $1.put(unique: $0.record.targets, \.owner)
    },
    Column(
      "munitions", .string,
      "Weapons with their number where told, e.g. \"2 × Paveway IV\"; \"12 × munition\" where only the number is told."
    ) { row, cell in
      if row.record.munitions.isEmpty, let total = row.record.counts.munitions {
        if total.appendText(to: &cell.bytes) { cell.append(" × munition") }
      } else {
        let munitions = row.record.munitions
        cell.put(list: munitions.indices) { index, cell in
          cell.append(munitions[index].count?.figure, munitions[index].name)
          return true
        }
      }
    },
  ]

  static let casualties: [Column] =
    killed("civilians", .civilians) + wounded("civilians", .civilians) + killed("fighters", .fighters)
    + wounded("fighters", .fighters) + killed("soldiers", .soldiers) + killed("unspecified", .people)
    + wounded("unspecified", .people)

  private static func killed(_ name: String, _ who: Casualty.Who) -> [Column] {
    toll(name, who, "killed") { $0.killed?.bounds }
  }

  private static func wounded(_ name: String, _ who: Casualty.Who) -> [Column] {
    toll(name, who, "wounded") { $0.wounded?.bounds }
  }

  private static func toll(
    _ name: String, _ who: Casualty.Who, _ what: String, _ slot: @escaping @Sendable (Casualty) -> Bounds?
  ) -> [Column] {
    let whom = who == .people ? "people of whom it is not told who they were" : who.rawValue
    return [
      Column(
        "\(name)_\(what)_min", .integer,
        "Least number of \(whom) \(what), over all tolls told. Rival tolls are ranged and never added up; a part of a "
          + "toll is contained in it."
      ) { row, cell in
        guard !row.record.casualties.isEmpty else { return }
        cell.put(row.record.casualties.toll(of: who, slot)?.min)
      },
      Column(
        "\(name)_\(what)_max", .integer, "Greatest number of \(whom) \(what); empty where there is no upper bound."
      ) { row, cell in
        guard !row.record.casualties.isEmpty else { return }
        cell.put(row.record.casualties.toll(of: who, slot)?.max)
      },
    ]
  }
}

/// The least and the greatest number that words allow, each nil where they set no such bound.
typealias Bounds = (min: Int?, max: Int?)

extension Count {
  var bounds: Bounds { (min, max) }
}

extension [Casualty] {
  /// The range of all tolls of one kind of people: the lowest minimum and the highest maximum, each nil where one of the
  /// tolls is open on that side. Parts count only where no toll of the same people contains them.
  func toll(of who: Casualty.Who, _ slot: (Casualty) -> Bounds?) -> Bounds? {
    var whole: Bounds?
    var parts: Bounds?
    for index in indices where self[index].who == who {
      guard let toll = slot(self[index]) else { continue }
      if self[index].relation == .part {
        parts = Self.ranged(parts, with: toll)
      } else {
        whole = Self.ranged(whole, with: toll)
      }
    }
    return whole ?? parts
  }

  private static func ranged(_ range: Bounds?, with toll: Bounds) -> Bounds {
    guard let range else { return toll }
    return (
      min: range.min.flatMap { low in toll.min.map { Swift.min(low, $0) } },
      max: range.max.flatMap { high in toll.max.map { Swift.max(high, $0) } }
    )
  }
}
