internal import ReportText
internal import SortieGazetteer
internal import SortiePatterns

/// Chooses for each name found by the gazetteer the mark under which patterns see it.
struct NameMarking {
  let gazetteer: Gazetteer
  /// Words that patterns read themselves, so that the gazetteer's reading of them is set aside.
  let plainWords: [Lexicon]
  /// Names of months and days, which are no places.
  let dayNames: [Lexicon]
  /// Words before a name that is also a word, which show it to be a place.
  let placeCues: Lexicon
  /// Words before a name in an uncommon spelling.
  let placePrepositions: Lexicon
  /// Words that put an action at a place.
  let relations: Lexicon
  /// Names of munitions that are verbs as well, words for aircraft, and words with which the object of a verb begins.
  let munitionVerbs, aircraftClasses, nounOpeners: Lexicon

  /// The mark of a mention, or nil where it is to stay plain text.
  /// - Parameters:
  ///   - previous: where the name before ends.
  ///   - before: the mark of that name; nil where it has none.
  ///   - next: where the next name begins.
  func mark(for mention: Mention, previous: Int, before: Mark?, next: Int, in text: [UInt8]) -> Mark? {
    var best: (rank: Int, mark: Mark)?
    for candidate in mention.candidates {
      guard let mark = mark(of: candidate), isCued(candidate, at: mention.range.lowerBound, in: text) else { continue }
      let rank = Self.rank(mark)
      if best == nil || rank < best!.rank { best = (rank, mark) }
    }
    // "In the Al-Mayadeen desert" is no broadcaster.
    if best?.mark == .claimant, mention.candidates.contains(where: { mark(of: $0) == .settlement }),
      mention.candidates.allSatisfy({
        $0.table != .claimant || Self.relays.contains(gazetteer.kind(ofClaimant: $0.index))
      }),
      isAtPlace(mention.range.lowerBound, in: text)
    {
      best = (Self.rank(.settlement), .settlement)
    }
    if best?.mark == .munition,
      isVerb(mention.range, flier: previous == mention.range.lowerBound - 1 ? before : nil, next: next, in: text)
    {
      return nil
    }
    if best?.mark == .thing, plainWords.contains(where: { $0.contains(text, mention.range) }) { return nil }
    if best?.mark == .settlement, dayNames.contains(where: { $0.contains(text, mention.range) }) { return nil }
    if best?.mark == .settlement,
      isFirstOfUnknown(mention, next: next, in: text) || isLastOfUnknown(mention, previous: previous, in: text)
    {
      return nil
    }
    if best?.mark == .settlement || best?.mark == .region || best?.mark == .admin, isHalfOfName(mention.range, in: text)
    {
      return nil
    }
    return best?.mark
  }

  /// Kinds of claimants that places are named like by chance.
  private static let relays: Set<String> = ["outlet", "agency"]

  /// Groups before places; what is more particular before what is less.
  private static func rank(_ mark: Mark) -> Int {
    switch mark {
    case .airforce: 0
    case .coalition: 1
    case .aircraft: 2
    case .munition: 3
    case .group, .stateForces: 4
    case .state: 5
    case .adjective: 6
    case .claimant: 7
    case .admin: 8
    case .settlement: 9
    case .metonym: 10
    case .region: 11
    case .thing: 12
    case .cue: 13
    default: 99
    }
  }

  /// Marks of those who fly or have others fly for them.
  private static let fliers = Mark.set([.aircraft, .airforce, .state, .metonym, .coalition])

  /// "Bomb" in "jets bomb rebels", "Israel bombs an army post": a munition's name between those who fly and a thing.
  private func isVerb(_ range: Range<Int>, flier: Mark?, next: Int, in text: [UInt8]) -> Bool {
    let end = range.upperBound
    guard end + 1 < text.count, text[end] == 0x20, munitionVerbs.contains(text, range),
      flier.map({ Self.fliers & Mark.set([$0]) != 0 }) ?? false
        || hasCue(aircraftClasses, before: range.lowerBound, in: text)
    else { return false }
    let first = text[end + 1]
    if next == end + 1 || first >= 0x41 && first <= 0x5A || first >= 0x30 && first <= 0x39 { return true }
    var stop = end + 1
    while stop < text.count, text[stop] | 0x20 >= 0x61 && text[stop] | 0x20 <= 0x7A || text[stop] == 0x2D { stop += 1 }
    return nounOpeners.contains(text, end + 1..<stop)
  }

  /// "Jebel" in "Jebel-Mgar" is no place of its own.
  private func isHalfOfName(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    let hyphen = UInt8(ascii: "-")
    func isCapital(_ index: Int) -> Bool { index < text.count && text[index] >= 0x41 && text[index] <= 0x5A }
    if range.upperBound < text.count, text[range.upperBound] == hyphen, isCapital(range.upperBound + 1) { return true }
    if goesOnWithArticle(range.upperBound, in: text) { return true }
    return range.lowerBound >= 2 && text[range.lowerBound - 1] == hyphen && text[range.lowerBound - 2] & 0x80 == 0
      && (text[range.lowerBound - 2] | 0x20) >= 0x61
  }

  /// "Sultan" in "Sultan Abdallah": a village of one word before another capital word that no table knows.
  private func isFirstOfUnknown(_ mention: Mention, next: Int, in text: [UInt8]) -> Bool {
    let end = mention.range.upperBound
    guard !text[mention.range].contains(0x20), end + 2 < text.count, text[end] == 0x20, next > end + 1,
      text[end + 1] >= 0x41, text[end + 1] <= 0x5A, text[end + 2] >= 0x61, text[end + 2] <= 0x7A,
      let place = mention.candidates.first(where: { $0.table == .place }),
      !gazetteer.hasPopulation(ofPlace: place.index)
    else { return false }
    var stop = end + 1
    while stop < text.count, text[stop] | 0x20 >= 0x61, text[stop] | 0x20 <= 0x7A { stop += 1 }
    let word = end + 1..<stop
    return !dayNames.contains { $0.contains(text, word) } && !plainWords.contains { $0.contains(text, word) }
  }

  /// "Hayat" in "near Albu Hayat": a village of one word after a capital word that follows a word for a place.
  private func isLastOfUnknown(_ mention: Mention, previous: Int, in text: [UInt8]) -> Bool {
    let start = mention.range.lowerBound
    guard !text[mention.range].contains(0x20), start >= 3, text[start - 1] == 0x20,
      let place = mention.candidates.first(where: { $0.table == .place }),
      !gazetteer.hasPopulation(ofPlace: place.index)
    else { return false }
    var begin = start - 1
    while begin > 0, text[begin - 1] | 0x20 >= 0x61, text[begin - 1] | 0x20 <= 0x7A { begin -= 1 }
    guard begin < start - 2, begin >= previous, text[begin] >= 0x41, text[begin] <= 0x5A else { return false }
    let word = begin..<start - 1
    if dayNames.contains(where: { $0.contains(text, word) }) || plainWords.contains(where: { $0.contains(text, word) })
    {
      return false
    }
    return hasCue(placeCues, before: begin, in: text) || hasCue(placePrepositions, before: begin, in: text)
  }

  /// "Dayr" in "Dayr Az Zayr": a blank, an Arabic article, and a capital after it.
  private func goesOnWithArticle(_ end: Int, in text: [UInt8]) -> Bool {
    guard end + 4 < text.count, text[end] == 0x20, text[end + 1] | 0x20 == 0x61 || text[end + 1] | 0x20 == 0x65 else {
      return false
    }
    var position = end + 2
    while position < text.count, position < end + 4, (text[position] | 0x20) >= 0x61, (text[position] | 0x20) <= 0x7A {
      position += 1
    }
    let letters = position - end - 1
    guard letters == 2 || letters == 3, position + 1 < text.count, "lrzsdnth".utf8.contains(text[end + 2] | 0x20) else {
      return false
    }
    // Not "and", "are", "at": an article is followed by a hyphen, or begins with a capital.
    let isArticle =
      text[position] == UInt8(ascii: "-")
      || text[position] == 0x20 && (text[end + 1] & 0x20 == 0 || "zldr".utf8.contains(text[end + 2]))
    return isArticle && text[position + 1] >= 0x41 && text[position + 1] <= 0x5A
  }

  /// Whether the word before shows a place: "near Hit".
  private func isCued(_ candidate: Candidate, at start: Int, in text: [UInt8]) -> Bool {
    guard candidate.needsCue else { return true }
    return hasCue(candidate.tier == .exact ? placeCues : placePrepositions, before: start, in: text)
  }

  /// Whether a word that puts an action at a place stands before, with or without an article.
  private func isAtPlace(_ start: Int, in text: [UInt8]) -> Bool {
    if hasCue(relations, before: start, in: text) { return true }
    let article = start - 4
    return article > 0 && text[article - 1] == 0x20 && text[start - 1] == 0x20
      && text[article..<(start - 1)].allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
      && hasCue(relations, before: article, in: text)
  }

  private func hasCue(_ cues: Lexicon, before start: Int, in text: [UInt8]) -> Bool {
    guard start >= 2, text[start - 1] == 0x20 else { return false }
    var begin = start - 1
    while begin > 0, text[begin - 1] | 0x20 >= 0x61, text[begin - 1] | 0x20 <= 0x7A { begin -= 1 }
    return cues.contains(text, begin..<start - 1)
  }

  private func mark(of candidate: Candidate) -> Mark? {
    switch candidate.table {
    case .aircraft: return .aircraft
    case .munition: return .munition
    case .targetType: return .thing
    case .group: return gazetteer.kind(ofGroup: candidate.index) == "state-forces" ? .stateForces : .group
    case .claimant: return .claimant
    case .airForce:
      let kind = gazetteer.kind(ofAirForce: candidate.index)
      switch candidate.aspect {
      case .adjective: return .adjective
      case .metonym: return .metonym
      case .cue: return kind == "coalition" ? .coalition : .cue
      default: break
      }
      switch kind {
      case "state": return .state
      case "coalition": return .coalition
      case "group": return .group
      default: return .airforce
      }
    case .place:
      switch gazetteer.feature(ofPlace: candidate.index) {
      case "country": return .state
      case "governorate": return .admin
      case "region", "river", "lake", "sea", "mountain": return .region
      default: return .settlement
      }
    }
  }
}
