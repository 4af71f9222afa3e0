/// One member of an archive, as its head describes it.
public struct ArchiveEntry: Hashable, Sendable {
  public enum Kind: Sendable { case file, folder, link, other }

  /// As the archive writes it; bytes that are no UTF-8 are replaced by U+FFFD.
  public var path: String
  public var kind: Kind
  public var isEncrypted: Bool
}

/// What libarchive said when an archive could not be read on.
public struct ArchiveError: Error, Equatable, Sendable, CustomStringConvertible {
  /// libarchive's own wording.
  public var message: String
  /// Whether the archive can be read on behind the member that is broken.
  public var isFatal: Bool

  public var description: String { message }
}
