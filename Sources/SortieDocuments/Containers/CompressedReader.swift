internal import Archive
internal import ReportText

/// One compressed stream; what is in it is read as if it were not compressed.
public enum CompressedReader: DocumentReader {
  public static let fileExtensions = ["gz", "tgz", "zst", "bz2", "tbz2", "xz", "txz", "lzma", "lz4"]
  public static let kind = "compressed data"
  public static let about = "what is compressed by gzip, zstd, bzip2, xz or lz4, read as what is in it"

  private static let starts: [[UInt8]] = [
    [0x1F, 0x8B], [0x28, 0xB5, 0x2F, 0xFD], [0x42, 0x5A, 0x68], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00],
    [0x04, 0x22, 0x4D, 0x18], [0x5D, 0x00, 0x00],
  ]

  public static func recognise(_ opening: Opening) -> Recognition {
    starts.contains { opening.bytes.starts(with: $0) } ? .certain : .impossible
  }

  public static func read(
    _ source: inout any ByteSource, name: String, context: ReadingContext, each: (InputItem) throws -> Void
  ) throws {
    let inner = try context.inside(named: inner(of: context.kindName ?? name))
    let archive = try ArchiveReader(.compressed, source)
    guard try archive.next() != nil else { throw InputProblem.empty }
    var content: any ByteSource = ArchivedSource(archive, context: context)
    try DocumentReaders.read(&content, name: name, context: inner, each: each)
  }

  /// The name without its last ending; `.tgz` and its like are short for `.tar.gz`.
  private static func inner(of name: String) -> String {
    guard let fileExtension = DocumentReaders.fileExtension(of: name), fileExtensions.contains(fileExtension) else {
      return name
    }
    let stem = String(name.dropLast(fileExtension.count + 1))
    return fileExtension.hasPrefix("t") ? stem + ".tar" : stem
  }
}

extension ReadingContext {
  /// For what lies inside an input.
  func inside(named name: String) throws(InputProblem) -> ReadingContext {
    guard depth < limits.depth else { throw InputProblem.containersTooDeep(limit: limits.depth) }
    var context = self
    context.kindName = name
    context.depth += 1
    return context
  }
}
