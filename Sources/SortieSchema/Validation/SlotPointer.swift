/// JSON pointers into a record.
enum SlotPointer {
  /// Whether the pointer leads to a slot of this record: the keys are those of the schema, elements of arrays are there,
  /// and nothing is looked for inside a slot that is null. The empty pointer is the record as a whole.
  static func isSlot(_ pointer: String, of sortie: Sortie) -> Bool {
    if pointer.isEmpty { return true }
    let keys = pointer.split(separator: "/", omittingEmptySubsequences: false)
    guard keys.count >= 2, keys[0].isEmpty else { return false }
    return follow(keys[1...], in: RecordSchema.record, path: [], of: sortie)
  }

  private static func follow(
    _ keys: ArraySlice<Substring>, in node: SchemaNode, path: [Substring], of sortie: Sortie
  ) -> Bool {
    guard let key = keys.first else { return true }
    switch RecordSchema.resolved(node) {
    case .object(let properties, _), .nullable(.object(let properties, _)):
      guard !isNull(path, of: sortie), let property = properties.first(where: { $0.name == key }) else { return false }
      return follow(keys.dropFirst(), in: property.node, path: path + [key], of: sortie)
    case .array(let items):
      // `String(index) == key` refuses signs and leading zeros.
      guard let index = Int(key), String(index) == key, index >= 0, index < elementCount(path, of: sortie) else {
        return false
      }
      return follow(keys.dropFirst(), in: items, path: path + [key], of: sortie)
    default: return false
    }
  }

  private static func elementCount(_ path: [Substring], of sortie: Sortie) -> Int {
    switch path.first {
    case "participants": return sortie.participants.count
    case "places":
      return path.count == 1 ? sortie.places.count : sortie.places[Int(path[1]) ?? 0].alternatives.count
    case "departure": return sortie.departure?.alternatives.count ?? 0
    case "targets": return sortie.targets.count
    case "casualties": return sortie.casualties.count
    case "munitions": return sortie.munitions.count
    case "claims": return sortie.claims.count
    case "evidence": return sortie.evidence.count
    case "findings": return sortie.findings.count
    default: return 0
    }
  }

  /// Whether an object that may be null is null here.
  private static func isNull(_ path: [Substring], of sortie: Sortie) -> Bool {
    switch path.first {
    case "date" where path.count == 1: return sortie.date == nil
    case "departure" where path.count == 1: return sortie.departure == nil
    default:
      guard path.count >= 2 else { return false }
      let pointer = "/" + path.joined(separator: "/")
      let isCount = countKeys.contains(String(path[path.count - 1]))
      return isCount && !sortie.allCounts.contains { $0.pointer == pointer }
    }
  }

  private static let countKeys: Set<String> = [
    "sorties", "strikes", "engagements", "targets", "munitions", "count", "killed", "wounded", "children", "women",
  ]
}
