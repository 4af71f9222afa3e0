/// How a set of texts was read, as a whole and by slot, by group and by text.
public struct ScoreReport: Sendable {
  /// Texts of one style, source or whatever they were grouped by.
  public struct Group: Sendable {
    public let name: String
    public let texts: Int
    public let records: Tally
    public let slots: [Slot: Tally]

    public var allSlots: Tally { slots.values.sum }
  }

  /// In the order of the gold.
  public let texts: [TextScore]
  /// In the order of their names; empty where texts were not grouped.
  public let groups: [Group]
  public let slots: [Slot: Tally]
  public let records: Tally
  /// Killed and wounded civilians, the figure that does most harm when wrong.
  public let civilianCasualties: Tally
  public let calibration: CalibrationTable

  /// - Parameter groups: group by document id; a text without a group is in none.
  public init(texts: [TextScore], groups: [String: String] = [:]) {
    self.texts = texts
    slots = Self.slots(of: texts)
    records = texts.map(\.records).sum
    civilianCasualties = texts.map(\.civilianCasualties).sum
    calibration = texts.reduce(into: CalibrationTable()) { $0 += $1.calibration }
    let grouped = Dictionary(grouping: texts.filter { groups[$0.document] != nil }) { groups[$0.document] ?? "" }
    self.groups = grouped.keys.sorted().map { name in
      let texts = grouped[name] ?? []
      return Group(
        name: name, texts: texts.count, records: texts.map(\.records).sum, slots: Self.slots(of: texts))
    }
  }

  public var allSlots: Tally { slots.values.sum }
  public var goldRecords: Int { texts.reduce(0) { $0 + $1.goldRecords } }
  public var predictedRecords: Int { texts.reduce(0) { $0 + $1.predictedRecords } }
  /// Texts that gold has no record of.
  public var textsWithoutRecord: [TextScore] { texts.filter { $0.goldRecords == 0 } }
  /// Those of them that were given records all the same.
  public var falselyRead: [TextScore] { textsWithoutRecord.filter { $0.predictedRecords > 0 } }

  /// The texts with most slots missed and invented, worst first; no text that was read without fault.
  public func worst(_ count: Int) -> [TextScore] {
    func faults(_ text: TextScore) -> Int { text.allSlots.spurious + text.allSlots.missing }
    // Equal texts stay in their order, so that two runs print the same list.
    return texts.enumerated().filter { faults($0.element) > 0 }
      .sorted { a, b in
        let (first, second) = (faults(a.element), faults(b.element))
        return first == second ? a.offset < b.offset : first > second
      }
      .prefix(count).map(\.element)
  }

  private static func slots(of texts: [TextScore]) -> [Slot: Tally] {
    texts.reduce(into: [:]) { sum, text in sum.merge(text.slots, uniquingKeysWith: +) }
  }
}
