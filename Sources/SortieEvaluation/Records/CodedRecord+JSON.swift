public import SortieSchema

extension CodedRecord {
  /// Reads a record in the form of the schema or in the short form of gold.
  ///
  /// Keys that are not scored are passed over, so that gold may carry notes and slots of a later form.
  /// - Throws: `JSONError` with the position of a value of the wrong type.
  public init(json record: JSONValue) throws(JSONError) {
    let record = try SlotReader(record)
    let other = try record.object("alt")
    let counts = try record.object("counts")
    let otherCounts = try other?.object("counts")

    id = try record.identifier("id")
    partOf = try record.identifier("partOf")
    isOptional = try record.flag("optional")
    kind = Choice(try record.text("kind"), alternative: try other?.text("kind"), isContested: other.has("kind"))
    status = Choice(try record.text("status"), alternative: try other?.text("status"), isContested: other.has("status"))
    scope = Choice(try record.text("scope"), alternative: try other?.text("scope"), isContested: other.has("scope"))
    date = Choice(try record.days("date"), alternative: try other?.days("date"), isContested: other.has("date"))
    departure = Choice(
      try record.name("departure"), alternative: try other?.name("departure"), isContested: other.has("departure"))
    sorties = try Self.total("sorties", counts, otherCounts)
    strikes = try Self.total("strikes", counts, otherCounts)
    targetTotal = try Self.total("targets", counts, otherCounts)
    for item in try record.list("participants") {
      participants.append(
        Participant(
          operator: try item.name("operator"), aircraft: try item.name("aircraft"), class: try item.text("class"),
          count: try item.bounds("count"), isOptional: try item.flag("optional")))
    }
    for item in try record.list("places", shortKey: "name") {
      guard let name = try item.text("name") else { throw JSONError(.missing(key: "name"), at: item.value.position) }
      places.append(Place(name: name, country: try item.text("country"), isOptional: try item.flag("optional")))
    }
    for item in try record.list("targets") {
      targets.append(
        Target(
          type: try item.name("type"), count: try item.bounds("count"), effect: try item.text("effect"),
          owner: try item.name("owner"), isOptional: try item.flag("optional")))
    }
    for item in try record.list("casualties") {
      casualties.append(
        Casualty(
          who: try item.text("who"), killed: try item.bounds("killed"), wounded: try item.bounds("wounded"),
          isOptional: try item.flag("optional")))
    }
    for item in try record.list("munitions") {
      munitions.append(Munition(name: try item.name("name"), isOptional: try item.flag("optional")))
    }
    for item in try record.list("claims") {
      claims.append(
        Claim(
          claimant: try item.name("claimant"), stance: try item.text("stance") ?? "asserts",
          isOptional: try item.flag("optional")))
    }
    for item in try record.list("evidence") {
      guard let slot = try item.text("slot"), let start = item.value["start"]?.integer,
        let end = item.value["end"]?.integer
      else { continue }
      evidence.append(Evidence(slot: slot, start: start, end: end, pattern: try item.text("pattern") ?? ""))
    }
    confidence = record.value["confidence"]?.number
  }

  private static func total(
    _ key: String, _ counts: SlotReader?, _ other: SlotReader?
  ) throws(JSONError) -> Choice<Bounds> {
    Choice(try counts?.bounds(key), alternative: try other?.bounds(key), isContested: other.has(key))
  }
}

extension SlotReader? {
  /// The other coder's slots have the key at all, even with null: then the slot is contested.
  fileprivate func has(_ key: String) -> Bool { self?.value[key] != nil }
}
