/// The form of a record, as `sortie schema` prints it. The wordings of closed lists come from the types themselves.
public enum RecordSchema {
  /// The record itself.
  public static let record = SchemaNode.object(
    [
      SchemaProperty("schema", .constant(Sortie.schema), isRequired: true),
      SchemaProperty(
        "id", .string(pattern: "^[0-9a-f]{16}$"), isRequired: true,
        about: """
          First 16 hex digits of SHA-256 over the document's sha256, the byte span of the action's anchor words and an \
          ordinal: the same text gives the same ids on every machine, whatever the gazetteer and the patterns say of it.
          """),
      SchemaProperty("document", .reference("document"), isRequired: true),
      SchemaProperty("kind", .words(of: Sortie.Kind.self), isRequired: true, about: "What was flown."),
      SchemaProperty(
        "status", .words(of: Sortie.Status.self), isRequired: true,
        about: "What the text says became of it; never that it is confirmed."),
      SchemaProperty(
        "scope", .words(of: Sortie.Scope.self), isRequired: true,
        about: "The finest grain of the text, a total of other records of the text, or a running total."),
      SchemaProperty(
        "partOf", .nullable(.string()), about: "Id of the summary record that this one is a part of."),
      SchemaProperty("date", .nullable(.reference("date"))),
      SchemaProperty("participants", .array(.reference("participant")), isRequired: true),
      SchemaProperty("counts", counts, isRequired: true, about: "Numbers of the action as a whole."),
      SchemaProperty(
        "departure", .nullable(.reference("place")), about: "Base that the aircraft flew from, where told."),
      SchemaProperty("places", .array(.reference("place")), isRequired: true),
      SchemaProperty("targets", .array(.reference("target")), isRequired: true),
      SchemaProperty("casualties", .array(.reference("casualty")), isRequired: true),
      SchemaProperty("munitions", .array(.reference("munition")), isRequired: true),
      SchemaProperty("claims", .array(.reference("claim")), isRequired: true),
      SchemaProperty(
        "evidence", .array(.reference("evidence")), isRequired: true,
        about: "For each filled slot the words that it was read from."),
      SchemaProperty(
        "confidence", .number(minimum: 0, maximum: 1), isRequired: true,
        about: "How sure the reading is; not how true the claim."),
      SchemaProperty(
        "findings", .array(finding),
        about: """
          What validation noticed: counts that do not add up, a date after publication, an operator that never flew the \
          type.
          """),
      SchemaProperty(
        "provenance", provenance, isRequired: true,
        about: "Version of the program, digests of the gazetteer and of the patterns that read the text."),
    ], isClosed: true)

  /// The parts that the record refers to, by name.
  public static let definitions: [(name: String, node: SchemaNode)] = [
    ("document", document), ("count", count), ("date", date), ("participant", participant), ("place", place),
    ("target", target), ("casualty", casualty), ("munition", munition), ("claim", claim), ("evidence", evidence),
  ]

  /// The node that a reference stands for; other nodes are themselves.
  public static func resolved(_ node: SchemaNode) -> SchemaNode {
    switch node {
    case .reference(let name): return definitions.first { $0.name == name }?.node ?? node
    case .nullable(let inner): return .nullable(resolved(inner))
    default: return node
    }
  }

  private static let anyCount = SchemaNode.nullable(.reference("count"))
  private static let anyString = SchemaNode.nullable(.string())

  private static let counts = SchemaNode.object(
    [
      SchemaProperty("sorties", anyCount, about: "Flights."),
      SchemaProperty("strikes", anyCount, about: "Strikes, raids, attacks; never turned into sorties."),
      SchemaProperty("engagements", anyCount),
      SchemaProperty("targets", anyCount, about: "The text's own total of targets, objects, positions hit."),
      SchemaProperty("munitions", anyCount),
    ], isClosed: true)

  private static let finding = SchemaNode.object([
    SchemaProperty("rule", .string(), isRequired: true),
    SchemaProperty("severity", .words(of: Finding.Severity.self)),
    SchemaProperty("message", .string(), isRequired: true),
  ])

  private static let provenance = SchemaNode.object([
    SchemaProperty("tool", .string(), isRequired: true),
    SchemaProperty("gazetteer", .string(), isRequired: true),
    SchemaProperty("patterns", .string(), isRequired: true),
  ])

  private static let document = SchemaNode.object([
    SchemaProperty("id", .string(), isRequired: true),
    SchemaProperty("title", anyString),
    SchemaProperty("source", anyString),
    SchemaProperty("url", anyString),
    SchemaProperty("published", .nullable(.string(format: "date"))),
    SchemaProperty("sha256", anyString, about: "Of the text as read."),
  ])

  private static let count = SchemaNode.object([
    SchemaProperty(
      "min", .nullable(.integer(minimum: 0)), isRequired: true, about: "Null where the words set no lower bound."),
    SchemaProperty(
      "max", .nullable(.integer(minimum: 0)), isRequired: true, about: "Null where the words set no upper bound."),
    SchemaProperty("approximate", .boolean, about: "Told as about, some, nearly."),
    SchemaProperty("vague", .boolean, about: "From a word such as dozens, several."),
    SchemaProperty("text", .string(), about: "The words."),
  ])

  private static let date = SchemaNode.object([
    SchemaProperty("start", .nullable(.string(format: "date")), isRequired: true, about: "First day, inclusive."),
    SchemaProperty("end", .nullable(.string(format: "date")), isRequired: true, about: "Last day, inclusive."),
    SchemaProperty("precision", .words(of: SortieDate.Precision.self), isRequired: true),
    SchemaProperty("basis", .words(of: SortieDate.Basis.self), isRequired: true),
    SchemaProperty("text", .string(), about: "The words."),
  ])

  private static let participant = SchemaNode.object([
    SchemaProperty(
      "operator", .string(), isRequired: true,
      about: "ISO 3166 alpha-2, or the id of a coalition or group, or unknown."),
    SchemaProperty("airForce", anyString, about: "The service, where the text names it."),
    SchemaProperty("aircraft", anyString, about: "Designation, e.g. Su-24M; null when only a class is told."),
    SchemaProperty("under", anyString, about: "Coalition under which it flew."),
    SchemaProperty("role", .nullable(.words(of: Participant.Role.self))),
    SchemaProperty("basis", .nullable(.words(of: Participant.Basis.self)), about: "How the operator is known."),
    SchemaProperty("class", .nullable(.words(of: AircraftClass.self))),
    SchemaProperty("count", anyCount, about: "Number of aircraft."),
    SchemaProperty("text", .string()),
  ])

  private static let place = SchemaNode.object([
    SchemaProperty("id", anyString, about: "Id in the gazetteer; null when unresolved."),
    SchemaProperty("name", .string(), isRequired: true, about: "As the text writes it."),
    SchemaProperty("canonical", anyString),
    SchemaProperty("admin1", anyString, about: "Governorate, province."),
    SchemaProperty("country", anyString, about: "ISO 3166 alpha-2."),
    SchemaProperty("latitude", .nullable(.number()), about: "Degrees; null for provinces and countries."),
    SchemaProperty("longitude", .nullable(.number()), about: "Degrees; null for provinces and countries."),
    SchemaProperty("relation", anyString, about: "in, near, north-of …"),
    SchemaProperty("distanceKm", .nullable(.number())),
    SchemaProperty("bearing", anyString),
    SchemaProperty(
      "precision", .nullable(.integers(Place.Precision.allCases.map(\.rawValue))),
      about: """
        UCDP GED where_prec: 1 point, 2 near a known point, 3 district, 4 province, 5 region or line, 6 country, 7 sea or \
        air.
        """),
    SchemaProperty("alternatives", .array(.string()), about: "Ids of the other candidates, best first."),
  ])

  private static let target = SchemaNode.object([
    SchemaProperty("type", .string(), isRequired: true, about: "Singular."),
    SchemaProperty("count", anyCount),
    SchemaProperty("effect", .nullable(.words(of: Target.Effect.self))),
    SchemaProperty("owner", anyString, about: "Id of the group or state that it belonged to."),
    SchemaProperty("text", .string()),
  ])

  private static let casualty = SchemaNode.object([
    SchemaProperty("who", .words(of: Casualty.Who.self), isRequired: true),
    SchemaProperty("killed", anyCount),
    SchemaProperty("wounded", anyCount),
    SchemaProperty("children", anyCount),
    SchemaProperty("women", anyCount),
    SchemaProperty("relation", .nullable(.words(of: Casualty.Relation.self))),
    SchemaProperty("claim", .nullable(.integer()), about: "Index into claims of the source of this toll."),
  ])

  private static let munition = SchemaNode.object([
    SchemaProperty("name", .string(), isRequired: true),
    SchemaProperty("count", anyCount),
  ])

  private static let claim = SchemaNode.object([
    SchemaProperty(
      "claimant", .string(), isRequired: true, about: "Canonical name from the gazetteer, or as written."),
    SchemaProperty("via", anyString, about: "Outlet that relays the claim."),
    SchemaProperty("stance", .words(of: Claim.Stance.self), isRequired: true),
    SchemaProperty(
      "about", .nullable(.words(of: Claim.About.self)),
      about: "What is asserted or denied; null: the action as a whole."),
    SchemaProperty("kind", .nullable(.words(of: Claim.Kind.self))),
    SchemaProperty("text", .string()),
  ])

  private static let evidence = SchemaNode.object([
    SchemaProperty(
      "slot", .string(), isRequired: true,
      about: "JSON pointer into the record, e.g. /participants/0/count; empty for the sentence of the whole record."),
    SchemaProperty("start", .integer(), isRequired: true, about: "UTF-8 byte offset in the text as read."),
    SchemaProperty("end", .integer(), isRequired: true, about: "UTF-8 byte offset, exclusive."),
    SchemaProperty("pattern", .string(), isRequired: true, about: "Id of the pattern or gazetteer entry."),
  ])
}
