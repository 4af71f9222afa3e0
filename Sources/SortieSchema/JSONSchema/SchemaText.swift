extension RecordSchema {
  /// The JSON Schema (draft 2020-12) of a record, indented, with a line break at its end.
  public static func writeJSONSchema(into buffer: inout [UInt8]) {
    var value = SchemaText.value(of: record, about: "One reported air action, as one text tells it.")
    value.insert(("$schema", .string("https://json-schema.org/draft/2020-12/schema")), at: 0)
    value.insert(("$id", .string("sortie-1")), at: 1)
    value.insert(("title", .string("Sortie record")), at: 2)
    value.append(("$defs", .object(definitions.map { ($0.name, .object(SchemaText.value(of: $0.node, about: nil))) })))
    SchemaText.write(.object(value), indent: 0, into: &buffer)
    buffer.append(UInt8(ascii: "\n"))
  }
}

/// The description of the form as JSON.
private indirect enum SchemaText {
  typealias Members = [(key: String, value: SchemaText)]

  case null
  case bool(Bool)
  case integer(Int)
  case string(String)
  case array([SchemaText])
  case object(Members)

  static func value(of node: SchemaNode, about: String?) -> Members {
    var members: Members = []
    switch node {
    case .string(let pattern, let format):
      members.append(("type", .string("string")))
      if let pattern { members.append(("pattern", .string(pattern))) }
      if let format { members.append(("format", .string(format))) }
    case .boolean: members.append(("type", .string("boolean")))
    case .integer(let minimum):
      members.append(("type", .string("integer")))
      if let minimum { members.append(("minimum", .integer(minimum))) }
    case .number(let minimum, let maximum):
      members.append(("type", .string("number")))
      if let minimum { members.append(("minimum", .integer(minimum))) }
      if let maximum { members.append(("maximum", .integer(maximum))) }
    case .constant(let text): members.append(("const", .string(text)))
    case .words(let words): members.append(("enum", .array(words.map(SchemaText.string))))
    case .integers(let numbers): members.append(("enum", .array(numbers.map(SchemaText.integer))))
    case .array(let items):
      members.append(("type", .string("array")))
      members.append(("items", .object(value(of: items, about: nil))))
    case .object(let properties, let isClosed):
      members.append(("type", .string("object")))
      if isClosed { members.append(("additionalProperties", .bool(false))) }
      let required = properties.filter(\.isRequired)
      if !required.isEmpty { members.append(("required", .array(required.map { .string($0.name) }))) }
      members.append(
        ("properties", .object(properties.map { ($0.name, .object(value(of: $0.node, about: $0.about))) })))
    case .reference(let name): members.append(("$ref", .string("#/$defs/\(name)")))
    case .nullable(let inner): members = nullable(value(of: inner, about: nil))
    }
    if let about { members.append(("description", .string(about))) }
    return members
  }

  /// The same with null allowed, in the shortest way that JSON Schema has.
  private static func nullable(_ members: Members) -> Members {
    guard let first = members.first else { return members }
    let rest = members.dropFirst()
    switch (first.key, first.value) {
    case ("type", .string(let type)): return [("type", .array([.string(type), .string("null")]))] + rest
    case ("enum", .array(let values)): return [("enum", .array(values + [.null]))] + rest
    default: return [("anyOf", .array([.object(members), .object([("type", .string("null"))])]))]
    }
  }

  static func write(_ text: SchemaText, indent: Int, into buffer: inout [UInt8]) {
    switch text {
    case .null: JSONWriter.null(into: &buffer)
    case .bool(let value): JSONWriter.bool(value, into: &buffer)
    case .integer(let value): JSONWriter.integer(value, into: &buffer)
    case .string(let value): JSONWriter.string(value, into: &buffer)
    case .array(let values):
      buffer.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { buffer.append(contentsOf: ", ".utf8) }
        write(value, indent: indent, into: &buffer)
      }
      buffer.append(UInt8(ascii: "]"))
    case .object(let members):
      buffer.append(UInt8(ascii: "{"))
      // A member or two stand on one line, so that the text can be read at a glance.
      let isShort = members.count <= 2 && members.allSatisfy { !$0.value.isObject }
      for (index, member) in members.enumerated() {
        if index > 0 { buffer.append(contentsOf: (isShort ? ", " : ",").utf8) }
        if !isShort { newLine(indent + 2, into: &buffer) }
        JSONWriter.string(member.key, into: &buffer)
        buffer.append(contentsOf: ": ".utf8)
        write(member.value, indent: indent + 2, into: &buffer)
      }
      if !isShort { newLine(indent, into: &buffer) }
      buffer.append(UInt8(ascii: "}"))
    }
  }

  private var isObject: Bool {
    if case .object = self { return true }
    return false
  }

  private static func newLine(_ indent: Int, into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "\n"))
    buffer.append(contentsOf: repeatElement(0x20, count: indent))
  }
}
