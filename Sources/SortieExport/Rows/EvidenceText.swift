import SortieSchema

extension RecordRow {
  /// Appends the sentence of the text that tells the action, on one line.
  ///
  /// It is the span of the evidence for the record as a whole (slot ``""``). Where there is none it is the sentence or
  /// line around the first words that any slot was read from. Several such spans are joined by ` […] `.
  func appendEvidence(to line: inout [UInt8]) {
    guard !text.isEmpty else { return }
    let start = line.count
    forEachEvidenceSpan { span in
      guard !span.isEmpty else { return }
      if line.count > start { line.append(contentsOf: " […] ".utf8) }
      EvidenceText.appendOnOneLine(text, span, to: &line)
    }
  }

  /// Where in the original the words of the evidence stand, in their order, joined by `; `; nil where the text is the
  /// original.
  var evidenceSource: String? {
    guard let sourceMap else { return nil }
    var places: [String] = []
    forEachEvidenceSpan { if !$0.isEmpty { places.append(sourceMap.location(of: $0).description) } }
    return places.isEmpty ? nil : Column.unique(places).joined(separator: "; ")
  }

  private func forEachEvidenceSpan(_ body: (Range<Int>) -> Void) {
    let evidence = record.evidence
    var hasWhole = false
    for index in evidence.indices where evidence[index].slot.isEmpty {
      body(EvidenceText.clamped(evidence[index].start, evidence[index].end, in: text))
      hasWhole = true
    }
    if !hasWhole, let first = evidence.min(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      body(sentence(around: EvidenceText.clamped(first.start, first.end, in: text)))
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

/// Words cut out of a text.
enum EvidenceText {
  /// The words between two byte offsets, on one line; nil where there are none.
  static func words(of text: [UInt8], from start: Int, to end: Int) -> String? {
    let span = clamped(start, end, in: text)
    guard !span.isEmpty else { return nil }
    var line: [UInt8] = []
    appendOnOneLine(text, span, to: &line)
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }

  fileprivate static func clamped(_ start: Int, _ end: Int, in text: [UInt8]) -> Range<Int> {
    let lower = min(max(0, start), text.count)
    return lower..<min(max(lower, end), text.count)
  }

  /// Whether words are parted by single blanks alone, and no blank stands at an end.
  private static func isOnOneLine(_ text: [UInt8], _ span: Range<Int>) -> Bool {
    let words = text.span.extracting(span)
    // Without an early exit the loop is done by vector instructions.
    var odd: UInt8 = 0
    var before: UInt8 = 0x20
    for index in words.indices {
      let byte = words[index]
      odd |= (byte < 0x20 ? 1 : 0) | ((byte | before) == 0x20 ? 1 : 0)
      before = byte
    }
    return odd == 0 && before != 0x20
  }

  fileprivate static func appendOnOneLine(_ text: [UInt8], _ span: Range<Int>, to line: inout [UInt8]) {
    // Most sentences stand on one line as they are.
    if isOnOneLine(text, span) { return line.append(contentsOf: text[span]) }
    let start = line.count
    let limit = span.upperBound
    var next = span.lowerBound
    while next < limit, text[next] <= 0x20 { next += 1 }
    while next < limit {
      // Words are copied together as long as single blanks part them.
      var end = next
      var wasBlank = false
      while end < limit {
        let byte = text[end]
        if byte <= 0x20 {
          guard byte == 0x20, !wasBlank else { break }
          wasBlank = true
        } else {
          wasBlank = false
        }
        end += 1
      }
      let words = wasBlank ? end - 1 : end
      if next < words {
        if line.count > start { line.append(0x20) }
        line.append(contentsOf: text[next..<words])
      }
      next = end
      while next < limit, text[next] <= 0x20 { next += 1 }
    }
  }
}
