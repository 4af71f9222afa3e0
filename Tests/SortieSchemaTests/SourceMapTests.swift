import SortieSchema
import Testing

@Suite("The way from a text back to its original")
struct SourceMapTests {
  /// A text with the place of each byte told one by one, to hold a map against.
  private struct Slow {
    var map = SourceMap()
    /// For each byte of the text the bytes that it stands for.
    var sources: [Range<Int>] = []

    mutating func copy(_ count: Int, from start: Int) {
      map.append(count, from: start)
      for offset in 0..<count { sources.append(start + offset..<start + offset + 1) }
    }

    mutating func units(_ number: Int, _ textUnit: Int, _ sourceUnit: Int, from start: Int) {
      map.append(number * textUnit, from: start, textUnit: textUnit, sourceUnit: sourceUnit)
      for unit in 0..<number {
        let source = start + unit * sourceUnit..<start + (unit + 1) * sourceUnit
        sources += Array(repeating: source, count: textUnit)
      }
    }

    mutating func insert(_ count: Int, at place: Int) {
      map.insert(count, at: place)
      sources += Array(repeating: place..<place, count: count)
    }

    func bytes(_ range: Range<Int>) -> Range<Int> {
      sources[range].map(\.lowerBound).min()!..<sources[range].map(\.upperBound).max()!
    }
  }

  /// A text of some runs, the original of which is read from left to right.
  private static func random(seed: Int, over length: Int) -> Slow {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    var slow = Slow()
    var position = 0
    while position < length - 12 {
      position += next(3)
      switch next(4) {
      case 0:
        let count = 1 + next(6)
        slow.copy(count, from: position)
        position += count
      case 1:
        let number = 1 + next(3)
        let width = 1 + next(3)
        slow.units(number, 1 + next(3), width, from: position)
        position += number * width
      case 2: slow.insert(1 + next(3), at: position)
      default:
        slow.units(1, 1 + next(4), 5, from: position)
        position += 5
      }
    }
    return slow
  }

  @Test("Any range leads back to the bytes that its own bytes stand for", arguments: 1...40)
  func ranges(seed: Int) {
    let slow = Self.random(seed: seed, over: 60)
    #expect(slow.map.textCount == slow.sources.count)
    for start in slow.sources.indices {
      for end in start + 1...slow.sources.count {
        #expect(slow.map.location(of: start..<end).bytes == slow.bytes(start..<end), "\(start)..<\(end)")
      }
    }
  }

  @Test("Two maps one after the other lead to where both lead in turn", arguments: 1...60)
  func composed(seed: Int) {
    let inner = Self.random(seed: seed, over: 80)
    let outer = Self.random(seed: seed + 1000, over: inner.sources.count)
    let both = outer.map.composed(with: inner.map)
    #expect(both.textCount == outer.sources.count)
    for offset in outer.sources.indices where !outer.sources[offset].isEmpty {
      #expect(both.location(of: offset..<offset + 1).bytes == inner.bytes(outer.sources[offset]), "\(offset)")
    }
  }

  @Test("Copied bytes make one run, however they come")
  func compact() {
    var map = SourceMap()
    for offset in 0..<100_000 { map.append(1, from: 7 + offset) }
    #expect(map == SourceMap(copying: 100_000, from: 7))
    #expect(map.location(of: 99_999..<100_000).bytes == 100_006..<100_007)
  }

  @Test("Words that the original tells in another order lead to all of its bytes between them")
  func moved() {
    var map = SourceMap()
    map.append(4, from: 40)
    map.append(4, from: 10)
    map.append(4, from: 60)
    #expect(map.location(of: 0..<12).bytes == 10..<64)
    #expect(map.location(of: 5..<6).bytes == 11..<12)
  }

  @Test("Pages are told without bytes, and across their edges")
  func pages() {
    var map = SourceMap()
    for page in 1...3 {
      map.begin(page: page)
      map.appendWithoutBytes(10)
    }
    #expect(map.location(of: 3..<6) == SourceLocation(pages: 1...1))
    #expect(map.location(of: 12..<25) == SourceLocation(pages: 2...3))
    #expect(map.location(of: 12..<25).description == "pages 2–3")
    #expect(map.location(of: 9..<10).description == "page 1")
    var words = SourceMap()
    words.append(8, from: 6)
    words.insert(1, at: 14)
    words.append(6, from: 24)
    let both = words.composed(with: map)
    #expect(both.textCount == 15)
    #expect(both.location(of: 0..<3) == SourceLocation(pages: 1...1))
    #expect(both.location(of: 4..<8) == SourceLocation(pages: 2...2))
    #expect(both.location(of: 3..<14) == SourceLocation(pages: 1...3))
  }

  @Test("A part is told with the bytes in it")
  func parts() {
    var map = SourceMap()
    map.begin(part: "a.xml")
    map.append(5, from: 20)
    map.begin(part: "b.xml")
    map.append(5, from: 2)
    #expect(map.location(of: 1..<3).description == "a.xml, bytes 21–23")
    #expect(map.location(of: 6..<7).description == "b.xml, bytes 3–4")
    let tail = SourceMap(copying: 4, from: 5).composed(with: map)
    #expect(tail.location(of: 0..<4).description == "b.xml, bytes 2–6")
  }

  @Test("Ranges beyond the text are cut to it, and an empty text leads nowhere")
  func edges() {
    #expect(SourceMap(copying: 5, from: 10).location(of: 3..<90).bytes == 13..<15)
    #expect(SourceMap().location(of: 0..<4) == SourceLocation())
  }
}
