/// One part of a message (RFC 2045): a text, an attachment, or what holds further parts.
struct MailPart {
  /// Parts inside each other beyond this are not opened.
  private static let depthLimit = 24
  private static let partLimit = 1_000

  let head: HeadBlock
  let type: ParameterizedValue
  /// Bytes of the message.
  let body: Range<Int>
  private(set) var parts: [MailPart] = []

  init(_ message: [UInt8], _ range: Range<Int>) {
    var budget = Self.partLimit
    self.init(message, range, depth: 0, budget: &budget, isDigest: false)
  }

  private init(_ message: [UInt8], _ range: Range<Int>, depth: Int, budget: inout Int, isDigest: Bool) {
    head = HeadBlock(message, in: range)
    body = head.end..<range.upperBound
    type = ParameterizedValue(head["content-type"] ?? (isDigest ? "message/rfc822" : "text/plain"))
    guard depth < Self.depthLimit else { return }
    if type.value.hasPrefix("multipart/"), let boundary = type.parameters["boundary"], !boundary.isEmpty {
      for piece in Self.pieces(message, body, boundary: boundary) where budget > 0 {
        budget -= 1
        parts.append(
          MailPart(message, piece, depth: depth + 1, budget: &budget, isDigest: type.value == "multipart/digest"))
      }
    }
  }

  var encoding: String { head["content-transfer-encoding"]?.lowercased() ?? "" }

  /// The name of the file that a part is, by either of the two heads that may tell it.
  var fileName: String? {
    let disposition = ParameterizedValue(head["content-disposition"] ?? "")
    for value in [disposition, type] {
      for key in ["filename", "name"] {
        if let name = value.parameters[key], !name.isEmpty { return EncodedWords.decoded(Array(name.utf8)) }
        if let name = value.parameters["\(key)*"], !name.isEmpty { return Self.extended(name) }
      }
    }
    return nil
  }

  var isAttachment: Bool {
    ParameterizedValue(head["content-disposition"] ?? "").value == "attachment"
      || fileName != nil && !type.value.hasPrefix("text/")
  }

  /// `utf-8'en'%E2%82%AC` (RFC 2231).
  private static func extended(_ text: String) -> String {
    let pieces = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    guard pieces.count == 3 else { return text }
    let bytes = TransferDecoding.withoutPercents(pieces[2].utf8)
    return String(decoding: DecodedText(bytes, declared: String(pieces[0])).text, as: UTF8.self)
  }

  /// What stands between the lines `--boundary`; the last piece may break off.
  private static func pieces(_ message: [UInt8], _ range: Range<Int>, boundary: String) -> [Range<Int>] {
    let mark = Array("--\(boundary)".utf8)
    var pieces: [Range<Int>] = []
    var start: Int?
    var line = range.lowerBound
    while line < range.upperBound {
      var end = line
      while end < range.upperBound, message[end] != 0x0A { end += 1 }
      let next = min(end + 1, range.upperBound)
      if message[line..<end].starts(with: mark) {
        // The line end before the mark belongs to the mark.
        var last = line
        if last > range.lowerBound, message[last - 1] == 0x0A { last -= 1 }
        if last > range.lowerBound, message[last - 1] == 0x0D { last -= 1 }
        if let first = start { pieces.append(first..<max(first, last)) }
        if message[line..<end].dropFirst(mark.count).starts(with: [0x2D, 0x2D]) { return pieces }
        start = next
      }
      line = next
    }
    if let start { pieces.append(start..<range.upperBound) }
    return pieces
  }
}
