public import ReportText

/// What a reader comes upon: a text, something wrong that costs one text or one of its values, or something to be told.
public enum InputItem: Sendable {
  case document(SourceDocument)
  case problem(DataFileError)
  /// What was guessed or passed over; the name of the input stands in it.
  case note(String)
}

/// A kind of input. A new one is a file beside the others and a line in `DocumentReaders.all`.
///
/// A reader gives one item after the other and keeps none of them. It never throws for what stands in the input: that is
/// an item, or an `InputProblem` where nothing more can be read, which `DocumentReaders` makes an item of. It passes on
/// what the source of the bytes throws, and what `each` throws, which ends the reading.
public protocol DocumentReader: Sendable {
  /// Endings of the names of such files, without the dot, in lower case.
  static var fileExtensions: [String] { get }
  /// What such an input is, with an article: `a PDF file`.
  static var kind: String { get }
  /// One line for the help.
  static var about: String { get }

  /// How sure the first bytes are of this kind.
  static func recognise(_ opening: Opening) -> Recognition

  /// - Parameters:
  ///   - name: the name of the input as typed, for ids and messages.
  static func read(
    _ source: inout any ByteSource, name: String, context: ReadingContext, each: (InputItem) throws -> Void) throws
}

extension DocumentReader {
  public static func recognise(_ opening: Opening) -> Recognition { .possible }

  /// Reads as nothing else was asked for.
  public static func read(
    _ source: inout any ByteSource, name: String, each: (InputItem) throws -> Void
  ) throws {
    try DocumentReaders.naming(name, each: each) {
      try read(&source, name: name, context: ReadingContext(), each: each)
    }
  }
}
