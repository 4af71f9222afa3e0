import SortieSchema

extension ScoreReport {
  /// The figures as one JSON object in one line, with every text; shares that do not exist are null.
  public func json() -> [UInt8] {
    var out: [UInt8] = []
    Self.object(into: &out) { out in
      JSONWriter.key("texts", into: &out)
      JSONWriter.integer(texts.count, into: &out)
      JSONWriter.key("goldRecords", into: &out)
      JSONWriter.integer(goldRecords, into: &out)
      JSONWriter.key("predictedRecords", into: &out)
      JSONWriter.integer(predictedRecords, into: &out)
      JSONWriter.key("records", into: &out)
      Self.object(into: &out) { Self.write(records, into: &$0) }
      JSONWriter.key("allSlots", into: &out)
      Self.object(into: &out) { Self.write(allSlots, into: &$0) }
      JSONWriter.key("civilianCasualties", into: &out)
      Self.object(into: &out) { Self.write(civilianCasualties, into: &$0) }
      JSONWriter.key("slots", into: &out)
      Self.write(slots, into: &out)
      JSONWriter.key("textsWithoutRecord", into: &out)
      JSONWriter.integer(textsWithoutRecord.count, into: &out)
      JSONWriter.key("falselyRead", into: &out)
      Self.array(falselyRead, into: &out) { JSONWriter.string($0.document, into: &$1) }
      JSONWriter.key("groups", into: &out)
      Self.array(groups, into: &out) { group, out in
        Self.object(into: &out) { out in
          Self.write("name", group.name, into: &out)
          JSONWriter.key("texts", into: &out)
          JSONWriter.integer(group.texts, into: &out)
          JSONWriter.key("records", into: &out)
          Self.object(into: &out) { Self.write(group.records, into: &$0) }
          JSONWriter.key("allSlots", into: &out)
          Self.object(into: &out) { Self.write(group.allSlots, into: &$0) }
          JSONWriter.key("slots", into: &out)
          Self.write(group.slots, into: &out)
        }
      }
      JSONWriter.key("calibration", into: &out)
      Self.array(calibration.bins, into: &out) { bin, out in Self.object(into: &out) { Self.write(bin, into: &$0) } }
      JSONWriter.key("byText", into: &out)
      Self.array(texts, into: &out) { text, out in Self.object(into: &out) { Self.write(text, into: &$0) } }
    }
    return out
  }

  private static func write(_ text: TextScore, into out: inout [UInt8]) {
    write("document", text.document, into: &out)
    for (name, count) in [
      ("goldRecords", text.goldRecords), ("predictedRecords", text.predictedRecords),
      ("alignedRecords", text.alignedRecords),
    ] {
      write(name, count, into: &out)
    }
    JSONWriter.key("allSlots", into: &out)
    object(into: &out) { write(text.allSlots, into: &$0) }
    JSONWriter.key("missed", into: &out)
    array(text.missed, into: &out) { missed, out in
      object(into: &out) { out in
        write("slot", missed.slot.rawValue, into: &out)
        write("value", missed.value, into: &out)
        write("record", missed.record, into: &out)
        JSONWriter.key("wholeRecord", into: &out)
        JSONWriter.bool(missed.isOfWholeRecord, into: &out)
      }
    }
    JSONWriter.key("invented", into: &out)
    array(text.invented, into: &out) { invented, out in
      object(into: &out) { out in
        write("slot", invented.slot.rawValue, into: &out)
        write("value", invented.value, into: &out)
        write("record", invented.record, into: &out)
        JSONWriter.key("wholeRecord", into: &out)
        JSONWriter.bool(invented.isOfWholeRecord, into: &out)
        if let pattern = invented.pattern { write("pattern", pattern, into: &out) }
        if let sentence = invented.sentence { write("sentence", sentence, into: &out) }
      }
    }
  }

  private static func write(_ slots: [Slot: Tally], into out: inout [UInt8]) {
    let told = Slot.allCases.filter { !(slots[$0]?.isEmpty ?? true) }
    array(told, into: &out) { slot, out in
      object(into: &out) { out in
        write("slot", slot.rawValue, into: &out)
        write(slots[slot] ?? Tally(), into: &out)
      }
    }
  }

  private static func write(_ tally: Tally, into out: inout [UInt8]) {
    write("matched", tally.matched, into: &out)
    write("spurious", tally.spurious, into: &out)
    write("missing", tally.missing, into: &out)
    write("precision", tally.precision, into: &out)
    write("recall", tally.recall, into: &out)
    write("f1", tally.f1, into: &out)
  }

  private static func write(_ bin: CalibrationTable.Bin, into out: inout [UInt8]) {
    write("from", bin.from, into: &out)
    write("to", bin.to, into: &out)
    write("records", bin.records, into: &out)
    write("right", bin.right, into: &out)
    write("wrong", bin.wrong, into: &out)
    write("share", bin.share, into: &out)
  }

  private static func write(_ key: String, _ value: String, into out: inout [UInt8]) {
    JSONWriter.key(key, into: &out)
    JSONWriter.string(value, into: &out)
  }

  private static func write(_ key: String, _ value: Int, into out: inout [UInt8]) {
    JSONWriter.key(key, into: &out)
    JSONWriter.integer(value, into: &out)
  }

  private static func write(_ key: String, _ value: Double?, into out: inout [UInt8]) {
    JSONWriter.key(key, into: &out)
    if let value { JSONWriter.number(value, into: &out) } else { JSONWriter.null(into: &out) }
  }

  private static func object(into out: inout [UInt8], _ members: (inout [UInt8]) -> Void) {
    out.append(UInt8(ascii: "{"))
    members(&out)
    out.append(UInt8(ascii: "}"))
  }

  private static func array<Item>(_ items: [Item], into out: inout [UInt8], _ write: (Item, inout [UInt8]) -> Void) {
    out.append(UInt8(ascii: "["))
    for item in items {
      JSONWriter.comma(into: &out)
      write(item, &out)
    }
    out.append(UInt8(ascii: "]"))
  }
}
