/// Documents of Microsoft Word (Office Open XML): headings, paragraphs, lists and tables; what tracked changes mark as
/// deleted is left out.
public enum WordReader: DocumentReader {
  public static let fileExtensions = ["docx", "docm"]
  public static let kind = "a Word document"
  public static let about = "a Word document: its text with headings, lists and tables"

  public static func recognise(_ opening: Opening) -> Recognition {
    ZIPOpening(opening.bytes)?.isOfficeOpen("word") == true ? .certain : .impossible
  }

  public static func read(
    _ source: inout any ByteSource, name: String, context: ReadingContext, each: (InputItem) throws -> Void
  ) throws {
    let part = "word/document.xml"
    let properties = "docProps/core.xml"
    let members = try PackageMembers(source, context: context) { $0 == part || $0 == properties }
    let body = OfficeText(.word, part: part)
    try XMLReading.read(try members.required(part), limits: context.limits) { body.take($0) }
    try each(
      .document(try .office(name, text: body.finished(), properties: members[properties], limits: context.limits)))
  }
}

/// Text documents of LibreOffice and others (OpenDocument).
public enum OpenDocumentReader: DocumentReader {
  public static let fileExtensions = ["odt", "ott"]
  public static let kind = "an OpenDocument text"
  public static let about = "an OpenDocument text: its text with headings, lists and tables"

  public static func recognise(_ opening: Opening) -> Recognition {
    let type = ZIPOpening(opening.bytes)?.mediaType
    return type?.hasPrefix("application/vnd.oasis.opendocument.text") == true ? .certain : .impossible
  }

  public static func read(
    _ source: inout any ByteSource, name: String, context: ReadingContext, each: (InputItem) throws -> Void
  ) throws {
    let members = try PackageMembers(source, context: context) { $0 == "content.xml" || $0 == "meta.xml" }
    let body = OfficeText(.openDocument, part: "content.xml")
    try XMLReading.read(try members.required("content.xml"), limits: context.limits) { body.take($0) }
    try each(
      .document(try .office(name, text: body.finished(), properties: members["meta.xml"], limits: context.limits)))
  }
}
