import RecordMaking
import SortieSchema
import Testing

@Suite("Records as JSON")
struct RecordJSONTests {
  @Test("A record that is written is read back the same", arguments: 0..<300)
  func roundTrip(seed: Int) throws {
    var maker = RecordMaker(seed: UInt64(seed))
    let record = maker.record()
    let bytes = record.json
    #expect(try Sortie(json: JSONValue(parsing: bytes)) == record)
    #expect(record.json == bytes)
    #expect(!bytes.contains { $0 < 0x20 }, "a line of JSON Lines holds no control character")
  }

  @Test("The smallest record has all keys, null where nothing is told")
  func smallest() {
    let record = Sortie(
      id: "0123456789abcdef", document: DocumentInfo(id: "d"),
      counts: Sortie.Counts(strikes: Count(min: 3, max: nil, vague: true, text: "several")), confidence: 1,
      provenance: Provenance(tool: "t", gazetteer: "g", patterns: "p"))
    let expected = """
      {"schema":"sortie/1","id":"0123456789abcdef","document":{"id":"d","title":null,"source":null,"url":null,\
      "published":null,"sha256":null},"kind":"strike","status":"reported","scope":"event","partOf":null,"date":null,\
      "participants":[],"counts":{"sorties":null,"strikes":{"min":3,"max":null,"vague":true,"text":"several"},\
      "engagements":null,"targets":null,"munitions":null},"departure":null,"places":[],"targets":[],"casualties":[],\
      "munitions":[],"claims":[],"evidence":[],"confidence":1,"findings":[],\
      "provenance":{"tool":"t","gazetteer":"g","patterns":"p"}}
      """
    #expect(String(decoding: record.json, as: UTF8.self) == expected)
  }

  @Test("The short form of hand-coded records is read")
  func shortForm() throws {
    let text = """
      {"kind":"patrol","partOf":2,"departure":"Hmeimim","places":["Marea",{"name":"Hama"}],
       "participants":[{"operator":"RU","count":{"min":2,"max":2},"optional":true}],
       "claims":[{"claimant":"SOHR"}],"optional":true,"alt":{"status":"disputed"},"note":"n"}
      """
    let value = try JSONValue(parsing: Array(text.utf8))
    let record = try Sortie(json: value, form: .short, ordinal: 5)
    #expect(record.id == "0000000000000005")
    #expect(record.partOf == "0000000000000002")
    #expect(record.kind == .patrol)
    #expect(record.departure?.name == "Hmeimim")
    #expect(record.places.map(\.name) == ["Marea", "Hama"])
    #expect(record.participants == [Participant(operator: "RU", count: Count(exactly: 2))])
    #expect(record.claims == [Claim(claimant: "SOHR")])
    #expect(value["alt"]?["status"]?.string == "disputed")
    #expect(throws: JSONError.self) { try Sortie(json: value) }
  }

  /// A whole record whose text is changed in one place.
  private func reading(replacing old: String, with new: String) -> JSONError? {
    let record = Sortie(
      id: "0123456789abcdef", document: DocumentInfo(id: "d", published: CalendarDate(iso: "2017-01-24")),
      date: SortieDate(start: nil, end: nil, precision: .unknown, basis: .none),
      participants: [Participant(operator: "RU", count: Count(exactly: 2))],
      provenance: Provenance(tool: "t", gazetteer: "g", patterns: "p"))
    let text = String(decoding: record.json, as: UTF8.self)
    #expect(text.contains(old), "nothing to replace")
    do {
      let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
      _ = try Sortie(json: JSONValue(parsing: Array(parts.joined(separator: new).utf8)))
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "What breaks the form is named with its pointer",
    arguments: [
      ("\"kind\":\"strike\",", "", "", JSONError.Problem.missing(key: "kind")),
      ("sortie/1", "sortie/9", "/schema", .notOneOf(found: "sortie/9", allowed: ["sortie/1"])),
      ("\"kind\":", "\"extra\":1,\"kind\":", "", .unknownKey("extra")),
      ("\"sorties\":null", "\"flights\":null", "/counts", .unknownKey("flights")),
      ("\"event\"", "\"sum\"", "/scope", .notOneOf(found: "sum", allowed: ["event", "summary", "cumulative"])),
      ("2017-01-24", "2017-02-31", "/document/published", .notADate("2017-02-31")),
      ("\"min\":2", "\"min\":\"2\"", "/participants/0/count/min", .wrongType(found: "string", expected: "integer")),
      ("\"min\":2,", "", "/participants/0/count", .missing(key: "min")),
      (
        "\"operator\":\"RU\"", "\"operator\":null", "/participants/0/operator",
        .wrongType(found: "null", expected: "a value")
      ),
      ("\"places\":[]", "\"places\":[\"Hama\"]", "/places/0", .wrongType(found: "string", expected: "object")),
      ("\"targets\":[]", "\"targets\":{}", "/targets", .wrongType(found: "object", expected: "array")),
      ("\"start\":null,", "", "/date", .missing(key: "start")),
      ("\"start\":null,", "\"start\":null,\"text\":null,", "/date/text", .wrongType(found: "null", expected: "string")),
    ])
  func broken(old: String, new: String, pointer: String, problem: JSONError.Problem) {
    let error = reading(replacing: old, with: new)
    #expect(error?.problem == problem)
    #expect(error?.pointer == pointer)
  }
}
