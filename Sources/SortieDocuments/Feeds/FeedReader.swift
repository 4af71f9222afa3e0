internal import Expat
internal import ReportText
internal import SortieSchema

/// News feeds, RSS (0.9 to 2.0) and Atom: an entry a text, with its day and address; pages in entries are read as pages.
public enum FeedReader: DocumentReader {
  public static let fileExtensions = ["rss", "atom", "rdf", "xml"]
  public static let kind = "a news feed"
  public static let about = "a news feed (RSS, Atom): each entry, with its day and address"

  public static func recognise(_ opening: Opening) -> Recognition {
    var rest = opening.words
    guard rest.first == UInt8(ascii: "<") else { return .impossible }
    // Declarations and comments stand before the first element.
    while rest.count > 1, rest.first == UInt8(ascii: "<"),
      [UInt8(ascii: "?"), UInt8(ascii: "!")].contains(rest[rest.startIndex + 1])
    {
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return .possible }
      rest = rest[(end + 1)...].drop { ByteMarks.isBlank($0) }
    }
    for start in ["<rss", "<feed", "<rdf:RDF"] where rest.starts(with: start.utf8) { return .certain }
    return .possible
  }

  public static func read(
    _ source: inout any ByteSource, name: String, context: ReadingContext, each: (InputItem) throws -> Void
  ) throws {
    let bytes = try source.readAll(context.limits)
    guard !bytes.allSatisfy(ByteMarks.isBlank) else { throw InputProblem.empty }
    let decoded = XMLReading.decoded(bytes)
    let feed = FeedEntries()
    var broken: InputProblem?
    do {
      try XMLReading.read(decoded.text, isUTF8: true, limits: context.limits) { try feed.take($0) }
    } catch let problem as InputProblem {
      broken = problem
    }
    guard feed.isFeed else { throw broken ?? .notThisKind(kind) }
    let position = InputPosition(input: name, line: 1, column: 1)
    var seen: [String: Int] = [:]
    for (number, entry) in feed.entries.enumerated() {
      let told = entry["id"] ?? entry.link ?? "\(number + 1)"
      seen[told, default: 0] += 1
      let id = "\(name):\(told)\(seen[told, default: 1] > 1 ? "#\(seen[told, default: 1])" : "")"
      guard var document = try entry.document(id: id, position: position, feed: feed.title) else { continue }
      document.encoding = decoded.textEncoding
      if let map = decoded.map { document.sourceMap = document.sourceMap?.composed(with: map) }
      document.findings = decoded.findings + document.findings
      try each(.document(document))
    }
    // The entries before the break are whole.
    if let broken { throw broken }
    if feed.entries.isEmpty { throw InputProblem.noText }
  }
}
