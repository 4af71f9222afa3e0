/// Where something stands in a text; both counted from 1, columns in UTF-8 bytes.
public struct TextPosition: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (a: TextPosition, b: TextPosition) -> Bool { (a.line, a.column) < (b.line, b.column) }
  /// `line:column`.
  public var description: String { "\(line):\(column)" }
}

/// A JSON value as read, with its place in the text, so that whoever finds fault with it can point at it.
public struct JSONValue: Sendable {
  /// What the value is.
  public enum Content: Sendable {
    case null
    case bool(Bool)
    /// Written without fraction and exponent, and within the range of `Int`.
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSONValue])
    /// In the order of the text; no key stands twice.
    case object([Member])
  }

  /// A key of an object with its value.
  public struct Member: Sendable {
    public let key: String
    public let keyPosition: TextPosition
    public let value: JSONValue

    public init(key: String, keyPosition: TextPosition, value: JSONValue) {
      self.key = key
      self.keyPosition = keyPosition
      self.value = value
    }
  }

  public let content: Content
  public let position: TextPosition

  public init(_ content: Content, at position: TextPosition = TextPosition(line: 1, column: 1)) {
    self.content = content
    self.position = position
  }

  /// The value of a key; nil where this is no object or has no such key.
  public subscript(key: String) -> JSONValue? {
    members.first { $0.key == key }?.value
  }

  /// The members of an object; empty for every other value.
  public var members: [Member] {
    if case .object(let members) = content { return members }
    return []
  }

  /// The values of an array; nil for every other value.
  public var array: [JSONValue]? {
    if case .array(let values) = content { return values }
    return nil
  }

  public var string: String? {
    if case .string(let value) = content { return value }
    return nil
  }

  public var bool: Bool? {
    if case .bool(let value) = content { return value }
    return nil
  }

  /// A whole number; `3.0` is one, too.
  public var integer: Int? {
    switch content {
    case .integer(let value): return value
    case .number(let value): return Int(exactly: value)
    default: return nil
    }
  }

  public var number: Double? {
    switch content {
    case .integer(let value): return Double(value)
    case .number(let value): return value
    default: return nil
    }
  }

  public var isNull: Bool {
    if case .null = content { return true }
    return false
  }

  /// `object`, `array`, `string`, `number`, `boolean` or `null`, as the JSON Schema names types.
  public var typeName: String {
    switch content {
    case .null: return "null"
    case .bool: return "boolean"
    case .integer, .number: return "number"
    case .string: return "string"
    case .array: return "array"
    case .object: return "object"
    }
  }
}

extension JSONValue: Equatable {
  /// Equal in meaning: positions and the order of keys do not count, `1` equals `1.0`.
  public static func == (a: JSONValue, b: JSONValue) -> Bool {
    switch (a.content, b.content) {
    case (.null, .null): return true
    case (.bool(let a), .bool(let b)): return a == b
    case (.string(let a), .string(let b)): return a == b
    case (.array(let a), .array(let b)): return a == b
    case (.object(let a), .object(let other)):
      return a.count == other.count && a.allSatisfy { member in b[member.key] == member.value }
    default:
      guard let first = a.number, let second = b.number else { return false }
      return first == second
    }
  }
}
