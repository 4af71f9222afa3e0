internal import Expat
internal import ReportText

/// What the elements of a format of office documents mean for the text.
struct OfficeVocabulary: Sendable {
  enum Meaning: Sendable {
    /// Characters count only inside of these.
    case text
    /// A paragraph or heading.
    case paragraph
    /// A paragraph and text at once.
    case textParagraph
    /// The paragraph, or those inside, are an item of a list.
    case listItem
    case list
    case blank
    case lineBreak
    case hyphen
    case row, cell, table
    /// Deleted words, field codes, notes in the margin.
    case leftOut
  }

  let meanings: [Substring: Meaning]

  /// Office Open XML (ISO 29500), by local names.
  static let word = OfficeVocabulary(meanings: [
    "t": .text, "p": .paragraph, "numPr": .listItem, "tab": .blank, "br": .lineBreak, "cr": .lineBreak,
    "noBreakHyphen": .hyphen, "tr": .row, "tc": .cell, "tbl": .table, "del": .leftOut, "moveFrom": .leftOut,
    "instrText": .leftOut, "delText": .leftOut, "Fallback": .leftOut, "pict": .leftOut, "tabs": .leftOut,
  ])

  /// OpenDocument (ISO 26300), by local names.
  static let openDocument = OfficeVocabulary(meanings: [
    "p": .textParagraph, "h": .textParagraph, "s": .blank, "tab": .blank, "line-break": .lineBreak, "list": .list,
    "list-item": .listItem, "table-row": .row, "table-cell": .cell, "table": .table, "annotation": .leftOut,
    "tracked-changes": .leftOut, "note-citation": .leftOut, "sequence-decls": .leftOut,
  ])
}

/// Reads the body of an office document.
final class OfficeText {
  private let vocabulary: OfficeVocabulary
  private var text = StructuredText()
  /// Depth inside of elements whose characters count.
  private var depth = 0
  private var skipped = 0
  private var lists = 0
  private var isListItem = false
  private var needsBullet = false
  /// How many cells the rows have that are open, tables inside of cells included.
  private var cells: [Int] = []
  private var place = 0

  init(_ vocabulary: OfficeVocabulary, part: String) {
    self.vocabulary = vocabulary
    text.begin(part: part)
  }

  func finished() -> StructuredText {
    text.finish()
    return text
  }

  func take(_ event: XMLEvent) {
    switch event {
    case .start(let name, _): start(vocabulary.meanings[XMLName(name).local])
    case .end(let name): end(vocabulary.meanings[XMLName(name).local])
    case .characters(let bytes, let source):
      place = source.lowerBound
      guard depth > 0, skipped == 0 else { return }
      let isTight = isListItem || lists > 0 || !cells.isEmpty
      if needsBullet, !bytes.allSatisfy(ByteMarks.isBlank) {
        text.insert("- ", at: place, isTight: isTight)
        needsBullet = false
      }
      text.write(bytes, from: source, isTight: isTight)
    }
  }

  private func start(_ meaning: OfficeVocabulary.Meaning?) {
    if skipped > 0 || meaning == .leftOut {
      skipped += 1
      return
    }
    switch meaning {
    case .text: depth += 1
    case .textParagraph: depth += 1
    case .paragraph:
      isListItem = false
      needsBullet = false
    case .listItem:
      isListItem = true
      needsBullet = true
    case .list: lists += 1
    case .blank: text.blank()
    case .lineBreak: text.lineBreak(at: place)
    case .hyphen: text.insert("-", at: place)
    case .row: cells.append(0)
    case .cell: nextCell()
    case .table, .leftOut, nil: break
    }
  }

  private func nextCell() {
    guard let last = cells.indices.last else { return }
    if cells[last] > 0 {
      text.blank()
      text.insert("|", at: place, isTight: true)
      text.blank()
    }
    cells[last] += 1
  }

  private func end(_ meaning: OfficeVocabulary.Meaning?) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch meaning {
    case .text: depth -= 1
    case .textParagraph:
      depth -= 1
      if depth == 0 { endParagraph() } else { text.blank() }
    case .paragraph: endParagraph()
    case .list:
      lists -= 1
      if lists == 0 { isListItem = false }
    case .listItem: if lists > 0 { needsBullet = false }
    case .row:
      _ = cells.popLast()
      if cells.isEmpty { text.endBlock(isTight: true) } else { text.blank() }
    case .table: if cells.isEmpty { text.endBlock() }
    case .blank, .lineBreak, .hyphen, .cell, .leftOut, nil: break
    }
  }

  /// Paragraphs of a cell stay in its row.
  private func endParagraph() {
    if cells.isEmpty { text.endBlock(isTight: isListItem || lists > 0) } else { text.blank() }
  }
}

extension SourceDocument {
  /// A document with a text and the properties of its file.
  static func office(
    _ name: String, text: StructuredText, properties: [UInt8]?, limits: InputLimits
  ) throws -> SourceDocument {
    guard !text.text.isEmpty else { throw InputProblem.noText }
    var document = SourceDocument(
      id: name, text: text.text, position: InputPosition(input: name, line: 1, column: 1), sourceMap: text.map,
      encoding: .ofFormat)
    try DocumentProperties.read(properties, limits: limits, into: &document.metadata)
    return document
  }
}
