import Expat
import Testing

/// A document as its events, given `chunk` bytes at a time.
private func events(_ document: String, chunk: Int = 1000) throws -> [XMLEvent] {
  var events: [XMLEvent] = []
  let parser = try XMLParser { event in
    if case .characters(let more, let place) = event, case .characters(let text, let before)? = events.last,
      before.upperBound == place.lowerBound
    {
      events[events.count - 1] = .characters(text + more, bytes: before.lowerBound..<place.upperBound)
    } else {
      events.append(event)
    }
  }
  let bytes = Array(document.utf8)
  for start in stride(from: 0, to: bytes.count, by: chunk) {
    try parser.parse(Array(bytes[start..<min(start + chunk, bytes.count)]))
  }
  try parser.finish()
  return events
}

@Suite struct XMLParserTests {
  @Test("Tags, attributes and characters come in their order, whatever the pieces", arguments: [1, 3, 1000])
  func order(chunk: Int) throws {
    #expect(
      try events("<a x=\"1\"><b>raid</b></a>", chunk: chunk) == [
        .start(name: "a", attributes: ["x": "1"]), .start(name: "b", attributes: [:]),
        .characters(Array("raid".utf8), bytes: 12..<16), .end(name: "b"), .end(name: "a"),
      ])
  }

  @Test("A name in a namespace has the namespace before it")
  func namespaces() throws {
    #expect(
      try events("<n:a xmlns:n=\"urn:x\"/>") == [
        .start(name: "urn:x|a", attributes: [:]), .end(name: "urn:x|a"),
      ])
  }

  @Test("An entity's character is told with the bytes that stand for it")
  func entities() throws {
    #expect(try events("<a>&amp;</a>")[1] == .characters(Array("&".utf8), bytes: 3..<8))
  }

  @Test("A document that declares an entity is refused where it does so")
  func declaredEntities() throws {
    let error = #expect(throws: XMLError.self) {
      _ = try events("<!DOCTYPE a [\n <!ENTITY b \"raid\">]><a>&b;</a>")
    }
    #expect(error?.line == 2)
    #expect(error?.message == "the document declares entities, which are not read")
  }

  @Test("Broken XML is told with its line and column")
  func broken() throws {
    let error = #expect(throws: XMLError.self) { _ = try events("<a>\n<b></a>") }
    #expect(error?.message == "mismatched tag")
    #expect(error?.line == 2)
    #expect(error?.column == 6)
  }

  @Test("What the taker of events throws ends the parsing and comes back")
  func thrown() throws {
    struct Enough: Error {}
    var count = 0
    let parser = try XMLParser { _ in
      count += 1
      throw Enough()
    }
    #expect(throws: Enough.self) { try parser.parse(Array("<a><b/></a>".utf8)) }
    #expect(count == 1)
  }
}
