import SortieSchema
import Testing

@testable import SortieExtraction

/// Two drafts and what is said of them.
struct SameActionCase: Sendable, CustomTestStringConvertible {
  enum Verdict: Sendable, Equatable {
    case contradict(String)
    /// Nothing contradicts, and nothing makes them one.
    case apart
    case one
  }

  let about: String
  let record: @Sendable () -> Draft
  let draft: @Sendable () -> Draft
  let verdict: Verdict

  var testDescription: String { about }

  private static func pair(
    _ about: String, _ record: @escaping @autoclosure @Sendable () -> Draft,
    _ draft: @escaping @autoclosure @Sendable () -> Draft,
    _ verdict: Verdict
  ) -> SameActionCase { SameActionCase(about: about, record: record, draft: draft, verdict: verdict) }

  static let all: [SameActionCase] = [
    pair(
      "the same town in the next sentence", DraftSample.strike(.town("douma", in: "Rif Dimashq")),
      DraftSample.strike(sentence: 1, .town("douma", in: "Rif Dimashq")), .one),
    pair(
      "the same town and day, far apart", DraftSample.strike(.town("douma", in: "Rif Dimashq"), .date("2016-03-01")),
      DraftSample.strike(sentence: 9, .town("douma", in: "Rif Dimashq"), .date("2016-03-01")), .one),
    pair(
      "another day", DraftSample.strike(.town("douma", in: "Rif Dimashq"), .date("2016-03-01")),
      DraftSample.strike(sentence: 1, .town("douma", in: "Rif Dimashq"), .date("2016-03-02")),
      .contradict("another day")),
    pair(
      "a day within the period",
      DraftSample.strike(.town("douma", in: "Rif Dimashq"), .date("2016-03-01", "2016-03-03")),
      DraftSample.strike(sentence: 1, .town("douma", in: "Rif Dimashq"), .date("2016-03-02")), .one),
    pair(
      "another town", DraftSample.strike(.town("douma", in: "Rif Dimashq")),
      DraftSample.strike(sentence: 1, .town("manbij", in: "Aleppo")), .contradict("another place")),
    pair(
      "a town of the province, and no more", DraftSample.strike(.province("Aleppo")),
      DraftSample.strike(sentence: 1, .town("manbij", in: "Aleppo")), .apart),
    pair(
      "another side", DraftSample.strike(.by("RU"), .town("douma", in: "Rif Dimashq")),
      DraftSample.strike(sentence: 1, .by("TR"), .town("douma", in: "Rif Dimashq")), .contradict("another side")),
    pair(
      "one side of several", DraftSample.strike(.by("RU"), .by("SY"), .town("douma", in: "Rif Dimashq")),
      DraftSample.strike(sentence: 5, .by("SY"), .town("douma", in: "Rif Dimashq")), .one),
    pair(
      "other aircraft", DraftSample.strike(.by("RU", "Su-24M"), .town("douma", in: "Rif Dimashq")),
      DraftSample.strike(sentence: 1, .by("RU", "Su-34"), .town("douma", in: "Rif Dimashq")),
      .contradict("other aircraft")),
    pair(
      "a type and its variant", DraftSample.strike(.by("RU", "Su-24"), .town("douma", in: "Rif Dimashq")),
      DraftSample.strike(sentence: 1, .by("RU", "Su-24M"), .town("douma", in: "Rif Dimashq")), .one),
    pair(
      "another number of strikes", DraftSample.strike(.strikes(5), .town("douma", in: "Rif Dimashq")),
      DraftSample.strike(sentence: 1, .strikes(7), .town("douma", in: "Rif Dimashq")), .contradict("another number")),
    pair(
      "the same number of strikes", DraftSample.strike(.strikes(7)), DraftSample.strike(sentence: 5, .strikes(7)), .one),
    pair(
      "one strike, and one strike elsewhere", DraftSample.strike(.strikes(1)),
      DraftSample.strike(sentence: 5, .strikes(1)), .apart),
    pair(
      "the same toll", DraftSample.strike(.killed(12, .civilians)), DraftSample.strike(sentence: 6, .killed(12)), .one),
    pair(
      "another toll", DraftSample.strike(.town("douma", in: "Rif Dimashq"), .killed(12)),
      DraftSample.strike(sentence: 6, .town("douma", in: "Rif Dimashq"), .killed(30)), .contradict("another toll")),
    pair(
      "another toll without a place", DraftSample.strike(.killed(12)), DraftSample.strike(sentence: 6, .killed(30)),
      .apart),
    pair(
      "another toll by another source",
      DraftSample.strike(.town("douma", in: "Rif Dimashq"), .killed(12), .claim("SOHR", .monitor)),
      DraftSample.strike(
        sentence: 1, .town("douma", in: "Rif Dimashq"), .killed(30), .claim("White Helmets", .official)), .one),
    pair(
      "tolls of fighters and of civilians do not contradict",
      DraftSample.strike(.town("douma", in: "Rif Dimashq"), .killed(12, .fighters)),
      DraftSample.strike(sentence: 1, .town("douma", in: "Rif Dimashq"), .killed(30, .civilians)), .one),
    pair(
      "another strike on the same town", DraftSample.strike(.town("douma", in: "Rif Dimashq")),
      DraftSample.strike(sentence: 1, .another, .town("douma", in: "Rif Dimashq")), .contradict("another action")),
    pair(
      "the strikes", DraftSample.strike(.town("douma", in: "Rif Dimashq")), DraftSample.strike(sentence: 4, .definite),
      .one),
    pair(
      "the city, next to it", DraftSample.strike(.town("douma", in: "Rif Dimashq")),
      DraftSample.strike(sentence: 1, .samePlace), .apart),
    pair(
      "a running total", DraftSample.strike(.town("douma", in: "Rif Dimashq")),
      DraftSample.strike(sentence: 1, .cumulative, .town("douma", in: "Rif Dimashq")), .contradict("a running total")),
    pair(
      "another kind of flight", DraftSample.strike(.town("douma", in: "Rif Dimashq")),
      DraftSample.strike(sentence: 1, .kind(.transport), .town("douma", in: "Rif Dimashq")),
      .contradict("another kind of action")),
    pair(
      "the heading's town", DraftSample.strike(.headline, .town("douma", in: "Rif Dimashq")),
      DraftSample.strike(sentence: 8, .town("douma", in: "Rif Dimashq")), .one),
    pair(
      "the same things hit, in the next sentence", DraftSample.strike(.target("bridge", 2)),
      DraftSample.strike(sentence: 1, .target("bridge", 2)), .one),
    pair(
      "the same kind of thing, far away", DraftSample.strike(.target("bridge")),
      DraftSample.strike(sentence: 6, .target("bridge")), .apart),
  ]
}

@Suite struct SameActionTests {
  @Test("Two drafts are one action, or are not", arguments: SameActionCase.all)
  func judge(_ expected: SameActionCase) {
    let verdict = SameAction.judge(expected.record(), expected.draft())
    let found: SameActionCase.Verdict =
      verdict.score.map { $0 >= SameAction.threshold ? .one : .apart } ?? .contradict(verdict.reason)
    #expect(found == expected.verdict, "\(verdict)")
  }

  @Test(
    "A family and its variant are one type",
    arguments: [
      ("Su-24", "Su-24M", true), ("Su-24M", "Su-24", true), ("F-16", "F-16", true), ("Su-24M", "Su-24MR", true),
      ("Su-24M", "Su-34", false), ("F-15E", "F-15C", false), ("Mi-8", "Mi-28", false),
    ])
  func related(_ a: String, _ b: String, _ isOne: Bool) {
    #expect(SameAction.related(a, b) == isOne)
  }
}
