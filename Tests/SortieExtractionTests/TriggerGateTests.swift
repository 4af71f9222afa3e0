import Testing

@testable import SortieExtraction

/// Texts without a word of flying or striking are told from others.
@Suite struct TriggerGateTests {
  private static let gate = TriggerGate(["strike", "struck", "sortie", "Royal Air Force", "reaper", "raid"])

  private func first(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    return Self.gate.firstTrigger(bytes, 0..<bytes.count)
  }

  @Test(
    "A stem at the start of a word is a trigger, whatever its case and ending",
    arguments: [
      ("Two strikes near Hit.", 4), ("STRUCK", 0), ("a “raid”", 5), ("an air-strike", 7), ("The Reaper’s crew", 4),
      ("the royal\nair-force said", 4), ("Sortie", 0),
    ])
  func stems(text: String, offset: Int) { #expect(first(text) == offset) }

  @Test(
    "A designation is a trigger, however it is joined",
    arguments: ["two Su-24 flew", "an F16", "Su\u{2011}24M", "a MiG\u{2013}29", "a B-52", "Су-24", "Mi8"])
  func designations(text: String) { #expect(first(text) != nil) }

  @Test(
    "Other words are none",
    arguments: [
      "", "st", "Nothing of note.", "a restrike", "upbraided", "in 2016 -24 degrees", "Covid-19 spread", "Zürich 2020",
      "royal air", "straits",
    ])
  func others(text: String) { #expect(first(text) == nil) }

  @Test("Only the range is looked at")
  func range() {
    let bytes = Array("strike, then strike".utf8)
    #expect(!Self.gate.isTriggered(bytes, 6..<15))
    #expect(!Self.gate.isTriggered(bytes, 13..<18))
    #expect(Self.gate.isTriggered(bytes, 13..<19))
  }
}
