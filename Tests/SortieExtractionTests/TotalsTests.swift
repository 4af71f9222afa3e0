import SortieSchema
import Testing

@testable import SortieExtraction

/// Drafts of one text, with what each is a part of and its scope.
struct TotalsCase: Sendable, CustomTestStringConvertible {
  let about: String
  let drafts: @Sendable () -> [Draft]
  let summaries: [Int?]
  let scopes: [Sortie.Scope]

  var testDescription: String { about }

  static let all: [TotalsCase] = [
    TotalsCase(
      about: "what the text tells as parts, though they are not all",
      drafts: {
        [
          DraftSample.strike(.sorties(36), .by("FR")),
          DraftSample.strike(.sorties(4), .kind(.reconnaissance), .by("FR"), .toldAsPart),
        ]
      }, summaries: [nil, 0], scopes: [.summary, .event]),
    TotalsCase(
      about: "things hit that add up",
      drafts: {
        [
          DraftSample.strike(.target("position", 9), .targetTotal(9), .by("GB")),
          DraftSample.strike(sentence: 1, .target("bunker", 5), .by("GB")),
          DraftSample.strike(sentence: 1, .target("strongpoint", 4), .by("GB")),
        ]
      }, summaries: [nil, 0, 0], scopes: [.summary, .event, .event]),
    TotalsCase(
      about: "things hit that do not add up",
      drafts: {
        [
          DraftSample.strike(.target("position", 9), .targetTotal(9), .by("GB")),
          DraftSample.strike(sentence: 1, .target("bunker", 5), .by("GB")),
          DraftSample.strike(sentence: 1, .target("strongpoint", 3), .by("GB")),
        ]
      }, summaries: [nil, nil, nil], scopes: [.event, .event, .event]),
    TotalsCase(
      about: "a country's total and its towns",
      drafts: {
        [
          DraftSample.strike(.strikes(26), .country("SY")),
          DraftSample.strike(sentence: 1, .strikes(7), .town("raqqa", in: "Raqqa")),
          DraftSample.strike(sentence: 2, .strikes(19), .town("manbij", in: "Aleppo")),
        ]
      }, summaries: [nil, 0, 0], scopes: [.summary, .event, .event]),
    TotalsCase(
      about: "parts belong to the narrowest total",
      drafts: {
        [
          DraftSample.strike(.strikes(40), .country("SY")), DraftSample.strike(.strikes(12), .province("Aleppo")),
          DraftSample.strike(.strikes(5), .town("manbij", in: "Aleppo")),
          DraftSample.strike(.strikes(4), .town("douma", in: "Rif Dimashq")),
        ]
      }, summaries: [nil, 0, 1, 0], scopes: [.summary, .summary, .event, .event]),
    TotalsCase(
      about: "a total told after its parts",
      drafts: {
        [
          DraftSample.strike(.strikes(3), .town("manbij", in: "Aleppo")),
          DraftSample.strike(.strikes(4), .town("afrin", in: "Aleppo")),
          DraftSample.strike(.strikes(7), .province("Aleppo")),
        ]
      }, summaries: [2, 2, nil], scopes: [.event, .event, .summary]),
    TotalsCase(
      about: "parts that exceed the number are no parts",
      drafts: {
        [
          DraftSample.strike(.strikes(9), .country("SY")), DraftSample.strike(.strikes(7), .town("raqqa", in: "Raqqa")),
          DraftSample.strike(.strikes(8), .town("manbij", in: "Aleppo")),
        ]
      }, summaries: [nil, nil, nil], scopes: [.event, .event, .event]),
    TotalsCase(
      about: "a larger number is no part",
      drafts: {
        [DraftSample.strike(.strikes(5), .country("SY")), DraftSample.strike(.strikes(7), .town("raqqa", in: "Raqqa"))]
      },
      summaries: [nil, nil], scopes: [.event, .event]),
    TotalsCase(
      about: "another side is no part",
      drafts: {
        [
          DraftSample.strike(.strikes(26), .country("SY"), .by("RU")),
          DraftSample.strike(.strikes(7), .town("raqqa", in: "Raqqa"), .by("TR")),
        ]
      }, summaries: [nil, nil], scopes: [.event, .event]),
    TotalsCase(
      about: "a day beyond the period is no part",
      drafts: {
        [
          DraftSample.strike(.strikes(26), .country("SY"), .date("2016-03-01", "2016-03-07")),
          DraftSample.strike(.strikes(7), .town("raqqa", in: "Raqqa"), .date("2016-03-08")),
          DraftSample.strike(.strikes(6), .town("douma", in: "Rif Dimashq"), .date("2016-03-07")),
        ]
      }, summaries: [nil, nil, 0], scopes: [.summary, .event, .event]),
    TotalsCase(
      about: "other places are no parts",
      drafts: {
        [
          DraftSample.strike(.strikes(26), .province("Aleppo")),
          DraftSample.strike(.strikes(7), .town("raqqa", in: "Raqqa")),
        ]
      },
      summaries: [nil, nil], scopes: [.event, .event]),
    TotalsCase(
      about: "another kind of flight is no part",
      drafts: {
        [
          DraftSample.strike(.sorties(26), .country("SY")),
          DraftSample.strike(.sorties(7), .town("raqqa", in: "Raqqa"), .kind(.reconnaissance)),
        ]
      }, summaries: [nil, nil], scopes: [.event, .event]),
    TotalsCase(
      about: "a running total has no parts",
      drafts: {
        [
          DraftSample.strike(.strikes(900), .country("SY"), .cumulative),
          DraftSample.strike(.strikes(7), .town("raqqa", in: "Raqqa")),
        ]
      }, summaries: [nil, nil], scopes: [.cumulative, .event]),
    TotalsCase(
      about: "four weeks make a running total",
      drafts: {
        [
          DraftSample.strike(.strikes(90), .date("2016-03-01", "2016-03-29")),
          DraftSample.strike(.date("2016-03-01", "2016-03-07")),
        ]
      },
      summaries: [nil, nil], scopes: [.cumulative, .event]),
    TotalsCase(
      about: "one strike in a place makes no total of one strike in its province",
      drafts: {
        [DraftSample.strike(.strikes(1), .province("Aleppo")), DraftSample.strike(.town("manbij", in: "Aleppo"))]
      },
      summaries: [nil, nil], scopes: [.event, .event]),
    TotalsCase(
      about: "tolls by town under the toll of a province",
      drafts: {
        [
          DraftSample.strike(.killed(20), .province("Aleppo")),
          DraftSample.strike(.killed(12), .town("manbij", in: "Aleppo")),
          DraftSample.strike(.killed(8), .town("afrin", in: "Aleppo")),
        ]
      }, summaries: [nil, 0, 0], scopes: [.summary, .event, .event]),
  ]
}

@Suite struct TotalsTests {
  @Test("Totals are told apart from their parts", arguments: TotalsCase.all)
  func relate(_ expected: TotalsCase) {
    var drafts = expected.drafts()
    Totals.relate(&drafts)
    #expect(drafts.map(\.summary) == expected.summaries)
    #expect(drafts.map(\.scope) == expected.scopes)
  }
}
