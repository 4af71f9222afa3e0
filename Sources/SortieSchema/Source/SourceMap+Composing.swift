extension SourceMap {
  /// This map led further back: to the original of the text in which its own bytes are counted.
  ///
  /// - Parameter origin: the map of that text.
  public func composed(with origin: SourceMap) -> SourceMap {
    guard !runs.isEmpty, origin.textCount > 0 else { return self }
    var result = SourceMap()
    for index in runs.indices {
      let run = runs[index]
      let count = textEnd(of: index) - run.textStart
      if run.sourceUnit == 0 {
        result.insert(count, at: run.sourceStart, of: origin)
      } else if run.textUnit == 1, run.sourceUnit == 1 {
        result.copy(run.sourceStart..<run.sourceStart + count, of: origin)
      } else {
        for offset in stride(from: run.textStart, to: run.textStart + count, by: run.textUnit) {
          result.append(run.textUnit, standingFor: unit(of: offset, in: index), of: origin)
        }
      }
    }
    if origin.places.isEmpty { result.places = places }
    return result
  }

  private mutating func insert(_ count: Int, at offset: Int, of origin: SourceMap) {
    let isAtEnd = offset >= origin.textCount
    let neighbour = isAtEnd ? origin.textCount - 1 : offset
    carryPlace(origin, neighbour)
    guard let there = origin.location(of: neighbour..<neighbour + 1).bytes else { return appendWithoutBytes(count) }
    insert(count, at: isAtEnd ? there.upperBound : there.lowerBound)
  }

  private mutating func append(_ count: Int, standingFor range: Range<Int>, of origin: SourceMap) {
    carryPlace(origin, range.lowerBound)
    guard let there = origin.location(of: range).bytes else { return appendWithoutBytes(count) }
    append(count, standingFor: there)
  }

  /// Adds bytes copied from a text that has a map itself.
  private mutating func copy(_ range: Range<Int>, of origin: SourceMap) {
    var offset = range.lowerBound
    let end = min(range.upperBound, origin.textCount)
    var index = origin.run(at: offset)
    while offset < end {
      carryPlace(origin, offset)
      var stop = end
      if let next = origin.nextPlace(after: offset) { stop = min(stop, next) }
      guard !origin.runs.isEmpty else {
        appendWithoutBytes(stop - offset)
        offset = stop
        continue
      }
      stop = min(stop, origin.textEnd(of: index))
      let run = origin.runs[index]
      let phase = (offset - run.textStart) % run.textUnit
      let whole = (stop - offset) / run.textUnit * run.textUnit
      let source = origin.unit(of: offset, in: index)
      if phase == 0, whole > 0 {
        stop = offset + whole
        append(whole, from: source.lowerBound, textUnit: run.textUnit, sourceUnit: run.sourceUnit)
      } else {
        // A part of a unit stands for the whole of it.
        stop = min(stop, offset + run.textUnit - phase)
        append(stop - offset, standingFor: source)
      }
      offset = stop
      if offset == origin.textEnd(of: index) { index += 1 }
    }
  }

  /// Where the page or part that an offset lies on ends; nil on the last one.
  private func nextPlace(after offset: Int) -> Int? {
    let next = places.lastIndex(startingBy: offset).map { $0 + 1 } ?? 0
    return next < places.count ? places[next].textStart : nil
  }

  private mutating func carryPlace(_ origin: SourceMap, _ offset: Int) {
    guard let index = origin.places.lastIndex(startingBy: offset) else { return }
    begin(page: origin.places[index].page, part: origin.places[index].part)
  }
}
