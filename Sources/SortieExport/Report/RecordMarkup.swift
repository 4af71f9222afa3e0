import SortieSchema

/// The row and the card of a record.
struct RecordMarkup {
  let row: RecordRow
  /// Number of the text in the report, and of the record in its text; both from 1.
  let text: Int
  let number: Int
  let groups: [SlotGroup]
  let names: OperatorNames
  /// Ids of the elements of cells, and of the words that each was read from.
  let cells: [String: (id: String, words: String)]
  /// Whether the record's sentence is marked in the text.
  let hasSentence: Bool
  /// Number of the record of which this one is a part, where it is one of the same text.
  let whole: Int?

  private var record: Sortie { row.record }

  /// Below this, readings are more often wrong than those of the table as a whole.
  static let lowConfidence = 0.5

  func writeRow(into markup: inout Markup) {
    let date = ReportColumn.date(record.date)
    markup.open(
      "tr",
      [
        "class": "record", "data-t": String(text), "data-r": String(number), "data-status": record.status.rawValue,
        "data-kind": record.kind.rawValue,
        "data-ops": Column.unique(record.participants.map { names($0.operator) }).joined(separator: "|"),
        "data-from": record.date.flatMap { $0.start ?? $0.end }?.description,
        "data-to": record.date.flatMap { $0.end ?? $0.start }?.description,
        "data-doubt": record.findings.isEmpty && record.confidence >= Self.lowConfidence ? nil : "1",
      ])
    markup.element("th", ["scope": "row", "data-kind": "date", "data-v": date.sortKey]) { markup in
      markup.element("a", ["href": "#r\(text)-\(number)"]) { markup in
        markup.element("bdi", text: date.text)
      }
    }
    for column in ReportColumn.all {
      let value = column.value(row, names)
      markup.element("td", ["data-kind": column.kind?.rawValue, "data-v": value?.sortKey]) { markup in
        for (index, item) in (value?.items ?? []).enumerated() {
          if index > 0 { markup.text("; ") }
          // "Su-24M" is not to be broken at its hyphen.
          markup.element("bdi", ["class": item.utf8.count <= 14 ? "short" : "long"], text: item)
        }
      }
    }
    markup.element("td", ["data-kind": "claimant"]) { writeClaims(into: &$0) }
    markup.element("td") { markup in
      markup.element("span", ["class": "status \(record.status.rawValue)"], text: record.status.rawValue)
    }
    markup.element("td", ["class": "number", "data-v": Self.confidence(record.confidence)]) {
      writeConfidence(into: &$0)
    }
    markup.element("td") { markup in
      let title = row.document.title ?? row.document.id
      // Of a path its end tells texts apart, and it is the beginning that a narrow column shows.
      let parts = row.document.title == nil ? title.split(separator: "/") : []
      let shown = parts.count > 3 ? "…/\(parts.suffix(2).joined(separator: "/"))" : title
      markup.element("bdi", ["class": "title", "title": title], text: shown)
    }
    markup.close("tr")
    markup.newLine()
  }

  private func writeClaims(into markup: inout Markup) {
    for (index, claim) in record.claims.enumerated() {
      if index > 0 { markup.text("; ") }
      markup.element("span", ["class": claim.stance.rawValue]) { markup in
        markup.element("bdi", text: claim.claimant)
        markup.text(" ")
        markup.element(claim.stance == .asserts ? "span" : "b", text: claim.stance.rawValue)
        if let about = claim.about, about != .action { markup.text(" (\(about.rawValue))") }
      }
    }
  }

  private func writeConfidence(into markup: inout Markup) {
    markup.text(Self.confidence(record.confidence))
    if record.confidence < Self.lowConfidence { markup.element("span", ["class": "low"], text: "low") }
    if !record.findings.isEmpty {
      let count = record.findings.count
      markup.element(
        "span", ["class": "doubt", "title": record.findings.map(\.message).joined(separator: "; ")],
        text: "\(count) finding\(count == 1 ? "" : "s")")
    }
  }

  /// Two digits behind the point.
  static func confidence(_ value: Double) -> String {
    let hundredths = value.isFinite ? Int((min(max(value, 0), 1) * 100).rounded()) : 0
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  func writeCard(into markup: inout Markup) {
    markup.open("section", ["class": "card", "id": "r\(text)-\(number)", "aria-label": "Record \(number)"])
    markup.element("h4") { markup in
      if hasSentence {
        markup.element(
          "a", ["href": "#s\(text)-\(number)", "class": "badge", "title": "To its sentence"], text: String(number))
      } else {
        markup.element("span", ["class": "badge"], text: String(number))
      }
      markup.text(" \(record.kind.rawValue) ")
      markup.element("span", ["class": "status \(record.status.rawValue)"], text: record.status.rawValue)
      switch record.scope {
      case .event: break
      case .summary: markup.element("span", ["class": "scope"], text: "total")
      case .cumulative: markup.element("span", ["class": "scope"], text: "running total")
      }
    }
    markup.element("dl") { markup in
      for group in groups { write(group, into: &markup) }
      markup.element("dt", text: "Confidence")
      markup.element("dd") { markup in
        let value = Self.confidence(record.confidence)
        markup.element("meter", ["min": "0", "max": "1", "low": "0.5", "value": value], text: value)
        markup.text(" \(value)\(record.confidence < Self.lowConfidence ? ", low" : "")")
      }
      if !record.findings.isEmpty {
        markup.element("dt", text: "Findings")
        markup.element("dd") { markup in
          for finding in record.findings {
            markup.element("p", ["class": "doubt"]) { markup in
              markup.element("bdi", text: finding.message)
              markup.text(" [\(finding.rule)]")
            }
          }
        }
      }
      if let partOf = record.partOf {
        markup.element("dt", text: "Part of")
        markup.element("dd") { markup in
          if let whole {
            markup.element("a", ["href": "#r\(text)-\(whole)"], text: "record \(whole)")
          } else {
            markup.element("code", text: partOf)
          }
        }
      }
      if let source = row.evidenceSource {
        markup.element("dt", text: "In the original")
        markup.element("dd") { $0.element("bdi", text: source) }
      }
      markup.element("dt", text: "Id")
      markup.element("dd") { $0.element("code", text: record.id) }
    }
    markup.close("section")
    markup.newLine()
  }

  private func write(_ group: SlotGroup, into markup: inout Markup) {
    markup.element("dt", text: group.heading)
    markup.element("dd") { markup in
      for slot in group.slots {
        markup.element("p") { markup in
          let stance = slot.stance.map { " \($0.rawValue)" } ?? ""
          if let cell = cells[slot.pointer] {
            markup.element(
              "a",
              [
                "class": "cell \(group.kind.rawValue)\(stance)", "id": cell.id, "href": "#\(cell.words)", "dir": "auto",
              ],
              text: slot.text)
          } else {
            markup.element("span", ["class": "cell unread\(stance)", "dir": "auto"], text: slot.text)
          }
        }
      }
    }
  }
}
