public import ReportText

/// What a reader comes upon: a text, or something wrong that costs one text or one of its values.
public enum InputItem: Sendable {
  case document(SourceDocument)
  case problem(DataFileError)
}

/// A kind of input. A new one is a file beside the others and a line in `DocumentReaders.all`.
///
/// A reader gives one item after the other and keeps none of them. It never throws for what stands in the input: that is
/// an item. It passes on what the source of the bytes throws, and what `each` throws, which ends the reading.
public protocol DocumentReader: Sendable {
  /// Endings of the names of such files, without the dot, in lower case.
  static var fileExtensions: [String] { get }
  /// One line for the help.
  static var about: String { get }

  /// - Parameters:
  ///   - name: the name of the input as typed, for ids and messages.
  static func read(_ source: inout any ByteSource, name: String, each: (InputItem) throws -> Void) throws
}

public enum DocumentReaders {
  public static let all: [any DocumentReader.Type] = [PlainTextReader.self, JSONLinesReader.self]

  /// The reader that the ending of a file's name asks for; nil where none does.
  public static func forFile(named fileName: String) -> (any DocumentReader.Type)? {
    let name = fileName.utf8
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")),
      !name[dot...].contains(UInt8(ascii: "/"))
    else { return nil }
    let fileExtension = fileName[fileName.index(after: dot)...].lowercased()
    return all.first { $0.fileExtensions.contains(fileExtension) }
  }

  /// Reads an input whose name tells nothing: JSON Lines where the first byte that is not blank is `{`, else one text.
  public static func readUnnamed(
    _ source: inout any ByteSource, name: String, each: (InputItem) throws -> Void
  ) throws {
    var opening = OpenedSource(source)
    let first = try opening.firstNonBlankByte()
    var opened: any ByteSource = opening
    if first == UInt8(ascii: "{") {
      try JSONLinesReader.read(&opened, name: name, each: each)
    } else {
      try PlainTextReader.read(&opened, name: name, each: each)
    }
  }
}
