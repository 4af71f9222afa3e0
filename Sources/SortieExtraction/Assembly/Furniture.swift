internal import PCRE2
internal import ReportText
internal import SortiePatterns
internal import SortieSchema

/// What stands around the words of a report in its first lines: the outlet's own date, the title told again.
struct Furniture {
  /// The day of publication, where the text prints it.
  var published: CalendarDate?
  /// Ranges that are no prose: the dateline and the title.
  var cuts: [Range<Int>] = []
  /// Range of the title in the text.
  var title: Range<Int>?
  /// A year told alone by the title, for days without one.
  var year: Int?
  /// Years that the text tells, with where.
  var years: [(offset: Int, year: Int)] = []
  /// Headings that are a year, with where: the days under them are of it.
  var headings: [(offset: Int, year: Int)] = []
  /// Patterns that reached their match limit.
  var exhausted: [String] = []

  /// How far into a text its furniture is looked for, in bytes.
  private static let reach = 700

  /// No furniture begins or ends behind this offset.
  static func end(title: String?) -> Int { reach + 3 + (title?.utf8.count ?? 0) }

  /// - Parameters:
  ///   - published: the day of publication as the metadata tell it.
  ///   - cascade: knows how matches of `patterns` begin.
  static func read(
    _ text: ReportText, title: String?, published: CalendarDate?, words: Words, cascade: Cascade,
    patterns: [Pattern], workspace: inout Workspace
  ) -> Furniture {
    var furniture = Furniture()
    if let title, let range = find(Array(title.utf8), in: text.bytes) {
      furniture.title = range
      furniture.cuts.append(range)
    }
    var end = min(reach, text.bytes.count)
    while end < text.bytes.count, text.bytes[end] & 0xC0 == 0x80 { end += 1 }
    let isIndexed = cascade.findStarts(in: text.bytes, to: end, workspace: &workspace)
    for pattern in patterns {
      do throws(PatternError) {
        try furniture.readDates(
          pattern, number: isIndexed ? cascade.numberOfStarts(pattern) : nil, in: text.bytes, to: end, words: words,
          published: published, workspace: &workspace)
      } catch {
        furniture.exhausted.append(pattern.id)
      }
    }
    furniture.cuts.sort { $0.lowerBound < $1.lowerBound }
    furniture.year = title.flatMap(year)
    return furniture
  }

  /// Reads the years that a text tells, where its day is told by nothing else.
  /// - Parameter published: the day of publication as the metadata tell it.
  mutating func addYears(
    of words: Words, published: CalendarDate?, patterns: [Pattern], workspace: inout Workspace
  ) {
    let isDated = published != nil || self.published != nil || year != nil
    for pattern in patterns where !isDated || pattern.attributes["heading"] != nil {
      do throws(PatternError) {
        let found = try readYears(pattern, in: words.text.bytes, words: words, workspace: &workspace)
        if pattern.attributes["heading"] == nil { years += found } else { headings += found }
      } catch {
        exhausted.append(pattern.id)
      }
    }
    years.sort { $0.offset < $1.offset }
  }

  /// The outlet's date where it stands apart or fits the day that is known.
  private mutating func readDates(
    _ pattern: Pattern, number: Int?, in bytes: [UInt8], to end: Int, words: Words, published: CalendarDate?,
    workspace: inout Workspace
  ) throws(PatternError) {
    if let number, !workspace.findPlaces(of: number, from: 0, through: end) { return }
    let compiled = try workspace.compiled(pattern, anchored: number != nil)
    var position = 0
    var place = 0
    while position < end,
      let match = number == nil
        ? try workspace.firstMatch(of: compiled, in: bytes, from: position, to: end)
        : try workspace.nextMatch(of: compiled, in: bytes, from: position, to: end, place: &place)
    {
      position = Self.next(after: match, in: bytes)
      guard let date = Self.date(workspace.scratch, compiled, words, published: published) else { continue }
      let isMarked = workspace.scratch.range(ofGroup: "published", in: compiled) != nil
      let fits = published.map { abs($0.dayNumber - date.dayNumber) <= 1 } ?? (isMarked || match.lowerBound < 40)
      guard fits else { continue }
      if self.published == nil { self.published = date }
      cuts.append(match)
    }
  }

  private func readYears(
    _ pattern: Pattern, in bytes: [UInt8], words: Words, workspace: inout Workspace
  ) throws(PatternError) -> [(offset: Int, year: Int)] {
    var years: [(offset: Int, year: Int)] = []
    let compiled = try workspace.compiled(pattern)
    var position = 0
    while position < bytes.count, let match = try workspace.firstMatch(of: compiled, in: bytes, from: position) {
      position = Self.next(after: match, in: bytes)
      if let year = workspace.scratch.range(ofGroup: "year", in: compiled).flatMap({ Int(words.folded($0)) }) {
        years.append((match.lowerBound, year))
      }
    }
    return years
  }

  /// Where the search goes on: behind the match, and never within a character.
  private static func next(after match: Range<Int>, in bytes: [UInt8]) -> Int {
    var next = max(match.upperBound, match.lowerBound + 1)
    while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  private static func date(
    _ scratch: borrowing MatchScratch, _ pattern: CompiledPattern, _ words: Words, published: CalendarDate?
  ) -> CalendarDate? {
    func group(_ name: String) -> String? {
      scratch.range(ofGroup: name, in: pattern).map { words.folded($0) }
    }
    guard let day = group("day").flatMap({ Int($0.filter(\.isNumber)) }),
      let year = group("year").flatMap({ Int($0) }) ?? published?.year,
      let name = group("month"), let month = Int(name) ?? words.language.months[name].flatMap({ Int($0) })
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The only year that a title names.
  private static func year(_ title: String) -> Int? {
    var years: Set<Int> = []
    for word in title.split(whereSeparator: { !$0.isNumber }) where word.count == 4 {
      if let year = Int(word), (1911...2100).contains(year) { years.insert(year) }
    }
    return years.count == 1 ? years.first : nil
  }

  /// The year that holds at an offset: the title's, or the last told before it, or the first told after.
  func year(at offset: Int) -> Int? { year ?? Self.last(of: years, at: offset) ?? years.first?.year }

  /// The year that the heading over an offset is; nil where there is none.
  func headingYear(at offset: Int) -> Int? { Self.last(of: headings, at: offset) }

  /// The last of the years, which are in the order of the text, that stands at an offset or before it.
  private static func last(of years: [(offset: Int, year: Int)], at offset: Int) -> Int? {
    var (low, high) = (0, years.count)
    while low < high {
      let middle = (low + high) / 2
      if years[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? years[low - 1].year : nil
  }

  private static func find(_ needle: [UInt8], in bytes: [UInt8]) -> Range<Int>? {
    guard needle.count >= 12, needle.count <= bytes.count else { return nil }
    let last = min(reach, bytes.count - needle.count)
    guard last >= 0 else { return nil }
    for start in 0...last where bytes[start] == needle[0] {
      if bytes[start..<(start + needle.count)].elementsEqual(needle) { return start..<(start + needle.count) }
    }
    return nil
  }

  /// Cuts a sentence where furniture stands in it; the pieces of the title keep their flag.
  func pieces(_ sentence: Sentence) -> [(range: Range<Int>, isTitle: Bool)] {
    var pieces: [(range: Range<Int>, isTitle: Bool)] = []
    var position = sentence.range.lowerBound
    for cut in cuts where cut.overlaps(sentence.range) {
      let cut = cut.clamped(to: sentence.range)
      if cut.lowerBound > position { pieces.append((position..<cut.lowerBound, false)) }
      if let title, title.overlaps(cut), cut.lowerBound >= position { pieces.append((cut, true)) }
      position = max(position, cut.upperBound)
    }
    if position < sentence.range.upperBound { pieces.append((position..<sentence.range.upperBound, false)) }
    return pieces
  }
}
