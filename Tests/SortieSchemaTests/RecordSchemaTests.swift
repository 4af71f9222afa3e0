import Foundation
import RecordMaking
import SortieSchema
import Testing

@Suite("The JSON Schema of a record")
struct RecordSchemaTests {
  private static func schemaText() -> [UInt8] {
    var buffer: [UInt8] = []
    RecordSchema.writeJSONSchema(into: &buffer)
    return buffer
  }

  /// What of a value breaks the schema, as pointers; also the keys that the schema does not know.
  private func violations(_ value: JSONValue, _ schema: JSONValue, _ root: JSONValue, _ path: String) -> [String] {
    if let reference = schema["$ref"]?.string {
      return violations(value, root["$defs"]![String(reference.split(separator: "/").last!)]!, root, path)
    }
    if let choices = schema["anyOf"]?.array {
      let results = choices.map { violations(value, $0, root, path) }
      return results.contains([]) ? [] : results[0]
    }
    if let constant = schema["const"] { return constant == value ? [] : [path] }
    if let words = schema["enum"]?.array { return words.contains(value) ? [] : [path] }
    guard let type = schema["type"] else { return ["\(path): no type"] }
    let types = type.array?.compactMap(\.string) ?? [type.string ?? ""]
    let isWhole = types.contains("integer") && value.integer != nil
    guard types.contains(value.typeName) || isWhole else { return ["\(path): \(value.typeName)"] }
    if let items = value.array, let form = schema["items"] {
      return items.enumerated().flatMap { violations($0.element, form, root, "\(path)/\($0.offset)") }
    }
    guard case .object = value.content else { return [] }
    var found: [String] = []
    for member in value.members {
      if let form = schema["properties"]?[member.key] {
        found += violations(member.value, form, root, "\(path)/\(member.key)")
      } else {
        found.append("\(path)/\(member.key) is not in the schema")
      }
    }
    for key in schema["required"]?.array ?? [] where value[key.string!] == nil { found.append("\(path) lacks \(key)") }
    return found
  }

  @Test("Every record that is written is of the form", arguments: 0..<100)
  func writtenRecords(seed: Int) throws {
    var maker = RecordMaker(seed: UInt64(seed))
    let schema = try JSONValue(parsing: Self.schemaText())
    let record = try JSONValue(parsing: maker.record().json)
    #expect(violations(record, schema, schema, "") == [])
  }

  @Test("Every key of the schema is written by some record")
  func everyKeyIsWritten() throws {
    func paths(_ value: JSONValue, _ path: String) -> Set<String> {
      if let elements = value.array { return elements.reduce(into: []) { $0.formUnion(paths($1, path + "/*")) } }
      return value.members.reduce(into: []) {
        $0.insert("\(path)/\($1.key)")
        $0.formUnion(paths($1.value, "\(path)/\($1.key)"))
      }
    }
    func paths(_ node: SchemaNode, _ path: String) -> Set<String> {
      switch RecordSchema.resolved(node) {
      case .object(let properties, _):
        return properties.reduce(into: []) {
          $0.insert("\(path)/\($1.name)")
          $0.formUnion(paths($1.node, "\(path)/\($1.name)"))
        }
      case .array(let items): return paths(items, path + "/*")
      case .nullable(let inner): return paths(inner, path)
      default: return []
      }
    }
    var written: Set<String> = []
    for seed in 0..<60 {
      var maker = RecordMaker(seed: UInt64(seed))
      written.formUnion(paths(try JSONValue(parsing: maker.record().json), ""))
    }
    #expect(written == paths(RecordSchema.record, ""))
    #expect(written.count > 100)
  }

  @Test("The printed schema is the form that was agreed on")
  func agreedForm() throws {
    // Package root, then the folder beside it where the agreed form may lie.
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appendingPathComponent("../shared/sortie.schema.json")
    guard FileManager.default.fileExists(atPath: file.path) else {
      print("skipped: no agreed schema beside the package")
      return
    }
    let data = try Data(contentsOf: file)
    let agreed = try normalised(JSONValue(parsing: Array(data)))
    let printed = try normalised(JSONValue(parsing: Self.schemaText()))
    #expect(agreed == printed)
    for name in [
      "document", "count", "date", "participant", "place", "target", "casualty", "munition", "claim", "evidence",
    ] {
      #expect(agreed["$defs"]?[name] != nil)
      #expect(agreed["$defs"]?[name] == printed["$defs"]?[name], "\(name)")
    }
    for member in agreed["properties"]?.members ?? [] {
      #expect(printed["properties"]?[member.key] == member.value, "\(member.key)")
    }
  }

  /// The schema without descriptions, lists of words in order, and `anyOf` with null as a list of types.
  private func normalised(_ value: JSONValue, key: String = "") -> JSONValue {
    switch value.content {
    case .array(let values):
      let inner = values.map { normalised($0) }
      guard key == "required" || key == "enum" else { return JSONValue(.array(inner)) }
      return JSONValue(.array(inner.sorted { "\($0.content)" < "\($1.content)" }))
    case .object(let members):
      // A property may be called description; only a string under that key is one.
      let kept = members.filter { $0.key != "description" || $0.value.string == nil }
      let inner = JSONValue(
        .object(
          kept.map {
            JSONValue.Member(key: $0.key, keyPosition: $0.keyPosition, value: normalised($0.value, key: $0.key))
          }))
      if let choices = inner["anyOf"]?.array, choices.count == 2, choices[0].members.count == 1,
        let type = choices[0]["type"], choices[1]["type"]?.string == "null"
      {
        let position = type.position
        return JSONValue(
          .object([
            JSONValue.Member(
              key: "type", keyPosition: position, value: JSONValue(.array([type, choices[1]["type"]!])))
          ]))
      }
      return inner
    default: return JSONValue(value.content)
    }
  }

  @Test("The codebook names every slot, kind, status and scope")
  func codebook() {
    for property in RecordSchema.record.properties
    where !["schema", "id", "document", "confidence", "findings", "provenance"].contains(property.name) {
      #expect(Codebook.text.contains(property.name), "\(property.name)")
    }
    let words =
      Sortie.Kind.allCases.map(\.rawValue) + Sortie.Status.allCases.map(\.rawValue)
      + Sortie.Scope.allCases.map(\.rawValue)
    for word in words { #expect(Codebook.text.contains(word), "\(word)") }
    #expect(Codebook.text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }
}
