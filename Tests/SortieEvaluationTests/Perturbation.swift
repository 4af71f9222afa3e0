import RecordMaking
import SortieSchema

/// Turns gold into predictions with faults: what is lost, doubled, misspelt, miscounted or taken for something else.
struct Perturbation {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Appends the faulty records of a gold file as JSON Lines.
  mutating func append(_ file: JSONValue, to out: inout [UInt8]) {
    let document = file["doc"] ?? JSONValue(.null)
    var records = (file["records"]?.array ?? []).enumerated().map { index, record in
      faulty(record, id: index, document: document)
    }
    let claimants = records.map { $0["claims"] }
    if records.count > 1 && random.chance(15) {
      records[0] = records[0].setting("claims", to: claimants[1])
      records[1] = records[1].setting("claims", to: claimants[0])
    }
    if records.isEmpty && random.chance(30) { records.append(invented(document: document)) }
    if let first = records.first, random.chance(10) {
      records.append(faulty(first, id: 900, document: document))
    }
    if random.chance(40) { records.shuffle(using: &random) }
    for record in records where !random.chance(10) {
      SortieEvaluationTests.append(record, to: &out)
      out.append(0x0A)
    }
  }

  private mutating func faulty(_ record: JSONValue, id: Int, document: JSONValue) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("id", text("r\(id)")), ("document", .object([("id", document)])),
    ]
    for member in record.members where !["alt", "optional", "note", "id", "document"].contains(member.key) {
      switch member.key {
      case "partOf":
        guard let parent = member.value.integer, !random.chance(15) else { continue }
        members.append(("partOf", text("r\(random.chance(10) ? 0 : parent)")))
      case "kind": members.append(("kind", random.chance(5) ? text("patrol") : member.value))
      case "status": members.append(("status", random.chance(5) ? text("disputed") : member.value))
      case "departure": members.append(("departure", random.chance(30) ? .null : misspelt(member.value)))
      case "date": members.append(("date", faultyDate(member.value)))
      case "counts":
        members.append(("counts", .object(member.value.members.map { ($0.key, faultyCount($0.value)) })))
      default: members.append((member.key, faultyItems(member.value)))
      }
    }
    return .object(members)
  }

  private mutating func faultyDate(_ date: JSONValue) -> JSONValue {
    if random.chance(8) { return .null }
    return random.chance(8) ? date.setting("start", to: date["end"]) : date
  }

  private mutating func faultyCount(_ count: JSONValue) -> JSONValue {
    guard let least = count["min"]?.integer else { return count }
    if random.chance(6) { return .null }
    return random.chance(8) ? count.setting("min", to: JSONValue(.integer(least + 1))) : count
  }

  private mutating func faultyItems(_ list: JSONValue) -> JSONValue {
    guard let items = list.array else { return list }
    var kept: [JSONValue] = []
    for item in items where !random.chance(10) {
      var members: [(String, JSONValue)] = []
      for member in item.members where member.key != "optional" { members.append((member.key, faultyMember(member))) }
      kept.append(.object(members))
      if random.chance(4) { kept.append(.object(members)) }
    }
    if random.chance(20) { kept.reverse() }
    return JSONValue(.array(kept))
  }

  private mutating func faultyMember(_ member: JSONValue.Member) -> JSONValue {
    switch member.key {
    case "name", "type", "claimant": return misspelt(member.value)
    case "count", "killed", "wounded": return faultyCount(member.value)
    case "aircraft":
      guard let name = member.value.string else { return random.chance(5) ? text("Su-24") : .null }
      return random.chance(10) ? .null : text(random.chance(25) ? name + "M" : name.lowercased())
    case "operator": return random.chance(6) ? text("unknown") : member.value
    case "owner": return random.chance(8) ? text("rebels") : member.value
    case "who": return random.chance(10) ? text("people") : member.value
    case "effect": return random.chance(10) ? text("destroyed") : member.value
    case "stance": return random.chance(4) ? text("denies") : member.value
    default: return member.value
    }
  }

  private mutating func misspelt(_ value: JSONValue) -> JSONValue {
    guard let name = value.string else { return value }
    switch random.below(14) {
    case 0: return text("al-" + name)
    case 1: return text(name.uppercased())
    case 2: return text(name + " province")
    case 3: return text(name.replacing("e", with: "é").replacing("a", with: "ā"))
    case 4: return text(name.replacing("i", with: "ee").replacing("u", with: "ou"))
    case 5: return text(String(name.dropLast(2)))
    case 6: return text("the " + name.replacing("-", with: " "))
    case 7: return text(name.split(separator: " ").last.map(String.init) ?? name)
    default: return value
    }
  }

  private func invented(document: JSONValue) -> JSONValue {
    .object([
      ("id", text("r0")), ("document", .object([("id", document)])), ("kind", text("strike")),
      ("participants", JSONValue(.array([.object([("operator", text("RU"))])]))),
    ])
  }

  private func text(_ value: String) -> JSONValue { JSONValue(.string(value)) }
}

extension JSONValue {
  fileprivate static var null: JSONValue { JSONValue(.null) }

  fileprivate static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    let position = TextPosition(line: 1, column: 1)
    return JSONValue(.object(members.map { Member(key: $0.0, keyPosition: position, value: $0.1) }))
  }

  /// The object with one member replaced; unchanged where it has none of that name.
  fileprivate func setting(_ key: String, to value: JSONValue?) -> JSONValue {
    .object(members.map { ($0.key, $0.key == key ? value ?? .null : $0.value) })
  }
}
