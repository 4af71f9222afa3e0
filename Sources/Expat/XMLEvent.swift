/// What stands next in an XML document.
public enum XMLEvent: Equatable, Sendable {
  /// Names are `namespace|local`, or `local` where there is no namespace.
  case start(name: String, attributes: [String: String])
  case end(name: String)
  /// Part of the characters between two tags; `bytes` is where they stand in the input, also where an entity stands
  /// for them.
  case characters([UInt8], bytes: Range<Int>)
}

/// What is wrong with an XML document.
public struct XMLError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Expat's own wording.
  public var message: String
  /// Counted from 1.
  public var line: Int
  /// In bytes, counted from 1.
  public var column: Int

  public var description: String { message }
}
