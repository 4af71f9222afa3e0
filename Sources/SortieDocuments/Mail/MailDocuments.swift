internal import ReportText
internal import SortieSchema

/// Makes a document of a message, and one of each attachment that is of a kind that is read.
struct MailDocuments {
  let message: [UInt8]
  let name: String
  let context: ReadingContext
  /// Leads from the message to the file; nil where the message is the file.
  var origin: SourceMap?

  /// Messages forwarded inside each other beyond this are not opened.
  private static let depthLimit = 8

  func read(_ range: Range<Int>, id: String, line: Int, depth: Int = 0, each: (InputItem) throws -> Void) throws {
    let root = MailPart(message, range)
    let position = InputPosition(input: name, line: line, column: 1)
    var leaves: [MailPart] = []
    Self.collect(root, into: &leaves)
    if let body = Self.body(of: root), var document = try document(of: body, id: id, position: position, each) {
      document.metadata.state(.title, root.head.bytes("subject").map(EncodedWords.decoded), by: .field)
      document.metadata.state(
        .source, root.head.bytes("from").map { Self.sender(EncodedWords.decoded($0)) }, by: .field)
      document.metadata.state(.published, root.head["date"].flatMap(PublicationDateText.day), by: .field)
      if let origin { document.sourceMap = document.sourceMap?.composed(with: origin) }
      try each(.document(document))
    } else if leaves.allSatisfy({ !$0.isAttachment }) {
      try each(.problem(DataFileError(.noText, at: position)))
    }
    var passedOver = PassedOver()
    for part in leaves {
      if part.type.value == "message/rfc822", depth < Self.depthLimit {
        try read(part.body, id: "\(id)/\(part.fileName ?? "forwarded")", line: line, depth: depth + 1, each: each)
      } else if part.isAttachment {
        let fileName = part.fileName ?? "attachment"
        if try !readAttachment(part, fileName: fileName, id: "\(id)/\(fileName)", each) { passedOver.add(fileName) }
      }
    }
    if let note = passedOver.note { try each(.note("\(id): \(note)")) }
  }

  private func readAttachment(
    _ part: MailPart, fileName: String, id: String, _ each: (InputItem) throws -> Void
  ) throws -> Bool {
    try DocumentReaders.naming(id, each: each) {
      let typed = MediaType.fileExtension(of: part.type.value).map { "attachment.\($0)" }
      let isNamed = DocumentReaders.forFile(named: fileName) != nil
      let inner = try context.inside(named: isNamed ? fileName : typed ?? fileName)
      var content: any ByteSource = BytesInMemory(
        TransferDecoding(message, part.body, encoding: part.encoding).bytes)
      return try DocumentReaders.readMember(&content, name: id, context: inner, each: each)
    } ?? true
  }

  /// The text of a part; nil where it has none.
  private func document(
    of part: MailPart, id: String, position: InputPosition, _ each: (InputItem) throws -> Void
  ) throws -> SourceDocument? {
    let content = TransferDecoding(message, part.body, encoding: part.encoding)
    let charset = part.type.parameters["charset"]
    var document: SourceDocument
    if part.type.value == "text/html" {
      document = try HTMLReader.document(content.bytes, declared: charset, id: id, position: position)
      document.sourceMap = document.sourceMap?.composed(with: content.map) ?? content.map
      // What a page in a mail says of itself is of the page; the head of the mail comes first.
    } else {
      let decoded = DecodedText(content.bytes, declared: charset)
      document = SourceDocument(
        id: id, text: decoded.text, position: position,
        sourceMap: decoded.map.map { $0.composed(with: content.map) } ?? content.map,
        encoding: decoded.textEncoding, findings: decoded.findings)
    }
    return document.text.allSatisfy(ByteMarks.isBlank) ? nil : document
  }

  /// The part that a reader of the mail sees first: of alternatives the plain one, else the page.
  private static func body(of part: MailPart) -> MailPart? {
    guard !part.isAttachment else { return nil }
    switch part.type.value {
    case "multipart/alternative":
      let bodies = part.parts.compactMap { body(of: $0) }
      return bodies.first { $0.type.value == "text/plain" && !$0.body.isEmpty } ?? bodies.last
    case let value where value.hasPrefix("multipart/"):
      return part.parts.lazy.compactMap { body(of: $0) }.first
    case let value where value.hasPrefix("text/"): return part
    default: return nil
    }
  }

  private static func collect(_ part: MailPart, into leaves: inout [MailPart]) {
    if part.parts.isEmpty { leaves.append(part) }
    for inner in part.parts { collect(inner, into: &leaves) }
  }

  /// `Ministry of Defence <press@example.org>` is the ministry; an address without a name is itself.
  private static func sender(_ text: String) -> String {
    guard let bracket = text.firstIndex(of: "<") else { return text }
    let name = text[..<bracket].filter { $0 != "\"" }
    let trimmed = String(name).trimmingBlanks
    return trimmed.isEmpty ? String(text[bracket...]).trimmingBrackets : trimmed
  }
}
