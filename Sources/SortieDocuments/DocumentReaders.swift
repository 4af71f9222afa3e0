internal import ReportText

/// All kinds of inputs: finds out what an input is, and reads it.
public enum DocumentReaders {
  /// Every kind of input. Where the first bytes fit several, the first of them is taken.
  public static let all: [any DocumentReader.Type] = [
    PlainTextReader.self, FeedReader.self, HTMLReader.self, JSONLinesReader.self, JSONReader.self, TableReader.self,
    WARCReader.self, MailReader.self, MailboxReader.self, PDFReader.self, WordReader.self, OpenDocumentReader.self,
    BookReader.self, RTFReader.self, WorkbookReader.self, CompressedReader.self, ArchiveFileReader.self,
  ]

  /// The ending of a file's name, without the dot, in lower case; nil where there is none.
  public static func fileExtension(of name: String) -> String? {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), !name.utf8[dot...].contains(UInt8(ascii: "/")) else {
      return nil
    }
    return name[name.index(after: dot)...].lowercased()
  }

  /// The reader that the ending of a file's name asks for; nil where none does.
  public static func forFile(named fileName: String) -> (any DocumentReader.Type)? {
    guard let fileExtension = fileExtension(of: fileName) else { return nil }
    return all.first { $0.fileExtensions.contains(fileExtension) }
  }

  /// What an input is, by its first bytes and, where they do not decide, its name.
  public static func identify(_ opening: Opening, name: String) -> Identity {
    let recognitions = all.map { ($0, $0.recognise(opening)) }
    let byName = forFile(named: name)
    if let certain = recognitions.first(where: { $0.1 == .certain })?.0 {
      // Two kinds may both be sure: a web archive of mail. The name knows.
      let named = recognitions.first { $0.1 == .certain && $0.0 == byName }?.0
      return Identity(reader: named ?? certain, byName: byName, isKnown: true)
    }
    if let byName, byName.recognise(opening) > .impossible {
      return Identity(reader: byName, byName: byName, isKnown: true)
    }
    let likely = recognitions.first { $0.1 == .likely }?.0
    return Identity(reader: likely ?? PlainTextReader.self, byName: byName, isKnown: likely != nil)
  }

  /// The same of a source, of which the first bytes are taken.
  public static func identify(_ source: inout any ByteSource, name: String) throws -> Identity {
    var opened = OpenedSource(source)
    return identify(try opened.opening(), name: name)
  }

  /// What an input is, and how that is known.
  public struct Identity: CustomStringConvertible {
    public let reader: any DocumentReader.Type
    /// The reader that the name asks for, which may be another one.
    public let byName: (any DocumentReader.Type)?
    /// False where nothing speaks for the kind, so that plain text is the last resort.
    public let isKnown: Bool

    /// `a PDF file`, with what the name says where that differs.
    public var description: String {
      if let byName, byName != reader { return "\(reader.kind), by its bytes; its name says \(byName.kind)" }
      return isKnown ? reader.kind : "\(reader.kind), since nothing tells another kind"
    }
  }

  /// Reads an input of whatever kind.
  public static func read(
    _ source: inout any ByteSource, name: String, context: ReadingContext, each: (InputItem) throws -> Void
  ) throws {
    _ = try read(&source, name: name, context: context, isAsked: true, each: each)
  }

  /// Reads a member of an archive, where its kind is one that is read.
  /// - Returns: false where it is not.
  static func readMember(
    _ source: inout any ByteSource, name: String, context: ReadingContext, each: (InputItem) throws -> Void
  ) throws -> Bool {
    try read(&source, name: name, context: context, isAsked: !context.members.include.isEmpty, each: each)
  }

  private static func read(
    _ source: inout any ByteSource, name: String, context: ReadingContext, isAsked: Bool,
    each: (InputItem) throws -> Void
  ) throws -> Bool {
    var context = context
    var inner = source
    if context.depth == 0 {
      context.expansion = Expansion()
      inner = CountedSource(source, context.expansion)
    }
    var opened = OpenedSource(inner)
    var isRead = true
    try naming(name, each: each) {
      let opening = try opened.opening()
      let kindName = context.kindName ?? name
      let identity = identify(opening, name: kindName)
      guard isAsked || identity.isKnown || identity.byName != nil else {
        isRead = false
        return
      }
      if let byName = identity.byName, byName != identity.reader {
        try each(.note("\(name): read as \(identity.reader.kind), not as \(byName.kind): its first bytes say so"))
      }
      var rest: any ByteSource = opened
      try identity.reader.read(&rest, name: name, context: context, each: each)
    }
    return isRead
  }

  /// Makes a problem of the input of what ends its reading, which gives nil.
  @discardableResult
  static func naming<Result>(
    _ name: String, each: (InputItem) throws -> Void, _ body: () throws -> Result
  ) throws -> Result? {
    do {
      return try body()
    } catch let problem as InputProblem {
      try each(.problem(DataFileError(problem, at: InputPosition(input: name, line: 1, column: 1))))
      return nil
    }
  }
}
