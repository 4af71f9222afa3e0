/// Under which keys JSON objects hold what makes a text.
public struct FieldMap: Hashable, Sendable {
  /// Keys inside each other; one where the object holds the value itself.
  var paths: [DocumentFields.Key: [String]] = [:]

  public init() {}

  /// What cannot be a map of fields.
  public enum Problem: Error, Equatable, CustomStringConvertible {
    case notAPair(String)
    case unknownField(String)
    case noKey(String)

    public var description: String {
      switch self {
      case .notAPair(let text): "'\(text)' is not FIELD=KEY"
      case .unknownField(let name):
        "'\(name)' is no field of a text; there are \(DocumentFields.Key.allCases.map(\.rawValue).joined(separator: ", "))"
      case .noKey(let name): "the key for '\(name)' is empty"
      }
    }
  }

  /// - Parameter text: `text=body,published=meta.date`; a full stop leads into an object.
  public init(_ text: String) throws(Problem) {
    for pair in text.split(separator: ",") {
      guard let equals = pair.firstIndex(of: "=") else { throw .notAPair(String(pair)) }
      let name = String(pair[..<equals])
      guard let field = DocumentFields.Key(rawValue: name) else { throw .unknownField(name) }
      let path = pair[pair.index(after: equals)...].split(separator: ".").map(String.init)
      guard !path.isEmpty else { throw .noKey(name) }
      paths[field] = path
    }
  }

  /// The key or keys of a field, as they are written.
  func key(of field: DocumentFields.Key) -> String { paths[field]?.joined(separator: ".") ?? field.rawValue }

  var names: [FieldName] {
    DocumentFields.Key.allCases.map { FieldName(key: $0, path: (paths[$0] ?? [$0.rawValue]).map { Array($0.utf8) }) }
  }
}

/// A field with the bytes of the keys that lead to it.
struct FieldName: Sendable {
  let key: DocumentFields.Key
  let path: [[UInt8]]
}
