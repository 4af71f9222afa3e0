import SortieSchema

/// A column of the report's table of records.
struct ReportColumn: Sendable {
  struct Value: Equatable {
    /// What stands in the cell, joined by "; ".
    var items: [String]
    /// By what the table is sorted, where the text will not do; numbers sort as numbers.
    var sortKey: String?
  }

  let title: String
  /// The kind of slots that the column shows, as `SlotGroup` has them; nil for what is no slot.
  let kind: HighlightKind?
  let value: @Sendable (RecordRow, OperatorNames) -> Value?

  /// The date stands before these and leads to the record.
  static let all: [ReportColumn] = [
    ReportColumn(title: "Operators", kind: .aircraft) { row, names in
      joined(Column.unique(row.record.participants.map { names($0.operator) }))
    },
    ReportColumn(title: "Aircraft", kind: .aircraft) { row, _ in joined(row.record.participants.aircraftTexts) },
    ReportColumn(title: "Numbers", kind: .count) { row, _ in
      let counts = row.record.counts
      let told = [("sortie", counts.sorties), ("strike", counts.strikes)].compactMap { name, count in
        count?.cellText.map { "\($0) \(name)\($0 == "1" ? "" : "s")" }
      }
      guard !told.isEmpty else { return nil }
      let scope = row.record.scope == .event ? "" : " (\(row.record.scope == .summary ? "total" : "running total"))"
      let figure = (counts.sorties ?? counts.strikes)?.bestFigure
      return Value(items: [told.joined(separator: ", ") + scope], sortKey: figure.map(String.init))
    },
    ReportColumn(title: "Place", kind: .place) { row, _ in
      joined(
        row.record.places.map { place in
          guard let relation = place.relationText, relation != "in" else { return place.displayName }
          return "\(relation) \(place.displayName)"
        })
    },
    ReportColumn(title: "Targets", kind: .target) { row, _ in
      joined(row.record.targets.map { Count.counted($0.count, $0.type) })
    },
    ReportColumn(title: "Casualties", kind: .casualty) { row, _ in
      let tolls = Casualty.Who.allCases.compactMap { who -> String? in
        let told = [
          ("killed", row.record.casualties.toll(of: who) { $0.killed?.bounds }),
          ("wounded", row.record.casualties.toll(of: who) { $0.wounded?.bounds }),
        ]
        .compactMap { word, toll in
          toll.flatMap { Count(min: $0.min, max: $0.max).cellText }.map { "\($0) \(word)" }
        }
        return told.isEmpty ? nil : "\(who.rawValue): \(told.joined(separator: ", "))"
      }
      return joined(tolls)
    },
  ]

  static func joined(_ values: [String]) -> Value? {
    values.isEmpty ? nil : Value(items: values)
  }

  /// A date and the day by which it is sorted, empty where it is not known.
  struct DateText: Equatable {
    let text: String
    let sortKey: String
  }

  /// The day, both days, or the words where they could not be resolved.
  static func date(_ date: SortieDate?) -> DateText {
    guard let date else { return DateText(text: "not told", sortKey: "") }
    switch (date.start, date.end) {
    case (let start?, let end?):
      let text = start == end ? "\(start)" : "\(start) – \(end)"
      return DateText(text: text, sortKey: start.description)
    case (let start?, nil): return DateText(text: "from \(start)", sortKey: start.description)
    case (nil, let end?): return DateText(text: "until \(end)", sortKey: end.description)
    case (nil, nil): return DateText(text: date.text.map { "“\($0)”" } ?? "not told", sortKey: "")
    }
  }
}
