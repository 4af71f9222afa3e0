internal import CArchive

/// Reads an archive, or a compressed stream, from front to back and in bounded memory.
///
/// Nothing is unpacked to the disk: members are given as bytes. A reader belongs to one thread.
@safe public final class ArchiveReader {
  public enum Content: Sendable {
    /// ZIP or tar.
    case archive
    /// One stream, compressed by gzip, bzip2, xz, lzma, zstd, lz4 or compress, with one nameless member.
    case compressed
  }

  private let archive: OpaquePointer
  private let input: Input
  private let output: UnsafeMutableRawBufferPointer

  /// - Parameter next: replaces the content of its argument by the bytes that follow; by none at the end.
  /// - Throws: `ArchiveError`, or what `next` threw: the first bytes are read at once.
  public init(_ content: Content, next: @escaping (inout [UInt8]) throws -> Void) throws {
    guard let archive = unsafe archive_read_new() else {
      throw ArchiveError(message: "no memory for reading an archive", isFatal: true)
    }
    unsafe self.archive = archive
    input = Input(next)
    unsafe output = .allocate(byteCount: 1 << 16, alignment: 16)
    switch content {
    case .archive:
      unsafe archive_read_support_format_zip_streamable(archive)
      unsafe archive_read_support_format_tar(archive)
    case .compressed:
      unsafe archive_read_support_format_raw(archive)
      unsafe archive_read_support_format_empty(archive)
      unsafe archive_read_support_filter_gzip(archive)
      unsafe archive_read_support_filter_bzip2(archive)
      unsafe archive_read_support_filter_xz(archive)
      unsafe archive_read_support_filter_lzma(archive)
      unsafe archive_read_support_filter_zstd(archive)
      unsafe archive_read_support_filter_lz4(archive)
      unsafe archive_read_support_filter_compress(archive)
    }
    // The object outlives the archive: `deinit` frees the archive before its own members go.
    let status = unsafe archive_read_open(
      archive, Unmanaged.passUnretained(input).toOpaque(), nil, readMore, nil)
    if let error = input.error { throw error }
    guard status == ARCHIVE_OK else { throw failure(status) }
  }

  deinit {
    unsafe archive_read_free(archive)
    unsafe output.deallocate()
  }

  /// The next member; nil behind the last one.
  /// - Throws: `ArchiveError`, or what the source of the bytes threw.
  public func nextEntry() throws -> ArchiveEntry? {
    var entry: OpaquePointer?
    let status = unsafe archive_read_next_header(archive, &entry)
    if let error = input.error { throw error }
    guard status != ARCHIVE_EOF else { return nil }
    guard status >= ARCHIVE_WARN, let entry = unsafe entry else { throw failure(status) }
    return ArchiveEntry(
      path: unsafe Self.path(of: entry), kind: unsafe Self.kind(of: entry),
      isEncrypted: (unsafe archive_entry_is_encrypted(entry)) == 1)
  }

  /// Appends up to `count` of the bytes of the member that follow.
  /// - Returns: how many; 0 only at the member's end.
  /// - Throws: `ArchiveError`, or what the source of the bytes threw.
  public func read(upTo count: Int, onto buffer: inout [UInt8]) throws -> Int {
    let got = unsafe archive_read_data(archive, output.baseAddress, min(count, output.count))
    if let error = input.error { throw error }
    guard got >= 0 else { throw failure(Int32(got)) }
    unsafe buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: output[..<got]))
    return got
  }

  private func failure(_ status: Int32) -> ArchiveError {
    let words = unsafe archive_error_string(archive)
    let message = unsafe words.map { unsafe String(cString: $0) } ?? "the archive is damaged"
    return ArchiveError(message: message, isFatal: status == ARCHIVE_FATAL)
  }

  private static func path(of entry: OpaquePointer) -> String {
    // The first asks the locale for a conversion and may find none; the second gives the bytes as they are.
    if let path = unsafe archive_entry_pathname_utf8(entry) { return unsafe String(cString: path) }
    guard let path = unsafe archive_entry_pathname(entry) else { return "" }
    return unsafe String(cString: path)
  }

  private static func kind(of entry: OpaquePointer) -> ArchiveEntry.Kind {
    if unsafe archive_entry_hardlink(entry) != nil { return .link }
    return switch UInt32(unsafe archive_entry_filetype(entry)) {
    case 0o100000, 0: .file
    case 0o040000: .folder
    case 0o120000: .link
    default: .other
    }
  }
}

/// Hands bytes to libarchive, which keeps a pointer to them until it asks for more.
@safe private final class Input {
  private let next: (inout [UInt8]) throws -> Void
  private var bytes: [UInt8] = []
  private let block: UnsafeMutableRawBufferPointer
  private var position = 0
  /// What the source threw; libarchive cannot carry it.
  private(set) var error: (any Error)?

  init(_ next: @escaping (inout [UInt8]) throws -> Void) {
    self.next = next
    unsafe block = .allocate(byteCount: 1 << 16, alignment: 16)
  }

  deinit { unsafe block.deallocate() }

  /// Fills the block.
  /// - Returns: how many bytes of it hold; 0 at the end, -1 where the source failed.
  func fill(_ place: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
    do {
      if position == bytes.count {
        position = 0
        try next(&bytes)
      }
    } catch {
      self.error = error
      return -1
    }
    let count = min(unsafe block.count, bytes.count - position)
    unsafe block.copyBytes(from: bytes[position..<position + count])
    position += count
    unsafe place?.pointee = UnsafeRawPointer(block.baseAddress)
    return count
  }
}

private func readMore(
  _ archive: OpaquePointer?, _ data: UnsafeMutableRawPointer?, _ place: UnsafeMutablePointer<UnsafeRawPointer?>?
) -> la_ssize_t {
  guard let data = unsafe data else { return -1 }
  return unsafe Unmanaged<Input>.fromOpaque(data).takeUnretainedValue().fill(place)
}
