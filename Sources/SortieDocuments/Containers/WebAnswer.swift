internal import Archive

/// What a server answered, or a resource, out of a record of a web archive.
struct WebAnswer {
  let address: String
  private let mediaType: String
  private let charset: String?
  private let coding: String?
  private let isChunked: Bool
  private let content: [UInt8]
  private let bodyStart: Int

  /// Nil for records of other kinds, and for answers without a page.
  init?(_ record: WARCRecord) {
    guard let address = record.head["warc-target-uri"] else { return nil }
    // Some programs put angle brackets around addresses.
    self.address = address.trimmingBrackets
    content = record.content
    let type: ParameterizedValue
    switch record.head["warc-type"]?.lowercased() {
    case "response":
      guard content.starts(with: "HTTP/".utf8) else { return nil }
      let status = content.prefix { $0 != 0x0A }.split(separator: 0x20)
      guard status.count > 1, status[1].elementsEqual("200".utf8) else { return nil }
      let head = HeadBlock(content, from: (content.firstIndex(of: 0x0A) ?? content.count - 1) + 1)
      bodyStart = head.end
      type = ParameterizedValue(head["content-type"] ?? "")
      coding = head["content-encoding"]?.lowercased()
      isChunked = head["transfer-encoding"]?.lowercased().contains("chunked") == true
    case "resource":
      bodyStart = 0
      type = ParameterizedValue(record.head["content-type"] ?? "")
      coding = nil
      isChunked = false
    default: return nil
    }
    mediaType = type.value
    charset = type.parameters["charset"]
  }

  /// The address without scheme and host.
  var path: String {
    var rest = address[...]
    if let scheme = rest.range(ofText: "://") { rest = rest[scheme.upperBound...] }
    guard let slash = rest.firstIndex(of: "/") else { return "" }
    return String(rest[rest.index(after: slash)...].prefix { $0 != "?" && $0 != "#" })
  }

  /// Whether the media type is one of those that hold texts.
  var isText: Bool { MediaType.fileExtension(of: mediaType) != nil || mediaType.isEmpty }

  /// A name with the ending that belongs to the media type.
  var fileName: String {
    guard let fileExtension = MediaType.fileExtension(of: mediaType) else {
      return path.isEmpty ? "page" : path
    }
    return "page.\(fileExtension)"
  }

  /// The page, with all that was done to it for the way undone.
  func body(_ context: ReadingContext) throws -> [UInt8] {
    var body = Array(content[bodyStart...])
    if isChunked { body = Self.unchunked(body) }
    guard let coding, coding != "identity" else { return body }
    guard ["gzip", "x-gzip", "zstd", "compress"].contains(coding) else {
      throw InputProblem.damaged("the coding '\(coding)' of the answer is not known")
    }
    // Some archives keep the head and unpack the body.
    guard CompressedReader.recognise(Opening(bytes: Array(body.prefix(8)), isWhole: false)) == .certain else {
      return body
    }
    let archive = try ArchiveReader(.compressed, BytesInMemory(body))
    guard try archive.next() != nil else { return [] }
    var unpacked: any ByteSource = ArchivedSource(archive, context: context)
    return try unpacked.readAll(context.limits)
  }

  /// Chunks (RFC 9112, 7.1) joined; what is no chunk any more is left as it is.
  private static func unchunked(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      guard let lineEnd = bytes[position...].firstIndex(of: 0x0A) else { break }
      let digits = bytes[position..<lineEnd].prefix { $0 != 0x0D && $0 != UInt8(ascii: ";") }
      guard let size = Int(String(decoding: digits, as: UTF8.self).trimmingBlanks, radix: 16), size >= 0 else {
        return position == 0 ? bytes : result + bytes[position...]
      }
      guard size > 0 else { break }
      let end = min(bytes.count, lineEnd + 1 + min(size, bytes.count))
      result += bytes[lineEnd + 1..<end]
      position = end
      while position < bytes.count, bytes[position] == 0x0D || bytes[position] == 0x0A { position += 1 }
    }
    return result
  }
}

/// Media types of what is read, and the endings of files that hold such.
enum MediaType {
  static func fileExtension(of type: String) -> String? {
    switch type {
    case "text/html", "application/xhtml+xml": "html"
    case "text/plain": "txt"
    case "text/markdown": "md"
    case "application/pdf": "pdf"
    case "application/rss+xml", "application/atom+xml", "text/xml", "application/xml": "xml"
    case "application/json": "json"
    case "text/csv": "csv"
    case "text/rtf", "application/rtf": "rtf"
    case "message/rfc822": "eml"
    case "application/epub+zip": "epub"
    case "application/vnd.oasis.opendocument.text": "odt"
    case "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx"
    case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx"
    case "application/zip", "application/x-zip-compressed": "zip"
    case "application/gzip", "application/x-gzip": "gz"
    default: nil
    }
  }
}

extension String {
  /// Without an angle bracket at either end.
  var trimmingBrackets: String {
    var text = self[...]
    if text.hasPrefix("<") { text.removeFirst() }
    if text.hasSuffix(">") { text.removeLast() }
    return String(text)
  }
}

extension Substring {
  /// Where a text stands first; nil where it does not.
  func range(ofText text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
