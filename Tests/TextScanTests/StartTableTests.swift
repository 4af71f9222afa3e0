import Testing

@testable import TextScan

/// A text that was changed is searched anew only where it was, with the places that a new search gives.
@Suite struct StartTableTests {
  private func places(
    _ starts: Starts, of pattern: Int, _ from: Int, _ through: Int, path: ScanPath = .best
  ) -> [UInt32] {
    var found: [UInt32] = []
    let count = starts.findPlaces(of: pattern, from: from, through: through, into: &found, path: path)
    return Array(found.prefix(count))
  }

  @Test("Places after changes are those of the changed text", arguments: 0..<200)
  func changes(seed: Int) {
    var numbers = SeededNumbers(seed)
    func random(_ bound: Int) -> Int { numbers.below(bound) }
    var table = StartTable(patternCount: 1 + random(150))
    let last = table.width * 64 - 1
    for _ in 0..<40 {
      let classes = (0...random(3)).map { _ in random(4) == 0 ? UInt32.max : UInt32(1) << UInt32(random(6)) }
      table.add(
        StartTable.Start(
          classes: classes, marks: UInt64(random(16)), beginsWord: random(2) == 0, isCapital: random(3) == 0),
        pattern: random(last + 1))
    }
    func piece() -> [UInt8] {
      Array(["a", "B", "c", " ", "-", "7", "é", "\u{E001}", "\u{E003}", "d"][random(10)].utf8)
    }
    var text: [UInt8] = []
    for _ in 0..<random(60) { text += piece() }
    var starts = Starts()
    table.find(in: text, into: &starts)
    for _ in 0..<4 {
      var changed: [UInt8] = []
      var changes: [UInt32] = []
      var position = 0
      while position < text.count {
        var end = position + 1
        while end < text.count, text[end] & 0xC0 == 0x80 || random(3) > 0 && changes.count > 0 { end += 1 }
        if random(4) == 0 {
          changes += [UInt32(position), UInt32(end), UInt32(changed.count), UInt32(changed.count + 3)]
          changed += [0xEE, 0x80, 0x80 + UInt8(random(4))]
        } else {
          changed += text[position..<end]
        }
        position = end
      }
      text = changed
      table.update(&starts, to: text, changes: changes)
      var expected = Starts()
      table.find(in: text, into: &expected)
      #expect(starts.any == expected.any || text.isEmpty)
      for pattern in 0...last {
        let (from, through) = (random(3), text.count - random(3))
        guard from <= through else { continue }
        #expect(places(starts, of: pattern, from, through) == places(expected, of: pattern, from, through))
        #expect(
          places(starts, of: pattern, from, through) == places(starts, of: pattern, from, through, path: .portable))
      }
    }
  }
}
