internal import SortieSchema

/// Joins the lines of a PDF file to paragraphs.
///
/// Lines of a block belong together unless a gap, an indentation, another size or a bullet parts them; what a block, a
/// column or a page breaks off in the middle of a sentence is joined again. Words that were parted at a line's end are
/// mended.
struct PDFParagraphs {
  private(set) var text: [UInt8] = []
  /// Where the text of a page begins.
  private var starts: [(offset: Int, page: Int)] = []
  private var last: PDFLine?
  private var lastPage = 0

  init(_ pages: [PDFPage]) {
    let heads = RunningHeads(pages)
    for (index, page) in pages.enumerated() {
      let lines = page.lines.filter { !$0.words.isEmpty && !heads.contains($0, of: page) }
      let edges = Self.edges(lines)
      for line in lines { add(line, page: index + 1, edges: edges[line.block] ?? (line.left, line.right)) }
    }
    if !text.isEmpty { write([0x0A]) }
  }

  /// Where the lines of each block begin and end.
  private static func edges(_ lines: [PDFLine]) -> [Int: (left: Double, right: Double)] {
    lines.reduce(into: [:]) { edges, line in
      let known = edges[line.block] ?? (line.left, line.right)
      edges[line.block] = (min(known.left, line.left), max(known.right, line.right))
    }
  }

  private mutating func add(_ line: PDFLine, page: Int, edges: (left: Double, right: Double)) {
    defer {
      last = line
      lastPage = page
    }
    guard let before = last else {
      begin(page)
      return write(line.words)
    }
    let isSameBlock = page == lastPage && line.block == before.block
    let isNew = isSameBlock ? parts(before, line, edges) : partsBlocks(before, line)
    if isNew {
      write([0x0A, 0x0A])
      begin(page)
      return write(line.words)
    }
    join(line, page: page)
  }

  /// Whether two lines of a block belong to two paragraphs.
  private func parts(_ before: PDFLine, _ line: PDFLine, _ edges: (left: Double, right: Double)) -> Bool {
    if line.top - before.bottom > 0.9 * before.height { return true }
    if abs(line.height - before.height) > 0.2 * max(line.height, before.height) { return true }
    if Self.beginsWithBullet(line.words) { return true }
    guard Self.endsSentence(before.words) else { return false }
    let isIndented = line.left > edges.left + 0.6 * line.height && before.left <= edges.left + 0.3 * line.height
    return isIndented || before.right < edges.left + 0.75 * (edges.right - edges.left)
  }

  /// Whether what follows in another block, column or page begins anew. A sentence that stops in the middle goes on.
  private func partsBlocks(_ before: PDFLine, _ line: PDFLine) -> Bool {
    if abs(line.height - before.height) > 0.2 * max(line.height, before.height) { return true }
    if Self.endsSentence(before.words) || Self.beginsWithBullet(line.words) { return true }
    guard let first = line.words.first else { return true }
    return !((0x61...0x7A).contains(first) || Self.brokenWord(before.words))
  }

  private mutating func join(_ line: PDFLine, page: Int) {
    if text.suffix(2).elementsEqual([0xC2, 0xAD]) {
      // A soft hyphen stands only where a word was parted.
      drop(2)
    } else if Self.brokenWord(text) {
      // "Su-" and "24", "Al-" and "Bab" keep their hyphen; "bomb-" and "ers" do not.
      if let first = line.words.first, (0x61...0x7A).contains(first) { drop(Self.hyphenLength(text)) }
    } else {
      write([0x20])
    }
    begin(page)
    write(line.words)
  }

  /// Leads to the pages.
  var map: SourceMap {
    var map = SourceMap()
    for (index, start) in starts.enumerated() {
      map.begin(page: start.page)
      map.appendWithoutBytes((index + 1 < starts.count ? starts[index + 1].offset : text.count) - start.offset)
    }
    return map
  }

  private mutating func begin(_ page: Int) {
    if starts.last?.page != page { starts.append((text.count, page)) }
  }

  private mutating func write(_ bytes: [UInt8]) { text += bytes }

  private mutating func drop(_ count: Int) { text.removeLast(count) }

  /// Whether a line ends in a hyphen behind a letter.
  private static func brokenWord(_ words: [UInt8]) -> Bool {
    let length = hyphenLength(words)
    guard length > 0, words.count > length else { return false }
    let letter = words[words.count - length - 1]
    return (0x61...0x7A).contains(letter | 0x20) || letter >= 0x80
  }

  /// Bytes of the hyphen at the end: `-`, U+2010; 0 where there is none.
  private static func hyphenLength(_ words: [UInt8]) -> Int {
    if words.last == UInt8(ascii: "-") { return 1 }
    return words.suffix(3).elementsEqual([0xE2, 0x80, 0x90]) ? 3 : 0
  }

  private static func endsSentence(_ words: [UInt8]) -> Bool {
    var end = words.count
    while end > 0, [UInt8(ascii: "\""), UInt8(ascii: ")"), UInt8(ascii: "'")].contains(words[end - 1]) { end -= 1 }
    if end >= 3, words[end - 3] == 0xE2, words[end - 2] == 0x80, [0x9D, 0x99].contains(words[end - 1]) { end -= 3 }
    guard end > 0 else { return false }
    return [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":")].contains(words[end - 1])
  }

  private static func beginsWithBullet(_ words: [UInt8]) -> Bool {
    let first = Array(words.prefix { $0 != 0x20 })
    if ["-", "*", "•", "–", "▪", "●", "■", "◦", "‣"].contains(where: { first.elementsEqual($0.utf8) }) { return true }
    // "1." and "2)" number items.
    guard first.count >= 2, first.count <= 3, [UInt8(ascii: "."), UInt8(ascii: ")")].contains(first[first.count - 1])
    else {
      return false
    }
    return first.dropLast().allSatisfy { (0x30...0x39).contains($0) }
  }
}
