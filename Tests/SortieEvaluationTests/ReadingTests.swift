import SortieEvaluation
import SortieSchema
import Testing

@Suite("Reading gold and predictions")
struct ReadingTests {
  @Test("a place and a base may be their bare names")
  func shortForm() throws {
    let file = try GoldFile(
      json: Array(
        #"""
        {"doc": "17", "note": "passed over", "records": [
          {"departure": "Incirlik", "places": ["Azaz", {"name": "Marea", "country": "SY", "optional": true}],
           "claims": [{"claimant": {"id": "sohr"}}]}]}
        """#.utf8))

    #expect(file.document == "17")
    let record = try #require(file.records.first)
    #expect(record.departure.coded == "Incirlik")
    #expect(record.places.map(\.name) == ["Azaz", "Marea"])
    #expect(record.places.map(\.isOptional) == [false, true])
    #expect(record.claims.map(\.claimant) == ["sohr"])
    #expect(record.claims.map(\.stance) == ["asserts"])
  }

  @Test("a slot that the other coder left empty is contested too")
  func contestedByNull() throws {
    let file = try GoldFile(
      json: Array(#"{"doc": "1", "records": [{"status": "denied", "alt": {"status": null}}]}"#.utf8))

    let record = try #require(file.records.first)
    #expect(record.status.isContested)
    #expect(record.status.coded == "denied")
    #expect(record.status.alternative == nil)
    #expect(!record.kind.isContested)
  }

  @Test(
    "faults in gold are told with their position",
    arguments: [
      (#"{"records": []}"#, "1:1: error: 'doc' is missing"),
      (#"{"doc": "1"}"#, "1:1: error: 'records' is missing"),
      ("{\"doc\": \"1\",\n \"records\": {}}", "2:13: error: expected array, found object"),
      ("{\"doc\": \"1\", \"records\": [\n  {\"kind\": 4}]}", "2:12: error: expected string, found number"),
      ("{\"doc\": \"1\", \"records\": [\n  {\"places\": [{\"country\": \"SY\"}]}]}", "2:15: error: 'name' is missing"),
      (
        "{\"doc\": \"1\", \"records\": [\n  {\"partOf\": 3}]}",
        "2:14: error: '3' is not one of the records of this file"
      ),
    ])
  func goldFaults(json: String, message: String) {
    let error = #expect(throws: JSONError.self) { try GoldFile(json: Array(json.utf8)) }
    #expect(error?.description == message)
  }

  @Test("a fault in the predictions is told with the line of the file")
  func predictionFault() {
    let text = "{\"id\": \"a\", \"document\": {\"id\": \"1\"}}\r\n\n{\"id\": \"b\"}\n"

    let error = #expect(throws: JSONError.self) { try Predictions(jsonLines: Array(text.utf8)) }

    #expect(error?.description == "3:1: error: 'document' is missing")
  }

  @Test("a record in memory is scored as the same record in JSON Lines")
  func sortieAndJSON() throws {
    let sortie = Sample.sortie
    let line = #"""
      {"id": "00000000000000aa", "document": {"id": "text"}, "kind": "patrol", "status": "disputed", "scope": "summary", "partOf": "00000000000000bb", "date": {"start": "2016-03-01", "end": "2016-03-02"}, "participants": [{"operator": "GB", "aircraft": "Typhoon", "class": "fighter-bomber", "count": {"min": 2, "max": 2}}], "counts": {"sorties": {"min": 3, "max": null}, "strikes": {"min": 4, "max": 4}, "targets": {"min": null, "max": 5}}, "departure": {"name": "Akrotiri"}, "places": [{"name": "Omar", "country": "SY"}], "targets": [{"type": "oilfield", "count": {"min": 1, "max": 1}, "effect": "damaged", "owner": "isis"}], "casualties": [{"who": "civilians", "killed": {"min": 2, "max": 2}, "wounded": {"min": 1, "max": 1}}], "munitions": [{"name": "Paveway IV"}], "claims": [{"claimant": "UK Ministry of Defence", "stance": "asserts"}], "evidence": [{"slot": "/participants/0", "start": 0, "end": 8, "pattern": "counted-aircraft"}], "confidence": 0.9}
      """#

    let predictions = try Predictions(jsonLines: Array(line.utf8))

    #expect(predictions["text"] == [CodedRecord(sortie)])
    #expect(predictions["another"].isEmpty)
  }
}
