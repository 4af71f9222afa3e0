internal import Archive

/// The bytes of one member of an archive, or of a compressed stream.
struct ArchivedSource: ByteSource {
  private let archive: ArchiveReader
  private let context: ReadingContext

  init(_ archive: ArchiveReader, context: ReadingContext) {
    self.archive = archive
    self.context = context
  }

  mutating func read(upTo count: Int, onto buffer: inout [UInt8]) throws -> Int {
    do {
      let got = try archive.read(upTo: count, onto: &buffer)
      try context.expansion.grow(got, limits: context.limits)
      return got
    } catch let error as ArchiveError {
      throw InputProblem.damaged(error.message)
    }
  }
}

extension ArchiveReader {
  /// Reads what a source gives.
  convenience init(_ content: Content, _ source: any ByteSource) throws {
    var source = source
    do {
      try self.init(content) { bytes in
        bytes.removeAll(keepingCapacity: true)
        _ = try source.read(upTo: BytesInMemory.chunk, onto: &bytes)
      }
    } catch let error as ArchiveError {
      throw InputProblem.damaged(error.message)
    }
  }

  /// The next member.
  func next() throws -> ArchiveEntry? {
    do {
      return try nextEntry()
    } catch let error as ArchiveError {
      throw InputProblem.damaged(error.message)
    }
  }
}

/// Counts the bytes that come from the disk.
struct CountedSource: ByteSource {
  private var source: any ByteSource
  private let expansion: Expansion

  init(_ source: any ByteSource, _ expansion: Expansion) {
    self.source = source
    self.expansion = expansion
  }

  mutating func read(upTo count: Int, onto buffer: inout [UInt8]) throws -> Int {
    let got = try source.read(upTo: count, onto: &buffer)
    expansion.take(got)
    return got
  }
}
