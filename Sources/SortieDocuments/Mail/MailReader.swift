internal import ReportText
internal import SortieSchema

/// One mail (RFC 5322, MIME): its plain text, else its page; sender, subject and date; attachments that can be read are
/// documents of their own.
public enum MailReader: DocumentReader {
  public static let fileExtensions = ["eml"]
  public static let kind = "a mail"
  public static let about = "a mail: its text with sender, subject and date, and its attachments"

  public static func recognise(_ opening: Opening) -> Recognition {
    let head = HeadBlock(opening.bytes)
    let usual = ["from", "date", "subject", "message-id", "mime-version", "received", "to"].count { head[$0] != nil }
    return head["from"] != nil && usual >= 3 ? .likely : .possible
  }

  public static func read(
    _ source: inout any ByteSource, name: String, context: ReadingContext, each: (InputItem) throws -> Void
  ) throws {
    let message = try source.readAll(context.limits)
    if let stranger = ByteMarks.stranger(message) { throw InputProblem.notText(stranger) }
    guard !message.allSatisfy(ByteMarks.isBlank) else { throw InputProblem.empty }
    try MailDocuments(message: message, name: name, context: context)
      .read(0..<message.count, id: name, line: 1, each: each)
  }
}

/// A folder of mails in one file (RFC 4155), read mail by mail.
public enum MailboxReader: DocumentReader {
  public static let fileExtensions = ["mbox", "mbx"]
  public static let kind = "a mailbox"
  public static let about = "a mailbox: each mail in it"

  public static func recognise(_ opening: Opening) -> Recognition {
    guard opening.bytes.starts(with: "From ".utf8),
      let line = opening.bytes.firstIndex(of: 0x0A), HeadBlock(opening.bytes, from: line + 1)["from"] != nil
    else { return .possible }
    return .certain
  }

  public static func read(
    _ source: inout any ByteSource, name: String, context: ReadingContext, each: (InputItem) throws -> Void
  ) throws {
    var lines = LineReader(source)
    var message: [UInt8] = []
    /// Leads from the message to the file.
    var map = SourceMap()
    /// How much of the file was read.
    var offset = 0
    var firstLine = 1
    var isInside = false
    var isBlank = true
    var number = 0
    func give() throws {
      guard isInside, !message.allSatisfy(ByteMarks.isBlank) else { return }
      number += 1
      try MailDocuments(message: message, name: name, context: context, origin: map)
        .read(0..<message.count, id: "\(name):\(number)", line: firstLine, each: each)
    }
    while let range = try lines.next() {
      let line = lines.bytes[range]
      // The last line may have no end.
      let isEnded = range.upperBound < lines.bytes.count
      let length = range.count + (isEnded ? 1 : 0)
      if isBlank, line.starts(with: "From ".utf8) {
        try give()
        message = []
        map = SourceMap()
        isInside = true
        firstLine = lines.line + 1
      } else {
        guard message.count <= context.limits.wholeBytes else {
          throw InputProblem.tooLarge(limit: context.limits.wholeBytes)
        }
        let quoted = Self.isQuotedStart(line) ? 1 : 0
        message += line.dropFirst(quoted)
        if isEnded { message.append(0x0A) }
        map.append(length - quoted, from: offset + quoted)
      }
      isBlank = line.allSatisfy(ByteMarks.isBlank)
      offset += length
    }
    guard isInside else { throw InputProblem.notThisKind(kind) }
    try give()
    if number == 0 { throw InputProblem.noText }
  }

  /// `>From Damascus …`: a line that would begin a mail has one `>` put before it, and so has one that looks so already.
  private static func isQuotedStart(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == UInt8(ascii: ">") && line.drop { $0 == UInt8(ascii: ">") }.starts(with: "From ".utf8)
  }
}
