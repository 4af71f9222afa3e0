/// Leads from a text back to the original that it was taken out of.
///
/// A text that is the original itself needs none. The map is a list of runs in the order of the text, which cover it
/// without gaps; runs are joined wherever they can be, so that a map is small beside its text.
public struct SourceMap: Hashable, Sendable {
  /// A stretch of text made of units: each `textUnit` bytes of it stand for `sourceUnit` bytes of the original.
  ///
  /// Copied bytes are 1 and 1, Cyrillic letters out of Windows-1251 are 2 and 1, `&amp;` is 1 and 5. Where `sourceUnit`
  /// is 0 the reader put the text in.
  struct Run: Hashable, Sendable {
    var textStart: Int
    var sourceStart: Int
    var textUnit: Int
    var sourceUnit: Int
  }

  /// From `textStart` on the text stands on this page, in this part.
  struct Place: Hashable, Sendable {
    var textStart: Int
    var page: Int?
    var part: String?
  }

  /// How many bytes of text the map covers.
  public internal(set) var textCount = 0
  /// Empty where a reader knows pages only.
  var runs: [Run] = []
  var places: [Place] = []

  /// The map of an empty text, to be filled in the order of the text.
  public init() {}

  /// The map of a text that stands in its original as it is, from `start` on.
  public init(copying count: Int, from start: Int) {
    append(count, from: start)
  }

  /// The bytes, pages and part that a range of the text was taken from.
  ///
  /// What lies between the first and the last byte in the original belongs to it: tags inside a sentence, say. A range
  /// is cut to the text.
  public func location(of range: Range<Int>) -> SourceLocation {
    guard textCount > 0 else { return SourceLocation() }
    let first = min(max(0, range.lowerBound), textCount - 1)
    let last = min(max(first, range.upperBound - 1), textCount - 1)
    return SourceLocation(bytes: bytes(first, last), pages: pages(first, last), part: part(first, last))
  }

  private func bytes(_ first: Int, _ last: Int) -> Range<Int>? {
    guard !runs.isEmpty else { return nil }
    let from = run(at: first)
    let to = run(at: last)
    guard from != to else {
      let a = unit(of: first, in: from)
      return a.lowerBound..<max(a.lowerBound, unit(of: last, in: to).upperBound)
    }
    // What the reader put in at the edges says nothing of where the words stand.
    var lower = unit(of: first, in: from).lowerBound
    var upper = unit(of: last, in: to).upperBound
    // Parsers move some elements, so that the original need not go on where the text does.
    for index in from...to where runs[index].sourceUnit > 0 {
      lower = min(lower, index == from ? lower : runs[index].sourceStart)
      upper = max(upper, index == to ? upper : end(of: index))
    }
    return lower..<max(lower, upper)
  }

  private func pages(_ first: Int, _ last: Int) -> ClosedRange<Int>? {
    guard let from = places.lastIndex(startingBy: first), let page = places[from].page else { return nil }
    let to = places.lastIndex(startingBy: last).flatMap { places[$0].page } ?? page
    return min(page, to)...max(page, to)
  }

  private func part(_ first: Int, _ last: Int) -> String? {
    guard let from = places.lastIndex(startingBy: first) else { return nil }
    return places[from].part
  }

  /// The unit of the original that a byte of the text belongs to.
  func unit(of offset: Int, in index: Int) -> Range<Int> {
    let run = runs[index]
    let number = (offset - run.textStart) / run.textUnit
    let start = run.sourceStart + number * run.sourceUnit
    return start..<start + run.sourceUnit
  }

  func textEnd(of index: Int) -> Int { index + 1 < runs.count ? runs[index + 1].textStart : textCount }

  private func end(of index: Int) -> Int { unit(of: textEnd(of: index) - 1, in: index).upperBound }

  /// The run that a byte of the text lies in.
  func run(at offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].textStart <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

extension [SourceMap.Place] {
  /// The last place that begins at an offset of the text or before it.
  func lastIndex(startingBy offset: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].textStart <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}
