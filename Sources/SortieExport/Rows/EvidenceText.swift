import SortieSchema

extension RecordRow {
  /// The sentence of the text that tells the action, on one line.
  ///
  /// It is the span of the evidence for the record as a whole (slot ``""``). Where there is none it is the sentence or
  /// line around the first words that any slot was read from. Several such spans are joined by ` […] `.
  var evidenceText: String? {
    guard !text.isEmpty else { return nil }
    var line: [UInt8] = []
    for span in evidenceSpans where !span.isEmpty {
      if !line.isEmpty { line.append(contentsOf: " […] ".utf8) }
      appendOnOneLine(span, to: &line)
    }
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }

  /// Where in the original the words of `evidenceText` stand, in their order, joined by `; `; nil where the text is the
  /// original.
  var evidenceSource: String? {
    guard let sourceMap else { return nil }
    let places = evidenceSpans.filter { !$0.isEmpty }.map { sourceMap.location(of: $0).description }
    return places.isEmpty ? nil : Column.unique(places).joined(separator: "; ")
  }

  private var evidenceSpans: [Range<Int>] {
    let spans = record.evidence.filter { $0.slot.isEmpty }.map { clamped($0.start, $0.end) }
    if spans.isEmpty, let first = record.evidence.min(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      return [sentence(around: clamped(first.start, first.end))]
    }
    return spans
  }

  private func clamped(_ start: Int, _ end: Int) -> Range<Int> {
    let lower = min(max(0, start), text.count)
    return lower..<min(max(lower, end), text.count)
  }

  private func appendOnOneLine(_ span: Range<Int>, to line: inout [UInt8]) {
    var needsSpace = false
    let start = line.count
    for byte in text[span] {
      if byte <= 0x20 {
        needsSpace = line.count > start
        continue
      }
      if needsSpace { line.append(0x20) }
      needsSpace = false
      line.append(byte)
    }
  }

  /// The words from the end of the sentence before to the end of this one, or to the ends of the line.
  private func sentence(around span: Range<Int>) -> Range<Int> {
    func isStop(_ index: Int) -> Bool {
      let byte = text[index]
      guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") else { return false }
      // "Gen. Smith", "U.S. Army": a stop ends a sentence only after a longer word in small letters or digits.
      guard index + 1 < text.count else { return true }
      guard text[index + 1] <= 0x20 else { return false }
      guard index >= 3 else { return false }
      return text[index - 3..<index].allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 > 0x7F
      }
    }
    var start = span.lowerBound
    while start > 0, text[start - 1] != 0x0A, !isStop(start - 1) { start -= 1 }
    var end = span.upperBound
    while end < text.count, text[end] != 0x0A {
      end += 1
      if isStop(end - 1) { break }
    }
    return start..<max(start, end)
  }
}
