internal import ReportText
internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// Places that a text introduces itself: "two villages, Qarbut and Zarnab", and later "in Qarbut".
extension ClauseReader {
  /// How many such places a text may have.
  private static let mostLocalPlaces = 12
  /// Shortest name that is taken up, in bytes: shorter ones are as often something else.
  private static let shortestName = 4

  /// Keeps places that no table holds.
  mutating func rememberLocal(_ places: [Sourced<DraftPlace>]) {
    for place in places
    where place.value.level == 4 && place.value.place.id == nil
      && place.value.place.name.utf8.count >= Self.shortestName
      && state.localPlaces.count < Self.mostLocalPlaces
      && !state.localPlaces.contains(where: { $0.value.place.name == place.value.place.name })
    {
      var kept = place
      kept.value.place.relation = "in"
      kept.value.place.distanceKm = nil
      kept.value.place.bearing = nil
      state.localPlaces.append(kept)
    }
  }

  /// Where the sentence names such places behind a word that puts an action there, apart from what was read of it.
  func localPlaces(outside top: [Int]) -> [Sourced<DraftPlace>] {
    guard !state.localPlaces.isEmpty else { return [] }
    var found: [Sourced<DraftPlace>] = []
    let bytes = phrases.words.text.bytes
    for place in state.localPlaces {
      let name = Array(place.value.place.name.utf8)
      var position = sentence.lowerBound
      while let start = Self.position(of: name, in: bytes, from: position, to: sentence.upperBound) {
        let range = start..<start + name.count
        position = range.upperBound
        guard isWord(range, in: bytes), followsRelation(start, in: bytes),
          !top.contains(where: { nodes[$0].range.overlaps(range) })
        else { continue }
        var here = place
        here.range = range
        found.append(here)
        break
      }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func position(of name: [UInt8], in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    guard end - start >= name.count else { return nil }
    for position in start...(end - name.count) where bytes[position] == name[0] {
      if bytes[position..<position + name.count].elementsEqual(name) { return position }
    }
    return nil
  }

  private func isWord(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) }
    return range.lowerBound > 0 && bytes[range.lowerBound - 1] == 0x20
      && (range.upperBound >= bytes.count || !isLetter(bytes[range.upperBound]))
  }

  private func followsRelation(_ start: Int, in bytes: [UInt8]) -> Bool {
    var begin = start - 1
    while begin > sentence.lowerBound, (0x61...0x7A).contains(bytes[begin - 1] | 0x20) { begin -= 1 }
    return begin < start - 1 && phrases.words.language.relations.contains(bytes, begin..<start - 1)
  }
}
