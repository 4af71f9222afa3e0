internal import Archive
internal import ReportText

/// ZIP and tar archives: each member is read as a file of its name would be, its id is the archive's with its path.
///
/// Nothing is unpacked to the disk. Links in archives lead nowhere; they and files of no known kind are passed over.
public enum ArchiveFileReader: DocumentReader {
  public static let fileExtensions = ["zip", "tar"]
  public static let kind = "an archive"
  public static let about = "ZIP or tar archives, each file in them, recursively"

  public static func recognise(_ opening: Opening) -> Recognition {
    if ZIPOpening(opening.bytes) != nil { return .certain }
    guard opening.bytes.count > 262 else { return .impossible }
    return opening.bytes[257..<262].elementsEqual("ustar".utf8) ? .certain : .impossible
  }

  public static func read(
    _ source: inout any ByteSource, name: String, context: ReadingContext, each: (InputItem) throws -> Void
  ) throws {
    let tail = TailedSource(source)
    let archive = try ArchiveReader(.archive, tail)
    var passedOver = PassedOver()
    var isEmpty = true
    while let entry = try archive.next() {
      guard entry.kind == .file else { continue }
      isEmpty = false
      let path = path(of: entry)
      guard !isHidden(path), context.members.passes(path) else { continue }
      let memberName = "\(name)/\(path)"
      do {
        guard !entry.isEncrypted else { throw InputProblem.encrypted }
        let inner = try context.inside(named: path)
        var content: any ByteSource = ArchivedSource(archive, context: context)
        let isWanted = try DocumentReaders.readMember(&content, name: memberName, context: inner, each: each)
        if !isWanted { passedOver.add(path) }
      } catch let problem as InputProblem {
        try each(.problem(DataFileError(problem, at: InputPosition(input: memberName, line: 1, column: 1))))
      }
      guard !context.expansion.isExhausted(context.limits) else { return }
    }
    if try !tail.isWholeArchive() { throw InputProblem.damaged("its end is missing") }
    if isEmpty { throw InputProblem.empty }
    if let note = passedOver.note { try each(.note("\(name): \(note)")) }
  }

  private static func path(of entry: ArchiveEntry) -> String {
    // Nothing is unpacked, so that a path that leads out of the archive is as good as any other.
    let parts = entry.path.split(separator: "/").filter { $0 != "." && $0 != ".." }
    // Names end up in messages, where a control character would do harm.
    return String(
      String.UnicodeScalarView(
        parts.joined(separator: "/").unicodeScalars.map { scalar in
          scalar.value < 0x20 || scalar.value == 0x7F ? "?" : scalar
        }))
  }

  /// What begins with a dot, and what macOS puts beside files.
  private static func isHidden(_ path: String) -> Bool {
    path.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }
}

/// Keeps the end of what it gives: members of a ZIP file are read without its directory, which stands there and without
/// which nobody knows whether members are missing.
private final class TailedSource: ByteSource {
  /// A directory's own end, with the longest comment behind it.
  private static let length = 22 + 65_535

  private var source: any ByteSource
  private var isZIP: Bool?
  private var tail: [UInt8] = []

  init(_ source: any ByteSource) { self.source = source }

  func read(upTo count: Int, onto buffer: inout [UInt8]) throws -> Int {
    let got = try source.read(upTo: count, onto: &buffer)
    tail += buffer.suffix(got)
    if isZIP == nil, got > 0 { isZIP = tail.starts(with: [0x50, 0x4B]) }
    if tail.count > 2 * Self.length { tail.removeFirst(tail.count - Self.length) }
    return got
  }

  /// Reads to the end and looks whether a ZIP file has its directory.
  func isWholeArchive() throws -> Bool {
    var rest: [UInt8] = []
    while try read(upTo: 1 << 16, onto: &rest) > 0 { rest.removeAll(keepingCapacity: true) }
    guard isZIP == true else { return true }
    return tail.indices.dropLast(3).contains { tail[$0] == 0x50 && tail[$0...].starts(with: [0x50, 0x4B, 0x05, 0x06]) }
  }
}

/// Counts files that are no inputs, so that nothing is left out silently.
public struct PassedOver: Sendable {
  private var counts: [String: Int] = [:]

  public init() {}

  public mutating func add(_ path: String) {
    counts[DocumentReaders.fileExtension(of: path).map { ".\($0)" } ?? "no ending", default: 0] += 1
  }

  /// `3 files of other kinds passed over (.jpg 2, .css 1)`; nil where there were none.
  public var note: String? {
    guard !counts.isEmpty else { return nil }
    let total = counts.values.reduce(0, +)
    let kinds = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let shown = kinds.prefix(6).map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    return "\(total) file\(total == 1 ? "" : "s") of other kinds passed over (\(shown)\(kinds.count > 6 ? ", …" : ""))"
  }
}
