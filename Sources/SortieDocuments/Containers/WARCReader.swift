internal import ReportText

/// Web archives (WARC, ISO 28500): each answer of a server and each resource is read as a file of its media type would be.
///
/// A document's id is the archive's name with the address. Requests, notes on the crawl and pictures are passed over.
public enum WARCReader: DocumentReader {
  public static let fileExtensions = ["warc"]
  public static let kind = "a web archive"
  public static let about = "web archives: the pages in them, with their addresses"

  public static func recognise(_ opening: Opening) -> Recognition {
    opening.bytes.starts(with: "WARC/".utf8) ? .certain : .impossible
  }

  public static func read(
    _ source: inout any ByteSource, name: String, context: ReadingContext, each: (InputItem) throws -> Void
  ) throws {
    var records = WARCRecords(source, limits: context.limits)
    var passedOver = PassedOver()
    var seen: [String: Int] = [:]
    while let record = try records.next() {
      guard let page = WebAnswer(record) else { continue }
      guard context.members.passes(page.path) else { continue }
      seen[page.address, default: 0] += 1
      let number = seen[page.address, default: 1]
      let memberName = "\(name)/\(page.address)\(number > 1 ? "#\(number)" : "")"
      let isRead = try DocumentReaders.naming(memberName, each: each) {
        guard page.isText else { return false }
        let inner = try context.inside(named: page.fileName)
        var body: any ByteSource = BytesInMemory(try page.body(context))
        return try DocumentReaders.readMember(&body, name: memberName, context: inner) { item in
          guard case .document(var document) = item else { return try each(item) }
          document.metadata.state(.url, page.address, by: .address)
          try each(.document(document))
        }
      }
      if isRead == false { passedOver.add(page.fileName) }
    }
    if seen.isEmpty { throw InputProblem.noText }
    if let note = passedOver.note { try each(.note("\(name): \(note)")) }
  }
}

/// One record of a web archive.
struct WARCRecord {
  var head: HeadBlock
  var content: [UInt8]
}

/// Cuts a web archive into its records.
private struct WARCRecords {
  private var source: any ByteSource
  private let limits: InputLimits
  private var bytes: [UInt8] = []
  private var index = 0
  private var isAtEnd = false

  init(_ source: any ByteSource, limits: InputLimits) {
    self.source = source
    self.limits = limits
  }

  mutating func next() throws -> WARCRecord? {
    bytes.removeSubrange(0..<index)
    index = 0
    while try fill(1), ByteMarks.isBlank(bytes[index]) { index += 1 }
    guard index < bytes.count else { return nil }
    guard try fill(5), bytes[index...].starts(with: "WARC/".utf8) else {
      throw InputProblem.damaged("a record does not begin with 'WARC/'")
    }
    guard let headEnd = try headEnd() else { throw InputProblem.damaged("the head of a record breaks off") }
    let head = HeadBlock(bytes, from: index)
    index = headEnd
    guard let length = head["content-length"].flatMap(Int.init), length >= 0 else {
      throw InputProblem.damaged("a record does not tell its length")
    }
    guard length <= limits.wholeBytes else { throw InputProblem.tooLarge(limit: limits.wholeBytes) }
    guard try fill(length) else { throw InputProblem.damaged("the last record breaks off") }
    defer { index += length }
    return WARCRecord(head: head, content: Array(bytes[index..<index + length]))
  }

  /// Sees to it that so many bytes are there.
  private mutating func fill(_ count: Int) throws -> Bool {
    while bytes.count - index < count, !isAtEnd {
      if try source.read(upTo: BytesInMemory.chunk, onto: &bytes) == 0 { isAtEnd = true }
    }
    return bytes.count - index >= count
  }

  /// Where the content begins, behind an empty line.
  private mutating func headEnd() throws -> Int? {
    var position = index
    while position - index < 1 << 20 {
      guard try fill(position - index + 4) else { return nil }
      if bytes[position] == 0x0A {
        if bytes[position + 1] == 0x0A { return position + 2 }
        if bytes[position + 1] == 0x0D, bytes[position + 2] == 0x0A { return position + 3 }
      }
      position += 1
    }
    return nil
  }
}
