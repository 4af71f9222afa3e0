import SortieSchema

extension WideColumns {
  static let counts: [Column] = [
    Column("sorties_min", .integer, "Least number of sorties (flights) that the words allow.") {
      $1.put($0.record.counts.sorties?.min)
    },
    Column("sorties_max", .integer, "Greatest number of sorties; empty where there is no upper bound.") {
      $1.put($0.record.counts.sorties?.max)
    },
    Column("sorties_net", .integer, netMeaning("sorties")) { $1.put($0.netSorties) },
    Column("strikes_min", .integer, "Least number of strikes, raids, attacks; strikes are never turned into sorties.") {
      $1.put($0.record.counts.strikes?.min)
    },
    Column("strikes_max", .integer, "Greatest number of strikes; empty where there is no upper bound.") {
      $1.put($0.record.counts.strikes?.max)
    },
    Column("strikes_net", .integer, netMeaning("strikes")) { $1.put($0.netStrikes) },
    Column("engagements", .integer, "Number of engagements: the minimum where one is told, else the maximum.") {
      $1.put($0.record.counts.engagements?.bestFigure)
    },
    Column("targets_min", .integer, "Least number of targets hit, where the text itself tells their number.") {
      $1.put($0.record.counts.targets?.min)
    },
    Column("targets_max", .integer, "Greatest number of targets; empty where there is no upper bound.") {
      $1.put($0.record.counts.targets?.max)
    },
    Column("targets_net", .integer, netMeaning("targets")) { $1.put($0.netTargets) },
  ]

  private static func netMeaning(_ what: String) -> String {
    "The column to add up for \(what): an event's own best figure (the minimum, else the maximum), a summary's own less "
      + "that of its parts and never below 0, nothing for a running total. Its sum over a text is what the text says "
      + "in all."
  }

  static let exactness: [Column] = [
    Column("n_tolls", .integer, "Number of tolls told; parts of a toll are not counted.") { row, cell in
      cell.put(row.record.casualties.count { $0.relation != .part })
    },
    Column("approximate", .boolean, "true: a number of the record is told as about, some, dozens, several.") {
      $1.put($0.hasInexactCount)
    },
  ]
}

extension RecordRow {
  /// Whether any count of the record is told as "about" or by a word such as "dozens".
  var hasInexactCount: Bool {
    let counts = record.counts
    return counts.sorties.isInexact || counts.strikes.isInexact || counts.engagements.isInexact
      || counts.targets.isInexact || counts.munitions.isInexact
      || record.participants.contains { $0.count.isInexact } || record.targets.contains { $0.count.isInexact }
      || record.munitions.contains { $0.count.isInexact }
      || record.casualties.contains {
        $0.killed.isInexact || $0.wounded.isInexact || $0.children.isInexact || $0.women.isInexact
      }
  }
}

extension Count? {
  fileprivate var isInexact: Bool { map { $0.approximate || $0.vague } ?? false }
}
