/// How strictly a record is read.
public enum RecordForm: Sendable {
  /// The full form of the schema, as the program writes it.
  case schema
  /// The short form in which people code texts by hand: places may be bare names, what only a program knows (id,
  /// document, evidence, provenance, confidence) may be missing, keys of the coder's own (`optional`, `alt`, `note`)
  /// are passed over, and `partOf` may be the place of the summary in the list, counted from 0.
  case short
}

/// Reads one object of a record and knows its JSON pointer, for errors.
struct RecordReader {
  let value: JSONValue
  let pointer: String
  let form: RecordForm

  init(_ value: JSONValue, at pointer: String, form: RecordForm) throws(JSONError) {
    self.value = value
    self.pointer = pointer
    self.form = form
    guard case .object = value.content else { throw Self.wrongType(value, "object", pointer) }
  }

  static func wrongType(_ value: JSONValue, _ expected: String, _ pointer: String) -> JSONError {
    JSONError(.wrongType(found: value.typeName, expected: expected), at: value.position, pointer: pointer)
  }

  /// The value of a key; nil where it is missing or null.
  func told(_ key: String) -> JSONValue? {
    guard let found = value[key], !found.isNull else { return nil }
    return found
  }

  func pointer(to key: String) -> String { "\(pointer)/\(key)" }

  func missing(_ key: String) -> JSONError {
    if let found = value[key] { return Self.wrongType(found, "a value", pointer(to: key)) }
    return JSONError(.missing(key: key), at: value.position, pointer: pointer)
  }

  /// The schema lets no other keys stand here.
  func refuseKeys(outside known: [String]) throws(JSONError) {
    guard form == .schema else { return }
    for member in value.members where !known.contains(member.key) {
      throw JSONError(.unknownKey(member.key), at: member.keyPosition, pointer: pointer)
    }
  }

  /// A key that the schema requires, even where its value may be null.
  func requireKey(_ key: String) throws(JSONError) {
    if form == .schema, value[key] == nil { throw JSONError(.missing(key: key), at: value.position, pointer: pointer) }
  }

  func string(_ key: String) throws(JSONError) -> String? {
    guard let found = told(key) else { return nil }
    guard let text = found.string else { throw Self.wrongType(found, "string", pointer(to: key)) }
    return text
  }

  /// A string that is left out where there is nothing to say; the full form does not let it be null.
  func text(_ key: String = "text") throws(JSONError) -> String? {
    if form == .schema, let found = value[key], found.isNull {
      throw Self.wrongType(found, "string", pointer(to: key))
    }
    return try string(key)
  }

  func requiredString(_ key: String) throws(JSONError) -> String {
    guard let text = try string(key) else { throw missing(key) }
    return text
  }

  /// A string that has to be there in the full form; elsewhere `fallback` stands in.
  func string(_ key: String, orInShortForm fallback: String) throws(JSONError) -> String {
    if let text = try string(key) { return text }
    guard form == .short else { throw missing(key) }
    return fallback
  }

  /// False where it is missing; never null.
  func bool(_ key: String) throws(JSONError) -> Bool {
    guard let found = value[key] else { return false }
    guard let value = found.bool else { throw Self.wrongType(found, "boolean", pointer(to: key)) }
    return value
  }

  func integer(_ key: String) throws(JSONError) -> Int? {
    guard let found = told(key) else { return nil }
    guard let value = found.integer else { throw Self.wrongType(found, "integer", pointer(to: key)) }
    return value
  }

  func requiredInteger(_ key: String) throws(JSONError) -> Int {
    guard let value = try integer(key) else { throw missing(key) }
    return value
  }

  func number(_ key: String) throws(JSONError) -> Double? {
    guard let found = told(key) else { return nil }
    guard let value = found.number else { throw Self.wrongType(found, "number", pointer(to: key)) }
    return value
  }

  func date(_ key: String) throws(JSONError) -> CalendarDate? {
    guard let text = try string(key) else { return nil }
    guard let date = CalendarDate(iso: text) else {
      throw JSONError(.notADate(text), at: value[key]?.position ?? value.position, pointer: pointer(to: key))
    }
    return date
  }

  /// One word of a closed list; nil where it is missing or null.
  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, of type: Word.Type = Word.self
  ) throws(JSONError) -> Word? {
    guard let text = try string(key) else { return nil }
    guard let word = Word(rawValue: text) else {
      let allowed = Word.allCases.map(\.rawValue)
      throw JSONError(
        .notOneOf(found: text, allowed: allowed), at: value[key]?.position ?? value.position,
        pointer: pointer(to: key))
    }
    return word
  }

  func requiredWord<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, of type: Word.Type = Word.self
  ) throws(JSONError) -> Word {
    guard let word = try word(key, of: type) else { throw missing(key) }
    return word
  }

  /// An object read by `read`; nil where it is missing or null.
  func object<Value>(
    _ key: String, _ read: (JSONValue, String) throws(JSONError) -> Value
  ) throws(JSONError) -> Value? {
    guard let found = told(key) else { return nil }
    return try read(found, pointer(to: key))
  }

  /// The elements of an array; the full form requires it where `isRequired`.
  func array<Value>(
    _ key: String, isRequired: Bool = true, _ read: (JSONValue, String) throws(JSONError) -> Value
  ) throws(JSONError) -> [Value] {
    guard let found = value[key] else {
      if isRequired, form == .schema { throw missing(key) }
      return []
    }
    guard let elements = found.array else { throw Self.wrongType(found, "array", pointer(to: key)) }
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      values.append(try read(element, "\(pointer)/\(key)/\(index)"))
    }
    return values
  }
}
