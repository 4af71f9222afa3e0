/// What is known of a text beside its words.
public struct DocumentInfo: Hashable, Sendable {
  /// Given by the user, or the path as typed with `/`.
  public var id: String
  public var title: String?
  public var source: String?
  public var url: String?
  /// Day of publication; nil where unknown.
  public var published: CalendarDate?
  /// SHA-256 of the text as read, in lower-case hex; nil where a text that tells no action was not read further.
  public var sha256: String?

  public init(
    id: String, title: String? = nil, source: String? = nil, url: String? = nil, published: CalendarDate? = nil,
    sha256: String? = nil
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.url = url
    self.published = published
    self.sha256 = sha256
  }
}
