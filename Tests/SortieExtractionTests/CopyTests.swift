import Foundation
import SortieExtraction
import SortieSchema
import Testing

@Suite("Copies and reprints")
struct CopyTests {
  private static let bulletin = """
    Over the past day aircraft of the air group carried out missions against facilities of the group in the provinces of \
    Aleppo and Homs. Two bombers struck an ammunition depot near the town; three pickup trucks and a fuel store were \
    destroyed by guided bombs. All aircraft returned to their base. The ministry added that reconnaissance had confirmed \
    the results and that no civilians had been in the area at the time of the strikes, which were filmed from the air.
    """

  private static func result(
    _ text: String, id: String, published: String? = nil, mentions: [(String, String, String)] = []
  ) -> DocumentResult {
    let bytes = Array(text.utf8)
    let found = mentions.compactMap { kind, id, words -> DocumentResult.Mention? in
      guard let range = text.range(of: words) else { return nil }
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return DocumentResult.Mention(kind: kind, start: start, end: start + words.utf8.count, id: id)
    }
    return DocumentResult(
      document: DocumentInfo(id: id, published: published.flatMap(CalendarDate.init(iso:))), text: bytes,
      mentions: found, records: [], coverage: .noAction)
  }

  private static func copies(_ results: [DocumentResult]) -> [String?] {
    var register = CopyRegister()
    return results.map { result in
      var result = result
      register.settle(&result)
      return result.copyOf.map { "\($0.kind.rawValue) of \($0.document)" }
    }
  }

  @Test("The same words are a duplicate, however they are spaced and written")
  func duplicates() {
    let spaced = Self.bulletin.split(separator: " ").joined(separator: "\n  ").uppercased()
    #expect(
      Self.copies([
        Self.result(Self.bulletin, id: "a"), Self.result(spaced, id: "b"), Self.result(Self.bulletin, id: "c"),
      ])
        == [nil, "duplicate of a", "duplicate of a"])
  }

  @Test("The same words on another day tell of another day: they are a reprint, and lose no record")
  func otherDay() {
    #expect(
      Self.copies([
        Self.result(Self.bulletin, id: "a", published: "2016-11-18"),
        Self.result(Self.bulletin, id: "b", published: "2016-11-19"), Self.result(Self.bulletin, id: "c"),
      ]) == [nil, "reprint of a", "duplicate of a"])
  }

  @Test("A text with another opening and ending and the same facts is a reprint")
  func reprint() {
    let facts = [("place", "aleppo", "Aleppo"), ("count", "n", "Two"), ("aircraft", "b", "bombers")]
    let wire = "MOSCOW, November 18 (Wire) – " + Self.bulletin + " The wire's office could not check this."
    #expect(
      Self.copies([
        Self.result(Self.bulletin, id: "a", mentions: facts),
        Self.result(wire, id: "b", mentions: facts + [("date", "d", "November 18")]),
      ]) == [nil, "reprint of a"])
  }

  @Test(
    "Bulletins that differ in a figure, a place or an aircraft are two texts",
    arguments: [("Two", "Four"), ("Aleppo", "Idlib")])
  func otherFacts(word: String, other: String) {
    func facts(_ text: String) -> [(String, String, String)] {
      [("place", text.contains("Aleppo") ? "aleppo" : "idlib", text.contains("Aleppo") ? "Aleppo" : "Idlib")]
        + [("count", "n", text.contains("Two") ? "Two" : "Four")]
    }
    let changed = Self.bulletin.replacingOccurrences(of: word, with: other)
    #expect(
      Self.copies([
        Self.result(Self.bulletin, id: "a", mentions: facts(Self.bulletin)),
        Self.result(changed, id: "b", mentions: facts(changed)),
      ]) == [nil, nil])
  }

  @Test("Weeks later the same wording is another bulletin")
  func weeksLater() {
    let later = "Again. " + Self.bulletin
    #expect(
      Self.copies([
        Self.result(Self.bulletin, id: "a", published: "2016-11-01"),
        Self.result(later, id: "b", published: "2016-12-20"),
        Self.result("Once more. " + Self.bulletin, id: "c", published: "2016-11-03"),
      ]) == [nil, nil, "reprint of a"])
  }

  @Test("Texts of which nothing was read and texts without words are left alone")
  func unread() {
    var empty = Self.result("", id: "a")
    empty.coverage = .empty
    var other = Self.result("", id: "b")
    other.coverage = .empty
    #expect(Self.copies([empty, other]) == [nil, nil])
  }

  @Test("A register that is told of another's log knows the same copies")
  func log() throws {
    let texts = [
      Self.result(Self.bulletin, id: "a", published: "2016-11-18"),
      Self.result("Nothing was flown on the day of rest.", id: "b"),
      Self.result(Self.bulletin + " A reprint.", id: "c", published: "2016-11-19"),
    ]
    var first = CopyRegister()
    first.isLogged = true
    var log: [UInt8] = []
    for var text in texts {
      first.settle(&text)
      log += first.takeLog()
    }
    #expect(first.takeLog().isEmpty)
    var second = CopyRegister()
    try second.replay(log)
    for text in texts + [Self.result(Self.bulletin + " Another reprint.", id: "d", published: "2016-11-20")] {
      var (here, there) = (text, text)
      first.settle(&here)
      second.settle(&there)
      #expect(here.copyOf != nil)
      #expect(here.copyOf == there.copyOf)
    }
    for cut in [1, log.count / 2, log.count - 1] {
      var third = CopyRegister()
      #expect(throws: CopyLogError.self) { try third.replay(Array(log.prefix(cut))) }
    }
  }
}
