extension SourceMap {
  /// Adds bytes that were copied from `start` on.
  public mutating func append(_ count: Int, from start: Int) {
    append(count, from: start, textUnit: 1, sourceUnit: 1)
  }

  /// Adds `count` bytes of text, of which each `textUnit` stand for `sourceUnit` bytes of the original from `start` on.
  ///
  /// - Precondition: `textUnit` is at least 1 and divides `count`.
  public mutating func append(_ count: Int, from start: Int, textUnit: Int, sourceUnit: Int) {
    guard count > 0 else { return }
    precondition(textUnit > 0 && count % textUnit == 0, "a run is made of whole units")
    defer { textCount += count }
    if let last = runs.last, last.textUnit == textUnit, last.sourceUnit == sourceUnit {
      let isInserted = sourceUnit == 0 && last.sourceStart == start
      let goesOn = last.sourceStart + (textCount - last.textStart) / textUnit * sourceUnit == start
      if isInserted || sourceUnit > 0 && goesOn { return }
    }
    runs.append(Run(textStart: textCount, sourceStart: start, textUnit: textUnit, sourceUnit: sourceUnit))
  }

  /// Adds text that stands for a whole stretch of the original, which cannot be told apart further.
  public mutating func append(_ count: Int, standingFor source: Range<Int>) {
    append(count, from: source.lowerBound, textUnit: max(1, count), sourceUnit: source.count)
  }

  /// Adds text that the reader put in, at a place of the original.
  public mutating func insert(_ count: Int, at source: Int) {
    append(count, from: source, textUnit: 1, sourceUnit: 0)
  }

  /// Adds text of which nothing but its page or part is known.
  ///
  /// - Precondition: no other text was added, with bytes to lead back to.
  public mutating func appendWithoutBytes(_ count: Int) {
    precondition(runs.isEmpty, "a map leads back to bytes everywhere or nowhere")
    textCount += count
  }

  /// What is added from here on stands on this page, in this part.
  public mutating func begin(page: Int? = nil, part: String? = nil) {
    if let last = places.last {
      if last.page == page, last.part == part { return }
      if last.textStart == textCount { places.removeLast() }
    }
    places.append(Place(textStart: textCount, page: page, part: part))
  }

  /// The map of the same text in an original that has `count` more bytes in front.
  public func shifted(by count: Int) -> SourceMap {
    guard count != 0 else { return self }
    var shifted = self
    for index in shifted.runs.indices { shifted.runs[index].sourceStart += count }
    return shifted
  }

  /// Adds a text that has a map already, behind this one.
  public mutating func append(_ other: SourceMap) {
    for index in other.runs.indices {
      let run = other.runs[index]
      append(
        other.textEnd(of: index) - run.textStart, from: run.sourceStart, textUnit: run.textUnit,
        sourceUnit: run.sourceUnit)
    }
  }
}
