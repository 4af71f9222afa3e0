public import SortieSchema

/// What all ways to write records out have in common: byte streams (`SortieFormat`), folders (`FolderFormat`) and files
/// that only a library can write (`FileFormat`).
public protocol OutputFormat: SendableMetatype {
  /// The value that `--format` takes.
  static var name: String { get }
  /// Extensions of the files that hold this format, without the dot, in lower case.
  static var fileExtensions: [String] { get }
  /// One line for the help.
  static var about: String { get }
}

/// A way to write records as a folder of files, each of them from its beginning to its end as the texts come.
///
/// As with `SortieFormat`, no text is kept, and the same results always give the same bytes.
public protocol FolderFormat: OutputFormat, Sendable {
  /// Names of the files; the last one is put in its place last.
  static var fileNames: [String] { get }
  /// What the user should know of how the records were written.
  var notes: [String] { get }

  init(options: FormatOptions)

  /// Appends what stands before the first row. There is one buffer for each name, in their order.
  mutating func begin(into buffers: inout [[UInt8]])
  /// Appends the rows of one text.
  mutating func write(_ result: DocumentResult, into buffers: inout [[UInt8]])
  /// Appends what stands after the last row.
  mutating func end(into buffers: inout [[UInt8]])
}

/// A way to write records into a file that a library opens by its path and writes in its own order.
public protocol FileFormat: OutputFormat {
  /// Whether a file that is there is brought up to date instead of replaced.
  static var updatesFiles: Bool { get }

  /// - Parameters:
  ///   - path: where to write; nothing is there, unless the format updates files.
  /// - Throws: what the library says, in words for the user.
  init(path: String, options: FormatOptions) throws

  mutating func write(_ result: DocumentResult) throws

  /// Completes the file.
  /// - Returns: what the user should know of how the records were written.
  mutating func finish() throws -> [String]
}
