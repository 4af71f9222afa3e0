import Testing
import TextScan

@testable import SortieGazetteer

/// Words that are passed over begin no name.
@Suite struct PassedOverWordsTests {
  private static let gazetteer = Result { try Gazetteer(files: SmallTables.files) }

  /// The next word or character, whatever it is.
  private static func everyWord(_ text: [UInt8], _ range: Range<Int>) -> NameScan.Place? {
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    guard let start = range.first(where: { isLetter(text[$0]) || isDigit(text[$0]) || text[$0] >= 0x80 }) else {
      return nil
    }
    if text[start] >= 0x80 { return (start, start, .other) }
    let kind = isLetter(text[start]) ? isLetter : isDigit
    let end = range.suffix(from: start).first { !kind(text[$0]) } ?? range.upperBound
    return (start, end, .name)
  }

  @Test("Mentions are those that a look at every word finds", arguments: 0..<300)
  func alike(seed: Int) throws {
    let gazetteer = try Self.gazetteer.get()
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 3
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let names =
      gazetteer.aircraft.map(\.name) + gazetteer.airForces.flatMap { [$0.name] + $0.aliases + $0.adjectives }
      + gazetteer.places.flatMap { [$0.name] + $0.aliases } + gazetteer.munitions.map(\.name)
      + gazetteer.targetTypes.map(\.name)
    let words = [
      "The", "the", "an", "As", "at", "al", "Al", "Es", "in", "Deep", "Kfar", "Tell", "Khan", "F", "24", "1,500",
    ]
    let joints = [" ", " ", " ", "-", ", ", ". ", "'s ", "\u{2019}s ", "", "/", "s ", "\u{2011}"]
    var text = ""
    for _ in 0..<(3 + random(20)) {
      var word = random(2) == 0 ? names[random(names.count)] : words[random(words.count)]
      switch random(6) {
      case 0: word = word.lowercased()
      case 1: word = word.uppercased()
      case 2: word = String(word.dropLast())
      default: break
      }
      text += word + joints[random(joints.count)]
    }
    let bytes = Array(text.utf8)
    var expected: [Mention] = []
    var finder = MentionFinder(gazetteer, text: bytes, end: bytes.count)
    finder.run(from: 0, into: &expected) { Self.everyWord(bytes, $0) }
    #expect(gazetteer.mentions(in: bytes) == expected, "\(text)")
  }
}
