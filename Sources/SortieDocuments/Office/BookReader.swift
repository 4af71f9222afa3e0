internal import Expat
internal import HTMLTree
internal import ReportText

/// Books (EPUB): the chapters in the order of the spine, as one text.
public enum BookReader: DocumentReader {
  public static let fileExtensions = ["epub"]
  public static let kind = "a book (EPUB)"
  public static let about = "a book (EPUB): its chapters as one text"

  public static func recognise(_ opening: Opening) -> Recognition {
    ZIPOpening(opening.bytes)?.mediaType?.hasPrefix("application/epub+zip") == true ? .certain : .impossible
  }

  public static func read(
    _ source: inout any ByteSource, name: String, context: ReadingContext, each: (InputItem) throws -> Void
  ) throws {
    let endings = ["xml", "opf", "xhtml", "html", "htm"]
    let members = try PackageMembers(source, context: context) {
      DocumentReaders.fileExtension(of: $0).map(endings.contains) == true
    }
    let packagePath = try rootFile(members, context)
    let package = try members.required(packagePath)
    let chapters = try spine(of: package, at: packagePath, context)
    let position = InputPosition(input: name, line: 1, column: 1)
    var text = StructuredText()
    for chapter in chapters {
      guard let page = members[chapter] else {
        try each(.problem(DataFileError(.damaged("the chapter '\(chapter)' is missing"), at: position)))
        continue
      }
      let document = try HTMLReader.document(page, declared: nil, id: name, position: position, isAllText: true)
      if let map = document.sourceMap { text.append(document.text, map, part: chapter) }
    }
    try each(.document(try .office(name, text: text, properties: package, limits: context.limits)))
  }

  /// Where the package stands, which names the chapters.
  private static func rootFile(_ members: PackageMembers, _ context: ReadingContext) throws -> String {
    var path: String?
    try XMLReading.read(try members.required("META-INF/container.xml"), limits: context.limits) { event in
      guard case .start(let name, let attributes) = event, XMLName(name).local == "rootfile" else { return }
      path = path ?? attributes["full-path"]
    }
    guard let path else { throw InputProblem.damaged("the container names no package") }
    return path
  }

  /// The chapters' paths in the order in which they are read.
  private static func spine(of package: [UInt8], at path: String, _ context: ReadingContext) throws -> [String] {
    var files: [String: String] = [:]
    var order: [String] = []
    try XMLReading.read(package, limits: context.limits) { event in
      guard case .start(let name, let attributes) = event else { return }
      switch XMLName(name).local {
      case "item": if let id = attributes["id"], let file = attributes["href"] { files[id] = file }
      case "itemref": if let id = attributes["idref"] { order.append(id) }
      default: break
      }
    }
    return order.compactMap { files[$0] }.map { resolved($0, against: path) }
  }

  /// A relative address with its percent signs undone, as a path from the root of the archive.
  private static func resolved(_ address: String, against base: String) -> String {
    let bytes = TransferDecoding.withoutPercents(address.prefix { $0 != "#" }.utf8)
    var parts = base.split(separator: "/").dropLast().map(String.init)
    for part in String(decoding: bytes, as: UTF8.self).split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}
