extension Sortie {
  /// Reads a record.
  ///
  /// - Parameters:
  ///   - value: the record as JSON.
  ///   - form: how strictly it is read.
  ///   - ordinal: place of the record in its list, counted from 0: the id of a short record that has none.
  /// - Throws: `JSONError` with the position and the JSON pointer of what breaks the form. Whether the values make sense
  ///   is left to `validate`.
  public init(json value: JSONValue, form: RecordForm = .schema, ordinal: Int = 0) throws(JSONError) {
    let reader = try RecordReader(value, at: "", form: form)
    try reader.refuseKeys(outside: Self.keys)
    if form == .schema {
      let schema = try reader.requiredString("schema")
      guard schema == Self.schema else {
        throw JSONError(
          .notOneOf(found: schema, allowed: [Self.schema]), at: value["schema"]?.position ?? value.position,
          pointer: "/schema")
      }
      for key in ["document", "counts", "provenance"] where reader.told(key) == nil { throw reader.missing(key) }
    }
    id = try reader.string("id", orInShortForm: Self.shortFormID(ordinal))
    document =
      try reader.object("document") { value, pointer throws(JSONError) in
        try DocumentInfo(json: value, at: pointer, form: form)
      } ?? DocumentInfo(id: "")
    kind = form == .schema ? try reader.requiredWord("kind") : try reader.word("kind") ?? .strike
    status = form == .schema ? try reader.requiredWord("status") : try reader.word("status") ?? .reported
    scope = form == .schema ? try reader.requiredWord("scope") : try reader.word("scope") ?? .event
    if form == .short, let index = reader.told("partOf")?.integer {
      partOf = Self.shortFormID(index)
    } else {
      partOf = try reader.string("partOf")
    }
    date = try reader.object("date") { value, pointer throws(JSONError) in
      try SortieDate(json: value, at: pointer, form: form)
    }
    participants = try reader.array("participants") { value, pointer throws(JSONError) in
      try Participant(json: value, at: pointer, form: form)
    }
    counts =
      try reader.object("counts") { value, pointer throws(JSONError) in
        try Counts(json: value, at: pointer, form: form)
      } ?? Counts()
    departure = try reader.object("departure") { value, pointer throws(JSONError) in
      try Place(json: value, at: pointer, form: form)
    }
    places = try reader.array("places") { value, pointer throws(JSONError) in
      try Place(json: value, at: pointer, form: form)
    }
    targets = try reader.array("targets") { value, pointer throws(JSONError) in
      try Target(json: value, at: pointer, form: form)
    }
    casualties = try reader.array("casualties") { value, pointer throws(JSONError) in
      try Casualty(json: value, at: pointer, form: form)
    }
    munitions = try reader.array("munitions") { value, pointer throws(JSONError) in
      try Munition(json: value, at: pointer, form: form)
    }
    claims = try reader.array("claims") { value, pointer throws(JSONError) in
      try Claim(json: value, at: pointer, form: form)
    }
    evidence = try reader.array("evidence") { value, pointer throws(JSONError) in
      try Evidence(json: value, at: pointer, form: form)
    }
    if let confidence = try reader.number("confidence") {
      self.confidence = confidence
    } else if form == .short {
      confidence = 1
    } else {
      throw reader.missing("confidence")
    }
    findings = try reader.array("findings", isRequired: false) { value, pointer throws(JSONError) in
      try Finding(json: value, at: pointer, form: form)
    }
    provenance =
      try reader.object("provenance") { value, pointer throws(JSONError) in
        try Provenance(json: value, at: pointer, form: form)
      } ?? Provenance(tool: "", gazetteer: "", patterns: "")
  }

  /// The id that a record of a hand-coded list gets by its place there, counted from 0.
  public static func shortFormID(_ ordinal: Int) -> String {
    let digits = String(ordinal, radix: 16)
    return String(repeating: "0", count: max(0, 16 - digits.count)) + digits
  }

  private static let keys = [
    "schema", "id", "document", "kind", "status", "scope", "partOf", "date", "participants", "counts", "departure",
    "places", "targets", "casualties", "munitions", "claims", "evidence", "confidence", "findings", "provenance",
  ]
}

extension DocumentInfo {
  init(json value: JSONValue, at pointer: String, form: RecordForm) throws(JSONError) {
    let reader = try RecordReader(value, at: pointer, form: form)
    self.init(
      id: try reader.requiredString("id"), title: try reader.string("title"), source: try reader.string("source"),
      url: try reader.string("url"), published: try reader.date("published"), sha256: try reader.string("sha256"))
  }
}

extension Count {
  init(json value: JSONValue, at pointer: String, form: RecordForm) throws(JSONError) {
    let reader = try RecordReader(value, at: pointer, form: form)
    try reader.requireKey("min")
    try reader.requireKey("max")
    self.init(
      min: try reader.integer("min"), max: try reader.integer("max"), approximate: try reader.bool("approximate"),
      vague: try reader.bool("vague"), text: try reader.text())
  }
}

extension RecordReader {
  fileprivate func count(_ key: String) throws(JSONError) -> Count? {
    try object(key) { value, pointer throws(JSONError) in try Count(json: value, at: pointer, form: form) }
  }
}

extension SortieDate {
  init(json value: JSONValue, at pointer: String, form: RecordForm) throws(JSONError) {
    let reader = try RecordReader(value, at: pointer, form: form)
    try reader.requireKey("start")
    try reader.requireKey("end")
    self.init(
      start: try reader.date("start"), end: try reader.date("end"), precision: try reader.requiredWord("precision"),
      basis: try reader.requiredWord("basis"), text: try reader.text())
  }
}

extension Participant {
  init(json value: JSONValue, at pointer: String, form: RecordForm) throws(JSONError) {
    let reader = try RecordReader(value, at: pointer, form: form)
    self.init(
      operator: try reader.requiredString("operator"), airForce: try reader.string("airForce"),
      aircraft: try reader.string("aircraft"), under: try reader.string("under"), role: try reader.word("role"),
      basis: try reader.word("basis"), class: try reader.word("class"), count: try reader.count("count"),
      text: try reader.text())
  }
}

extension Sortie.Counts {
  init(json value: JSONValue, at pointer: String, form: RecordForm) throws(JSONError) {
    let reader = try RecordReader(value, at: pointer, form: form)
    try reader.refuseKeys(outside: ["sorties", "strikes", "engagements", "targets", "munitions"])
    self.init(
      sorties: try reader.count("sorties"), strikes: try reader.count("strikes"),
      engagements: try reader.count("engagements"), targets: try reader.count("targets"),
      munitions: try reader.count("munitions"))
  }
}

extension Place {
  init(json value: JSONValue, at pointer: String, form: RecordForm) throws(JSONError) {
    if form == .short, let name = value.string {
      self.init(name: name)
      return
    }
    let reader = try RecordReader(value, at: pointer, form: form)
    var precision: Precision?
    if let told = reader.told("precision") {
      precision = told.integer.flatMap(Precision.init(rawValue:))
      guard precision != nil else {
        throw RecordReader.wrongType(told, "a whole number from 1 to 7", reader.pointer(to: "precision"))
      }
    }
    self.init(
      id: try reader.string("id"), name: try reader.requiredString("name"), canonical: try reader.string("canonical"),
      admin1: try reader.string("admin1"), country: try reader.string("country"),
      latitude: try reader.number("latitude"), longitude: try reader.number("longitude"),
      relation: try reader.string("relation"), distanceKm: try reader.number("distanceKm"),
      bearing: try reader.string("bearing"), precision: precision,
      alternatives: try reader.array("alternatives", isRequired: false) { value, pointer throws(JSONError) in
        guard let text = value.string else { throw RecordReader.wrongType(value, "string", pointer) }
        return text
      })
  }
}

extension Target {
  init(json value: JSONValue, at pointer: String, form: RecordForm) throws(JSONError) {
    let reader = try RecordReader(value, at: pointer, form: form)
    self.init(
      type: try reader.requiredString("type"), count: try reader.count("count"), effect: try reader.word("effect"),
      owner: try reader.string("owner"), text: try reader.text())
  }
}

extension Casualty {
  init(json value: JSONValue, at pointer: String, form: RecordForm) throws(JSONError) {
    let reader = try RecordReader(value, at: pointer, form: form)
    self.init(
      who: try reader.requiredWord("who"), killed: try reader.count("killed"), wounded: try reader.count("wounded"),
      children: try reader.count("children"), women: try reader.count("women"),
      relation: try reader.word("relation"), claim: try reader.integer("claim"))
  }
}

extension Munition {
  init(json value: JSONValue, at pointer: String, form: RecordForm) throws(JSONError) {
    let reader = try RecordReader(value, at: pointer, form: form)
    self.init(name: try reader.requiredString("name"), count: try reader.count("count"))
  }
}

extension Claim {
  init(json value: JSONValue, at pointer: String, form: RecordForm) throws(JSONError) {
    let reader = try RecordReader(value, at: pointer, form: form)
    let stance: Stance =
      form == .schema ? try reader.requiredWord("stance") : try reader.word("stance") ?? .asserts
    self.init(
      claimant: try reader.requiredString("claimant"), via: try reader.string("via"), stance: stance,
      about: try reader.word("about"), kind: try reader.word("kind"), text: try reader.text())
  }
}

extension Evidence {
  init(json value: JSONValue, at pointer: String, form: RecordForm) throws(JSONError) {
    let reader = try RecordReader(value, at: pointer, form: form)
    self.init(
      slot: try reader.requiredString("slot"), start: try reader.requiredInteger("start"),
      end: try reader.requiredInteger("end"), pattern: try reader.requiredString("pattern"))
  }
}

extension Finding {
  init(json value: JSONValue, at pointer: String, form: RecordForm) throws(JSONError) {
    let reader = try RecordReader(value, at: pointer, form: form)
    self.init(
      rule: try reader.requiredString("rule"), severity: try reader.word("severity") ?? .warning,
      message: try reader.requiredString("message"))
  }
}

extension Provenance {
  init(json value: JSONValue, at pointer: String, form: RecordForm) throws(JSONError) {
    let reader = try RecordReader(value, at: pointer, form: form)
    self.init(
      tool: try reader.requiredString("tool"), gazetteer: try reader.requiredString("gazetteer"),
      patterns: try reader.requiredString("patterns"))
  }
}
