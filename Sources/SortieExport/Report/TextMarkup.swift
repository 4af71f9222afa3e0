import SortieSchema

/// The words of a text cut where mentions and evidence begin and end, so that each piece is one link.
///
/// Spans may lie across each other in any way; a piece has the kind of the shortest mention around it and leads to all
/// cells whose evidence covers it, the shortest evidence first.
struct TextMarkup {
  struct Piece: Equatable {
    let range: Range<Int>
    /// Nil for words that are nothing by themselves.
    let kind: HighlightKind?
    /// Indices into `cells`, the shortest evidence first.
    let cells: [Int]
  }

  /// A slot of a record whose words stand in the text.
  struct Cell: Equatable {
    /// Place of the record in its text.
    let record: Int
    let pointer: String
    let kind: HighlightKind
    let ranges: [Range<Int>]
  }

  let cells: [Cell]
  let pieces: [Piece]
  /// Places of the records whose sentence begins at an offset, in the order of the text.
  let sentences: [(offset: Int, record: Int)]

  /// - Parameter groups: the filled slots of each record.
  init(_ result: DocumentResult, groups: [[SlotGroup]]) {
    let text = result.text
    var cells: [Cell] = []
    var sentences: [(offset: Int, record: Int)] = []
    for (record, sortie) in result.records.enumerated() {
      var ranges: [String: [Range<Int>]] = [:]
      for evidence in sortie.evidence {
        guard let range = Self.range(evidence.start, evidence.end, in: text) else { continue }
        if evidence.slot.isEmpty {
          sentences.append((range.lowerBound, record))
        } else {
          ranges[Self.slot(of: evidence.slot), default: []].append(range)
        }
      }
      for group in groups[record] {
        for slot in group.slots {
          guard let ranges = ranges[slot.pointer] else { continue }
          // Evidence of a part of a slot, within that of the slot, would only cut the words into smaller links.
          let outer = ranges.filter { range in !ranges.contains { $0 != range && $0.contains(range) } }
          cells.append(Cell(record: record, pointer: slot.pointer, kind: group.kind, ranges: outer))
        }
      }
    }
    self.cells = cells
    self.sentences = sentences.sorted { ($0.offset, $0.record) < ($1.offset, $1.record) }
    pieces = Self.pieces(of: result, cells: cells, sentences: self.sentences)
  }

  /// `/participants/0` of `/participants/0/count`, `/date` of `/date/start`.
  static func slot(of pointer: String) -> String {
    let keys = pointer.split(separator: "/", omittingEmptySubsequences: false)
    guard keys.count > 2 else { return pointer }
    let isWhole = keys[1] == "date" || keys[1] == "departure"
    return keys.prefix(isWhole ? 2 : 3).joined(separator: "/")
  }

  /// Nil where the offsets are none of the text, or lie within a character.
  static func range(_ start: Int, _ end: Int, in text: [UInt8]) -> Range<Int>? {
    func isBoundary(_ offset: Int) -> Bool { offset == text.count || text[offset] & 0xC0 != 0x80 }
    guard start >= 0, start < end, end <= text.count, isBoundary(start), isBoundary(end) else { return nil }
    return start..<end
  }

  private enum Span {
    case mention(kind: String)
    case cell(Int)
  }

  private static func pieces(
    of result: DocumentResult, cells: [Cell], sentences: [(offset: Int, record: Int)]
  ) -> [Piece] {
    var spans: [(range: Range<Int>, span: Span)] = []
    for mention in result.mentions {
      if let range = range(mention.start, mention.end, in: result.text) {
        spans.append((range, .mention(kind: mention.kind)))
      }
    }
    for (index, cell) in cells.enumerated() { spans += cell.ranges.map { ($0, .cell(index)) } }
    var cuts = Set(spans.flatMap { [$0.range.lowerBound, $0.range.upperBound] })
    cuts.formUnion(sentences.map(\.offset))
    cuts.formUnion([0, result.text.count])
    let ends = cuts.sorted()
    spans.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    var open: [(range: Range<Int>, span: Span)] = []
    var next = 0
    return zip(ends, ends.dropFirst()).map { start, end in
      open.removeAll { $0.range.upperBound <= start }
      while next < spans.count, spans[next].range.lowerBound <= start {
        open.append(spans[next])
        next += 1
      }
      let innermost = open.sorted { $0.range.count < $1.range.count }
      var kind: String?
      var found: [Int] = []
      for (_, span) in innermost {
        switch span {
        case .mention(let mention): kind = kind ?? mention
        case .cell(let cell): if !found.contains(cell) { found.append(cell) }
        }
      }
      return Piece(
        range: start..<end, kind: HighlightKind(mention: kind, cell: found.first.map { cells[$0].kind }), cells: found)
    }
  }
}
