// The JSON form of a record. Every slot that may be null is written, null where the text does not tell it, so that all
// records have the same keys. What the schema does not let be null is left out where there is nothing to say: `text`,
// `approximate`, `vague`, `alternatives`.

extension Sortie {
  /// Appends the record as one line of JSON, in the form of `sortie schema`, without a line break at its end.
  ///
  /// The keys stand in the order of the schema; the same record always gives the same bytes.
  public func writeJSON(into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "{"))
    buffer.write(.schema, Self.schema)
    buffer.write(.id, id)
    buffer.append(JSONKey.document)
    document.writeJSON(into: &buffer)
    buffer.write(.kind, kind.rawValue)
    buffer.write(.status, status.rawValue)
    buffer.write(.scope, scope.rawValue)
    buffer.writeNullable(.partOf, partOf)
    buffer.writeNullable(.date, date) { $0.writeJSON(into: &$1) }
    buffer.writeArray(.participants, participants) { $0.writeJSON(into: &$1) }
    buffer.append(JSONKey.counts)
    counts.writeJSON(into: &buffer)
    buffer.writeNullable(.departure, departure) { $0.writeJSON(into: &$1) }
    buffer.writeArray(.places, places) { $0.writeJSON(into: &$1) }
    buffer.writeArray(.targets, targets) { $0.writeJSON(into: &$1) }
    buffer.writeArray(.casualties, casualties) { $0.writeJSON(into: &$1) }
    buffer.writeArray(.munitions, munitions) { $0.writeJSON(into: &$1) }
    buffer.writeArray(.claims, claims) { $0.writeJSON(into: &$1) }
    buffer.writeArray(.evidence, evidence) { $0.writeJSON(into: &$1) }
    buffer.append(JSONKey.confidence)
    JSONWriter.number(confidence, into: &buffer)
    buffer.writeArray(.findings, findings) { $0.writeJSON(into: &$1) }
    buffer.append(JSONKey.provenance)
    provenance.writeJSON(into: &buffer)
    buffer.append(UInt8(ascii: "}"))
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ key: JSONKey) { key.write(into: &self) }

  fileprivate mutating func write(_ key: JSONKey, _ value: String) {
    append(key)
    JSONWriter.string(value, into: &self)
  }

  fileprivate mutating func write(_ key: JSONKey, _ value: Int) {
    append(key)
    JSONWriter.integer(value, into: &self)
  }

  fileprivate mutating func writeNullable(_ key: JSONKey, _ value: String?) {
    writeNullable(key, value) { JSONWriter.string($0, into: &$1) }
  }

  fileprivate mutating func writeNullable(_ key: JSONKey, _ value: Int?) {
    writeNullable(key, value) { JSONWriter.integer($0, into: &$1) }
  }

  fileprivate mutating func writeNullable(_ key: JSONKey, _ value: Double?) {
    writeNullable(key, value) { JSONWriter.number($0, into: &$1) }
  }

  fileprivate mutating func writeNullable(_ key: JSONKey, _ value: Count?) {
    writeNullable(key, value) { $0.writeJSON(into: &$1) }
  }

  fileprivate mutating func writeNullable(_ key: JSONKey, _ value: CalendarDate?) {
    writeNullable(key, value) { date, buffer in
      buffer.append(UInt8(ascii: "\""))
      DecimalText.append(date, to: &buffer)
      buffer.append(UInt8(ascii: "\""))
    }
  }

  fileprivate mutating func writeNullable<Value>(
    _ key: JSONKey, _ value: Value?, _ write: (Value, inout [UInt8]) -> Void
  ) {
    append(key)
    if let value { write(value, &self) } else { JSONWriter.null(into: &self) }
  }

  fileprivate mutating func writeWhereTold(_ key: JSONKey, _ value: String?) {
    if let value { write(key, value) }
  }

  fileprivate mutating func writeWhereTrue(_ key: JSONKey, _ value: Bool) {
    guard value else { return }
    append(key)
    JSONWriter.bool(true, into: &self)
  }

  fileprivate mutating func writeArray<Item>(
    _ key: JSONKey, _ values: [Item], _ write: (Item, inout [UInt8]) -> Void
  ) {
    append(key)
    append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      write(value, &self)
    }
    append(UInt8(ascii: "]"))
  }
}

extension DocumentInfo {
  fileprivate func writeJSON(into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "{"))
    buffer.write(.id, id)
    buffer.writeNullable(.title, title)
    buffer.writeNullable(.source, source)
    buffer.writeNullable(.url, url)
    buffer.writeNullable(.published, published)
    buffer.writeNullable(.sha256, sha256)
    buffer.append(UInt8(ascii: "}"))
  }
}

extension Count {
  fileprivate func writeJSON(into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "{"))
    buffer.writeNullable(.min, min)
    buffer.writeNullable(.max, max)
    buffer.writeWhereTrue(.approximate, approximate)
    buffer.writeWhereTrue(.vague, vague)
    buffer.writeWhereTold(.text, text)
    buffer.append(UInt8(ascii: "}"))
  }
}

extension SortieDate {
  fileprivate func writeJSON(into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "{"))
    buffer.writeNullable(.start, start)
    buffer.writeNullable(.end, end)
    buffer.write(.precision, precision.rawValue)
    buffer.write(.basis, basis.rawValue)
    buffer.writeWhereTold(.text, text)
    buffer.append(UInt8(ascii: "}"))
  }
}

extension Participant {
  fileprivate func writeJSON(into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "{"))
    buffer.write(.operator, `operator`)
    buffer.writeNullable(.airForce, airForce)
    buffer.writeNullable(.aircraft, aircraft)
    buffer.writeNullable(.under, under)
    buffer.writeNullable(.role, role?.rawValue)
    buffer.writeNullable(.basis, basis?.rawValue)
    buffer.writeNullable(.class, `class`?.rawValue)
    buffer.writeNullable(.count, count)
    buffer.writeWhereTold(.text, text)
    buffer.append(UInt8(ascii: "}"))
  }
}

extension Sortie.Counts {
  fileprivate func writeJSON(into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "{"))
    buffer.writeNullable(.sorties, sorties)
    buffer.writeNullable(.strikes, strikes)
    buffer.writeNullable(.engagements, engagements)
    buffer.writeNullable(.targets, targets)
    buffer.writeNullable(.munitions, munitions)
    buffer.append(UInt8(ascii: "}"))
  }
}

extension Place {
  fileprivate func writeJSON(into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "{"))
    buffer.writeNullable(.id, id)
    buffer.write(.name, name)
    buffer.writeNullable(.canonical, canonical)
    buffer.writeNullable(.admin1, admin1)
    buffer.writeNullable(.country, country)
    buffer.writeNullable(.latitude, latitude)
    buffer.writeNullable(.longitude, longitude)
    buffer.writeNullable(.relation, relation)
    buffer.writeNullable(.distanceKm, distanceKm)
    buffer.writeNullable(.bearing, bearing)
    buffer.writeNullable(.precision, precision?.rawValue)
    if !alternatives.isEmpty {
      buffer.writeArray(.alternatives, alternatives) { JSONWriter.string($0, into: &$1) }
    }
    buffer.append(UInt8(ascii: "}"))
  }
}

extension Target {
  fileprivate func writeJSON(into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "{"))
    buffer.write(.type, type)
    buffer.writeNullable(.count, count)
    buffer.writeNullable(.effect, effect?.rawValue)
    buffer.writeNullable(.owner, owner)
    buffer.writeWhereTold(.text, text)
    buffer.append(UInt8(ascii: "}"))
  }
}

extension Casualty {
  fileprivate func writeJSON(into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "{"))
    buffer.write(.who, who.rawValue)
    buffer.writeNullable(.killed, killed)
    buffer.writeNullable(.wounded, wounded)
    buffer.writeNullable(.children, children)
    buffer.writeNullable(.women, women)
    buffer.writeNullable(.relation, relation?.rawValue)
    buffer.writeNullable(.claim, claim)
    buffer.append(UInt8(ascii: "}"))
  }
}

extension Munition {
  fileprivate func writeJSON(into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "{"))
    buffer.write(.name, name)
    buffer.writeNullable(.count, count)
    buffer.append(UInt8(ascii: "}"))
  }
}

extension Claim {
  fileprivate func writeJSON(into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "{"))
    buffer.write(.claimant, claimant)
    buffer.writeNullable(.via, via)
    buffer.write(.stance, stance.rawValue)
    buffer.writeNullable(.about, about?.rawValue)
    buffer.writeNullable(.kind, kind?.rawValue)
    buffer.writeWhereTold(.text, text)
    buffer.append(UInt8(ascii: "}"))
  }
}

extension Evidence {
  fileprivate func writeJSON(into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "{"))
    buffer.write(.slot, slot)
    buffer.write(.start, start)
    buffer.write(.end, end)
    buffer.write(.pattern, pattern)
    buffer.append(UInt8(ascii: "}"))
  }
}

extension Finding {
  fileprivate func writeJSON(into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "{"))
    buffer.write(.rule, rule)
    buffer.write(.severity, severity.rawValue)
    buffer.write(.message, message)
    buffer.append(UInt8(ascii: "}"))
  }
}

extension Provenance {
  fileprivate func writeJSON(into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "{"))
    buffer.write(.tool, tool)
    buffer.write(.gazetteer, gazetteer)
    buffer.write(.patterns, patterns)
    buffer.append(UInt8(ascii: "}"))
  }
}
