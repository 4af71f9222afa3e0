import SortieSchema

/// Reads the slots of one object; null and a missing key are the same.
struct SlotReader {
  let value: JSONValue

  init(_ value: JSONValue) throws(JSONError) {
    guard case .object = value.content else {
      throw JSONError(.wrongType(found: value.typeName, expected: "object"), at: value.position)
    }
    self.value = value
  }

  private func member(_ key: String) -> JSONValue? {
    guard let found = value[key], !found.isNull else { return nil }
    return found
  }

  func object(_ key: String) throws(JSONError) -> SlotReader? {
    guard let found = member(key) else { return nil }
    return try SlotReader(found)
  }

  /// Items of a list of objects; with a `shortKey`, a bare string stands for an object of that one key.
  func list(_ key: String, shortKey: String? = nil) throws(JSONError) -> [SlotReader] {
    guard let found = member(key) else { return [] }
    guard let items = found.array else {
      throw JSONError(.wrongType(found: found.typeName, expected: "array"), at: found.position)
    }
    var readers: [SlotReader] = []
    for item in items {
      if let shortKey, item.string != nil {
        let full = JSONValue.Member(key: shortKey, keyPosition: item.position, value: item)
        readers.append(try SlotReader(JSONValue(.object([full]), at: item.position)))
      } else {
        readers.append(try SlotReader(item))
      }
    }
    return readers
  }

  /// Nil for an empty string too, which tells nothing.
  func text(_ key: String) throws(JSONError) -> String? {
    guard let found = member(key) else { return nil }
    guard let text = found.string else {
      throw JSONError(.wrongType(found: found.typeName, expected: "string"), at: found.position)
    }
    return text.isEmpty ? nil : text
  }

  /// A string, or an object that has a name or an id.
  func name(_ key: String) throws(JSONError) -> String? {
    guard let found = member(key), case .object = found.content else { return try text(key) }
    let reader = try SlotReader(found)
    if let name = try reader.text("name") { return name }
    return try reader.text("id")
  }

  func identifier(_ key: String) throws(JSONError) -> String? {
    guard let found = member(key) else { return nil }
    if let number = found.integer { return String(number) }
    return try text(key)
  }

  func flag(_ key: String) throws(JSONError) -> Bool {
    guard let found = member(key) else { return false }
    guard let flag = found.bool else {
      throw JSONError(.wrongType(found: found.typeName, expected: "boolean"), at: found.position)
    }
    return flag
  }

  func bounds(_ key: String) throws(JSONError) -> CodedRecord.Bounds? {
    guard let count = try object(key) else { return nil }
    return CodedRecord.Bounds(min: try count.bound("min"), max: try count.bound("max"))
  }

  private func bound(_ key: String) throws(JSONError) -> Int? {
    guard let found = member(key) else { return nil }
    guard let number = found.integer else {
      throw JSONError(.wrongType(found: found.typeName, expected: "integer"), at: found.position)
    }
    return number
  }

  func days(_ key: String) throws(JSONError) -> CodedRecord.Days? {
    guard let date = try object(key) else { return nil }
    return CodedRecord.Days(start: try date.text("start"), end: try date.text("end"))
  }
}
