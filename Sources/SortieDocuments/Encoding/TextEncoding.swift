/// The encoding that a text came in, and how that is known.
public struct TextEncoding: Hashable, Sendable, CustomStringConvertible {
  /// The usual name: `UTF-8`, `WINDOWS-1251`.
  public let name: String
  public let origin: DecodedText.Origin

  public init(_ name: String, _ origin: DecodedText.Origin) {
    self.name = name
    self.origin = origin
  }

  /// Of formats that settle it themselves.
  static let ofFormat = TextEncoding(EncodingName.utf8, .format)

  /// `WINDOWS-1251 (detected)`.
  public var description: String { "\(name) (\(origin.rawValue))" }
}
