/// What an input says of a text beside its words: every statement, each with the place that makes it.
///
/// Where several places disagree the one of highest trust is right; among equals the first.
public struct DocumentMetadata: Hashable, Sendable {
  /// What is said of a text.
  public enum Field: String, CaseIterable, Sendable {
    case title
    /// The day of publication: `YYYY-MM-DD`, alone or with a time behind it, wherever the reader understood it.
    case published
    /// Who published the text.
    case source
    case author
    /// The address under which the text is published, the canonical one where there are several.
    case url
    /// As a BCP 47 tag, `en-GB`.
    case language
  }

  /// Where a statement stands, in falling order of trust.
  public enum Origin: String, CaseIterable, Comparable, Sendable {
    /// A key, a column or a head that exists for this one value: JSON Lines, tables, heads of mail, entries of feeds.
    case field
    /// schema.org as JSON-LD in a page.
    case jsonLD = "JSON-LD"
    /// `og:…` and `article:…` properties of a page.
    case openGraph = "OpenGraph"
    /// schema.org as microdata, and what HTML itself has for the purpose: `<time>`, `<link rel=canonical>`.
    case markup
    /// `<meta name=…>` of a page.
    case metaTag = "meta tag"
    /// Properties of an office document or a PDF, which tell of the file rather than of the text.
    case properties
    /// Words that a reader sees: a byline, a day below the heading.
    case visible
    /// The address or the name of the file.
    case address

    public static func < (a: Origin, b: Origin) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .field: 0
      case .jsonLD: 1
      case .openGraph: 2
      case .markup: 3
      case .metaTag: 4
      case .properties: 5
      case .visible: 6
      case .address: 7
      }
    }
  }

  /// What one place of the input says.
  public struct Statement: Hashable, Sendable {
    public var field: Field
    /// Never empty.
    public var value: String
    public var origin: Origin
    /// Bytes of the input, where it is known.
    public var bytes: Range<Int>?
  }

  /// In the order in which they were found.
  public private(set) var statements: [Statement] = []

  public init() {}

  /// Adds what a place says; nothing where it says nothing.
  public mutating func state(_ field: Field, _ value: String?, by origin: Origin, at bytes: Range<Int>? = nil) {
    guard let value, !value.isEmpty else { return }
    statements.append(Statement(field: field, value: value, origin: origin, bytes: bytes))
  }

  /// The statement that is trusted most; nil where there is none.
  public func best(_ field: Field) -> Statement? {
    // `min` gives the first of equals.
    statements.filter { $0.field == field }.min { $0.origin < $1.origin }
  }

  public subscript(field: Field) -> String? { best(field)?.value }
}
