import SortieSchema

/// A column of the table on the terminal.
struct GlanceColumn: Sendable {
  let title: String
  /// Nil where the record says nothing of it.
  let value: @Sendable (RecordRow) -> String?

  static let all: [GlanceColumn] = [
    GlanceColumn(title: "DATE", value: \.record.date?.periodText),
    GlanceColumn(title: "OPERATORS") { joined(Column.unique($0.record.participants.map(\.operator))) },
    GlanceColumn(title: "AIRCRAFT") { joined($0.record.participants.aircraftTexts) },
    GlanceColumn(title: "SORTIES/STRIKES") { row in
      let sorties = row.record.counts.sorties?.cellText.map { $0 == "1" ? "1 sortie" : "\($0) sorties" }
      let strikes = row.record.counts.strikes?.cellText.map { $0 == "1" ? "1 strike" : "\($0) strikes" }
      let told = [sorties, strikes].compactMap { $0 }
      // A total must not look like one more event.
      let scope = row.record.scope == .event || told.isEmpty ? [] : ["(\(row.record.scope.rawValue))"]
      return told.isEmpty ? nil : ([told.joined(separator: "; ")] + scope).joined(separator: " ")
    },
    GlanceColumn(title: "PLACE") { row in
      joined(
        row.record.places.map { place in
          guard let relation = place.relationText, relation != "in" else { return place.displayName }
          return "\(relation) \(place.displayName)"
        })
    },
    GlanceColumn(title: "TARGETS") { row in
      joined(
        row.record.targets.map { target in
          let counted = Count.counted(target.count, target.type)
          return target.owner.map { "\(counted) [\($0)]" } ?? counted
        })
    },
    GlanceColumn(title: "CASUALTIES") { row in
      joined(
        Casualty.Who.allCases.compactMap { who in
          let killed = row.record.casualties.toll(of: who) { $0.killed?.bounds }.flatMap {
            Count(min: $0.min, max: $0.max).cellText
          }
          let wounded = row.record.casualties.toll(of: who) { $0.wounded?.bounds }.flatMap {
            Count(min: $0.min, max: $0.max).cellText
          }
          let told = [killed.map { "\($0) killed" }, wounded.map { "\($0) wounded" }].compactMap { $0 }
          return told.isEmpty ? nil : "\(who.rawValue): \(told.joined(separator: ", "))"
        })
    },
    GlanceColumn(title: "CLAIMED BY") { row in
      let denials = row.record.claims.filter { $0.stance == .denies }.map { "denied by \($0.claimant)" }
      let status = row.record.status == .reported ? [] : ["[\(row.record.status.rawValue)]"]
      return joined(Column.unique(row.record.assertions.map(\.claimant)) + Column.unique(denials) + status)
    },
  ]

  private static func joined(_ values: [String]) -> String? {
    values.isEmpty ? nil : values.joined(separator: "; ")
  }
}

extension SortieDate {
  /// `2017-01-21`, `2017-01-21 – 2017-01-22`, else the words of the text.
  var periodText: String? {
    switch (start, end) {
    case (let start?, let end?): return start == end ? start.description : "\(start) – \(end)"
    case (let start?, nil): return "\(start) –"
    case (nil, let end?): return "– \(end)"
    case (nil, nil): return text
    }
  }
}
