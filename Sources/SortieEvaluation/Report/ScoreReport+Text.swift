extension ScoreReport: CustomStringConvertible {
  /// The figures as a page of text, without the worst texts.
  public var description: String { text(worst: 0) }

  /// The figures as a page of text.
  /// - Parameter worst: how many of the worst texts to show, each with what was missed and what was invented.
  public func text(worst count: Int) -> String {
    var lines = [
      "\(texts.count) texts, \(goldRecords) gold records, \(predictedRecords) predicted", "",
      Self.row("", "P", "R", "F1", "right", "invented", "missed"),
      Self.row("records", records),
      Self.row("all slots", allSlots),
    ]
    lines += slots.filter { !$0.value.isEmpty }
      .sorted { a, b in
        let (first, second) = (a.value.size, b.value.size)
        return first == second ? a.key.order < b.key.order : first > second
      }
      .map { Self.row("  \($0.key.rawValue)", $0.value) }
    if !civilianCasualties.isEmpty { lines += ["", Self.row("civilian tolls", civilianCasualties)] }
    let falseRecords = falselyRead.reduce(0) { $0 + $1.predictedRecords }
    lines += [
      "",
      "texts without any record: \(textsWithoutRecord.count); "
        + "of them given records: \(falselyRead.count) (\(falseRecords) in all)",
    ]
    lines += falselyRead.map { "  \($0.document)" }
    if !groups.isEmpty { lines += groupLines }
    if calibration.bins.contains(where: { $0.records > 0 }) { lines += calibrationLines }
    for text in worst(count) { lines += [""] + Self.lines(of: text) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var groupLines: [String] {
    let width = max(14, (groups.map(\.name.count).max() ?? 0) + 2)
    let head =
      "".padded(width) + "texts".padded(7, left: true) + "  records P      R     F1" + "    slots P      R     F1"
    return ["", head]
      + groups.map { group in
        func three(_ tally: Tally) -> String {
          [tally.precision, tally.recall, tally.f1].map { Decimals.three($0).padded(7, left: true) }.joined()
        }
        return "  \(group.name)".padded(width) + "\(group.texts)".padded(7, left: true)
          + "  " + three(group.records).padded(23, left: true) + three(group.allSlots).padded(25, left: true)
      }
  }

  private var calibrationLines: [String] {
    ["", "confidence".padded(14) + "records".padded(9, left: true) + "slots".padded(8, left: true) + "   share right"]
      + calibration.bins.filter { $0.records > 0 }.map { bin in
        "  \(Decimals.two(bin.from))–\(Decimals.two(bin.to))".padded(14) + "\(bin.records)".padded(9, left: true)
          + "\(bin.right + bin.wrong)".padded(8, left: true) + Decimals.three(bin.share).padded(14, left: true)
      }
  }

  private static func lines(of text: TextScore) -> [String] {
    let slots = text.allSlots
    var lines = [
      "\(text.document): \(slots.matched) right, \(slots.spurious) invented, \(slots.missing) missed; "
        + "records: \(text.goldRecords) gold, \(text.predictedRecords) predicted, \(text.alignedRecords) aligned"
    ]
    for missed in text.missed {
      lines.append(
        "  missed    \(missed.slot.rawValue.padded(14)) \(missed.value)"
          + "  (gold \(missed.record + 1)\(missed.isOfWholeRecord ? ", not found" : ""))")
    }
    for invented in text.invented {
      lines.append(
        "  invented  \(invented.slot.rawValue.padded(14)) \(invented.value)"
          + "  (record \(invented.record + 1)\(invented.isOfWholeRecord ? ", in no gold" : ""))")
      if let sentence = invented.sentence {
        lines.append("            “\(sentence)”" + (invented.pattern.map { "  \($0)" } ?? ""))
      }
    }
    return lines
  }

  private static func row(_ name: String, _ tally: Tally) -> String {
    row(
      name, Decimals.three(tally.precision), Decimals.three(tally.recall), Decimals.three(tally.f1), "\(tally.matched)",
      "\(tally.spurious)", "\(tally.missing)")
  }

  private static func row(_ name: String, _ columns: String...) -> String {
    name.padded(16) + zip(columns, [7, 7, 7, 9, 10, 8]).map { $0.padded($1, left: true) }.joined()
  }
}

extension Tally {
  fileprivate var size: Int { matched + spurious + missing }
}

extension String {
  /// Filled with spaces to a width; longer text stays as it is.
  fileprivate func padded(_ width: Int, left: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - count))
    return left ? space + self : self + space
  }
}
