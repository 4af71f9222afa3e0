/// Cuts a text into sentences, headings and list items, on bytes.
public struct SentenceSplitter {
  let bytes: [UInt8]
  let rules: SentenceRules

  /// A sentence is cut at a blank before it grows beyond this many bytes, so that a text of 50 MB in one line costs no
  /// more a byte than any other.
  static let longestSentence = 6_000
  /// A line without a full stop is a heading up to this length.
  private static let longestHeading = 140

  public init(bytes: [UInt8], rules: SentenceRules) {
    self.bytes = bytes
    self.rules = rules
  }

  // Where the splitter stands: the paragraph, the start of the sentence and of the line, the byte that is looked at.
  private var paragraph = 0
  private var start = 0
  private var lineStart = 0
  private(set) var position = 0
  private var isFinished = false

  /// The next sentence, heading or list item; nil at the end of the text.
  public mutating func next() -> Sentence? {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x0A || byte == 0x0D {
        let next = lineEnd(position)
        let at = position
        position = next
        if breaksParagraph(at, next) {
          let sentence = close(at: at, kind: isHeading(lineStart..<at) ? .heading : .prose)
          start = next
          lineStart = next
          paragraph += 1
          if let sentence { return sentence }
        }
        lineStart = next
        continue
      }
      if let end = sentenceEnd(position), !isBulletPoint(position, after: start) {
        position = end
        if let sentence = close(at: end, kind: .prose) { return sentence }
        continue
      }
      position += 1
      if position - 1 - start >= Self.longestSentence,
        byte == 0x20 || position - 1 - start >= 2 * Self.longestSentence, byte & 0xC0 != 0x80,
        let sentence = close(at: position - 1, kind: .prose)
      {
        return sentence
      }
    }
    guard !isFinished else { return nil }
    isFinished = true
    return close(at: bytes.count, kind: isHeading(lineStart..<bytes.count) ? .heading : .prose)
  }

  private mutating func close(at end: Int, kind: Sentence.Kind) -> Sentence? {
    var range = trimmed(start..<end)
    var kind = kind
    if let bullet = bulletEnd(range) {
      range = trimmed(bullet..<range.upperBound)
      kind = .listItem
    }
    start = end
    return range.isEmpty ? nil : Sentence(range: range, paragraph: paragraph, kind: kind)
  }

  /// Goes on at the start of the paragraph in which `offset` lies, or where it stands, if that is further on. The
  /// paragraphs between are not counted.
  public mutating func skip(toParagraphOf offset: Int) {
    var probe = offset
    while probe > position {
      probe -= 1
      guard bytes[probe] == 0x0A || bytes[probe] == 0x0D else { continue }
      // A break begins with the first line end of the white space around it.
      var first = probe
      while probe > position, isBlank(bytes[probe - 1]) {
        probe -= 1
        if bytes[probe] == 0x0A || bytes[probe] == 0x0D { first = probe }
      }
      let next = lineEnd(first)
      guard next <= offset, breaksParagraph(first, next) else { continue }
      position = next
      start = next
      lineStart = next
      return
    }
  }

  // MARK: Lines

  /// End of the run of line breaks and blanks that starts at `position`.
  private func lineEnd(_ position: Int) -> Int {
    var end = position
    var probe = position
    while probe < bytes.count, isBlank(bytes[probe]) {
      probe += 1
      if bytes[probe - 1] == 0x0A || bytes[probe - 1] == 0x0D { end = probe }
    }
    return end
  }

  /// A break ends a paragraph unless the next line goes on in the middle of a sentence.
  private func breaksParagraph(_ position: Int, _ next: Int) -> Bool {
    var feeds = 0
    for byte in bytes[position..<next] where byte == 0x0A { feeds += 1 }
    var first = next
    while first < bytes.count, isBlank(bytes[first]) { first += 1 }
    guard first < bytes.count else { return true }
    var last = position - 1
    while last >= 0, isBlank(bytes[last]) { last -= 1 }
    guard last >= 0 else { return true }
    if feeds > 1 { return !isLowerCase(bytes[first]) || isTerminator(bytes[last]) }
    if isLowerCase(bytes[first]), isRow(lineStart..<position), isRow(first..<bytes.count) { return true }
    return !(isLowerCase(bytes[first]) || bytes[last] == UInt8(ascii: ","))
  }

  /// Whether the first line of a range is the row of a table, with a stroke between its cells.
  private func isRow(_ range: Range<Int>) -> Bool {
    for position in range {
      if bytes[position] == UInt8(ascii: "|") { return true }
      if bytes[position] == 0x0A || bytes[position] == 0x0D { return false }
    }
    return false
  }

  private func isHeading(_ line: Range<Int>) -> Bool {
    let line = trimmed(line)
    guard !line.isEmpty, line.count <= Self.longestHeading else { return false }
    if bytes[line.lowerBound] == UInt8(ascii: "#") { return true }
    return !isTerminator(bytes[line.upperBound - 1])
  }

  /// Where the words begin after `- `, `* `, `• `, `. ` or `#`; nil without a bullet.
  private func bulletEnd(_ range: Range<Int>) -> Int? {
    guard range.count > 2 else { return nil }
    var position = range.lowerBound
    switch bytes[position] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: "#"):
      while position < range.upperBound, bytes[position] == bytes[range.lowerBound] { position += 1 }
      if bytes[range.lowerBound] == UInt8(ascii: "."), position - range.lowerBound > 1 { return nil }
      return position < range.upperBound && isBlank(bytes[position]) ? position : nil
    case 0xE2 where bytes[position + 1] == 0x80 && (bytes[position + 2] == 0xA2 || bytes[position + 2] == 0xA3):
      return position + 3
    case 0xE2 where bytes[position + 1] == 0x97 || bytes[position + 1] == 0x96:
      return position + 3
    default: return nil
    }
  }

  /// A full stop before any word, with a blank after it, begins a list item.
  private func isBulletPoint(_ position: Int, after start: Int) -> Bool {
    bytes[position] == UInt8(ascii: ".") && position + 1 < bytes.count && isBlank(bytes[position + 1])
      && trimmed(start..<position).isEmpty
  }

  // MARK: Full stops

  /// End of the sentence whose terminator stands at `position`, or nil.
  private func sentenceEnd(_ position: Int) -> Int? {
    let byte = bytes[position]
    if byte == 0xE2, let end = quotationEnd(position) { return end }
    var end = position + 1
    var isEllipsis = false
    if byte == 0xE2, position + 2 < bytes.count, bytes[position + 1] == 0x80, bytes[position + 2] == 0xA6 {
      end = position + 3
      isEllipsis = true
    } else if byte != UInt8(ascii: "."), byte != UInt8(ascii: "!"), byte != UInt8(ascii: "?") {
      return nil
    }
    while end < bytes.count, isTerminator(bytes[end]) {
      end += 1
      isEllipsis = isEllipsis || end - position >= 3
    }
    var closed = end
    while let after = closingQuoteEnd(closed) { closed = after }
    guard closed < bytes.count else { return closed }
    if isBlank(bytes[closed]) {
      var next = closed
      while next < bytes.count, isBlank(bytes[next]) {
        if bytes[next] == 0x0A { return closed }
        next += 1
      }
      guard next < bytes.count else { return closed }
      if byte == UInt8(ascii: "."), !isEllipsis, endsNoSentence(stop: position, next: next) { return nil }
      return isLowerCase(bytes[next]) ? nil : closed
    }
    // "in Iraq.In Syria", "in Raqqa…On Friday": the blank is lost.
    let startsWord =
      closed + 1 < bytes.count
      && (isUpperCase(bytes[closed]) && (isLowerCase(bytes[closed + 1]) || isBlank(bytes[closed + 1]))
        || openingQuote(closed))
    // "in Raqqa…they demolished": dots without a blank part what was left out.
    if isEllipsis, closed + 1 < bytes.count, isLowerCase(bytes[closed]) || startsWord { return closed }
    guard startsWord else { return nil }
    guard byte == UInt8(ascii: "."), closed == position + 1, position >= 2 else {
      return closed > position + 1 ? closed : nil
    }
    return isLowerCase(bytes[position - 1]) && isLowerCase(bytes[position - 2]) && !looksLikeAddress(position)
      ? closed : nil
  }

  /// A closing quotation mark, two blanks and a capital: "… a depot”  For October 2nd …", whose full stop is lost.
  private func quotationEnd(_ position: Int) -> Int? {
    guard position + 5 < bytes.count, bytes[position + 1] == 0x80, bytes[position + 2] == 0x9D else { return nil }
    var next = position + 3
    while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    guard next - position - 3 >= 2, next < bytes.count, isUpperCase(bytes[next]) else { return nil }
    return position + 3
  }

  /// Abbreviations, initials and numbers before months or figures.
  private func endsNoSentence(stop: Int, next: Int) -> Bool {
    var start = stop
    while start > 0, !isBlank(bytes[start - 1]), !isQuoteOrBracket(start - 1) { start -= 1 }
    let length = stop - start
    if length == 1, isUpperCase(bytes[start]) { return true }
    guard length > 0, length <= 12 else { return false }
    var word = [UInt8](bytes[start..<stop])
    for index in word.indices where isUpperCase(word[index]) { word[index] |= 0x20 }
    let name = String(decoding: word, as: UTF8.self)
    if rules.beforeNumbers.contains(name) { return isDigit(bytes[next]) }
    return rules.abbreviations.contains(name)
  }

  /// "www.Example.com" is no end of a sentence.
  private func looksLikeAddress(_ stop: Int) -> Bool {
    var start = stop
    while start > 0, !isBlank(bytes[start - 1]) { start -= 1 }
    if bytes[start..<stop].elementsEqual("www".utf8) { return true }
    for byte in bytes[start..<stop]
    where byte == UInt8(ascii: "/") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: ".") {
      return true
    }
    return false
  }

  // MARK: Bytes

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private func closingQuoteEnd(_ position: Int) -> Int? {
    guard position < bytes.count else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): return position + 1
    case 0xE2:
      guard position + 2 < bytes.count, bytes[position + 1] == 0x80 else { return nil }
      return bytes[position + 2] == 0x9D || bytes[position + 2] == 0x99 ? position + 3 : nil
    case 0xC2:
      return position + 1 < bytes.count && bytes[position + 1] == 0xBB ? position + 2 : nil
    default: return nil
    }
  }

  private func openingQuote(_ position: Int) -> Bool {
    position + 2 < bytes.count && bytes[position] == 0xE2 && bytes[position + 1] == 0x80
      && (bytes[position + 2] == 0x9C || bytes[position + 2] == 0x98)
  }

  private func isQuoteOrBracket(_ position: Int) -> Bool {
    switch bytes[position] {
    case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: "["), 0x9C, 0x98, 0xBB: return true
    default: return false
    }
  }

  private func isTerminator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }
  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) || byte == 0 }
  private func isLowerCase(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  private func isUpperCase(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
