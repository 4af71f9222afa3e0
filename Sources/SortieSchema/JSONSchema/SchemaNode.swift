/// A part of the description of a record's form, in the terms of JSON Schema.
public indirect enum SchemaNode: Sendable {
  case string(pattern: String? = nil, format: String? = nil)
  case boolean
  case integer(minimum: Int? = nil)
  case number(minimum: Int? = nil, maximum: Int? = nil)
  /// The one string that may stand here.
  case constant(String)
  /// One of these strings.
  case words([String])
  /// One of these whole numbers.
  case integers([Int])
  case array(SchemaNode)
  /// Closed: no other keys than these.
  case object([SchemaProperty], isClosed: Bool = false)
  /// The definition of this name.
  case reference(String)
  case nullable(SchemaNode)

  /// The words of an enumeration, taken from the type that holds them.
  static func words<Word: RawRepresentable<String> & CaseIterable>(of type: Word.Type) -> SchemaNode {
    .words(Word.allCases.map(\.rawValue))
  }

  /// The properties of an object, also of one that may be null; empty for everything else.
  public var properties: [SchemaProperty] {
    switch self {
    case .object(let properties, _): return properties
    case .nullable(let node): return node.properties
    default: return []
    }
  }
}

/// A key of an object and what may stand under it.
public struct SchemaProperty: Sendable {
  public let name: String
  public let node: SchemaNode
  /// Whether the key has to be there, be it null.
  public let isRequired: Bool
  public let about: String?

  init(_ name: String, _ node: SchemaNode, isRequired: Bool = false, about: String? = nil) {
    self.name = name
    self.node = node
    self.isRequired = isRequired
    self.about = about
  }
}
