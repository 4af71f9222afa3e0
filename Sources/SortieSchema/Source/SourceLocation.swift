/// Where in an original some words of its text stand.
public struct SourceLocation: Hashable, Sendable, CustomStringConvertible {
  /// Bytes of the input as it lies on the disk, or of its `part`; end exclusive. Nil where only the page is known.
  /// Empty where the reader put the words in, at the place where it did.
  public var bytes: Range<Int>?
  /// Counted from 1; nil where the original has no pages.
  public var pages: ClosedRange<Int>?
  /// What of the original the bytes are counted in, where it is no single run of text: a member of an archive, a part of
  /// a message.
  public var part: String?

  public init(bytes: Range<Int>? = nil, pages: ClosedRange<Int>? = nil, part: String? = nil) {
    self.bytes = bytes
    self.pages = pages
    self.part = part
  }

  /// `page 3`, `pages 3–4`, `bytes 120–188`, `word/document.xml, bytes 120–188`; the end is exclusive.
  public var description: String {
    var words: [String] = []
    if let part { words.append(part) }
    if let pages {
      words.append(
        pages.count == 1 ? "page \(pages.lowerBound)" : "pages \(pages.lowerBound)–\(pages.upperBound)")
    }
    if let bytes { words.append("bytes \(bytes.lowerBound)–\(bytes.upperBound)") }
    return words.joined(separator: ", ")
  }
}
