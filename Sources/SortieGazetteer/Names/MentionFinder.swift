import ReportText
import TextScan

/// One pass over a text that finds the names of a gazetteer, leftmost and longest first.
struct MentionFinder {
  static let mostTokens = 14

  private let gazetteer: Gazetteer
  private let layers: [CompiledTables]
  /// Of all layers.
  private let keyBits: KeyBits
  private let text: [UInt8]
  private let limit: Int
  private var folded: [UInt8] = []
  private var keys = PlaceRunKeys()
  private var stored: [StoredCandidate] = []

  init(_ gazetteer: Gazetteer, text: [UInt8], end: Int) {
    self.gazetteer = gazetteer
    layers = gazetteer.layers
    keyBits = gazetteer.keyBits
    self.text = text
    limit = end
  }

  /// What was found at one place of the text.
  private struct Found {
    var end: Int
    /// Where the search goes on: behind a possessive.
    var resume: Int
    var candidates: [Candidate]
  }

  mutating func run(from start: Int, into mentions: inout [Mention]) {
    let (scan, text) = (gazetteer.scan, text)
    run(from: start, into: &mentions) { scan.next(in: text, $0) }
  }

  /// - Parameter next: the next word in a range from which a name may begin.
  mutating func run(
    from start: Int, into mentions: inout [Mention], next: (Range<Int>) -> NameScan.Place?
  ) {
    var index = start
    while index < limit, let stop = next(index..<limit) {
      var end = stop.end
      switch stop.stop {
      case .place, .name: break
      case .otherWithin:
        index = endOfWord(stop.start)
        continue
      case .other:
        let (value, length) = UTF8Reading.scalar(in: text, at: stop.start, end: limit)
        end = stop.start + length
        guard ScalarFolding.fold(value).kind == .letter else {
          index = end
          continue
        }
      }
      if let found = match(at: stop.start, beginsName: stop.stop != .place) {
        mentions.append(Mention(range: stop.start..<found.end, candidates: found.candidates))
        index = found.resume
      } else {
        index = endOfWord(end)
      }
    }
  }

  /// Past the letters, digits and inner apostrophes from `index` on.
  private func endOfWord(_ start: Int) -> Int {
    var index = start
    while index < limit {
      let byte = text[index]
      if (byte | 0x20) &- 0x61 < 26 || NameTokens.isDigit(byte) {
        index += 1
        continue
      }
      if byte == 0x27, index > start || start > 0, NameTokens.startsLetter(text, index + 1, limit) {
        index += 1
        continue
      }
      guard byte >= 0x80 else { break }
      let (value, length) = UTF8Reading.scalar(in: text, at: index, end: limit)
      let kind = ScalarFolding.fold(value).kind
      let isInner = kind == .apostrophe && NameTokens.startsLetter(text, index + length, limit)
      guard kind == .letter || kind == .mark || isInner else { break }
      index += length
    }
    return index
  }

  // MARK: One start

  /// What the words read so far look like.
  private struct Run {
    /// Nil until a word that is no article was read.
    var startsUpper: Bool?
    var isAllUpper = true
    var firstSeparator: NameSeparator?
    var dotted = false
    var tokens = 0
    /// Spaces between words.
    var spaces = 0
    var lastSeparator: NameSeparator?
    /// Whether the last word is small letters, one or two, after a space: "an F-16 a day", "the F-16 is".
    var endsInSmallWord = false
  }

  private mutating func match(at start: Int, beginsName: Bool) -> Found? {
    var best: Found?
    var hash = KeyHash(.name)
    var run = Run()
    var namesOpen = beginsName
    var placesOpen = true
    var article: Article?
    var position = start
    if keys.words > 0 { keys.reset() }
    while run.tokens < Self.mostTokens, let token = NameTokens.read(text, at: position, end: limit, folded: &folded) {
      let isArticle = !token.isDigits && TransliterationKey.isArticle(folded)
      if run.startsUpper == nil {
        if token.isDigits || token.startsUpper {
          run.startsUpper = true
        } else if !isArticle && !isThe {
          run.startsUpper = false
        }
      }
      let before = hash
      let wasAllUpper = run.isAllUpper
      run.isAllUpper = wasAllUpper && (token.isDigits || token.isAllUpper)
      run.tokens += 1
      run.endsInSmallWord =
        run.lastSeparator == .space && !token.isDigits && !token.startsUpper && folded.count <= 2
      hash.add(folded, isDigits: token.isDigits)
      if !token.isWordEnd || token.isDigits || !(token.startsUpper || isArticle) { placesOpen = false }
      if placesOpen, let leading = article {
        if !fits(leading, run.firstSeparator, folded[0]) { placesOpen = false }
        article = nil
      }
      if placesOpen, run.tokens == 1, isArticle {
        article = Article(count: folded.count, first: folded[0], second: folded[1], isUpper: token.startsUpper)
      }
      if token.isWordEnd {
        var found = namesOpen ? names(hash, before, token, run) : nil
        if placesOpen {
          if token.isPossessive { folded.removeLast() }
          keys.add(folded)
          if !isArticle, keys.words <= PlaceRunKeys.mostWords { addPlaces(token, &found, run) }
          if token.isPossessive || !isArticle && !placeGoesOn() { placesOpen = false }
        }
        if var found {
          if run.dotted, token.end - token.start == 1, found.end < limit, text[found.end] == 0x2E { found.end += 1 }
          found.resume = max(found.resume, found.end)
          best = found
        }
      }
      namesOpen = namesOpen && continues(hash.key)
      guard namesOpen || placesOpen, let (separator, next) = NameSeparator.read(text, after: token, end: limit) else {
        break
      }
      if run.firstSeparator == nil { run.firstSeparator = separator }
      run.lastSeparator = separator
      if separator == .space { run.spaces += 1 }
      run.dotted = separator == .dot && token.end - token.start == 1
      if separator != .hyphen && separator != .space { placesOpen = false }
      position = next
    }
    return best
  }

  private var isThe: Bool { folded.count == 3 && folded[0] == 0x74 && folded[1] == 0x68 && folded[2] == 0x65 }

  /// An article that a run begins with.
  private struct Article {
    let count: Int
    let first, second: UInt8
    let isUpper: Bool

    /// `as`, `at`, `an`, `us` … are English words as well.
    var isEnglish: Bool {
      switch (first, second) {
      case (0x61, 0x73), (0x61, 0x74), (0x61, 0x6E), (0x75, 0x73): true
      default: false
      }
    }
  }

  /// Whether an article may belong to the word after it: `As Suwayda`, but not "As Raqqa fell".
  private func fits(_ article: Article, _ separator: NameSeparator?, _ initial: UInt8) -> Bool {
    guard separator == .space, article.count == 2, article.second != 0x6C else { return true }
    return article.second == initial && (article.isUpper || !article.isEnglish)
  }

  /// The names that end with a token, with its plural or possessive `s` or without.
  private mutating func names(_ hash: KeyHash, _ before: KeyHash, _ token: NameToken, _ run: Run) -> Found? {
    var bare: Found?
    if let end = token.strippedEnd, token.strippedCount >= 0 {
      var hash = before
      if token.strippedCount > 0 { hash.add(folded, count: token.strippedCount, isDigits: token.isDigits) }
      let isPlural = !token.isPossessive
      // A bare "s" after a short word is most likely a part of it.
      let isLong =
        token.endingIsOutside || token.isPossessive
        || token.strippedCount >= Plurals.shortestWithEnding || run.tokens > 1
      if isLong, let candidates = accepted(hash.key, run, isPlural: isPlural) {
        bare = Found(end: end, resume: token.end, candidates: candidates)
      }
    }
    if let bare, token.endingIsOutside { return bare }
    if let candidates = accepted(hash.key, run, isPlural: false) {
      return Found(end: token.end, resume: token.end, candidates: candidates)
    }
    return bare
  }

  private mutating func accepted(_ key: UInt64, _ run: Run, isPlural: Bool) -> [Candidate]? {
    guard keyBits.mayHold(key) else { return nil }
    var candidates: [Candidate] = []
    for (number, layer) in layers.enumerated() {
      guard let payload = layer.payload(key) else { continue }
      stored.removeAll(keepingCapacity: true)
      layer.candidates(payload, into: &stored)
      for candidate in stored where allows(candidate, run) {
        add(candidate, layer: number, isPlural: isPlural, run, to: &candidates)
      }
    }
    if candidates.isEmpty { return nil }
    gazetteer.sort(&candidates)
    return candidates
  }

  private func allows(_ candidate: StoredCandidate, _ run: Run) -> Bool {
    let form = candidate.form
    if run.spaces > candidate.gaps { return false }
    if run.endsInSmallWord && form.contains(.designator) { return false }
    if form.contains(.needsAllCapitals) && !run.isAllUpper { return false }
    if form.contains(.refusesSpace) && run.firstSeparator == .space { return false }
    if form.contains(.needsCapital) && run.startsUpper != true {
      return form.contains(.designator) && candidate.table != .place
        && (run.firstSeparator == .hyphen || run.firstSeparator == NameSeparator.none)
    }
    return true
  }

  private mutating func addPlaces(_ token: NameToken, _ found: inout Found?, _ run: Run) {
    let end = token.isPossessive ? token.strippedEnd ?? token.end : token.end
    if let found, found.end != end { return }
    var candidates = found?.candidates ?? []
    let before = candidates.count
    let foldKey = keys.foldKey
    let midKey = keys.midKey
    guard foldKey.map({ keyBits.mayHold($0) }) ?? false || midKey.map({ keyBits.mayHold($0) }) ?? false else { return }
    for number in 0..<2 {
      guard let key = number == 0 ? foldKey : midKey, keyBits.mayHold(key) else { continue }
      for (number, layer) in layers.enumerated() {
        guard let payload = layer.payload(key) else { continue }
        stored.removeAll(keepingCapacity: true)
        layer.candidates(payload, into: &stored)
        for candidate in stored where keys.nameWords - 1 <= candidate.gaps {
          add(candidate, layer: number, isPlural: false, run, to: &candidates)
        }
      }
    }
    guard candidates.count > before else { return }
    gazetteer.sort(&candidates)
    found = Found(end: end, resume: token.end, candidates: candidates)
  }

  private func add(
    _ stored: StoredCandidate, layer: Int, isPlural: Bool, _ run: Run, to candidates: inout [Candidate]
  ) {
    let table = Int(stored.table.rawValue)
    let index = gazetteer.bases[layer][table] + stored.index
    if gazetteer.isOverridden(table, index) { return }
    if candidates.contains(where: { $0.table == stored.table && $0.index == index }) { return }
    let isWord = stored.table == .place && run.tokens == 1
    candidates.append(
      Candidate(
        table: stored.table, index: index, aspect: stored.aspect, tier: stored.tier,
        isMainName: stored.form.contains(.mainName), isPlural: isPlural || stored.form.contains(.plural),
        needsCue: isWord && (isLoose(stored.tier) || gazetteer.isEnglishWord(folded)),
        score: stored.tier.score * (isPlural && stored.table == .place ? 0.9 : 1)))
  }

  /// A single word with its letters merged, or a very short one, fits too much.
  private func isLoose(_ tier: KeyTier) -> Bool { tier == .mid || tier == .fold && keys.fold.count <= 4 }

  /// Whether places are known whose names begin with the words read so far and go on.
  private func placeGoesOn() -> Bool {
    keys.words < PlaceRunKeys.mostWords && keys.prefixKey.map { continues($0) } ?? false
  }

  private func continues(_ key: UInt64) -> Bool {
    guard keyBits.mayHold(key) else { return false }
    for layer in layers {
      if let payload = layer.payload(key), payload >> 31 != 0 { return true }
    }
    return false
  }
}
