internal import SortieSchema

/// The texts of a run by their digests, in as little memory as their number allows: a run may have millions.
struct SeenTexts: Sendable {
  private struct Slot: Sendable {
    /// The first half of a digest; 0 stands for none.
    var high: UInt64 = 0
    /// A part of the second half.
    var low: UInt32 = 0
    /// The number of the text.
    var text: UInt32 = 0
  }

  /// A power of two of them, at most three quarters full; what finds its slot taken goes to the next.
  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  private var taken = 0
  /// The ids of all texts, one after the other.
  private var ids: [UInt8] = []
  private var idEnds: [Int] = []
  /// Days of publication, as days since 1970; `noDay` where none is known.
  private var days: [Int32] = []
  private static let noDay = Int32.min

  /// The first text of any of several digests.
  func first(of digests: [TextDigest]) -> (document: String, published: CalendarDate?)? {
    for digest in digests {
      let slot = slots[place(of: Self.slot(digest))]
      guard slot.high != 0 else { continue }
      let text = Int(slot.text)
      let start = text > 0 ? idEnds[text - 1] : 0
      let day = days[text] == Self.noDay ? nil : CalendarDate(dayNumber: Int(days[text]))
      return (String(decoding: ids[start..<idEnds[text]], as: UTF8.self), day)
    }
    return nil
  }

  /// Remembers a text under its digests; a text that had one of them before is forgotten under it.
  mutating func add(_ document: String, published: CalendarDate?, digests: [TextDigest]) {
    let number = UInt32(idEnds.count)
    ids.append(contentsOf: document.utf8)
    idEnds.append(ids.count)
    days.append(published.map { Int32($0.dayNumber) } ?? Self.noDay)
    for digest in digests {
      if taken * 4 >= slots.count * 3 { grow() }
      var slot = Self.slot(digest)
      slot.text = number
      let place = place(of: slot)
      if slots[place].high == 0 { taken += 1 }
      slots[place] = slot
    }
  }

  private static func slot(_ digest: TextDigest) -> Slot {
    Slot(high: max(digest.high, 1), low: UInt32(truncatingIfNeeded: digest.low))
  }

  /// Where a digest stands, or would.
  private func place(of slot: Slot) -> Int {
    var place = Int(truncatingIfNeeded: slot.high) & (slots.count - 1)
    while slots[place].high != 0, slots[place].high != slot.high || slots[place].low != slot.low {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.high != 0 { slots[place(of: slot)] = slot }
  }
}
