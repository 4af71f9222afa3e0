/// JSON pointers into a record.
enum SlotPointer {
  /// Whether the pointer leads to a slot of this record: the keys are those of the schema, elements of arrays are there,
  /// and nothing is looked for inside a slot that is null. The empty pointer is the record as a whole.
  static func isSlot(_ pointer: String, of sortie: Sortie) -> Bool {
    if pointer.isEmpty || isElement(pointer, of: sortie) || ownSlots.contains(pointer) { return true }
    let keys = pointer.split(separator: "/", omittingEmptySubsequences: false)
    guard keys.count >= 2, keys[0].isEmpty else { return false }
    return follow(keys[1...], in: RecordSchema.record, path: [], of: sortie)
  }

  /// Slots that every record has, be they null.
  private static let ownSlots: Set<String> = [
    "/date", "/departure", "/counts/sorties", "/counts/strikes", "/counts/engagements", "/counts/targets",
    "/counts/munitions",
  ]

  /// Whether the pointer leads to an element of one of the record's own arrays, "/places/0", as nearly all evidence does:
  /// seen without a look at the schema.
  private static func isElement(_ pointer: String, of sortie: Sortie) -> Bool {
    var name: UInt128 = 0
    var length = 0
    var index = 0
    var digits = 0
    var slashes = 0
    for byte in pointer.utf8 {
      if byte == UInt8(ascii: "/") {
        slashes += 1
      } else if slashes == 1, length < 16 {
        name = name << 8 | UInt128(byte)
        length += 1
      } else if slashes == 2, byte &- 0x30 < 10, digits < 9, digits == 0 || index > 0 {
        // Leading zeros are refused.
        index = index * 10 + Int(byte &- 0x30)
        digits += 1
      } else {
        return false
      }
    }
    guard slashes == 2, digits > 0 else { return false }
    switch name {
    case Names.places: return index < sortie.places.count
    case Names.participants: return index < sortie.participants.count
    case Names.targets: return index < sortie.targets.count
    case Names.casualties: return index < sortie.casualties.count
    case Names.munitions: return index < sortie.munitions.count
    case Names.claims: return index < sortie.claims.count
    default: return false
    }
  }

  /// Names of arrays with their bytes packed into a number.
  private enum Names {
    static let places = packed("places")
    static let participants = packed("participants")
    static let targets = packed("targets")
    static let casualties = packed("casualties")
    static let munitions = packed("munitions")
    static let claims = packed("claims")

    private static func packed(_ name: String) -> UInt128 { name.utf8.reduce(0) { $0 << 8 | UInt128($1) } }
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
